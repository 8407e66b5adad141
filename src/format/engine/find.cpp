#include "base/text.hpp"
#include "format/engine/format.hpp"

#include <algorithm>

namespace rapport::format {

const Format* find_format(std::string_view name) {
  const auto formats = all_formats();
  const auto found = std::ranges::find(formats, name, &Format::name);
  return found == formats.end() ? nullptr : &*found;
}

const Format* format_of_file(std::string_view file) {
  const std::string lower = base::lower_ascii(file);
  for (const auto& format : all_formats())
    if (!format->suffix.empty() && lower.ends_with(format->suffix)) return &format;
  return nullptr;
}

}  // namespace rapport::format
