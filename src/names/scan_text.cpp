#include "names/scan_text.hpp"

#include "base/hash.hpp"
#include "base/particles.hpp"
#include "base/spaces.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "names/name_forms.hpp"

#include <algorithm>
#include <limits>
#include <optional>

namespace rapport::names {
namespace {

bool is_alnum(char c) { return base::is_digit(c) || base::is_lower(c) || base::is_upper(c); }

bool is_apostrophe(char32_t point) {
  constexpr std::u32string_view apostrophes = U"'`\u00B4\u02BC\u2018\u2019\u201B\u2032";
  return apostrophes.find(point) != apostrophes.npos;
}
bool is_hyphen(char32_t point) {
  return point == U'-' || point == U'_' || (point >= 0x2010 && point <= 0x2014);
}

/// What a gap between two words consists of.
struct Signs {
  std::size_t count = 0;
  std::size_t spaces = 0;
  std::size_t lines = 0;
  std::size_t commas = 0;
  std::size_t points = 0;
  char32_t only = 0;         // the last one
  bool ends_blank = false;   // in a space or line end
  bool is_name_like = true;  // nothing in it but what may be in a name
};

void take(Signs& signs, char32_t point) {
  const bool is_blank = base::is_space(point) || point == U'\n';
  if (base::is_space(point)) ++signs.spaces;
  if (point == U'\n') ++signs.lines;
  if (point == U',' || point == 0x060C) ++signs.commas;
  if (point == U'.') ++signs.points;
  // Behind a line end a sign begins an item of a list.
  const bool is_mark = point == U'*' || is_hyphen(point);
  if (is_mark && signs.lines != 0 && point != U'_') signs.is_name_like = false;
  const bool may_stand = is_blank || is_mark || is_apostrophe(point) || point == U',' ||
                         point == 0x060C || point == U'.' || point == U'\\' || point == U'+';
  if (!may_stand) signs.is_name_like = false;
  signs.only = point;
  signs.ends_blank = is_blank;
  ++signs.count;
}

Signs signs_of(std::string_view gap) {
  Signs signs;
  while (!gap.empty()) {
    const char32_t point = base::next_code_point(gap);
    if (base::is_invisible(point) || (point == U'\r' && gap.starts_with('\n'))) continue;
    take(signs, point);
  }
  return signs;
}

/// A point ends a sentence, but not behind an initial, before a number, or where no space is
/// behind it, as in an address.
bool ends_sentence(const Signs& signs, bool behind_letter, char next) {
  if (signs.points == 0) return false;
  const bool has_blank = signs.spaces != 0 || signs.lines != 0;
  return signs.points > 1 || (has_blank && !behind_letter && !base::is_digit(next));
}

/// One space, or one line end with what the next line is indented by; more of either parts columns
/// and paragraphs.
bool is_one_blank(const Signs& signs) {
  return signs.lines == 1 || (signs.lines == 0 && signs.spaces <= 1);
}

Gap gap_of(std::string_view gap, bool behind_letter, char next) {
  if (gap.empty()) return Gap::none;
  if (gap == " ") return Gap::space;
  const Signs signs = signs_of(gap);
  if (signs.count == 0) return Gap::none;
  if (signs.count == 1 && is_apostrophe(signs.only)) return Gap::apostrophe;
  if (signs.count == 1 && is_hyphen(signs.only)) return Gap::hyphen;
  if (!is_one_blank(signs)) return Gap::apart;
  if (!signs.is_name_like) return is_edge_of_aside(gap) ? Gap::edge : Gap::apart;
  if (ends_sentence(signs, behind_letter, next) || signs.commas > 1) return Gap::apart;
  if (signs.commas == 0) return Gap::space;
  return signs.ends_blank ? Gap::comma : Gap::apart;  // one without a space parts cells
}

bool begins_with_capital(std::string_view word) {
  if (base::is_lower(word.front()) || base::is_digit(word.front())) return false;
  if (base::is_upper(word.front())) return true;
  const auto first = word.substr(
      0, word.size() - [&] {
        auto rest = word;
        base::next_code_point(rest);
        return rest.size();
      }());
  return base::upper(first) == first;
}

/// Where the letters or digits that begin at `at` end.
std::size_t end_of_kind(std::string_view word, std::size_t at) {
  const bool digits = base::is_digit(word[at]);
  while (at < word.size() && base::is_digit(word[at]) == digits) ++at;
  return at;
}

/// Which character of a text each byte of it, folded, comes from. Folding puts only marks of one
/// letter in another order.
class FoldedFrom {
 public:
  FoldedFrom() = default;
  explicit FoldedFrom(std::string_view text) {
    for (std::string_view rest = text; !rest.empty();) {
      const std::size_t start = text.size() - rest.size();
      base::next_code_point(rest);
      const std::size_t end = text.size() - rest.size();
      const std::size_t size =
          end - start == 1 ? 1 : base::fold(text.substr(start, end - start)).size();
      if (size == 0 && !ends_.empty()) ends_.back() = end;  // a mark of the one before
      starts_.resize(starts_.size() + size, start);
      ends_.resize(ends_.size() + size, end);
    }
  }

  std::size_t start(std::size_t byte) const { return starts_[std::min(byte, starts_.size() - 1)]; }
  std::size_t end(std::size_t byte) const { return ends_[std::min(byte, ends_.size() - 1)]; }

 private:
  std::vector<std::size_t> starts_;
  std::vector<std::size_t> ends_;
};

/// A word of a folded run of letters and digits.
struct FoldedPart {
  std::string_view text;
  std::size_t at;          // in the run
  std::optional<Gap> gap;  // to the one before in the run; the first one has none
};

std::vector<FoldedPart> parts_of(std::string_view folded) {
  std::vector<FoldedPart> parts;
  const auto offset = [folded](const char* at) {
    return static_cast<std::size_t>(at - folded.data());
  };
  std::size_t behind = 0;
  for (const auto word : base::words(folded)) {
    const std::size_t start = offset(word.data());
    for (std::size_t at = 0; at < word.size();) {
      const std::size_t next = end_of_kind(word, at);
      std::optional<Gap> gap;
      if (!parts.empty())
        gap = at != 0 ? Gap::none
                      : gap_of(folded.substr(behind, start - behind), false, word.front());
      parts.push_back({word.substr(at, next - at), start + at, gap});
      at = next;
    }
    behind = start + word.size();
  }
  return parts;
}

}  // namespace

std::uint64_t hash_of_word(std::string_view folded) { return base::hash(folded); }

void ScanText::read(std::string_view text) {
  written_ = text.substr(0, std::numeric_limits<std::uint32_t>::max());
  folded_.clear();
  words_.clear();
  folded_.reserve(written_.size());
  for (std::size_t at = 0; at < written_.size();) {
    bool ascii = true;
    const std::size_t end = end_of_run(at, ascii);
    if (end == at) {
      auto rest = written_.substr(at);
      base::next_code_point(rest);
      at = written_.size() - rest.size();
      continue;
    }
    if (ascii)
      add_plain(at, end);
    else
      add_folded(at, end);
    at = end;
  }
}

/// Letters, digits, their marks, and what is not seen between them.
std::size_t ScanText::end_of_run(std::size_t start, bool& ascii) const {
  std::size_t at = start;
  while (at < written_.size()) {
    const char c = written_[at];
    if (static_cast<unsigned char>(c) < 0x80) {
      if (!is_alnum(c)) break;
      ++at;
      continue;
    }
    auto rest = written_.substr(at);
    const char32_t point = base::next_code_point(rest);
    if (!base::is_word(point) && !base::is_invisible(point)) break;
    ascii = false;
    at = written_.size() - rest.size();
  }
  return at;
}

void ScanText::add_plain(std::size_t start, std::size_t end) {
  const auto run = written_.substr(start, end - start);
  for (std::size_t at = 0; at < run.size();) {
    const std::size_t next = end_of_kind(run, at);
    const bool is_capital = base::is_upper(run[at]);
    add({run.substr(at, next - at), start + at, start + next, is_capital, {}});
    at = next;
  }
}

/// Folding may make several words of one, and other letters of one letter.
void ScanText::add_folded(std::size_t start, std::size_t end) {
  const auto run = written_.substr(start, end - start);
  const std::string folded = base::fold(run);
  const auto parts = parts_of(folded);
  const FoldedFrom from = parts.size() > 1 ? FoldedFrom(run) : FoldedFrom();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    Part part{parts[i].text, start, end, false, parts[i].gap};
    if (i != 0) part.start = start + from.start(parts[i].at);
    if (i + 1 != parts.size()) part.end = start + from.end(parts[i].at + part.folded.size() - 1);
    part.is_capital = begins_with_capital(written_.substr(part.start, part.end - part.start));
    add(part);
  }
}

void ScanText::add(const Part& part) {
  ScanWord word{.at = static_cast<std::uint32_t>(folded_.size()),
                .start = static_cast<std::uint32_t>(part.start),
                .end = static_cast<std::uint32_t>(part.end)};
  for (const char c : part.folded) folded_ += base::is_upper(c) ? static_cast<char>(c | 0x20) : c;
  word.size = static_cast<std::uint32_t>(folded_.size()) - word.at;
  const std::string_view own = std::string_view(folded_).substr(word.at);
  word.hash = hash_of_word(own);
  word.is_particle = base::is_particle(own);
  auto rest = own;
  base::next_code_point(rest);
  word.is_letter = rest.empty() && !base::is_digit(own.front());
  word.is_capital = part.is_capital;
  if (part.gap) {
    word.gap = *part.gap;
  } else if (!words_.empty()) {
    const ScanWord& before = words_.back();
    const auto between = written_.substr(before.end, part.start - before.end);
    word.gap = gap_of(between, before.is_letter, own.front());
  }
  words_.push_back(word);
}

std::string_view ScanText::gap_before(std::size_t at) const {
  if (at == 0 || words_[at].start < words_[at - 1].end) return {};
  return written_.substr(words_[at - 1].end, words_[at].start - words_[at - 1].end);
}

std::size_t ScanText::before_aside(std::size_t at) const {
  const std::size_t end = end_before_aside(written_, words_[at].start);
  if (end == std::string::npos) return none;
  while (at-- != 0)
    if (words_[at].end <= end) return words_[at].end == end ? at : none;
  return none;
}

std::size_t ScanText::first_of_one(std::size_t at) const {
  constexpr std::size_t most = 2;  // more words before one are not written with it
  const std::size_t least = at > most ? at - most : 0;
  std::size_t first = at;
  while (first > least) {
    const Gap gap = words_[first].gap;
    const bool is_tied = gap == Gap::apostrophe || gap == Gap::hyphen;
    if (!is_tied && !(gap == Gap::space && words_[first - 1].is_particle)) break;
    --first;
  }
  return first;
}

}  // namespace rapport::names
