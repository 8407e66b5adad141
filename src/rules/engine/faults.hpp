// What the rules that word the reader's problems share.
#pragma once

#include "rules/engine/rule.hpp"

#include <string>
#include <string_view>

namespace rapport::rules {

inline Place place_of(const FoundFault& found) {
  return {found.source, found.fault.offset, found.fault.length};
}

/// The text the fault is about.
inline std::string_view spelled(const FoundFault& found) {
  const auto& text = found.source->text;
  const auto offset = std::min<std::size_t>(found.fault.offset, text.size());
  return text.substr(offset, found.fault.length);
}

/// What the value says, without the quotes or the | it is written with: what is to be compared with
/// known words, and repeated in a message.
std::string meant(const FoundFault& found);

/// The character the fault begins at; 0 at the end of the file.
inline char first_of(const FoundFault& found) {
  const auto& text = found.source->text;
  return found.fault.offset < text.size() ? text[found.fault.offset] : '\0';
}

/// The fault is about a code of this set.
inline bool is_of(const value::Fault& fault, value::CodeSet set) {
  return fault.type != nullptr && fault.type->set == set;
}
inline bool is_language(const value::Fault& fault) {
  return fault.type != nullptr && fault.type->name == value::LanguageForm::name;
}

/// 'text' on one line, safe to print, and not longer than a line holds.
std::string quote(std::string_view text);

/// The value may be one that is to be sealed: a message must not repeat it.
bool hides(const FoundFault& found);

/// "'HX'", or "this value" where it must not be repeated.
std::string named(const FoundFault& found);

/// The finding with the value named in its message, marked as quoting when the field is not open.
Finding& add(Report& report, const FoundFault& found, std::string message);

/// "write 'x'" for the known word closest to what was written; empty when none is close.
std::string nearest_word(std::string_view written, std::span<const std::string_view> known);

}  // namespace rapport::rules
