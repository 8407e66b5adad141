#include "template/filters.hpp"
#include "template_sample.hpp"

#include <doctest/doctest.h>

namespace template_filters_test {

using namespace rapport::templates;

namespace {

std::string in(const char* language, const std::string& text, const Value& value) {
  const Source source{.path = "t", .text = text};
  Rendered result;
  render(source, value, *find_grammar(language), {}, plain_text, result);
  return result.problems.empty() ? result.text : failure(result.problems).what;
}

Value one(Value value) { return sample::object({{"x", std::move(value)}}); }

}  // namespace

TEST_CASE("filters: dates in three languages, as precise as they are known") {
  const Value day = one(Date{2026, 5, 1});
  CHECK(in("en", "{{x | date}}", day) == "1 May 2026");
  CHECK(in("fr", "{{x | date}}", day) == "1er mai 2026");
  CHECK(in("es", "{{x | date}}", day) == "1 de mayo de 2026");
  CHECK(in("en-GB", "{{x}}", day) == "1 May 2026");
  const Value month = one(Date{2015, 7});
  CHECK(in("en", "{{x | date}}", month) == "July 2015");
  CHECK(in("fr", "{{x | date}}", month) == "juillet 2015");
  CHECK(in("es", "{{x | date}}", month) == "julio de 2015");
  CHECK(in("es", "{{x | date}}", one(Date{2015})) == "2015");
  CHECK(in("en", "{{x | date day}}, {{x | date iso}}", day) == "1 May, 2026-05-01");
  CHECK(in("en", "{{x | date iso}}", month) == "2015-07");
  CHECK(in("en", "{{x | date on}}", day) == "on 1 May 2026");
  CHECK(in("en", "{{x | date on}}", month) == "in July 2015");
  CHECK(in("fr", "{{x | date on}}", day) == "le 1er mai 2026");
  CHECK(in("es", "{{x | date on}}", one(Date{2015})) == "en 2015");
  CHECK(in("en", "{{x | date on}}", one(Date{})) == "on an unknown date");
  CHECK(in("en", "{{x | date long}}", day) ==
        "t:1:1: a date has the forms 'day', 'iso' and 'on', not 'long'");
}

TEST_CASE("filters: weekday and time") {
  const Value at = one(Date{2026, 5, 4, 9 * 60 + 30});
  CHECK(in("en", "{{x | weekday}} {{x | time}}", at) == "Monday 09:30");
  CHECK(in("fr", "{{x | weekday}} {{x | time}}", at) == "lundi 9\u00A0h\u00A030");
  CHECK(in("es", "{{x | weekday}} {{x | time}}", at) == "lunes 09:30");
}

TEST_CASE("filters: what is not known of a date stops no template and is not invented") {
  CHECK(in("en", "{{x | weekday}}", one(Date{2026, 5})) == "May 2026");
  CHECK(in("fr", "{{x | weekday}}", one(Date{2026})) == "2026");
  CHECK(in("en", "{{x | time}}", one(Date{2026, 5, 4})) == "4 May 2026");
  const Value unknown = one(Date{});
  CHECK(in("en", "{{x | date}}; {{x | weekday}}; {{x | time}}; {{x}}", unknown) ==
        "date not known; date not known; date not known; date not known");
  CHECK(in("fr", "{{x | date day}}", unknown) == "date inconnue");
  CHECK(in("es", "{{x | date iso}} {{x | date}}", unknown) == "unknown fecha desconocida");
  CHECK(in("en", "{{#x}}known{{/x}}{{^x}}not known{{/x}}", unknown) == "not known");
  CHECK(in("en", "{{x | default '–'}}", unknown) == "–");
}

TEST_CASE("filters: lists") {
  const Value three = one(List{"a", "b", "c"});
  CHECK(in("en", "{{x | list}}", three) == "a, b and c");
  CHECK(in("fr", "{{x | list}}", three) == "a, b et c");
  CHECK(in("en", "{{x | list semicolons}}", three) == "a; b; and c");
  CHECK(in("en", "{{x | list or}}", three) == "a, b or c");
  CHECK(in("en", "{{x | list}}", one(List{"a"})) == "a");
  CHECK(in("en", "{{x | list}}", one(List{"a", "b"})) == "a and b");
  CHECK(in("es", "{{x | list}}", one(List{"jueces", "independencia"})) == "jueces e independencia");
  CHECK(in("es", "{{x | list}}", one(List{"agua", "hielo"})) == "agua y hielo");
  CHECK(in("es", "{{x | list or}}", one(List{"siete", "ocho"})) == "siete u ocho");
  CHECK(in("en", "{{x | date day | list}}", one(List{Date{2026, 5, 1}, Date{2026, 5, 2}})) ==
        "1 May and 2 May");
  CHECK(in("en", "{{#x | paragraphs}}[{{.}}]{{/x}}", one("a\nb\n\n\nc\n")) == "[a b][c]");
  CHECK(in("en", "{{x | lines}}", one("a \n\n b")) == "a\nb");
  CHECK(in("en", "{{x}}", one("a\nb")) == "a b");
}

TEST_CASE("filters: numbers") {
  CHECK(in("en", "{{x | number}}", one(-1234567)) == "-1,234,567");
  CHECK(in("es", "{{x | number}}", one(1234)) == "1234");
  CHECK(in("en", "{{x | words}}", one(9)) == "nine");
  CHECK(in("fr", "{{x | words}}", one(12)) == "12");
  CHECK(in("en", "{{x | ordinal}}", one(1)) == "1st");
  CHECK(in("en", "{{x | ordinal}} ", one(112)) == "112th ");
  CHECK(in("fr", "{{x | ordinal}}", one(1)) == "1er");
  CHECK(in("es", "{{x | ordinal}}", one(2)) == "2.º");
  CHECK(in("en", "{{x | count}} {{x | plural 'letter' 'letters'}}", one(List{1, 2})) ==
        "2 letters");
  CHECK(in("en", "{{x | plural 'letter' 'letters'}}", one(0)) == "letters");
  CHECK(in("fr", "{{x | plural 'lettre' 'lettres'}}", one(0)) == "lettre");
  CHECK(in("en", "{{x | count | words}}", one(Value())) == "zero");
}

TEST_CASE("filters: letters and a text in place of a missing one") {
  CHECK(in("fr", "{{x | upper}}", one("événement")) == "ÉVÉNEMENT");
  CHECK(in("fr", "{{x | capital}}", one("événement")) == "Événement");
  CHECK(in("en", "{{x | lower}}", one("ÉA")) == "éa");
  CHECK(in("en", "{{x | default '[no.]'}}", one(Value())) == "[no.]");
  CHECK(in("en", "{{x | default \"it's | x\"}}", one("")) == "it's | x");
  CHECK(in("en", "{{x | default 'b'}}", one("a")) == "a");
  CHECK(in("en", "{{x | url}}", one("https://a.example/b c?d=é")) ==
        "https://a.example/b%20c?d=%C3%A9");
}

TEST_CASE("filters: a template in a language without grammar is used, but for filters with words") {
  for (const char* language : {"ar", "de", "ru", "zh", "zh-Hant"})
    CHECK(make_page({.path = "t", .text = "x {{x}} {{x | upper}}"}, one("a"), language, {}));
  CHECK(
      make_page({.path = "t", .text = "{{x}} {{x | date iso}}"}, one(Date{2026, 4, 10}), "ru", {}));
  for (const char* filter : {"date", "date day", "list", "number", "ordinal", "plural 'a' 'b'",
                             "sentence", "weekday", "words"}) {
    const auto page = make_page({.path = "t", .text = std::string("x\n\n{{x | ") + filter + "}}"},
                                one(Value()), "ru", {});
    REQUIRE_FALSE(page);
    CHECK_MESSAGE(page.failure().what.find("t:3:") == 0, page.failure().what);
    CHECK(page.failure().what.find("needs a grammar, and there is one for en, fr and es only") !=
          std::string::npos);
  }
}

TEST_CASE("filters: sorted, described") {
  for (std::size_t i = 1; i < all_filters().size(); ++i)
    CHECK(all_filters()[i - 1].name < all_filters()[i].name);
  for (const auto& filter : all_filters()) CHECK(!filter.summary.empty());
}

TEST_CASE("filters: a text as a sentence") {
  CHECK(in("en", "{{x | sentence}}", one("arrest of a lawyer")) == "Arrest of a lawyer.");
  CHECK(in("en", "{{x | sentence}}", one(" Arrest.\n")) == "Arrest.");
  CHECK(in("fr", "{{x | sentence}}", one("état des lieux ?")) == "État des lieux ?");
  CHECK(in("en", "{{x | sentence}}", one("They said “Go.”")) == "They said “Go.”");
  CHECK(in("en", "{{x | sentence}}", one("They said “go”")) == "They said “go”.");
  CHECK(in("en", "{{x | sentence}}", one(3)) == "t:1:1: 'sentence' cannot be applied to a number");
}

}  // namespace template_filters_test
