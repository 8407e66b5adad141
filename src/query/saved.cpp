#include "query/saved.hpp"

#include "query/column.hpp"
#include "query/query.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::query {

bool names_saved(const Expression& form) {
  return form.kind == Expression::Kind::words && !form.name.is_quoted &&
         form.name.text.starts_with('@');
}

const model::SavedQuery* find_saved(std::string_view key, const model::Office* office) {
  if (office == nullptr) return nullptr;
  for (const model::SavedQuery& saved : office->queries)
    if (saved.key.str() == key) return &saved;
  return nullptr;
}

std::string saved_names(const model::Office* office) {
  std::string names;
  if (office == nullptr) return names;
  for (const model::SavedQuery& saved : office->queries)
    names += (names.empty() ? "@" : ", @") + saved.key.str();
  return names;
}

model::RecordKind kind_of(const model::SavedQuery& saved) {
  return saved.about == model::QueryOf::engagements ? model::RecordKind::engagement
                                                    : model::RecordKind::partner;
}

Outcome<const model::SavedQuery*> find_saved(const Piece& name, model::RecordKind kind,
                                             const model::Office* office) {
  const std::string_view key = std::string_view(name.text).substr(1);
  const model::SavedQuery* saved = find_saved(key, office);
  if (saved == nullptr) {
    const std::string names = saved_names(office);
    return Mistake{fmt::format("rapport.yaml has no query '{}'", key), name.at,
                   names.empty() ? fmt::format("to search for the text, write \"{}\"", name.text)
                                 : fmt::format("one of {}; to search for the text, write \"{}\"",
                                               names, name.text)};
  }
  if (kind_of(*saved) != kind)
    return Mistake{
        fmt::format("the saved query '{}' is about {}", name.text, plural(kind_of(*saved))),
        name.at, fmt::format("rapport list {}", name.text)};
  return saved;
}

std::string terms_of(const model::SavedQuery& saved) {
  std::string terms = saved.query.str();
  std::ranges::replace(terms, '\n', ' ');
  return terms;
}

namespace {

template <class T>
void keep(std::optional<SavedMistake>& found, const value::Text& value, const Outcome<T>& read) {
  if (const auto* mistake = std::get_if<Mistake>(&read); mistake != nullptr && !found)
    found = SavedMistake{&value, *mistake};
}

}  // namespace

std::optional<SavedMistake> check_saved(const model::SavedQuery& saved, const Context& context) {
  const model::RecordKind kind = kind_of(saved);
  std::optional<SavedMistake> found;
  keep(found, saved.query, understand(terms_of(saved), kind, context));
  for (const value::Text& name : saved.columns) keep(found, name, columns(name.str(), kind));
  for (const value::Text& name : saved.sort) keep(found, name, orders(name.str(), kind));
  if (saved.group_by) keep(found, saved.group_by, columns(saved.group_by.str(), kind));
  if (saved.each) keep(found, saved.each, list_field(saved.each.str(), kind));
  return found;
}

}  // namespace rapport::query
