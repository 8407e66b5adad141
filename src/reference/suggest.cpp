#include "reference/suggest.hpp"

#include "base/nearest.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "reference/names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace rapport::reference {
namespace {

using value::CodeSet;
using value::RowId;
using Rows = std::vector<RowId>;

constexpr std::size_t state_code_length = 3;
constexpr std::size_t shortest_name = 5;  // shorter names of States are one letter apart
constexpr std::size_t few = 3;            // more readings are no help

/// Codes of ISO 3166-1 that are of no State.
constexpr std::string_view territory_codes =
    " ABW AIA ALA ASM ATA ATF BES BLM BMU BVT CCK COK CUW CXR CYM ESH FLK FRO GGY GIB GLP GRL GUF "
    "GUM HKG HMD IMN IOT JEY MAC MAF MNP MSR MTQ MYT NCL NFK NIU PCN PRI PYF REU SGS SHN SJM SPM "
    "TCA TKL TWN UMI VGB VIR WLF AW AI AX AS AQ TF BQ BL BM BV CC CK CW CX KY EH FK FO GG GI GP GL "
    "GF GU HK HM IM IO JE MO MF MP MS MQ YT NC NF NU PN PR PF RE GS SH SJ PM TC TK TW UM VG VI WF ";

/// Codes that others write, or wrote, for what is no State today: of sport, and former ones.
constexpr std::string_view codes_of_no_state =
    " AHO ANT ARU ASA BOH CAY CSK EUN ISV IVB LIB PUR SAA SCG SUN TAH TCH TPE YUG ";

/// Places that are no States, and nearly called like one.
constexpr std::array<std::string_view, 5> nearly_states = {"guyane", "guayana", "yougoslavie",
                                                           "saint martin", "islas malvinas"};

bool is_state_set(CodeSet set) { return set == CodeSet::state; }

bool is_among(std::string_view codes, std::string_view code) {
  return codes.find(fmt::format(" {} ", code)) != std::string_view::npos;
}

bool is_nearly_state(std::string_view written) {
  const std::string folded = base::fold(written);
  const auto words = base::words(folded);
  return std::ranges::find(nearly_states, base::join(std::span<const std::string_view>(words),
                                                     " ")) != nearly_states.end();
}

bool are_exchanged(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  const auto at = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  return at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] &&
         a.substr(at + 2) == b.substr(at + 2);
}

template <class Row>
void add_other_codes(const ReferenceData& library, CodeSet set, const std::string& code,
                     Rows& found) {
  const auto& table = library.table<Row>();
  for (const Row& row : table)
    for (const model::Text& other : row.other_codes)
      if (other.str() == code)
        found.push_back({set, static_cast<std::uint16_t>(&row - table.begin() + 1)});
}

Rows by_other_code(const ReferenceData& library, const std::string& code) {
  Rows found;
  add_other_codes<model::StateRow>(library, CodeSet::state, code, found);
  add_other_codes<model::TerritoryRow>(library, CodeSet::territory, code, found);
  return found;
}

Rows by_exchanged_letters(const ReferenceData& library, std::string_view code) {
  Rows found;
  const auto& states = library.codes().all(CodeSet::state);
  for (std::size_t i = 0; i < states.size(); ++i)
    if (are_exchanged(code, states[i]))
      found.push_back({CodeSet::state, static_cast<std::uint16_t>(i + 1)});
  return found;
}

/// All rows of which a name is as near as the nearest.
Rows by_nearest_name(const ReferenceData& library, CodeSet set, std::string_view written,
                     std::size_t most_steps) {
  Rows found;
  std::size_t least = most_steps + 1;
  const auto count = library.codes().all(set).size();
  for (std::uint16_t i = 1; i <= count; ++i) {
    base::Nearest own(written);
    for (const std::string& name : names_of(library, {set, i})) own.offer(name);
    if (own.best().empty() || own.steps() > most_steps || own.steps() > least) continue;
    if (own.steps() < least) found.clear();
    least = own.steps();
    found.push_back({set, i});
  }
  return found;
}

Rows state_readings(const ReferenceData& library, std::string_view written) {
  const std::string code = base::upper_ascii(written);
  for (const CodeSet set : {CodeSet::state, CodeSet::territory})
    if (auto exact = find_exact(library, set, written); !exact.empty()) return exact;
  if (auto others = by_other_code(library, code); !others.empty()) return others;
  if (is_territory_code(code) || is_among(codes_of_no_state, code)) return {};
  if (written.size() <= state_code_length) return by_exchanged_letters(library, code);
  for (const CodeSet set : {CodeSet::state, CodeSet::territory})
    if (auto words = find(library, set, written); !words.empty()) return words;
  if (written.size() < shortest_name || is_nearly_state(written)) return {};
  constexpr std::size_t letters_a_slip = 6;
  return by_nearest_name(library, CodeSet::state, written,
                         std::max<std::size_t>(1, written.size() / letters_a_slip));
}

/// The words of a code or name, folded.
std::vector<std::string> words_of(std::string_view text) {
  const std::string folded = base::fold(text);
  std::vector<std::string> words;
  for (const auto word : base::words(folded)) words.emplace_back(word);
  return words;
}

/// The State that a word of a code or name stands for: its code, or a name of one word.
using StateWords = std::map<std::string, RowId, std::less<>>;

StateWords state_words(const ReferenceData& library) {
  StateWords words;
  const auto count = library.codes().all(CodeSet::state).size();
  for (std::uint16_t i = 1; i <= count; ++i)
    for (const auto& name : names_of(library, {CodeSet::state, i}))
      if (auto parts = words_of(name); parts.size() == 1 && parts[0].size() >= state_code_length)
        words.emplace(std::move(parts[0]), RowId{CodeSet::state, i});
  return words;
}

/// Whether a candidate speaks of the States of `written`, and of no other: `hra-mdv` is no slip of
/// `hra-mda`, nor `sr-iran` of `sr-iraq`.
class SameStates {
 public:
  SameStates(const ReferenceData& library, std::string_view written)
      : named_(state_words(library)), words_(words_of(written)) {
    for (const auto& word : words_) {
      const RowId state = state_of(word);
      if (state && (is_code(written) || word.size() > state_code_length)) states_.push_back(state);
    }
  }

  bool operator()(std::string_view candidate) const {
    const auto words = words_of(candidate);
    for (const auto& word : words)
      if (is_code(candidate) && std::ranges::find(words_, word) == words_.end() &&
          is_of_another_state(word))
        return false;
    return std::ranges::all_of(states_, [&](const RowId& state) {
      return std::ranges::any_of(words,
                                 [&](const std::string& word) { return state_of(word) == state; });
    });
  }

 private:
  /// "and" is Andorra in a code, and a word in a name.
  static bool is_code(std::string_view text) { return text.find(' ') == std::string_view::npos; }

  RowId state_of(const std::string& word) const {
    const auto found = named_.find(word);
    return found == named_.end() ? RowId{} : found->second;
  }

  /// A code of a State where none such is written, unless with two letters exchanged.
  bool is_of_another_state(const std::string& word) const {
    if (word.size() != state_code_length) return false;
    const RowId state = state_of(word);
    if (!state || std::ranges::find(states_, state) != states_.end()) return false;
    return std::ranges::none_of(
        words_, [&](const std::string& written) { return are_exchanged(written, word); });
  }

  StateWords named_;
  std::vector<std::string> words_;
  Rows states_;
};

Rows other_readings(const ReferenceData& library, CodeSet set, std::string_view written) {
  if (auto found = find(library, set, written); found.size() == 1) return found;
  const SameStates has_same_states(library, written);
  base::Nearest code(written);
  for (const auto& known : library.codes().all(set))
    if (has_same_states(known)) code.offer(known);
  if (!code.best().empty()) return {{set, library.codes().find(set, code.best())}};
  RowId best;
  std::size_t steps = written.size();
  const auto count = library.codes().all(set).size();
  for (std::uint16_t i = 1; i <= count; ++i) {
    const RowId row{set, i};
    const auto names = names_of(library, row);
    base::Nearest own(written);
    for (const std::string& name : names) own.offer(name);
    if (own.best().empty() || own.steps() >= steps || !has_same_states(own.best())) continue;
    best = row;
    steps = own.steps();
  }
  return best ? Rows{best} : Rows{};
}

}  // namespace

bool is_territory_code(std::string_view written) {
  const bool is_code = written.size() == 2 || written.size() == state_code_length;
  return is_code && is_among(territory_codes, base::upper_ascii(written));
}

Rows readings(const ReferenceData& library, CodeSet set, std::string_view written) {
  Rows found = is_state_set(set) ? state_readings(library, base::trim(written))
                                 : other_readings(library, set, written);
  return found.size() > few ? Rows{} : found;
}

std::string_view meant(const ReferenceData& library, CodeSet set, std::string_view written) {
  const auto found = readings(library, set, written);
  if (found.size() != 1 || found.front().set != set) return {};
  return library.codes().name(found.front());
}

std::string did_you_mean(const ReferenceData& library, CodeSet set, std::string_view written) {
  std::string codes;
  for (const RowId row : readings(library, set, written)) {
    const auto code = library.codes().name(row);
    if (row.set != set) return fmt::format("it is a territory, not a State: '{}'", code);
    codes += fmt::format("{}'{}'", codes.empty() ? "" : " or ", code);
  }
  if (codes.empty() && set == CodeSet::state && is_territory_code(written))
    return "it is the code of a territory, not of a State";
  return codes.empty() ? codes : fmt::format("did you mean {}?", codes);
}

}  // namespace rapport::reference
