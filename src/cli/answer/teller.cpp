#include "cli/answer/teller.hpp"

#include "base/text.hpp"
#include "model/record_type.hpp"

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

bool Teller::may_name(const value::Ref& ref, const model::Head& in) const {
  if (gate_.is_for_office() || ref.is_office()) return true;
  const model::Head* const head = context_.data.find(ref.id());
  if (head == nullptr) return false;
  return head->kind == RecordKind::partner ? gate_.link(ref, in).shows()
                                           : gate_.visible(context_.data.engagement(*head)).shows();
}

std::string Teller::reference(const value::Ref& ref, const model::Head& in) const {
  if (!may_name(ref, in)) return {};
  const std::string id(ref.id());
  const model::Head* const head = context_.data.find(id);
  if (head == nullptr) return id;
  std::string name = head->kind == RecordKind::partner
                         ? gate_.name(context_.data.partner(*head), gate_.link(ref, in)).text()
                         : title(*head);
  if (name.empty()) name = id;
  return name == id ? id : fmt::format("{} ({})", name, id);
}

std::string Teller::scalar(const value::Row& row, const value::Type& type, const void* value,
                           const model::Head& head, release::Verdict verdict) const {
  if (!verdict.shows()) return {};
  // Who is not shown in full is shown by one row, the name; their other rows would say more.
  if (verdict.how != release::How::full) {
    const bool is_name = &row == &value::row_of<&model::Partner::name>();
    return is_name ? gate_.name(context_.data.partner(head), verdict).text() : std::string{};
  }
  if (type.shape == Shape::text)
    return gate_.render(*static_cast<const value::Text*>(value), head, verdict).text();
  if (type.shape == Shape::ref) return reference(*static_cast<const value::Ref*>(value), head);
  return type.print(value, context_.codes);
}

std::string Teller::block(const value::Type& type, const void* fields, const model::Head& head,
                          const release::Verdicts& verdicts) const {
  std::string text;
  for (const value::Row& row : type.rows().rows) {
    const void* inner = row.of(fields);
    if (!row.type->present(inner) || gate_.suppresses(row, fields, type.rows())) continue;
    const std::string said = value(row, *row.type, inner, head, verdicts);
    // What is left of an item says that somebody was left out of it.
    if (said.empty() && row.type->shape == Shape::ref) return {};
    if (said.empty()) continue;
    if (!text.empty()) text += " · ";
    // What explains itself stands alone; a date, a yes or a list says what it is of.
    const Shape shape = row.type->shape;
    const bool plain = shape == Shape::text || shape == Shape::word || shape == Shape::code ||
                       shape == Shape::ref || row.name == "on" || row.name == "at";
    if (!plain) text += base::replace_all(row.name, "_", " ") + " ";
    text += said;
  }
  return text;
}

std::string Teller::value(const value::Row& row, const value::Type& type, const void* value,
                          const model::Head& head, const release::Verdicts& verdicts) const {
  const release::Verdict verdict = verdicts[row.meta.reveals];
  if (!verdict.shows()) return {};
  if (type.shape == Shape::block) {
    const void* fields = type.fields(value);
    if (fields == nullptr) return {};
    return block(type, fields, head, gate_.narrow(type, fields, verdicts, head));
  }
  if (type.shape != Shape::list) return scalar(row, type, value, head, verdict);
  std::string text;
  const value::Items items = type.items(value);
  for (std::size_t i = 0; i < items.count; ++i) {
    const std::string said =
        this->value(row, *type.element, items.data + i * type.element->size, head, verdicts);
    if (!text.empty() && !said.empty()) text += ", ";
    text += said;
  }
  return text;
}

}  // namespace rapport::cli
