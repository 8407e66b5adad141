#include "query/search.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "query/lexer.hpp"
#include "query/needle.hpp"
#include "query/text.hpp"

#include <algorithm>

namespace rapport::query {
namespace {

/// Bare words and phrases: here a colon or a sign is a part of the word it stands in.
Outcome<std::vector<Needle>> needles(std::string_view text) {
  std::vector<Needle> found;
  std::size_t at = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (c == ' ' || c == '\t' || c == '\n') {
      ++at;
      continue;
    }
    const bool is_phrase = c == '"';
    const std::size_t start = at + (is_phrase ? 1 : 0);
    std::size_t end = text.find_first_of(is_phrase ? "\"" : " \t\n", start);
    if (end == std::string_view::npos && is_phrase)
      return Mistake{"this quote is never closed", {at, 1}, {}};
    end = std::min(end, text.size());
    Needle needle(text.substr(start, end - start));
    if (needle.folded().empty())
      return Mistake{"there is nothing to search for", {at, end - at + (is_phrase ? 1 : 0)}, {}};
    found.push_back(std::move(needle));
    at = end + (is_phrase ? 1 : 0);
  }
  if (found.empty()) return Mistake{"no word to search for", {text.size(), 0}, {}};
  return found;
}

/// From a place in the folded text to the one in the text itself. Folding works character by
/// character, so the folded lengths of the characters add up.
Span place(std::string_view text, const std::string& folded_word) {
  const std::string folded = base::fold(text);
  const std::size_t from = folded.find(folded_word);
  const std::size_t to = from + folded_word.size();
  std::size_t at = 0;
  Span span{0, 0};
  bool has_start = false;
  for (std::string_view rest = text; !rest.empty();) {
    const char* before = rest.data();
    base::next_code_point(rest);
    const auto length = static_cast<std::size_t>(rest.data() - before);
    const std::size_t own = base::fold({before, length}).size();
    if (at >= to && own > 0) break;  // marks on the last letter belong to it
    if (!has_start && at + own > from) {
      span.offset = static_cast<std::size_t>(before - text.data());
      has_start = true;
    }
    at += own;
    if (has_start) span.length = static_cast<std::size_t>(rest.data() - text.data()) - span.offset;
  }
  return has_start ? span : Span{0, text.size()};
}

/// "k1" of an item that has a key.
std::string key_of(const void* item, const value::Type& type, const Context& context) {
  if (type.shape != value::Shape::block) return {};
  for (const value::Field& row : type.rows().rows)
    if (row.name == "key") return row.type->print(row.of(type.fields(item)), context.codes);
  return {};
}

void lead(std::string& field, std::string_view name) {
  if (name.empty()) return;
  field = field.empty() ? std::string(name) : std::string(name) + '.' + field;
}

/// The first value with the word in it; the way to it is put together on the way back.
bool find(const Needle& needle, const void* value, const value::Type& type, const Context& context,
          Place& found) {
  if (!type.present(value)) return false;
  if (type.shape == value::Shape::text) {
    const auto* text = static_cast<const value::Text*>(value);
    const std::string_view says = text_of(*text);
    if (!needle.is_in(says)) return false;
    found = {{}, text, {}, place(says, needle.folded())};
    return true;
  }
  if (type.shape == value::Shape::list) {
    const value::Items items = type.items(value);
    for (std::size_t i = 0; i < items.count; ++i) {
      const void* item = items.data + i * type.element->size;
      if (!find(needle, item, *type.element, context, found)) continue;
      lead(found.field, key_of(item, *type.element, context));
      return true;
    }
    return false;
  }
  if (type.shape != value::Shape::block) {
    if (!says(needle, value, type, context.codes)) return false;
    found = {{}, nullptr, type.print(value, context.codes), {}};
    return true;
  }
  const void* fields = type.fields(value);
  if (fields == nullptr) return false;
  for (const value::Field& row : type.rows().rows) {
    if (!find(needle, row.of(fields), *row.type, context, found)) continue;
    lead(found.field, row.name);
    return true;
  }
  return false;
}

bool find(const Needle& needle, const model::RecordHeader& head, const Context& context,
          Place& found) {
  if (find(needle, record(context, head), record_type(head.kind), context, found)) return true;
  if (!needle.is_in(head.id())) return false;
  found = {.at = {head.id().find(needle.folded()), needle.folded().size()}};
  return true;
}

}  // namespace

Outcome<std::vector<Finding>> search(std::string_view words, const Context& context) {
  auto read = needles(words);
  if (auto* mistake = std::get_if<Mistake>(&read)) return std::move(*mistake);
  const auto& all = std::get<std::vector<Needle>>(read);
  std::vector<Finding> found;
  for (std::uint32_t i = 0; i < context.data.size(); ++i) {
    const model::RecordHeader& head = context.data.head(i);
    Finding finding{&head, std::vector<Place>(all.size())};
    bool has_all = true;
    for (std::size_t w = 0; has_all && w < all.size(); ++w)
      has_all = find(all[w], head, context, finding.places[w]);
    if (has_all) found.push_back(std::move(finding));
  }
  return found;
}

}  // namespace rapport::query
