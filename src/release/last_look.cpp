#include "release/last_look.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/dataset.hpp"
#include "model/record_type.hpp"
#include "release/field_place.hpp"
#include "release/marks.hpp"
#include "release/release.hpp"

#include <algorithm>
#include <unordered_set>

namespace rapport::release {
namespace {

/// What stands around the marks of a text: in their place the gate says what may be said.
std::vector<std::string_view> around_marks(std::string_view text) {
  std::vector<std::string_view> parts;
  std::size_t from = 0;
  for (Mark at = next_mark(text, 0); at.end != 0; at = next_mark(text, from)) {
    parts.push_back(text.substr(from, at.start - from));
    from = at.end;
  }
  parts.push_back(text.substr(from));
  return parts;
}

/// The shortest run of words of `text` in which something is found, as it is in all of it.
template <class Finds>
std::string_view shortest(std::string_view text, const Finds& finds) {
  const auto words = base::words(text);
  if (words.empty()) return text;
  const auto run = [&](std::size_t first, std::size_t last) {
    return std::string_view(words[first].data(), words[last].data() + words[last].size());
  };
  std::size_t first = 0;
  std::size_t last = words.size() - 1;
  for (std::size_t low = 0; low < last;) {
    const std::size_t middle = (low + last) / 2;
    if (finds(run(0, middle)))
      last = middle;
    else
      low = middle + 1;
  }
  for (std::size_t high = last; first < high;) {
    const std::size_t middle = (first + high + 1) / 2;
    if (finds(run(middle, last)))
      first = middle;
    else
      high = middle - 1;
  }
  const std::string_view found = run(first, last);
  return finds(found) ? found : text;
}

/// A text of one short line says best itself what is wrong with it.
template <class Finds>
std::string words_in(std::string_view text, const Finds& finds) {
  constexpr std::size_t short_line = 80;
  const bool is_short = text.find('\n') == text.npos && base::count_points(text) <= short_line;
  return std::string(is_short ? text : shortest(text, finds));
}

/// The line that something stands in, or the lines.
std::string_view lines_of(std::string_view bytes, const Hit& hit) {
  const auto before = bytes.substr(0, hit.start).rfind('\n');
  const std::size_t start = before == bytes.npos ? 0 : before + 1;
  const std::size_t end = std::min(bytes.find('\n', hit.end), bytes.size());
  return base::trim(bytes.substr(start, end - start));
}

}  // namespace

bool is_name_of_partner(const model::Dataset& data, const HandedOut& handed) {
  if (handed.head->kind != model::RecordKind::partner) return false;
  const model::Partner& partner = data.partner(*handed.head);
  const auto is = [&](const value::Text& name) {
    return name.raw().data() == handed.text.raw().data();
  };
  return is(partner.name) || std::ranges::any_of(partner.aliases, is) ||
         std::ranges::any_of(partner.alias_alone, is);
}

Leak LastLook::leak(const Secret& secret, std::string words) const {
  return {.kind = secret.kind,
          .owner = secret.record,
          .owner_is_partner = data_.partner(secret.record) != nullptr,
          .words = std::move(words)};
}

std::optional<Leak> LastLook::find(const value::Text& text) const {
  const std::string said = text.str();
  const auto finds = [this](std::string_view words) { return this->finds(words); };
  for (const std::string_view part : around_marks(said))
    if (const Secret* const secret = scan_.find(part)) return leak(*secret, words_in(part, finds));
  return std::nullopt;
}

std::optional<Leak> LastLook::find(const std::vector<HandedOut>& texts) const {
  if (secrets_.empty()) return std::nullopt;
  std::unordered_set<std::string_view> seen;  // hours, languages and towns are often the same
  for (const HandedOut& handed : texts) {
    if (is_name_of_partner(data_, handed) || !seen.insert(handed.text.raw()).second) continue;
    auto leak = find(handed.text);
    if (!leak) continue;
    FieldPlace place = place_of(data_, *handed.head, handed.text);
    leak->record = place.record;
    leak->field = std::move(place.field);
    return leak;
  }
  return std::nullopt;
}

std::optional<Leak> LastLook::find_outside(const std::vector<std::string>& open,
                                           std::string_view bytes) const {
  const Scan scan(secrets_, open);
  const Hit hit = scan.hit_in(bytes);
  if (hit.secret == nullptr) return std::nullopt;
  return leak(*hit.secret, std::string(lines_of(bytes, hit)));
}

std::vector<std::string> Release::cleared_names() const {
  std::vector<std::string> names;
  const auto add = [&names](const value::Text& name) {
    if (name) names.push_back(name.str());
  };
  const auto add_names = [&add](const model::Partner& partner) {
    add(partner.name);
    std::ranges::for_each(partner.aliases, add);
    std::ranges::for_each(partner.alias_alone, add);
  };
  for (const model::Partner* partner : gate_.data().partners())
    if (gate_.entry(*partner).how == Disclosure::full) add_names(*partner);
  // Some are named where they took part, and nowhere else.
  for (const HandedOut& handed : handed_out_)
    if (is_name_of_partner(gate_.data(), handed)) add_names(gate_.data().partner(*handed.head));
  return names;
}

const LastLook& Release::last_look() const {
  if (look_ == nullptr) look_ = std::make_unique<const LastLook>(gate_.data(), protected_texts());
  return *look_;
}

std::optional<Leak> Release::find_leak_in_office() const {
  const auto look_at = [this](const value::Text& text) {
    auto leak = last_look().find(text);
    if (!leak) return leak;
    leak->record = office_.head.source->path;
    leak->field = field_of(model::office_type().rows(), &office_, text);
    return leak;
  };
  for (const auto* text : {&office_.name, &office_.mailbox})
    if (auto leak = look_at(*text)) return leak;
  for (const auto* lines : {&office_.address, &office_.letterhead})
    for (const auto& line : *lines)
      if (auto leak = look_at(line)) return leak;
  return std::nullopt;
}

std::optional<Leak> Release::find_leak(std::string_view bytes) const {
  if (auto leak = last_look().find(handed_out_)) return leak;
  if (!last_look().finds(bytes)) return std::nullopt;
  // Which texts of the office are in it is not known; none of them may open a name.
  if (auto leak = find_leak_in_office()) return leak;
  return find_leak_in_words(bytes);
}

std::optional<Leak> Release::find_leak_in_words(std::string_view words) const {
  if (!last_look().finds(words)) return std::nullopt;
  return last_look().find_outside(cleared_names(), words);
}

std::optional<Leak> Release::find_leak_in_file_name(std::string_view path) const {
  if (!last_look().finds(path)) return std::nullopt;
  return last_look().find_outside({}, path);
}

}  // namespace rapport::release
