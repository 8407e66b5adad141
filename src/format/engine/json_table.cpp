#include "format/engine/json_table.hpp"

#include <cmath>

namespace rapport::format {
namespace {

void write(base::JsonWriter& json, const view::Number& number) {
  if (number.places == 0) return json.number(number.units);
  json.number(static_cast<double>(number.units) / std::pow(10.0, number.places));
}

void write(base::JsonWriter& json, const view::Value& value) {
  json.begin_object();
  json.member("text", value.text);
  if (!value.below.empty()) {
    json.key("below");
    json.begin_array();
    for (const auto& below : value.below) write(json, below);
    json.end_array();
  }
  json.end_object();
}

void write(base::JsonWriter& json, const view::Line& line) {
  json.begin_object();
  json.member("key", line.key);
  json.member("label", line.label);
  json.key("values");
  json.begin_array();
  for (const auto& value : line.values) write(json, value);
  json.end_array();
  json.end_object();
}

void write(base::JsonWriter& json, const view::Data& data) {
  if (data.kind == view::Data::Kind::text) return json.text(data.text);
  const bool is_object = data.kind == view::Data::Kind::object;
  is_object ? json.begin_object() : json.begin_array();
  for (const auto& part : data.parts) {
    if (is_object) json.key(part.key);
    write(json, part);
  }
  is_object ? json.end_object() : json.end_array();
}

}  // namespace

void write_cell(base::JsonWriter& json, const view::Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) {
    json.text(*text);
  } else if (const auto* number = std::get_if<view::Number>(&cell)) {
    write(json, *number);
  } else if (const auto* list = std::get_if<view::Texts>(&cell)) {
    json.begin_array();
    for (const auto& item : *list) item.empty() ? json.null() : json.text(item);
    json.end_array();
  } else if (std::holds_alternative<view::Withheld>(cell)) {
    json.begin_object();
    json.key("withheld");
    json.flag(true);
    json.end_object();
  } else {
    json.null();
  }
}

void write_members(base::JsonWriter& json, const Flat& table, const view::Row& row) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    json.key(table.columns[i].key);
    write_cell(json, row.cells[i]);
  }
}

void write_card_members(base::JsonWriter& json, const view::Card& card) {
  json.member("id", card.id);
  for (const auto& member : card.members) {
    json.key(member.key);
    write(json, member);
  }
  if (!card.members.empty()) return;
  json.member("title", card.title);
  json.key("sections");
  json.begin_array();
  for (const auto& section : card.sections) {
    json.begin_object();
    json.member("key", section.key);
    json.member("heading", section.heading);
    json.key("lines");
    json.begin_array();
    for (const auto& line : section.lines) write(json, line);
    json.end_array();
    json.end_object();
  }
  json.end_array();
}

}  // namespace rapport::format
