#include "query/walk.hpp"

namespace rapport::query::detail {

const model::Head* target(const value::Ref& ref, value::Refers kind, const Context& context) {
  if (ref.target() == 0 || ref.is_office() || ref.target() > context.data.size()) return nullptr;
  const model::Head& head = context.data.head(ref.target() - 1);
  const bool fits = head.kind == model::RecordKind::partner ? kind == value::Refers::partner
                                                            : kind == value::Refers::engagement;
  return fits ? &head : nullptr;
}

}  // namespace rapport::query::detail
