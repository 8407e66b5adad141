#include "query/text.hpp"

namespace rapport::query {

std::string_view text_of(const value::Text& text) {
  thread_local base::Arena arena;
  return text.view(arena);
}

}  // namespace rapport::query
