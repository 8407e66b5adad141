#include "base/text.hpp"
#include "format/engine/format.hpp"

#include <fmt/format.h>

#include <algorithm>
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

const Format* find_format(std::string_view name) {
  const auto formats = all_formats();
  const auto found = std::ranges::find(formats, name, &Format::name);
  if (found != formats.end()) return &*found;
  return name.find('.') == name.npos ? format_of_file(fmt::format(".{}", name)) : nullptr;
}

const Format* format_of_file(std::string_view file) {
  const std::string lower = base::lower_ascii(file);
  for (const auto& format : all_formats())
    if (ends_in_suffix_of(lower, *format.spec)) return &format;
  return nullptr;
}

}  // namespace rapport::format
