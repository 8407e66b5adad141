#include "query/text.hpp"

namespace rapport::query {

std::string_view text_of(const value::Text& text) {
  thread_local base::Arena arena;
  return text.view(arena);
}

bool says(const Needle& word, const void* value, const value::Type& type,
          const value::Codes& codes) {
  using value::Shape;
  switch (type.shape) {
    case Shape::text:
      return word.is_in(text_of(*static_cast<const value::Text*>(value)));
    case Shape::ref:
    case Shape::listed:
    case Shape::pattern:
      return word.is_in(type.print(value, codes));
    case Shape::date:
    case Shape::moment:
      return type.print(value, codes).starts_with(word.folded());
    case Shape::flag:
    case Shape::list:
    case Shape::block:
      return false;
    default:
      return word.is(type.print(value, codes));
  }
}

}  // namespace rapport::query
