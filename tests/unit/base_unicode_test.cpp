#include "base/spaces.hpp"
#include "base/unicode.hpp"

#include <doctest/doctest.h>
#include <utf8proc.h>

#include <array>
#include <cstdlib>
#include <random>
#include <string>

namespace base_unicode_test {

using namespace rapport::base;
using namespace std::literals;

TEST_CASE("unicode: two spellings of one text are the same, other letters are not") {
  CHECK(nfc("Jose") == "Jose");
  CHECK(nfc("Jose\u0301") == "Jos\u00e9");
  CHECK(nfc("\xff") == "\xff");
}

TEST_CASE("unicode: marks are put in order, however many there are") {
  const auto repeated = [](std::string_view text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
  };
  // The dot below comes before the acute above; the first of them joins the letter.
  for (const std::size_t times : {1U, 2U, 20000U, 40000U}) {
    const std::string text = "a" + repeated("\u0301\u0323", times);
    CHECK(nfc(text) == "\u1EA1" + repeated("\u0323", times - 1) + repeated("\u0301", times));
    CHECK(caseless("A" + text.substr(1)) == nfc(text));
    CHECK(fold(text) == "a");
  }
}

TEST_CASE("unicode: normal form C is that of utf8proc") {
  constexpr auto pieces = std::to_array<std::string_view>(
      {"a",      "e",      "\u00e9", "\u1ea1", "\u0301", "\u0323", "\u0327", "\u0345",     "\u05b0",
       "\u05bc", "\u064b", "\u0651", "\u0f71", "\u0f72", "\u1100", "\u1161", "\u11a8",     "\uac00",
       "\u212b", "\u0958", "\u3099", "\u304b", "\ufdfa", "\u0344", "\u200d", "\U0001D15E", " "});
  std::mt19937 random(11);
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (auto count = random() % 12; count > 0; --count) text += pieces[random() % pieces.size()];
    auto* expected = utf8proc_NFC(reinterpret_cast<const utf8proc_uint8_t*>(text.c_str()));
    CHECK(nfc(text) == std::string(reinterpret_cast<const char*>(expected)));
    std::free(expected);
  }
}

TEST_CASE("unicode: caseless keeps accents") {
  CHECK(caseless("JOSE\u0301") == "jos\u00e9");
  CHECK(caseless("Jos\u00e9") != caseless("Jose"));
  CHECK(caseless("A\xff") == "A\xff");
}

TEST_CASE("unicode: folding takes case, accents, strokes and ligatures away") {
  CHECK(fold("DÉFENSEURS") == "defenseurs");
  CHECK(fold("Łódź") == "lodz");
  CHECK(fold("Straße") == "strasse");
  CHECK(fold("Øst") == "ost");
  CHECK(fold("Đoković") == "dokovic");
  CHECK(fold("Œuvre Ægir") == "oeuvre aegir");
  CHECK(fold("Пётр Ёлкин") == fold("Петр Елкин"));
  CHECK(fold("Nguyễn") == "nguyen");
  CHECK(fold("ﬁn") == "fin");
  CHECK(fold("İstanbul") == "istanbul");
  CHECK(fold("N’Djamena") == "n'djamena");
  CHECK(fold("Lu\u200bc\u00ada") == "luca");
}

TEST_CASE("unicode: folding knows one form of each Arabic letter") {
  CHECK(fold("أحمد") == fold("احمد"));
  CHECK(fold("إبراهيم") == fold("ابراهيم"));
  CHECK(fold("آمنة") == fold("امنه"));
  CHECK(fold("مـحـمـد") == fold("محمد"));
  CHECK(fold("مُحَمَّد") == fold("محمد"));
  CHECK(fold("هدى") == fold("هدي"));
  CHECK(fold("شيماء") == fold("شيما"));
  CHECK(fold("مسؤول") == fold("مسوول"));
  CHECK(fold("٠٤١") == "041");
}

TEST_CASE("unicode: folding keeps what makes another letter") {
  CHECK(fold("が") != fold("か"));
  CHECK(fold("कि") != fold("क"));
  CHECK(fold("人权") == "人权");
}

TEST_CASE("unicode: folding text that is not UTF-8 loses nothing") {
  CHECK(fold("A\xff") == "a\xff");
}

TEST_CASE("unicode: words are runs of letters and digits") {
  const std::string folded = fold("Lucía Ejemplo-Ramírez, 2 人权");
  CHECK(words(folded) == std::vector<std::string_view>{"lucia", "ejemplo", "ramirez", "2", "人权"});
  CHECK(words(" - ").empty());
}

TEST_CASE("unicode: text that runs to the left is known by a letter of it") {
  CHECK(has_right_to_left("a ليلى"));
  CHECK(has_right_to_left("שלום"));
  CHECK_FALSE(has_right_to_left("Łódź 人权 123"));
}

TEST_CASE("unicode: width counts terminal columns") {
  CHECK(width("abc") == 3);
  CHECK(width("人权") == 4);
  CHECK(width("Jose\u0301") == 4);
  CHECK(width("\U0001F1E8\U0001F1ED") == 2);
  CHECK(width("मानवाधिकाराणां") == 13);  // vowels that stand beside their consonant
  CHECK(width("কলকাতা") == 6);
  CHECK(width("தமிழ்") == 4);
  CHECK(width("သမ္မတ") == 4);
  CHECK(width("น้ำ") == 2);
  CHECK(width("\u1112\u1161\u11AB") == 2);  // one Korean syllable in three parts
  CHECK(width("\U0001F469\u200D\U0001F4BB") == 2);
  CHECK(width("") == 0);
  CHECK(fit("人权人", 5) == "人权");
  CHECK(fit("Jose\u0301x", 4) == "Jose\u0301");
  CHECK(fit("ab", 9) == "ab");
}

TEST_CASE("unicode: points are counted, broken bytes one by one") {
  CHECK(count_points("é人") == 2);
  CHECK(count_points("a\xff\xfe") == 3);
  CHECK(is_utf8("é"));
  CHECK_FALSE(is_utf8("\xc3"));
  CHECK_FALSE(is_utf8("\xed\xa0\x80"));
}

TEST_CASE("unicode: classes of characters that must not pass unseen") {
  CHECK(is_control(0x1b));
  CHECK(is_control(0x85));
  CHECK(is_control(0x2028));
  CHECK_FALSE(is_control('a'));
  CHECK(is_bidi_control(0x202E));
  CHECK_FALSE(is_bidi_control(0x200F));
  CHECK(is_invisible(0x200B));
  CHECK(is_invisible(0x200F));
  CHECK(is_invisible(0xE0041));
  CHECK_FALSE(is_invisible(0x202E));
  CHECK_FALSE(is_invisible(0x0301));
  CHECK_FALSE(is_invisible(' '));
}

TEST_CASE("unicode: what may stand between the digits of a number stands in one line") {
  for (const char32_t point : U" -().,/_'\u00A0\u00B7\u2009\u2011\u2013\u2019\u202F\u2212\u3000"s)
    CHECK(may_part_digits(point));
  for (const char32_t point : U"\t\n+|:;xé\u2028"s) CHECK_FALSE(may_part_digits(point));
  CHECK(is_space(U'\u00A0'));
  CHECK_FALSE(is_space(U'\t'));
  CHECK_FALSE(is_space(U'\u200B'));
}

TEST_CASE("unicode: embeddings and isolates must be closed in order, on their line") {
  CHECK(is_bidi_balanced("abc"));
  CHECK(is_bidi_balanced("\u2067abc\u2069"));
  CHECK(is_bidi_balanced("\u202B\u2067x\u2069\u202C"));
  CHECK_FALSE(is_bidi_balanced("\u202Eabc"));
  CHECK_FALSE(is_bidi_balanced("abc\u202C"));
  CHECK_FALSE(is_bidi_balanced("\u202B\u2067x\u202C\u2069"));
  CHECK_FALSE(is_bidi_balanced("\u2067a\nb\u2069"));
}

TEST_CASE("unicode: printable text cannot move a cursor") {
  CHECK(printable("a\x1b[31m\n") == "a\\x1b[31m\\x0a");
  CHECK(printable("x\u202Ey") == "x<U+202E>y");
  CHECK(printable("x\u0085") == "x\\x85");
  CHECK(printable("a\xff") == "a\\xff");
  CHECK(printable("Lucía") == "Lucía");
}

}  // namespace base_unicode_test
