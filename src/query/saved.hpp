// Queries that rapport.yaml keeps under a name: `@risk` in a query stands for all their terms.
#pragma once

#include "model/office.hpp"
#include "query/context.hpp"
#include "query/syntax.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace rapport::query {

/// An unquoted word that begins with @.
bool names_saved(const Expression& form);

/// The saved query of that name, about records of that kind.
Outcome<const model::SavedQuery*> find_saved(const Piece& name, model::RecordKind kind,
                                             const model::Office* office);
/// The same, of whatever kind; null when there is none.
const model::SavedQuery* find_saved(std::string_view key, const model::Office* office);

/// "@risk, @letters": the names of all, for a hint; empty when there are none.
std::string saved_names(const model::Office* office);

/// Its terms on one line; every character is as far from the beginning as it is in the record.
std::string terms_of(const model::SavedQuery& saved);
model::RecordKind kind_of(const model::SavedQuery& saved);

/// What is wrong with one, and in which value of it.
struct SavedMistake {
  const value::Text* value;
  Mistake mistake;  // its place is within that value
};
std::optional<SavedMistake> check_saved(const model::SavedQuery& saved, const Context& context);

}  // namespace rapport::query
