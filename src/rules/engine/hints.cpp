#include "rules/engine/hints.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/dataset.hpp"
#include "reference/names.hpp"
#include "reference/suggest.hpp"
#include "rules/engine/faults.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace rapport::rules {
namespace {

using value::CodeSet;

/// What is left of a word that may be the code, or of `set/code`.
std::string_view code_part(std::string_view written, CodeSet& set) {
  if (set != CodeSet::absent) return written;
  const auto slash = written.find('/');
  if (slash == std::string_view::npos) return written;
  set = value::code_set(written.substr(0, slash));
  return written.substr(slash + 1);
}

/// The State that most partners of the repository work in: what a slip may stand for.
value::StateCode usual_state(const Context& context) {
  if (context.hints != nullptr && context.hints->usual_state) return *context.hints->usual_state;
  std::map<std::uint16_t, std::size_t> uses;
  if (context.dataset != nullptr)
    for (const auto* partner : context.data().partners())
      if (partner->country) ++uses[partner->country.index()];
  std::uint16_t most = 0;
  for (const auto& [state, count] : uses)
    if (most == 0 || count > uses[most]) most = state;
  const value::StateCode usual{most, 0};
  if (context.hints != nullptr) context.hints->usual_state = usual;
  return usual;
}

/// Two letters that are no code of anyone, one of them of the State's own. Only for a State of the
/// office's making: a code that is known elsewhere must lead to no other State.
bool is_slip_for(value::StateCode state, std::string_view written, const Context& context) {
  const auto* row = state ? context.library->row(state) : nullptr;
  if (row == nullptr || written.size() != 2 || reference::is_territory_code(written)) return false;
  const auto& from = context.library->table<model::StateRow>().of(*row);
  return from.origin == reference::Origin::office &&
         written.find_first_of(context.codes().name(state.row())) != std::string_view::npos;
}

/// "HND (Honduras)".
std::string called(const Context& context, value::RowId row, bool with_set) {
  const auto name = reference::name(*context.library, row, reference::Language::en).text.str();
  return fmt::format("{}{}{}", with_set ? std::string(value::word(row.set)) + "/" : "",
                     context.codes().name(row),
                     name.empty() ? "" : fmt::format(" ({})", base::printable(name)));
}

constexpr const char* how_listed =
    "write the kind of row and its code, such as mechanism/achpr-sr-hrd";

/// A field that takes rows of any kind holds a name: the rows of that name.
std::string listed_hint(std::string_view written, const Context& context) {
  const auto rows = reference::find(*context.library, CodeSet::absent, written);
  std::string text;
  for (const auto row : rows)
    text += fmt::format("{}{}/{}", text.empty() ? "write " : " or ", value::word(row.set),
                        context.codes().name(row));
  constexpr std::size_t few = 3;
  return rows.empty() || rows.size() > few ? std::string(how_listed) : text;
}

/// Null outside a run.
const IdIndex* known(const Context& context) {
  if (context.dataset == nullptr || context.hints == nullptr) return nullptr;
  Hints& hints = *context.hints;
  std::call_once(hints.known_once, [&] { hints.known.emplace(context.data()); });
  return &*hints.known;
}

/// Some of the ids that go on where `id` ends, of records sorted by theirs.
template <class Record>
void add_longer(std::span<Record* const> records, std::string_view id, std::size_t most,
                std::vector<std::string_view>& found) {
  const std::string start = std::string(id) + "-";
  auto at = std::lower_bound(
      records.begin(), records.end(), start,
      [](const Record* record, const std::string& text) { return record->id() < text; });
  for (; at != records.end() && (*at)->id().starts_with(start) && found.size() < most; ++at)
    found.push_back((*at)->id());
}

constexpr std::size_t longest_slip = 200;  // bytes; what is longer was no code, id or name

std::string new_code_hint(const FoundFault& found, const Context& context) {
  CodeSet set = found.fault.type == nullptr ? CodeSet::absent : found.fault.type->set;
  if (found.fault.length > longest_slip)
    return set == CodeSet::absent ? std::string(how_listed)
                                  : fmt::format("see `rapport reference {}`", value::word(set));
  const bool with_set = set == CodeSet::absent;
  const std::string text = meant(found);
  const auto written = code_part(text, set);
  if (set == CodeSet::absent) return listed_hint(text, context);
  if (context.codes().find(set, written) != 0)  // | and > add the end of the line
    return fmt::format("write {} on the line of its key", text);
  const auto see = fmt::format("see `rapport reference {}`", value::word(set));
  std::string codes;
  for (const auto row : reference::readings(*context.library, set, written))
    codes += fmt::format("{}{}", codes.empty() ? "write " : " or ", called(context, row, with_set));
  if (codes.empty() && set == CodeSet::state)
    if (const value::StateCode usual = usual_state(context); is_slip_for(usual, written, context))
      codes = "write " + called(context, usual.row(), with_set);
  return codes.empty() ? see + ", or add a row in reference/"
                       : fmt::format("{}, or {}", codes, see);
}

}  // namespace

std::string code_hint(const FoundFault& found, const Context& context) {
  const CodeSet set = found.fault.type == nullptr ? CodeSet::absent : found.fault.type->set;
  if (context.hints == nullptr) return new_code_hint(found, context);
  std::string& known = context.hints->of_code[{set, meant(found)}];
  if (known.empty()) known = new_code_hint(found, context);
  return known;
}

std::string id_hint(const FoundFault& found, const Context& context) {
  std::string id;
  const std::string folded = found.fault.length > longest_slip ? "" : base::fold(meant(found));
  for (const auto word : base::words(folded)) id += (id.empty() ? "" : "-") + std::string(word);
  std::string_view best;
  if (const IdIndex* all = known(context)) {
    if (const auto* record = context.data().find(id))
      best = record->id();
    else if (const auto* partner = all->called(folded))
      best = partner->id();
    else
      best = all->nearest(id);
  }
  if (!best.empty()) return fmt::format("write '{}'", best);
  return "write the id of a record: lower case letters, digits and -";
}

std::string record_hint(const Context& context, std::string_view id, value::Refers refers) {
  const IdIndex* all = known(context);
  std::vector<std::string_view> ids;
  constexpr std::size_t few = 3;
  if (const auto near = all == nullptr ? std::string_view{} : all->nearest(id); !near.empty()) {
    ids.push_back(near);
  } else if (all != nullptr) {
    if (refers != value::Refers::engagement)
      add_longer(context.data().partners(), id, few + 1, ids);
    if (refers != value::Refers::partner)
      add_longer(context.data().engagements(), id, few + 1, ids);
  }
  if (ids.empty() || ids.size() > few) return "add the record, or correct the id";
  return fmt::format("write '{}', or add the record", base::join(ids, "' or '"));
}

}  // namespace rapport::rules
