#include "cli/open_term.hpp"

#include <algorithm>
#include <vector>

namespace rapport::cli {
namespace {

std::string_view without_minus(std::string_view term) {
  if (term.starts_with('-')) term.remove_prefix(1);
  return term;
}

}  // namespace

OpenTerm open_term(std::string_view query) {
  std::vector<std::string> lists = {""};  // of the brackets that are open
  std::size_t start = 0;
  bool is_quoted = false;
  for (std::size_t i = 0; i < query.size(); ++i) {
    const char c = query[i];
    if (c == '"') is_quoted = !is_quoted;
    if (is_quoted || std::string_view(" ()").find(c) == std::string_view::npos) continue;
    if (c == '(') {
      auto list = without_minus(query.substr(start, i - start));
      const bool is_scope = list.ends_with(':');
      if (is_scope) list.remove_suffix(1);
      lists.push_back(is_scope ? lists.back() + std::string(list) + "." : lists.back());
    } else if (c == ')' && lists.size() > 1) {
      lists.pop_back();
    }
    start = i + 1;
  }
  start = query.size() - without_minus(query.substr(start)).size();
  const auto colon = query.find(':', start);
  if (colon == query.npos) return {.list = lists.back(), .start = start};
  const auto comma = query.rfind(',');
  return {.list = lists.back(),
          .name = std::string(query.substr(start, colon - start)),
          .start = comma == query.npos || comma < colon ? colon + 1 : comma + 1};
}

}  // namespace rapport::cli
