#include "names/unsegmented_scripts.hpp"

#include "base/hash.hpp"
#include "base/spaces.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

#include <algorithm>

namespace rapport::names {
namespace {

constexpr unsigned char first_byte = 0xE0;  // of three or more, which all these characters have

struct Letter {
  char32_t folded;
  std::size_t start;  // of the character it is of
  std::size_t end;
};

/// Characters of the scripts, the parts of Hangul syllables and narrow kana too.
bool is_of_script(char32_t point) {
  return base::is_unspaced(point) || (point >= 0x1100 && point < 0x1200) ||
         (point >= 0xFF66 && point < 0xFFA0);
}

/// Parts the names of foreigners.
bool is_middle_dot(char32_t point) {
  return point == 0x00B7 || point == 0x2027 || point == 0x30FB || point == 0xFF65;
}

/// What may be between two characters of a name: a space, or a line end and what the next line
/// begins with.
class Joint {
 public:
  bool takes(char32_t point) {
    if (is_middle_dot(point) || base::is_invisible(point)) return true;
    if (point == U'\n') return ++lines_ == 1;
    return base::is_space(point) && (lines_ != 0 || ++spaces_ == 1);
  }

 private:
  int spaces_ = 0;
  int lines_ = 0;
};

/// The letters a character is compared by; none for a mark above or below another.
void append(std::vector<Letter>& run, char32_t point, std::size_t start, std::size_t end) {
  if (point >= 0x3400 && point < 0xA000) {  // Han stays as it is
    run.push_back({point, start, end});
    return;
  }
  std::string character;
  base::append_point(character, point);
  const std::string folded = base::fold(character);
  for (std::string_view rest = folded; !rest.empty();)
    run.push_back({base::next_code_point(rest), start, end});
}

/// The next such characters in a row from `at` on; gives where they end.
std::size_t take_run(std::string_view text, std::size_t at, std::vector<Letter>& run) {
  run.clear();
  Joint joint;
  while (at < text.size()) {
    if (run.empty() && static_cast<unsigned char>(text[at]) < first_byte) {
      ++at;
      continue;
    }
    std::string_view rest = text.substr(at);
    const char32_t point = base::next_code_point(rest);
    const std::size_t next = text.size() - rest.size();
    if (is_of_script(point) && !is_middle_dot(point)) {
      append(run, point, at, next);
      joint = {};
    } else if (!run.empty() && !joint.takes(point)) {
      break;
    }
    at = next;
  }
  return at;
}

constexpr std::size_t most_letters = 16;  // that are compared

std::uint64_t key_of(char32_t first, char32_t second) {
  return std::uint64_t{first} << 32 | std::uint64_t{second};
}

/// The last letter of a match is the last of its character, as it is not where "가나" stands in
/// "가난".
bool stands_at(const std::vector<Letter>& run, std::size_t at, std::u32string_view letters) {
  const std::size_t end = at + letters.size();
  if (end > run.size() || (end < run.size() && run[end].start == run[end - 1].start)) return false;
  if (at != 0 && run[at - 1].start == run[at].start) return false;
  return std::equal(letters.begin(), letters.end(), run.begin() + static_cast<std::ptrdiff_t>(at),
                    [](char32_t letter, const Letter& other) { return letter == other.folded; });
}

/// Whether it is likely to be a part of words that name nobody.
bool is_short(std::u32string_view letters, std::size_t characters) {
  const auto is_han = [](char32_t letter) {
    return (letter >= 0x3400 && letter < 0xA000) || letter >= 0x20000;
  };
  if (std::ranges::all_of(letters, is_han)) return false;
  const bool is_alphabet =  // Thai, Lao, Burmese, Khmer
      letters.front() < 0x1100 || (letters.front() >= 0x1780 && letters.front() < 0x1800);
  if (is_alphabet) return letters.size() < 5;
  return characters < 3;
}

}  // namespace

bool is_unsegmented_name(std::string_view text) {
  text = base::trim(text);
  if (text.empty() || static_cast<unsigned char>(text.front()) < first_byte) return false;
  std::size_t characters = 0;
  std::vector<Letter> run;
  const std::string composed = base::nfc(text);
  for (std::string_view rest = composed; !rest.empty();) {
    const char32_t point = base::next_code_point(rest);
    if (base::is_space(point) || is_middle_dot(point)) continue;
    if (!is_of_script(point)) return false;
    run.clear();
    append(run, point, 0, 0);
    if (!run.empty()) ++characters;
  }
  return characters > 1;
}

void UnsegmentedNames::add(std::string_view name, std::uint32_t owner) {
  if (!is_unsegmented_name(name)) return;
  std::u32string letters;
  std::size_t characters = 0;
  std::vector<Letter> run;
  for (std::size_t at = take_run(name, 0, run); !run.empty(); at = take_run(name, at, run))
    for (const Letter& letter : run) {
      const bool begins = &letter == &run.front() || (&letter)[-1].start != letter.start;
      if (begins && letters.size() >= most_letters) break;
      if (begins) ++characters;
      letters += letter.folded;
    }
  const bool stands_alone = is_short(letters, characters);
  starts_.insert(key_of(letters[0], letters[1]));
  std::uint64_t key = 0;
  for (const char32_t letter : letters) key = base::chain(key, letter);
  names_.try_emplace(key, Name{std::move(letters), owner, stands_alone});
}

template <class Visit>
bool UnsegmentedNames::any(std::string_view text, Visit&& visit) const {
  if (names_.empty()) return false;
  std::vector<Letter> run;
  for (std::size_t next = take_run(text, 0, run); !run.empty(); next = take_run(text, next, run))
    for (std::size_t at = 0; at + 1 < run.size(); ++at) {
      if (!starts_.contains(key_of(run[at].folded, run[at + 1].folded))) continue;
      std::uint64_t key = 0;
      const std::size_t end = std::min(run.size(), at + most_letters + 4);
      for (std::size_t last = at; last < end; ++last) {
        key = base::chain(key, run[last].folded);
        const auto known = names_.find(key);
        if (known == names_.end()) continue;
        const Name& name = known->second;
        if (name.letters.size() != last + 1 - at || !stands_at(run, at, name.letters)) continue;
        if (name.stands_alone && run.size() != name.letters.size()) continue;
        if (visit(Match{name.owner, run[at].start, run[last].end})) return true;
      }
    }
  return false;
}

bool UnsegmentedNames::any_in(std::string_view text) const {
  return any(text, [](const Match&) { return true; });
}

void UnsegmentedNames::find(std::string_view text, std::vector<Match>& found) const {
  any(text, [&found](const Match& hit) {
    found.push_back(hit);
    return false;
  });
}

}  // namespace rapport::names
