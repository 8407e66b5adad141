#include "query/context.hpp"

#include "model/record_type.hpp"

namespace rapport::query {

const void* record(const Context& context, const model::Head& head) {
  if (head.kind == model::RecordKind::partner) return &context.data.partner(head);
  return &context.data.engagement(head);
}

const value::Type& record_type(model::RecordKind kind) {
  return kind == model::RecordKind::partner ? model::partner_type() : model::engagement_type();
}

std::string_view plural(model::RecordKind kind) {
  return kind == model::RecordKind::partner ? "partners" : "engagements";
}

}  // namespace rapport::query
