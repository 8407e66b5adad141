#include "query/period.hpp"
#include "query/relation.hpp"
#include "value/codec.hpp"

#include <array>

namespace rapport::query::names_derived {
namespace {

void add(std::vector<Related>& found, const value::Ref& ref) {
  if (ref && !ref.is_office()) found.push_back({&ref});
}

void add_case(std::vector<Related>& found, const model::Case& matter) {
  for (const auto& victim : matter.alleged_victims) add(found, victim.partner);
  for (const auto& perpetrator : matter.alleged_perpetrators) add(found, perpetrator.partner);
  for (const auto& submission : matter.submissions) add(found, submission.from);
  for (const auto& incident : matter.incidents) {
    for (const auto& ref : incident.against)
      if (ref.target() != 0) add(found, ref);  // else the key of a victim without a record
    add(found, incident.by);
  }
}

bool is_named(const model::Participation& part) {
  return part.role == model::Role::source || part.role == model::Role::alleged_victim ||
         part.role == model::Role::alleged_perpetrator;
}

std::vector<Related> related(const model::Engagement& engagement, const Context& context) {
  std::vector<Related> found;
  if (!context.is_for_office) return found;
  if (engagement.case_) add_case(found, *engagement.case_);
  if (engagement.communication)
    for (const auto& victim : engagement.communication->alleged_victims) add(found, victim.partner);
  for (const auto& part : engagement.partners)
    if (is_named(part)) add(found, part.partner);
  for (const auto& experience : engagement.experiences) add(found, experience.from);
  for (const auto& need : engagement.needs)
    for (const auto& ref : need.raised_by) add(found, ref);
  return found;
}

void values(const model::RecordHeader& head, const Context& context, const Sink& sink) {
  give_related(head, context, sink, &related);
}

constexpr std::array<std::string_view, 10> for_the_office = {"case.alleged_victims.partner",
                                                             "case.alleged_perpetrators.partner",
                                                             "case.submissions.from",
                                                             "case.incidents.against",
                                                             "case.incidents.by",
                                                             "communication.alleged_victims",
                                                             "partners.partner",
                                                             "partners.role",
                                                             "experiences.from",
                                                             "needs.raised_by"};

}  // namespace

extern const Derived spec;
const Derived spec = {
    .heading = "NAMES",
    .doc =
        "For an engagement, the alleged victims and perpetrators and the sources that it names; "
        "for a partner, the engagements that name it as one of these. For the office only.",
    .example = "names:hrd-k7m2qx",
    .is_of_partners = true,
    .is_of_engagements = true,
    .type = value::type_of<value::Ref>,
    .reveals = value::Reveals::source,
    .refers = value::Refers::partner,
    .is_across = true,
    .is_mutual = true,
    .has_many = true,
    .asks_engagements = true,
    .rests_on_for_office = for_the_office,
    .values = &values,
};

}  // namespace rapport::query::names_derived
