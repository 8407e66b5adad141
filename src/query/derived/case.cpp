#include "model/matter.hpp"
#include "query/derived.hpp"
#include "query/linked.hpp"
#include "value/codec.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace rapport::query::case_derived {
namespace {

/// Of a partner, every case whose record, or a record that is part of it, names the partner.
void of_partner(const model::RecordHeader& head, const Context& context, const Sink& sink) {
  std::vector<std::uint32_t> cases;
  for (const model::RecordHeader* from : linked_engagements(head, context)) {
    const model::Engagement& engagement = context.data.engagement(*from);
    const model::Engagement& matter = model::case_or_itself(context.data, engagement);
    if (matter.case_) cases.push_back(matter.head.index);
  }
  std::ranges::sort(cases);
  cases.erase(std::unique(cases.begin(), cases.end()), cases.end());
  for (const std::uint32_t index : cases) {
    value::Ref ref(context.data.head(index).id(), 0);
    ref.resolve(index + 1);
    sink(&ref);
  }
}

void values(const model::RecordHeader& head, const Context& context, const Sink& sink) {
  if (head.kind == model::RecordKind::partner) return of_partner(head, context, sink);
  const value::Ref& part_of = context.data.engagement(head).part_of;
  if (part_of) sink(&part_of);
}

constexpr std::array<std::string_view, 11> rests_on = {
    "part_of", "case",    "communication", "partners", "experiences", "needs",
    "visit",   "support", "commitments",   "goals",    "statement"};

}  // namespace

extern const Derived spec;
const Derived spec = {
    .heading = "CASE",
    .doc =
        "For an engagement, the case it is part of; for a partner, the cases in which it appears. "
        "With `kind:communication`, `case.status` and the like are about the letter's case.",
    .example = "case:examplia-dam",
    .is_of_partners = true,
    .is_of_engagements = true,
    .type = value::type_of<value::Ref>,
    .reveals = value::Reveals::source,
    .refers = value::Refers::engagement,
    .has_many = true,
    .asks_engagements = true,
    .rests_on = rests_on,
    .values = &values,
};

}  // namespace rapport::query::case_derived
