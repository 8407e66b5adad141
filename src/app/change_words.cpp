#include "app/change_words.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace rapport::app {
namespace {

using model::FieldChange;
using yaml::Kind;
using yaml::Value;

std::string words_of_text(std::string_view text) {
  std::string words;
  for (const auto line : base::split(text, '\n'))
    for (const auto word : base::split(line, ' '))
      if (!word.empty()) words.append(words.empty() ? "" : " ").append(word);
  return words;
}

std::string text_in(const Value& mapping, std::string_view key) {
  const Value* const entry = yaml::find_child(mapping, key);
  return entry == nullptr ? std::string() : one_line(*entry);
}

bool is_item(const FieldChange& change) {
  return !change.at.empty() && change.at.back().key.empty();
}

/// Free text is told from a word of a vocabulary.
bool is_free_text(const FieldChange& change) {
  if (change.field == nullptr) return false;
  const value::Type* type = change.field->type;
  if (is_item(change) && type->element != nullptr) type = type->element;
  return type->shape == value::Shape::text;
}

std::string shown(const FieldChange& change, const Value& value) {
  if (value.kind != Kind::scalar) return one_line(value);
  std::string text = words_of_text(value.text);
  if (text.empty()) return "nothing";
  const bool is_quoted = is_free_text(change) && text.find(' ') != text.npos;
  return is_quoted ? fmt::format("“{}”", text) : text;
}

/// Where `text` begins to differ from `other`, at the beginning of a word.
std::size_t first_difference(std::string_view text, std::string_view other) {
  const auto most = std::min(text.size(), other.size());
  std::size_t same = 0;
  while (same < most && text[same] == other[same]) ++same;
  const auto space = text.substr(0, same).rfind(' ');
  return space == text.npos ? 0 : space + 1;
}

/// The one or two of two long texts that differ, with a little around.
std::pair<std::string, std::string> differing_parts(std::string before, std::string after) {
  constexpr std::size_t long_text = 60;
  if (std::min(before.size(), after.size()) <= long_text) return {before, after};
  const std::size_t start = first_difference(before, after);
  const auto cut_end = [&](std::string_view text, std::string_view other) {
    std::size_t same = 0;
    const auto most = std::min(text.size(), other.size()) - start;
    while (same < most && text[text.size() - 1 - same] == other[other.size() - 1 - same]) ++same;
    const auto space = text.find(' ', text.size() - same);
    return space == text.npos ? text.size() : space;
  };
  const auto part = [&](const std::string& text, std::size_t end) {
    const bool is_whole_end = end >= text.size();
    return (start == 0 ? "" : "… ") + text.substr(start, end - start) + (is_whole_end ? "" : " …");
  };
  return {part(before, cut_end(before, after)), part(after, cut_end(after, before))};
}

/// "contact c2" of the change of an item that is spelled contacts.c2, "theme land-rights".
std::string item_words(const FieldChange& change, const Value& item) {
  const auto name_at = change.spelled.find_last_of(".[");
  std::string list = change.spelled.substr(0, name_at);
  std::string name = name_at == std::string::npos ? std::string() : change.spelled.substr(name_at);
  if (const auto* field = change.field; field != nullptr && !field->meta.singular.empty())
    if (list.ends_with(field->name))
      list.replace(list.size() - field->name.size(), field->name.size(), field->meta.singular);
  if (item.kind == Kind::scalar) return fmt::format("{} {}", list, shown(change, item));
  if (!name.empty() && name.front() == '[')
    name = name.substr(1, name.size() - 2);
  else if (!name.empty())
    name = name.substr(1);
  return fmt::format("{} {}", list, name);
}

/// All that an item says but what names it, which is said already.
std::string rest_of(const FieldChange& change, const Value& item) {
  if (item.kind != Kind::mapping || item.children.empty()) return {};
  const auto named = change.spelled.substr(change.spelled.find_last_of(".[") + 1);
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < item.children.size(); ++i)
    if (const std::string text = one_line(item.children[i]); text != named)
      parts.push_back(fmt::format("{} {}", item.keys[i], text));
  return parts.empty() ? "" : ": " + base::join(parts, ", ");
}

std::string act_words(const Value& act, std::string_view day) {
  const std::string on = text_in(act, "on");
  const std::string what = text_in(act, "act");
  std::string words = fmt::format("consent {} {}", text_in(act, "key"), what);
  if (!on.empty() && on != day) words += " " + on;
  std::string extent = text_in(act, "for");
  if (const auto to = text_in(act, "to"); !to.empty())
    extent += fmt::format("{}to {}", extent.empty() ? "" : " ", to);
  if (const auto states = text_in(act, "states"); !states.empty())
    extent += fmt::format("{}{}", extent.empty() ? "" : " ", states);
  const std::string of_case = text_in(act, "case");
  if (extent.empty()) extent = what == "narrowed" || what == "renewed" ? "as before" : "everything";
  if (!of_case.empty()) extent += " in " + of_case;
  if (const auto as = text_in(act, "name_as"); !as.empty()) extent += ", named " + as;
  if (const auto until = text_in(act, "until"); !until.empty()) extent += " until " + until;
  return fmt::format("{}: {}", words, extent);
}

bool is_act(const FieldChange& change) {
  return change.at.size() == 2 && change.at.front().key == "consent" && is_item(change);
}

std::string moved_words(const FieldChange& change) {
  return fmt::format("{}: now number {} of its list, before {}", change.spelled,
                     change.at.back().item + 1, *change.moved_from + 1);
}

std::string added_words(const FieldChange& change, const Value& value, char sign) {
  if (is_item(change))
    return fmt::format("{} {}{}", sign, item_words(change, value), rest_of(change, value));
  return fmt::format("{} {} {}", sign, change.spelled, shown(change, value));
}

}  // namespace

std::string one_line(const Value& value) {
  if (value.kind == Kind::scalar) return words_of_text(value.text);
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < value.children.size(); ++i) {
    const Value& child = value.children[i];
    std::string text = one_line(child);
    if (child.kind != Kind::scalar) text = fmt::format("({})", text);
    parts.push_back(value.kind == Kind::mapping ? fmt::format("{} {}", value.keys[i], text) : text);
  }
  return base::join(parts, ", ");
}

std::string sentence_of(const FieldChange& change, std::string_view day) {
  if (change.moved_from) return moved_words(change);
  if (is_act(change) && change.after && !change.before) return act_words(*change.after, day);
  if (is_act(change) && change.before && !change.after) return "- " + act_words(*change.before, {});
  if (!change.before) return added_words(change, *change.after, '+');
  if (!change.after) return added_words(change, *change.before, '-');
  auto [before, after] =
      differing_parts(shown(change, *change.before), shown(change, *change.after));
  return fmt::format("{} {} → {}", change.spelled, before, after);
}

std::string title_of(const Value& record) {
  std::string kind = text_in(record, "kind");
  if (kind.empty()) kind = "record";
  std::string name = text_in(record, "name");
  if (name.empty()) name = text_in(record, "title");
  return name.empty() ? kind : fmt::format("{} “{}”", kind, name);
}

}  // namespace rapport::app
