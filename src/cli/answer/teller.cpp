#include "cli/answer/teller.hpp"

#include "base/text.hpp"
#include "report/engine/contact.hpp"

#include <fmt/format.h>

namespace rapport::cli {

using model::RecordKind;
using value::Shape;

release::Verdict Teller::entry(const model::Head& head) const {
  return head.kind == RecordKind::partner ? gate_.entry(context_.data.partner(head))
                                          : gate_.visible(context_.data.engagement(head));
}

release::Verdicts Teller::verdicts(const model::Head& head) const {
  return head.kind == RecordKind::partner ? gate_.verdicts(context_.data.partner(head))
                                          : gate_.verdicts(context_.data.engagement(head));
}

std::string Teller::title(const model::Head& head) const {
  std::string text;
  if (head.kind == RecordKind::partner) {
    const model::Partner& partner = context_.data.partner(head);
    text = gate_.name(partner, gate_.entry(partner)).text();
  } else {
    const model::Engagement& engagement = context_.data.engagement(head);
    text = gate_.render(engagement.title, head, verdicts(head)[value::Reveals::content]).text();
  }
  return text.empty() ? std::string(head.id()) : text;
}

std::string Teller::titled(const model::Head& head) const {
  const std::string name = title(head);
  return name == head.id() ? name : fmt::format("{} ({})", name, head.id());
}

std::string Teller::no_contact(const model::Head& head) const {
  if (head.kind != RecordKind::partner) return {};
  return report::in_words(gate_.no_contact(context_.data.partner(head)));
}

void Teller::tell_reference(Told& told, const value::Ref& ref, const model::Head& in) const {
  if (!gate_.reference(ref, in).shows()) return;
  told.id = ref.id();
  const model::Head* const head = context_.data.find(ref.id());
  if (head == nullptr) return;
  told.text = head->kind == RecordKind::partner
                  ? gate_.name(context_.data.partner(*head), gate_.link(ref, in)).text()
                  : title(*head);
  if (told.text == told.id) told.text.clear();
}

void Teller::tell_block(Told& told, const void* fields, const model::Head& head,
                        const release::Verdicts& verdicts) const {
  const value::RowSet set = told.type->rows();
  if (gate_.leaves_out(fields, set, verdicts, head)) return;
  for (const value::Row& row : set.rows) {
    const void* inner = row.of(fields);
    if (!row.type->present(inner) || gate_.suppresses(row, fields, set)) continue;
    Told field = tell(row, *row.type, inner, head, verdicts);
    if (!field.is_nothing()) told.parts.push_back(std::move(field));
  }
}

Told Teller::tell(const value::Row& row, const value::Type& type, const void* value,
                  const model::Head& head, const release::Verdicts& verdicts) const {
  Told told{.row = &row, .type = &type};
  const release::Verdict verdict = verdicts[row.meta.reveals];
  if (!verdict.shows()) return told;
  if (type.shape == Shape::block) {
    if (const void* fields = type.fields(value))
      tell_block(told, fields, head, gate_.narrow(type, fields, verdicts, head));
  } else if (type.shape == Shape::list) {
    const value::Items items = type.items(value);
    for (std::size_t i = 0; i < items.count; ++i) {
      Told item = tell(row, *type.element, items.data + i * type.element->size, head, verdicts);
      if (!item.is_nothing()) told.parts.push_back(std::move(item));
    }
  } else if (type.shape == Shape::ref) {
    if (verdict.how == release::How::full)
      tell_reference(told, *static_cast<const value::Ref*>(value), head);
  } else {
    told.text = gate_.show(row, type, value, verdict, head).text();
  }
  return told;
}

namespace {

/// What explains itself stands alone; a date, a yes or a list says what it is of.
bool explains_itself(const value::Row& row) {
  const Shape shape = row.type->shape;
  return shape == Shape::text || shape == Shape::word || shape == Shape::code ||
         shape == Shape::ref || row.name == "on" || row.name == "at";
}

}  // namespace

std::string text(const Told& told) {
  if (!told.id.empty())
    return told.text.empty() ? told.id : fmt::format("{} ({})", told.text, told.id);
  const bool is_block = told.type->shape == Shape::block;
  std::string all = told.text;
  for (const Told& part : told.parts) {
    if (!all.empty()) all += is_block ? " · " : ", ";
    if (is_block && !explains_itself(*part.row))
      all += base::replace_all(part.row->name, "_", " ") + " ";
    all += text(part);
  }
  return all;
}

view::Data as_data(const Told& told) {
  using Kind = view::Data::Kind;
  view::Data data{.key = std::string(told.row->name), .text = told.text};
  if (!told.id.empty()) {
    data = {.key = std::move(data.key),
            .kind = Kind::object,
            .parts = {{.key = "id", .text = told.id}}};
    if (!told.text.empty()) data.parts.push_back({.key = "title", .text = told.text});
  }
  if (told.type->shape == Shape::list) data.kind = Kind::list;
  if (told.type->shape == Shape::block) data.kind = Kind::object;
  for (const Told& part : told.parts) data.parts.push_back(as_data(part));
  return data;
}

}  // namespace rapport::cli
