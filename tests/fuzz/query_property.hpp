// What must hold of every text that is given as a query, whether it can be understood or not.
#pragma once

#include "query/column.hpp"
#include "query/query.hpp"
#include "query/search.hpp"

#include <string>
#include <string_view>

namespace rapport::tests {

inline value::Truth negated(value::Truth answer) {
  if (answer == value::Truth::maybe) return answer;
  return answer == value::Truth::yes ? value::Truth::no : value::Truth::yes;
}

inline bool is_inside(const query::Mistake& mistake, std::string_view text) {
  return !mistake.what.empty() && mistake.at.offset <= text.size() &&
         mistake.at.length <= text.size() - mistake.at.offset &&
         !query::failure(mistake, text).what.empty();
}

/// Empty when all holds, else what does not.
inline std::string broken(std::string_view text, model::RecordKind kind,
                          const query::Context& context) {
  auto read = query::understand(text, kind, context);
  if (const auto* mistake = std::get_if<query::Mistake>(&read))
    return is_inside(*mistake, text) ? "" : "a mistake outside the query";
  const auto& found = std::get<query::Query>(read);
  auto opposite = query::understand("not (" + std::string(text) + ")", kind, context);
  const auto* negation = std::get_if<query::Query>(&opposite);
  const bool is_blank = text.find_first_not_of(" \t\r\n") == std::string_view::npos;
  if (negation == nullptr) return is_blank ? "" : "not (...) is not understood";
  std::size_t answers = 0;
  for (std::uint32_t i = 0; i < context.data.size(); ++i) {
    const model::RecordHeader& head = context.data.head(i);
    const auto answer = found.match(head);
    if (answer != value::Truth::no) ++answers;
    if (head.kind == kind && negation->match(head) != negated(answer))
      return "not (...) is not the opposite";
    if (head.kind != kind && answer != value::Truth::no) return "a record of another kind";
  }
  return answers == query::list(found, context).size() ? "" : "the list is not what matches";
}

/// The same for the texts of --columns, --sort and search.
inline std::string broken_columns(std::string_view text, model::RecordKind kind,
                                  const query::Context& context) {
  auto columns = query::columns(text, kind);
  if (const auto* mistake = std::get_if<query::Mistake>(&columns))
    if (!is_inside(*mistake, text)) return "a mistake outside the columns";
  auto everything = query::understand("", kind, context);
  auto sorted =
      query::sorted(query::list(std::get<query::Query>(everything), context), text, kind, context);
  if (const auto* mistake = std::get_if<query::Mistake>(&sorted))
    if (!is_inside(*mistake, text)) return "a mistake outside the order";
  auto found = query::search(text, context);
  if (const auto* mistake = std::get_if<query::Mistake>(&found))
    return is_inside(*mistake, text) ? "" : "a mistake outside the words";
  for (const auto& finding : std::get<std::vector<query::Finding>>(found))
    for (const auto& place : finding.places)
      if (place.text != nullptr && place.at.length == 0) return "a word found in nothing";
  return "";
}

}  // namespace rapport::tests
