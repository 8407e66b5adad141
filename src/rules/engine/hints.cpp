#include "rules/engine/hints.hpp"

#include "base/nearest.hpp"
#include "base/unicode.hpp"
#include "model/dataset.hpp"
#include "reference/names.hpp"
#include "rules/engine/faults.hpp"

#include <fmt/format.h>

#include <bit>
#include <cstdlib>
#include <map>

namespace rapport::rules {
namespace {

using value::CodeSet;

/// What is left of a word that may be the code, or of `set/code`.
std::string_view code_part(const FoundFault& found, CodeSet& set) {
  const auto written = spelled(found);
  if (set != CodeSet::absent) return written;
  const auto slash = written.find('/');
  if (slash == std::string_view::npos) return written;
  set = value::code_set(written.substr(0, slash));
  return written.substr(slash + 1);
}

/// The State that most partners of the repository work in: what a slip most often stands for.
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

/// Too short to be a name, and with a letter of the code.
bool is_slip_for(std::string_view code, std::string_view written) {
  return written.size() <= 3 && written.find_first_of(code) != std::string_view::npos;
}

std::string hint(const Context& context, CodeSet set, std::string_view code, bool with_set) {
  const value::RowId row{set, context.codes().find(set, code)};
  const auto called = reference::name(*context.library, row, reference::Language::en).text.str();
  return fmt::format("write {}{}{}", with_set ? std::string(value::word(set)) + "/" : "", code,
                     called.empty() ? "" : fmt::format(" ({})", base::printable(called)));
}

/// A bit for each letter and digit of an id.
std::uint64_t letters_of(std::string_view id) {
  std::uint64_t mask = 0;
  for (const char c : id) mask |= std::uint64_t{1} << (static_cast<unsigned char>(c) & 63);
  return mask;
}

std::string new_code_hint(const FoundFault& found, const Context& context) {
  CodeSet set = found.fault.type == nullptr ? CodeSet::absent : found.fault.type->set;
  const bool with_set = set == CodeSet::absent;
  const auto written = code_part(found, set);
  if (set == CodeSet::absent)
    return "write the kind of row and its code, such as mechanism/achpr-sr-hrd";
  const auto see = fmt::format("see `rapport reference {}`", value::word(set));
  std::string_view code = reference::meant(*context.library, set, written);
  if (code.empty() && set == CodeSet::state) {
    const auto usual = context.codes().name(usual_state(context).row());
    if (is_slip_for(usual, written)) code = usual;
  }
  if (code.empty()) return see;
  return fmt::format("{}, or {}", hint(context, set, code, with_set), see);
}

}  // namespace

std::string code_hint(const FoundFault& found, const Context& context) {
  const CodeSet set = found.fault.type == nullptr ? CodeSet::absent : found.fault.type->set;
  if (context.hints == nullptr) return new_code_hint(found, context);
  std::string& known = context.hints->of_code[{set, std::string(spelled(found))}];
  if (known.empty()) known = new_code_hint(found, context);
  return known;
}

std::string id_hint(const FoundFault& found, const Context& context) {
  std::string id;
  const std::string folded = base::fold(spelled(found));
  for (const auto word : base::words(folded)) id += (id.empty() ? "" : "-") + std::string(word);
  const auto* known = context.dataset == nullptr ? nullptr : context.data().find(id);
  const std::string_view best = known != nullptr ? known->id() : nearest_id(context, id);
  if (!best.empty()) return fmt::format("write '{}'", best);
  return "write the id of a record: small letters, digits and -";
}

std::string_view nearest_id(const Context& context, std::string_view id) {
  if (context.dataset == nullptr) return {};
  constexpr std::size_t most = 20000;  // comparisons: beyond, a hint costs more than it helps
  const int allowed = static_cast<int>(id.size() / 3);
  const std::uint64_t letters = letters_of(id);
  base::Nearest nearest(id);
  std::size_t compared = 0;
  for (std::uint32_t i = 0; i < context.data().size() && compared < most; ++i) {
    const auto known = context.data().head(i).id();
    const int longer = static_cast<int>(known.size()) - static_cast<int>(id.size());
    if (std::abs(longer) > allowed) continue;
    if (std::popcount(letters & ~letters_of(known)) > allowed) continue;
    nearest.offer(known);
    ++compared;
  }
  return nearest.best();
}

}  // namespace rapport::rules
