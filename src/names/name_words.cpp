#include "names/name_words.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "names/common_words.hpp"
#include "names/name_forms.hpp"

#include <algorithm>
#include <utility>

namespace rapport::names {
namespace {

std::string_view beginning_of(std::string_view name) {
  if (name.size() <= longest_name) return name;
  std::size_t end = longest_name;
  while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) --end;
  return name.substr(0, end);
}

/// As it is typed where the letters are missing: Mueller, Soerensen, Aase.
std::string with_digraphs(std::string_view name) {
  constexpr std::pair<char32_t, std::string_view> digraphs[] = {
      {0xC4, "Ae"}, {0xC5, "Aa"}, {0xD6, "Oe"}, {0xD8, "Oe"}, {0xDC, "Ue"},
      {0xE4, "ae"}, {0xE5, "aa"}, {0xF6, "oe"}, {0xF8, "oe"}, {0xFC, "ue"}};
  std::string out;
  const std::string composed = base::nfc(name);
  for (std::string_view rest = composed; !rest.empty();) {
    const char32_t point = base::take_point(rest);
    const auto found =
        std::ranges::find(digraphs, point, &std::pair<char32_t, std::string_view>::first);
    if (found == std::end(digraphs))
      base::append_point(out, point);
    else
      out += found->second;
  }
  return out;
}

bool is_common_at(const ScanText& name, std::size_t at) { return is_common_word(name.text(at)); }

}  // namespace

std::vector<std::string> names_to_read(std::string_view name, bool is_person) {
  name = beginning_of(name);
  std::vector<std::string> names;
  if (may_have_forms(name))
    names = forms_of_name(name, is_person);
  else
    names.emplace_back(name);
  if (base::is_ascii(name)) return names;
  const std::size_t count = names.size();
  for (std::size_t i = 0; i < count; ++i)
    if (std::string other = with_digraphs(names[i]); other != base::nfc(names[i]))
      names.push_back(std::move(other));
  return names;
}

NameWords::NameWords(const ScanText& name) {
  take(name, false);
  if (count_ < 2) {
    NameWords all = *this;
    all.count_ = 0;
    all.take(name, true);
    all.with_particles_ = all.count_ > count_;
    if (all.count_ > 1) *this = all;
  }
  is_common_ = count_ != 0;
  for (std::size_t i = 0; i < count_; ++i) is_common_ = is_common_ && is_common_at(name, at_[i]);
}

/// Of what an apostrophe ties the last word stands for all.
void NameWords::take(const ScanText& name, bool all) {
  for (std::size_t at = 0; at < name.size() && count_ < most; ++at) {
    const bool is_tied = at + 1 < name.size() && name[at + 1].gap == Gap::apostrophe;
    if (all || (!is_tied && !name[at].is_particle)) at_[count_++] = at;
  }
}

bool is_no_pair(const ScanText& name, std::size_t one, std::size_t other) {
  if (name[one].is_letter && name[other].is_letter) return true;  // "A. B." is said of annexes too
  return is_common_at(name, one) && is_common_at(name, other);
}

bool is_and(std::string_view word) {
  return word == "and" || word == "et" || word == "y" || word == "e";
}

Between between(const ScanText& name, std::size_t one, std::size_t other) {
  Between signs;
  std::size_t edges = 0;
  for (std::size_t at = one + 1; at <= other; ++at) {
    if (at < other && is_and(name.text(at))) signs.is_and = true;
    if (name[at].gap == Gap::edge) ++edges;
  }
  signs.is_edge = edges == 1;
  return signs;
}

}  // namespace rapport::names
