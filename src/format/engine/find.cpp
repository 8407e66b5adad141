#include "base/text.hpp"
#include "format/engine/format.hpp"

#include <fmt/format.h>

#include <string>

namespace rapport::format {

namespace {

bool ends_in_suffix_of(std::string_view file, const FormatSpec& format) {
  const auto ends = [&](std::string_view suffix) {
    return !suffix.empty() && file.ends_with(suffix);
  };
  return ends(format.suffix) || ends(format.also);
}

}  // namespace

bool writes(const FormatSpec& format, view::Shape shape) {
  switch (shape) {
    case view::Shape::table:
      return format.table != nullptr;
    case view::Shape::page:
      return format.page != nullptr;
    case view::Shape::cards:
      return format.cards != nullptr;
    case view::Shape::findings:
      return format.findings != nullptr;
  }
  return false;
}

std::vector<Format> formats_for(std::optional<view::Shape> shape) {
  std::vector<Format> formats;
  for (const auto& format : all_formats())
    if (!format->is_own && (!shape || writes(*format.spec, *shape))) formats.push_back(format);
  return formats;
}

const Format* find_format(std::string_view name) {
  for (const auto& format : all_formats())
    if (!format->is_own && format.name == name) return &format;
  return name.find('.') == name.npos ? format_of_file(fmt::format(".{}", name)) : nullptr;
}

const Format* format_of_file(std::string_view file) {
  const std::string lower = base::lower_ascii(file);
  for (const auto& format : all_formats())
    if (!format->is_own && ends_in_suffix_of(lower, *format.spec)) return &format;
  return nullptr;
}

}  // namespace rapport::format
