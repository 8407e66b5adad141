#include "value/text.hpp"

namespace rapport::value {

std::string_view Text::view(base::Arena& arena) const {
  if (data_ == nullptr) return {};
  if (style() == yaml::Style::plain) return raw();
  // The value carries its offset, so its file begins that many bytes before it.
  const std::string_view file{data_ - offset(), offset() + length_};
  return yaml::text_of(file, raw(), style(), arena);
}

std::string Text::str() const {
  if (data_ == nullptr || style() == yaml::Style::plain) return std::string(raw());
  // An arena gives nothing back, so one for each thread and not one for each text.
  thread_local base::Arena arena;
  return std::string(view(arena));
}

}  // namespace rapport::value
