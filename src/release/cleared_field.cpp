#include "release/cleared_field.hpp"

#include "model/dataset.hpp"
#include "model/record_type.hpp"
#include "release/cleared_record.hpp"

namespace rapport::release {

using value::Shape;

void ClearedRecord::clear_reference(ClearedField& field, const value::Ref& ref) const {
  if (!gate_->reference(ref, *head_).shows()) return;
  field.id_ = ref.id();
  const model::RecordHeader* const head = gate_->data().find(ref.id());
  if (head == nullptr) return;
  field.text_ = head->kind == model::RecordKind::partner
                    ? gate_->name(gate_->data().partner(*head), gate_->link(ref, *head_)).text()
                    : ClearedRecord(*gate_, *head).title();
  if (field.text_ == field.id_) field.text_.clear();
}

/// Of an item that names somebody who may not be named nothing is left. A block of the record
/// itself is there once, and says nothing by being there.
std::vector<ClearedField> ClearedRecord::clear_block(const void* fields, const value::Type& block,
                                                     const Verdicts& verdicts,
                                                     Within within) const {
  std::vector<ClearedField> cleared;
  const value::FieldSet set = block.rows();
  if (within == Within::item && gate_->leaves_out(fields, set, verdicts, *head_)) return cleared;
  for (const value::Field& row : set.rows) {
    const void* inner = row.of(fields);
    if (!row.type->present(inner) || gate_->suppresses(row, fields, set)) continue;
    ClearedField field = clear(row, *row.type, inner, verdicts, within);
    if (field.present()) cleared.push_back(std::move(field));
  }
  return cleared;
}

ClearedField ClearedRecord::clear(const value::Field& row, const value::Type& type,
                                  const void* value, const Verdicts& verdicts,
                                  Within within) const {
  const Verdict verdict = verdicts[row.meta.reveals];
  ClearedField field(row, type, verdict);
  if (!verdict.shows()) return field;
  if (type.shape == Shape::block) {
    if (const void* fields = type.fields(value))
      field.parts_ =
          clear_block(fields, type, gate_->narrow(type, fields, verdicts, *head_), within);
  } else if (type.shape == Shape::list) {
    const value::Items items = type.items(value);
    for (std::size_t i = 0; i < items.count; ++i) {
      ClearedField item =
          clear(row, *type.element, items.data + i * type.element->size, verdicts, Within::item);
      if (item.present()) field.parts_.push_back(std::move(item));
    }
  } else if (type.shape == Shape::ref) {
    if (verdict.how == Disclosure::full)
      clear_reference(field, *static_cast<const value::Ref*>(value));
  } else {
    field.text_ = gate_->show(row, type, value, verdict, *head_).text();
  }
  return field;
}

std::vector<ClearedField> ClearedRecord::fields() const {
  const bool is_partner = head_->kind == model::RecordKind::partner;
  if (is_partner)
    return clear_block(&gate_->data().partner(*head_), model::partner_type(), verdicts_,
                       Within::record);
  return clear_block(&gate_->data().engagement(*head_), model::engagement_type(), verdicts_,
                     Within::record);
}

}  // namespace rapport::release
