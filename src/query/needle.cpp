#include "query/needle.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"

#include <algorithm>

namespace rapport::query {
namespace {

char lower(char c) { return base::is_upper(c) ? static_cast<char>(c | 0x20) : c; }
bool same(char c, char folded) { return lower(c) == folded; }

}  // namespace

Needle::Needle(std::string_view text)
    : folded_(base::fold(base::trim(text))), is_ascii_(base::is_ascii(folded_)) {}

// Folding plain ASCII is no more than its case: that needs no memory, and most texts are ASCII.
bool Needle::is_in(std::string_view text) const {
  if (!base::is_ascii(text)) return base::fold(text).find(folded_) != std::string::npos;
  if (!is_ascii_) return false;
  const auto found = std::search(text.begin(), text.end(), folded_.begin(), folded_.end(), same);
  return found != text.end() || folded_.empty();
}

bool Needle::is(std::string_view text) const {
  text = base::trim(text);
  if (!base::is_ascii(text)) return base::fold(text) == folded_;
  return is_ascii_ && std::ranges::equal(text, folded_, same);
}

}  // namespace rapport::query
