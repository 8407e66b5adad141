#include "rules/engine/lines.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/place.hpp"
#include "model/record_type.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace rapport::rules {
namespace {

constexpr std::string_view key_letters =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";

Line line_from(std::string_view text, std::size_t start) {
  const std::string_view whole = text.substr(start, text.find('\n', start) - start);
  const std::size_t column = std::min(whole.find_first_not_of(' '), whole.size());
  std::string_view rest = whole.substr(column);
  if (rest.starts_with('#')) rest = {};
  rest = rest.substr(0, rest.find(" #"));
  return {start, column, base::trim(rest)};
}

/// The field of that name closest to the top of the record.
const value::Field* find_field(const value::Type& record, std::string_view name) {
  std::vector<const value::Type*> level = {&record};
  while (!level.empty()) {
    std::vector<const value::Type*> below;
    for (const value::Type* type : level)
      for (const value::Field& field : type->rows().rows) {
        if (field.name == name) return &field;
        const value::Type& inner =
            field.type->shape == value::Shape::list ? *field.type->element : *field.type;
        if (inner.rows != nullptr) below.push_back(&inner);
      }
    level = std::move(below);
  }
  return nullptr;
}

}  // namespace

std::size_t Line::inner_column() const {
  if (!is_item()) return column;
  return column + std::min(text.find_first_not_of(' ', 1), text.size());
}

std::string_view Line::key() const {
  const std::string_view entry = inner();
  const std::size_t end = entry.find_first_not_of(key_letters);
  if (end == 0 || end == std::string_view::npos || entry[end] != ':') return {};
  return end + 1 == entry.size() || entry[end + 1] == ' ' ? entry.substr(0, end)
                                                          : std::string_view{};
}

std::string_view Line::value() const {
  const auto name = key();
  return name.empty() ? std::string_view{} : base::trim(inner().substr(name.size() + 1));
}

Line line_around(std::string_view text, std::size_t offset) {
  const std::size_t feed = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  return line_from(text, feed == std::string_view::npos ? 0 : feed + 1);
}

std::optional<Line> line_above(std::string_view text, const Line& line) {
  for (std::size_t start = line.start; start > 0;) {
    const Line above = line_around(text, start - 1);
    if (!above.text.empty()) return above;
    start = above.start;
  }
  return std::nullopt;
}

std::optional<Line> line_below(std::string_view text, const Line& line) {
  for (std::size_t start = line.start;;) {
    const std::size_t feed = text.find('\n', start);
    if (feed == std::string_view::npos || feed + 1 >= text.size()) return std::nullopt;
    start = feed + 1;
    if (const Line below = line_from(text, start); !below.text.empty()) return below;
  }
}

std::optional<Line> item_above(std::string_view text, const Line& line) {
  for (auto above = line_above(text, line); above; above = line_above(text, *above)) {
    if (above->is_item()) return above;
    if (above->column == 0) return std::nullopt;
  }
  return std::nullopt;
}

std::optional<Line> key_above(std::string_view text, const Line& line) {
  for (auto above = line_above(text, line); above; above = line_above(text, *above))
    if (!above->key().empty() && above->inner_column() < line.column) return above;
  return std::nullopt;
}

const value::Field* field_called(const value::Source& source, std::string_view name) {
  if (name.empty()) return nullptr;
  if (model::is_partner_path(source.path)) return find_field(model::partner_type(), name);
  if (source.path == model::office_file) return find_field(model::office_type(), name);
  const bool is_reference = source.path.starts_with(model::rows_folder);
  return find_field(is_reference ? model::reference_type() : model::engagement_type(), name);
}

std::size_t width_of_bullet(std::string_view text) {
  constexpr std::string_view bullets[] = {"–", "—", "−", "‐", "‑", "•", "·", "*", "+"};
  for (const auto bullet : bullets) {
    if (!text.starts_with(bullet)) continue;
    const auto rest = text.find_first_not_of(' ', bullet.size());
    return rest == std::string_view::npos ? 0 : rest;
  }
  return 0;
}

std::string item_words(const Line& item) {
  constexpr std::size_t few = 24;
  if (const auto key = item.key(); !key.empty()) return fmt::format("- {}: …", key);
  const auto text = item.inner();
  const bool is_short =
      text.size() <= few && text.find_first_of("{[\"'|>") == std::string_view::npos;
  return is_short ? fmt::format("- {}", base::printable(text)) : "- …";
}

}  // namespace rapport::rules
