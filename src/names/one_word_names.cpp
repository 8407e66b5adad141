#include "names/one_word_names.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "names/policy.hpp"

#include <bit>
#include <optional>

namespace rapport::names {
namespace {

/// Where in the text each byte of a word is, and where a capital begins another word in it.
class Letters {
 public:
  Letters(const ScanText& text, std::size_t at)
      : word_(text[at]),
        written_(text.written().substr(word_.start, word_.end - word_.start)),
        is_plain_(base::is_ascii(written_)) {
    if (!is_plain_) read();
  }

  std::size_t start(std::size_t byte) const {
    if (is_plain_) return word_.start + byte;
    return byte < letters_.size() ? word_.start + letters_[byte].start : word_.end;
  }

  /// "E" of "AnaEjemplo" and "D" of "ODonnell".
  bool is_border(std::size_t byte) const {
    if (byte == 0 || byte >= word_.size) return true;
    if (!is_capital(byte)) return false;
    const std::size_t next = behind(byte);
    return !is_capital(byte - 1) || (next < word_.size && !is_capital(next));
  }

 private:
  struct Letter {
    std::size_t start;
    bool is_capital;
  };

  bool is_capital(std::size_t byte) const {
    if (is_plain_) return base::is_upper(written_[byte]);
    return byte < letters_.size() && letters_[byte].is_capital;
  }

  /// Where the next letter begins.
  std::size_t behind(std::size_t byte) const {
    std::size_t next = byte + 1;
    if (is_plain_) return next;
    while (next < letters_.size() && letters_[next].start == letters_[byte].start) ++next;
    return next;
  }

  void read() {
    for (std::string_view rest = written_; !rest.empty();) {
      const std::size_t start = written_.size() - rest.size();
      base::next_code_point(rest);
      const auto letter = written_.substr(start, written_.size() - rest.size() - start);
      const bool is_capital = base::lower(letter) != letter;
      letters_.resize(letters_.size() + base::fold(letter).size(), {start, is_capital});
    }
  }

  const ScanWord& word_;
  std::string_view written_;
  bool is_plain_;
  std::vector<Letter> letters_;
};

/// A tag, a handle, a part of an address: words are written together there.
bool is_of_address(const ScanText& text, std::size_t at) {
  constexpr std::string_view before = "#@/._=";
  constexpr std::string_view after = "@/_=";
  const char behind = text.after(text[at]);
  const bool has_digits = at + 1 < text.size() && text[at + 1].gap == Gap::none;
  return has_digits || (text[at].start != 0 && before.find(text.before(text[at])) != before.npos) ||
         (behind != '\0' && after.find(behind) != after.npos);
}

/// The whole word may be any where nothing says that it is two; a part of one needs more letters.
bool is_enough(const ScanText& text, std::size_t at, std::size_t start, std::size_t end,
               std::size_t joint, const Letters& letters) {
  constexpr std::size_t shortest_word = 8;
  constexpr std::size_t shortest_part = 10;
  const std::size_t length = base::count_points(text.text(at).substr(start, end - start));
  if (length < shortest_one_word) return false;
  if (!letters.is_border(start) || !letters.is_border(end)) return length >= shortest_part;
  const bool is_whole = start == 0 && end == text[at].size;
  if (!is_whole) return true;
  const bool is_two = joint != 0 && letters.is_border(joint);
  return is_two || is_of_address(text, at) || length >= shortest_word;
}

}  // namespace

void OneWordNames::add(std::string_view text, std::size_t joint, std::uint32_t owner) {
  lengths_[hash_of_word(text.substr(0, shortest_one_word))] |= std::uint64_t{1}
                                                               << (text.size() - 1);
  forms_.try_emplace(hash_of_word(text), Form{std::string(text), joint, owner});
}

const OneWordNames::Form* OneWordNames::form_of(std::string_view text) const {
  const auto known = forms_.find(hash_of_word(text));
  return known == forms_.end() || known->second.text != text ? nullptr : &known->second;
}

/// From each letter on the longest, unless it lies within the one before of the same owner: of
/// "aaaaaaaa" there would be very many.
void OneWordNames::find_in(const ScanText& text, std::size_t at, std::vector<Match>& found) const {
  const std::string_view word = text.text(at);
  std::optional<Letters> letters;  // read where something is found, once a word
  std::optional<Match> before;
  for (std::size_t start = 0; start + shortest_one_word <= word.size(); ++start) {
    const auto known = lengths_.find(hash_of_word(word.substr(start, shortest_one_word)));
    if (known == lengths_.end()) continue;
    for (std::uint64_t lengths = known->second; lengths != 0;) {
      const auto length = static_cast<std::size_t>(std::bit_width(lengths));
      lengths ^= std::uint64_t{1} << (length - 1);
      const std::size_t end = start + length;
      const Form* form = end > word.size() ? nullptr : form_of(word.substr(start, length));
      if (form == nullptr) continue;
      if (!letters) letters.emplace(text, at);
      const std::size_t joint = form->joint == 0 ? 0 : start + form->joint;
      if (!is_enough(text, at, start, end, joint, *letters)) continue;
      const Match hit{form->owner, letters->start(start), letters->start(end)};
      const bool is_within = before && before->owner == hit.owner && hit.end <= before->end;
      if (!is_within) found.push_back(before.emplace(hit));
      break;
    }
  }
}

void OneWordNames::find(const ScanText& text, std::vector<Match>& found) const {
  if (forms_.empty()) return;
  for (std::size_t at = 0; at < text.size(); ++at)
    if (text[at].size >= shortest_one_word) find_in(text, at, found);
}

}  // namespace rapport::names
