#include "query/context.hpp"

#include "model/record_type.hpp"

#include <algorithm>

namespace rapport::query {

Mandates::Mandates(const model::Dataset& data) {
  for (const model::Partner* partner : data.partners()) {
    if (!(partner->kind == model::PartnerKind::special_procedure) || !partner->listed_as) continue;
    value::Ref ref(partner->id(), 0);
    ref.resolve(partner->head.index + 1);
    listed_.push_back({partner->listed_as.row(), ref});
  }
}

const value::Ref* Mandates::partner(const value::MandateCode& mandate) const {
  const auto found = std::ranges::find(listed_, mandate.row(), &Listed::row);
  return found == listed_.end() ? nullptr : &found->partner;
}

const void* record(const Context& context, const model::RecordHeader& head) {
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
