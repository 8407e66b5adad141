// What a value says, as text: decoded into memory of this thread.
#pragma once

#include "query/needle.hpp"
#include "value/field.hpp"
#include "value/text.hpp"

#include <string_view>

namespace rapport::query {

/// Stays until the program ends.
std::string_view text_of(const value::Text& text);

/// Whether a word stands in a scalar of any shape: anywhere in a text or an id, at the beginning of
/// a date, as the whole of a code or word. Yes and no are no words to look for.
bool says(const Needle& word, const void* value, const value::Type& type,
          const value::Codes& codes);

}  // namespace rapport::query
