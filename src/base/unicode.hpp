// What is asked of text beyond its bytes: whether two spellings are one, what a search compares,
// how wide a text is on a terminal, and which characters must not reach one. What is behind it, in
// unicode.cpp and fold.cpp, alone knows utf8proc.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::base {

inline constexpr char32_t replacement_character = U'\uFFFD';

/// Takes the first character off `text`, which is not empty. Bytes that are not UTF-8 come out one
/// by one as the replacement character.
char32_t next_code_point(std::string_view& text);

void append_point(std::string& text, char32_t point);

bool is_utf8(std::string_view text);
std::size_t count_points(std::string_view text);

/// Text in normal form C. Text that is not UTF-8 comes back as it is.
std::string nfc(std::string_view text);

/// In normal form C and without case, but with accents: what file systems that do not tell case
/// apart take for one name.
std::string caseless(std::string_view text);

/// What searches and comparisons of names look at: no case, no accents, compatibility forms and
/// letters with strokes as plain ones, one form for each Arabic letter, digits as 0 to 9. Not for
/// showing. "Łódź" and "lodz", "Œuvre" and "oeuvre", "أحمد" and "احمد" are the same.
std::string fold(std::string_view text);

/// In capitals, in small letters: character by character, whatever the language.
std::string upper(std::string_view text);
std::string lower(std::string_view text);

/// A letter, a digit, or a mark of one.
bool is_word(char32_t point);
/// What a digit of any script stands for; -1 when it is none.
int digit_value(char32_t point);

/// The runs of letters and digits of a text that was folded before, as parts of it.
std::vector<std::string_view> words(std::string_view folded);

/// Columns on a terminal: 2 for wide characters and emoji, 0 for marks, 1 for marks that take room.
std::size_t width(std::string_view text);

/// The longest beginning of whole characters that fits `columns`.
std::string_view fit(std::string_view text, std::size_t columns);

/// C0 (tab and line ends too), DEL, C1, and the line and paragraph separators.
bool is_control(char32_t point);

/// Embeddings, overrides and isolates: what can make text read otherwise than it is stored.
bool is_bidi_control(char32_t point);

/// Drawn as nothing, and of no use in any script: not what joins letters or marks a direction.
bool is_stray(char32_t point);

/// Whether a letter of Arabic, Hebrew or another script that runs to the left is in it.
bool has_right_to_left(std::string_view text);

/// Drawn as nothing: zero width, directional marks, soft hyphen, tags, fillers. The controls of
/// `is_control` and `is_bidi_control` are not among them.
bool is_invisible(char32_t point);
/// Of a script that puts no space between the parts of a name: Han, kana, Hangul, Thai, Lao,
/// Burmese and Khmer.
bool is_unspaced(char32_t point);

/// Each embedding, override and isolate of `text` is closed in it, in order, and on its line.
bool is_bidi_balanced(std::string_view text);

/// Safe on a terminal and in one line: controls as \x1b, bidi controls as <U+202E>, spaces of no
/// width as <U+200B>, bytes that are not UTF-8 as \xff. Everything else as it is.
std::string printable(std::string_view text);

}  // namespace rapport::base
