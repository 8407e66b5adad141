#include "rules/engine/hints.hpp"

#include "base/nearest.hpp"
#include "base/unicode.hpp"
#include "model/dataset.hpp"
#include "reference/names.hpp"
#include "rules/engine/faults.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <map>

namespace rapport::rules {
namespace {

using value::CodeSet;

constexpr std::size_t most_compared = 20000;  // beyond, a hint costs more than it helps

/// What is left of a word that may be the code, or of `set/code`.
std::string_view code_part(std::string_view written, CodeSet& set) {
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

/// A field that takes rows of any kind holds a name: the rows of that name.
std::string listed_hint(std::string_view written, const Context& context) {
  const auto rows = reference::find(*context.library, CodeSet::absent, written);
  std::string text;
  for (const auto row : rows)
    text += fmt::format("{}{}/{}", text.empty() ? "write " : " or ", value::word(row.set),
                        context.codes().name(row));
  constexpr std::size_t few = 3;
  return rows.empty() || rows.size() > few
             ? "write the kind of row and its code, such as mechanism/achpr-sr-hrd"
             : text;
}

/// The one record that is called so; null when there is none, or more than one.
const model::Head* called(const Context& context, std::string_view folded) {
  if (context.dataset == nullptr || folded.empty()) return nullptr;
  const model::Head* found = nullptr;
  std::size_t compared = 0;
  for (const auto* partner : context.data().partners()) {
    if (++compared > most_compared) break;
    const auto is = [&](const value::Text& name) { return base::fold(name.str()) == folded; };
    if (!is(partner->name) &&
        std::ranges::none_of(partner->aliases, [&](const auto& alias) { return is(alias); }))
      continue;
    if (found != nullptr) return nullptr;
    found = &partner->head;
  }
  return found;
}

std::string new_code_hint(const FoundFault& found, const Context& context) {
  CodeSet set = found.fault.type == nullptr ? CodeSet::absent : found.fault.type->set;
  const bool with_set = set == CodeSet::absent;
  const std::string text = meant(found);
  const auto written = code_part(text, set);
  if (set == CodeSet::absent) return listed_hint(text, context);
  if (context.codes().find(set, written) != 0)  // | and > add the end of the line
    return fmt::format("write {} on the line of its key", text);
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
  std::string& known = context.hints->of_code[{set, meant(found)}];
  if (known.empty()) known = new_code_hint(found, context);
  return known;
}

std::string id_hint(const FoundFault& found, const Context& context) {
  std::string id;
  const std::string folded = base::fold(meant(found));
  for (const auto word : base::words(folded)) id += (id.empty() ? "" : "-") + std::string(word);
  const auto* known = context.dataset == nullptr ? nullptr : context.data().find(id);
  if (known == nullptr) known = called(context, folded);
  const std::string_view best = known != nullptr ? known->id() : nearest_id(context, id);
  if (!best.empty()) return fmt::format("write '{}'", best);
  return "write the id of a record: small letters, digits and -";
}

std::string_view nearest_id(const Context& context, std::string_view id) {
  if (context.dataset == nullptr) return {};
  const int allowed = static_cast<int>(id.size() / 3);
  const std::uint64_t letters = letters_of(id);
  base::Nearest nearest(id);
  std::size_t compared = 0;
  for (std::uint32_t i = 0; i < context.data().size() && compared < most_compared; ++i) {
    const auto known = context.data().head(i).id();
    const int longer = static_cast<int>(known.size()) - static_cast<int>(id.size());
    if (std::abs(longer) > allowed) continue;
    if (std::popcount(letters & ~letters_of(known)) > allowed) continue;
    nearest.offer(known);
    ++compared;
  }
  return nearest.best();
}

std::string record_hint(const Context& context, std::string_view id, value::Refers refers) {
  std::string near(nearest_id(context, id));
  if (!near.empty()) return fmt::format("write '{}', or add the record", near);
  std::size_t found = 0;
  for (std::uint32_t i = 0; context.dataset != nullptr && i < context.data().size(); ++i) {
    const model::Head& head = context.data().head(i);
    const bool is_partner = head.kind == model::RecordKind::partner;
    if (refers == (is_partner ? value::Refers::engagement : value::Refers::partner)) continue;
    const auto known = head.id();
    if (known.size() <= id.size() || !known.starts_with(id) || known[id.size()] != '-') continue;
    near += fmt::format("{}'{}'", near.empty() ? "" : " or ", known);
    ++found;
  }
  constexpr std::size_t few = 3;
  return found == 0 || found > few ? "add the record, or correct the id"
                                   : fmt::format("write {}, or add the record", near);
}

}  // namespace rapport::rules
