#include "query/happened.hpp"
#include "query/relation.hpp"
#include "value/codec.hpp"

#include <array>

namespace rapport::query::with_derived {
namespace {

void add(std::vector<Related>& found, const value::Ref& ref) {
  if (ref && !ref.is_office()) found.push_back({&ref});
}

/// Who acts in it without being listed as taking part: that is for the office to know.
void add_acting(std::vector<Related>& found, const model::Engagement& engagement) {
  if (engagement.communication)
    for (const auto& reply : engagement.communication->replies) add(found, reply.from);
  if (!engagement.visit) return;
  for (const auto& step : engagement.visit->steps) {
    if (step.by.target() != 0) add(found, step.by);  // else the key of somebody of the office
    add(found, step.to);
  }
  for (const auto& point : engagement.visit->focal_points) add(found, point.who);
}

/// What is planned is an engagement with them, too.
std::vector<Related> related(const model::Engagement& engagement, const Context& context) {
  std::vector<Related> found;
  const bool is_over = happened(engagement, context.today);
  for (const Part& part : parts(engagement, context)) {
    const bool takes_part = !part.told || (part.is_listed && context.is_for_office);
    if (*part.partner && takes_part)
      found.push_back({part.partner, is_over ? part.took : Truth::yes});
  }
  if (context.is_for_office) add_acting(found, engagement);
  return found;
}

void values(const model::RecordHeader& head, const Context& context, const Sink& sink) {
  give_related(head, context, sink, &related);
}

constexpr std::array<std::string_view, 17> rests_on = {"kind",
                                                       "status",
                                                       "start",
                                                       "end",
                                                       "between",
                                                       "partners.partner",
                                                       "partners.role",
                                                       "partners.status",
                                                       "visit.programme.with",
                                                       "visit.programme.attended",
                                                       "visit.programme.status",
                                                       "communication.addressee",
                                                       "communication.sent",
                                                       "communication.signed_by",
                                                       "communication.co_signatories",
                                                       "case.co_signatories",
                                                       "statement.co_signatories"};
constexpr std::array<std::string_view, 3> for_the_office = {
    "communication.replies.from", "visit.steps", "visit.focal_points.who"};

}  // namespace

extern const Derived spec;
const Derived spec = {
    .heading = "WITH",
    .doc =
        "For an engagement, the partners who take or took part: those listed, met in the programme "
        "or written to, and the mandates that sign; for a partner, the engagements in which it "
        "takes or took part.",
    .example = "with:xxa-mission-geneva",
    .is_of_partners = true,
    .is_of_engagements = true,
    .type = value::type_of<value::Ref>,
    .reveals = value::Reveals::link,
    .refers = value::Refers::partner,
    .is_across = true,
    .is_mutual = true,
    .has_many = true,
    .can_be_unsure = true,
    .asks_engagements = true,
    .rests_on = rests_on,
    .rests_on_for_office = for_the_office,
    .values = &values,
};

}  // namespace rapport::query::with_derived
