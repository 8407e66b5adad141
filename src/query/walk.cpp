#include "query/walk.hpp"

#include "model/engagement.hpp"

namespace rapport::query {

const model::Head* target(const value::Ref& ref, value::Refers kind, const Context& context) {
  if (ref.target() == 0 || ref.is_office() || ref.target() > context.data.size()) return nullptr;
  const model::Head& head = context.data.head(ref.target() - 1);
  const bool fits = head.kind == model::RecordKind::partner ? kind == value::Refers::partner
                                                            : kind == value::Refers::engagement;
  return fits ? &head : nullptr;
}

Period interval(const value::Row& row, const void* fields) {
  using model::Engagement;
  const bool is_between = &row == &value::row_of<&Engagement::between>();
  if (!is_between && &row != &value::row_of<&Engagement::start>() &&
      &row != &value::row_of<&Engagement::end>())
    return {};
  const auto& engagement = *static_cast<const Engagement*>(fields);
  if (engagement.between.empty() || (!is_between && engagement.start)) return {};
  return {.from = engagement.between[0],
          .to = engagement.between[engagement.between.size() - 1],
          .is_once = true,
          .stands_in = !is_between};
}

}  // namespace rapport::query
