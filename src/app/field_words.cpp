#include "app/field_words.hpp"

#include "report/engine/contact.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

namespace rapport::app {

using release::ClearedField;
using value::Shape;

std::string titled(const release::ClearedRecord& record) {
  const std::string name = record.title();
  return name == record.id() ? name : fmt::format("{} ({})", name, record.id());
}

std::string no_contact(const release::ClearedRecord& record) {
  return report::in_words(record.no_contact());
}

namespace {

/// What explains itself needs no label; a date, a yes or a list says what it is of.
bool explains_itself(const value::Field& row) {
  const Shape shape = row.type->shape;
  return shape == Shape::text || shape == Shape::word || shape == Shape::code ||
         shape == Shape::ref || row.name == "on" || row.name == "at";
}

}  // namespace

std::string text(const ClearedField& field) {
  if (!field.id().empty())
    return field.text().empty() ? field.id() : fmt::format("{} ({})", field.text(), field.id());
  const bool is_block = field.type().shape == Shape::block;
  std::string all = field.text();
  for (const ClearedField& part : field.parts()) {
    if (!all.empty()) all += is_block ? " · " : ", ";
    if (is_block && !explains_itself(part.row())) all += value::label(part.row().name) + " ";
    all += text(part);
  }
  return all;
}

view::Data as_data(const ClearedField& field) {
  using Kind = view::Data::Kind;
  view::Data data{.key = std::string(field.row().name), .text = field.text()};
  if (!field.id().empty()) {
    data = {.key = std::move(data.key),
            .kind = Kind::object,
            .parts = {{.key = "id", .text = field.id()}}};
    if (!field.text().empty()) data.parts.push_back({.key = "title", .text = field.text()});
  }
  if (field.type().shape == Shape::list) data.kind = Kind::list;
  if (field.type().shape == Shape::block) data.kind = Kind::object;
  for (const ClearedField& part : field.parts()) data.parts.push_back(as_data(part));
  return data;
}

}  // namespace rapport::app
