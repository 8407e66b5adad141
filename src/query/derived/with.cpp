#include "query/derived.hpp"
#include "query/happened.hpp"
#include "query/linked.hpp"
#include "value/codec.hpp"

#include <algorithm>

namespace rapport::query::with_derived {
namespace {

struct Met {
  const value::Ref* ref;
  Truth sure;
};

/// Each partner once, at its surest.
void give(std::vector<Met>& met, const Sink& sink) {
  std::ranges::sort(met, [](const Met& a, const Met& b) {
    return a.ref->id() != b.ref->id() ? a.ref->id() < b.ref->id() : a.sure > b.sure;
  });
  const Met* before = nullptr;
  for (const Met& one : met) {
    if (before == nullptr || before->ref->id() != one.ref->id()) sink(one.ref, one.sure);
    before = &one;
  }
}

void add(std::vector<Met>& met, const value::Ref& ref) {
  if (ref) met.push_back({&ref, Truth::yes});
}

void add_case(std::vector<Met>& met, const model::Case& matter) {
  for (const auto& victim : matter.alleged_victims) add(met, victim.partner);
  for (const auto& perpetrator : matter.alleged_perpetrators) add(met, perpetrator.partner);
  for (const auto& submission : matter.submissions) add(met, submission.from);
  for (const auto& incident : matter.incidents) {
    for (const auto& ref : incident.against) add(met, ref);
    add(met, incident.by);
  }
  for (const auto& step : matter.steps) add(met, step.by);
}

void add_visit(std::vector<Met>& met, const model::Visit& visit) {
  for (const auto& step : visit.steps)
    for (const auto* ref : {&step.by, &step.to}) add(met, *ref);
  for (const auto& recommendation : visit.recommendations)
    for (const auto& ref : recommendation.to) add(met, ref);
  for (const auto& point : visit.focal_points) add(met, point.who);
}

/// Who has a part in it without taking part: that is for the office to know.
void add_others(std::vector<Met>& met, const model::Engagement& engagement) {
  if (engagement.case_) add_case(met, *engagement.case_);
  if (engagement.visit) add_visit(met, *engagement.visit);
  if (engagement.communication) {
    for (const auto& victim : engagement.communication->alleged_victims) add(met, victim.partner);
    for (const auto& reply : engagement.communication->replies) add(met, reply.from);
  }
  for (const auto& commitment : engagement.commitments)
    for (const auto* ref : {&commitment.by, &commitment.to}) add(met, *ref);
  for (const auto& goal : engagement.goals)
    for (const auto& ref : goal.with) add(met, ref);
  for (const auto& support : engagement.support) add(met, support.from);
}

/// Of an engagement, who has a part in it: what is planned is an engagement with them, too.
void of_engagement(const model::Engagement& engagement, const Context& context, const Sink& sink) {
  std::vector<Met> met;
  for (const Part& part : parts(engagement, context))
    if (context.is_for_office || !part.told) met.push_back({part.partner, Truth::yes});
  if (context.is_for_office) add_others(met, engagement);
  give(met, sink);
}

/// Of a partner, who took part in the same engagements.
void of_partner(const model::RecordHeader& head, const Context& context, const Sink& sink) {
  std::vector<Met> met;
  for (const model::RecordHeader* from : linked_engagements(head, context)) {
    const model::Engagement& engagement = context.data.engagement(*from);
    if (!happened(engagement, context.today)) continue;
    const std::vector<Part> all = parts(engagement, context);
    Truth own = Truth::no;
    for (const Part& part : all)
      if (model::leads_to(*part.partner, head)) own = std::max(own, part.took);
    for (const Part& part : all)
      if (own != Truth::no && !model::leads_to(*part.partner, head))
        met.push_back({part.partner, std::min(own, part.took)});
  }
  give(met, sink);
}

void values(const model::RecordHeader& head, const Context& context, const Sink& sink) {
  if (head.kind == model::RecordKind::partner) return of_partner(head, context, sink);
  of_engagement(context.data.engagement(head), context, sink);
}

}  // namespace

extern const Derived spec;
const Derived spec = {
    .heading = "WITH",
    .doc =
        "Of an engagement, the partners who take part, and those it is about; of a partner, those "
        "who took part in the same engagements.",
    .is_of_partners = true,
    .is_of_engagements = true,
    .type = value::type_of<value::Ref>,
    .reveals = value::Reveals::link,
    .refers = value::Refers::partner,
    .is_mutual = true,
    .has_many = true,
    .can_be_unsure = true,
    .asks_engagements = true,
    .values = &values,
};

}  // namespace rapport::query::with_derived
