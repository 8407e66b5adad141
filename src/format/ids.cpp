// The ids alone, one a line, for other programs: `rapport list … --format ids -0 | xargs -0 …`.
#include "format/engine/format.hpp"

#include <set>
#include <string_view>

namespace rapport::format::ids_format {
namespace {

void add(std::string& out, const std::string& id, const Options& options) {
  if (id.empty()) return;
  out += id;
  out += options.nul ? '\0' : '\n';
}

base::Result<std::string> table(const view::Table& table, const Options& options) {
  std::string out;
  std::set<std::string_view> added;
  for (const auto& group : table.groups)
    for (const auto& row : group.rows)
      if (added.insert(row.id).second || !table.has_ids_once) add(out, row.id, options);
  return out;
}

base::Result<std::string> cards(const view::Cards& cards, const Options& options) {
  std::string out;
  for (const auto& card : cards.cards) add(out, card.id, options);
  return out;
}

}  // namespace

extern const FormatSpec spec;
const FormatSpec spec = {
    .suffix = "",
    .summary = "the ids alone, one on each line",
    .table = table,
    .cards = cards,
};

}  // namespace rapport::format::ids_format
