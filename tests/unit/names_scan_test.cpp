// The last look at the bytes: a name is found however a format writes it.
#include "format/engine/format.hpp"
#include "names/unescaped.hpp"
#include "release/scan.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace names_scan_test {

using namespace rapport;
using names::unescaped;

namespace {

const std::vector<std::string> texts = {"Lucía O'Núñez-Ibáñez", "Zoë", "lucia_ñ@example.org",
                                        "+999 5555 0101"};

std::optional<std::string> find_leak(std::string_view bytes,
                                     const std::vector<std::string>& texts_to_find) {
  std::vector<names::Secret> secrets;
  for (const std::string& text : texts_to_find) secrets.push_back({.text = text});
  const names::Secret* found = release::find_leak(bytes, secrets);
  return found == nullptr ? std::nullopt : std::optional(found->text);
}

view::Page page(const std::string& text) {
  view::Page page;
  page.meta = {.title = "Page"};
  page.blocks.push_back({view::Heading{.level = 2, .runs = {{.text = "Heading"}}}});
  page.blocks.push_back({view::Paragraph{{{.text = text, .strong = true}}}});
  page.blocks.push_back({view::Paragraph{{{.text = "Said by " + text + "."}}}});
  return page;
}

}  // namespace

TEST_CASE("release scan: a text is found in every format that writes a page or a table") {
  std::size_t checked = 0;
  for (const auto& format : format::all_formats()) {
    CAPTURE(format.name);
    for (const auto& text : texts) {
      CAPTURE(text);
      if (format.spec->page != nullptr) {
        const auto bytes = format.spec->page(page(text), {});
        CHECK(find_leak(*bytes, texts) == text);
        ++checked;
      }
      if (format.spec->table != nullptr && format.name != "ids") {
        view::Table table{.columns = {{.key = "a", .heading = "A"}}};
        table.groups.push_back({.rows = {{.cells = {"first line\n" + text}}}});
        const auto bytes = format.spec->table(table, {});
        CHECK(find_leak(*bytes, texts) == text);
        ++checked;
      }
    }
  }
  CHECK(checked > 30);
  for (const auto& format : format::all_formats())
    if (format.spec->page != nullptr)
      CHECK_FALSE(find_leak(*format.spec->page(page("Nobody"), {}), texts));
}

TEST_CASE("release scan: what formats write for a character is read as the character") {
  CHECK(unescaped("Luc&#237;a &#xCD; &amp; &lt;").text == "Lucía Í & <");
  CHECK(unescaped("\\fBLuc\\[u00ED]a\\fR O\\(aqX \\&a\\-b \\[u0069_0301]").text ==
        "Lucía O'X a-b i\xcc\x81");
  CHECK(unescaped(R"(a\nb \u00ed \"c\" d\_e)").text == "a b í \"c\" d_e");
  CHECK(unescaped("&#xD800; &#9999999; &; & \\").text == "    &; & \\");
}

TEST_CASE("release scan: a number is found whatever parts its digits") {
  const std::vector<std::string> numbers = {"+999\u00A05555\u202F0101"};
  for (const std::string_view bytes :
       {"99955550101", "+999 5555 0101", "+999\u00A05555\u00A00101", "+999\u202F5555\u202F0101",
        "999\u20115555\u20110101", "999·5555·0101", "999,5555,0101", "999_5555_0101",
        "999\\_5555\\_0101", "**999** 5555 0101", "999&nbsp;5555&#8209;0101", "(999) 5555–0101",
        "\u0669\u0669\u0669 \u0665\u0665\u0665\u0665 \u0660\u0661\u0660\u0661",
        "\uFF0B９９９ 5555 0101", "999\u200B5555\u202A0101", "+999 5555\n    0101",
        "+999\r\n5555 0101"}) {
    CAPTURE(bytes);
    CHECK(find_leak(bytes, numbers) == numbers[0]);
  }
  for (const std::string_view bytes : {"999 5555\n\n0101", "999 5555 | 0101", "999\t5555\t0101"}) {
    CAPTURE(bytes);
    CHECK_FALSE(find_leak(bytes, numbers));
  }
  // A short one is not found in a list of others.
  const std::vector<std::string> local = {"202 5202"};
  CHECK(find_leak("call 202-5202", local));
  CHECK_FALSE(find_leak("in 2024, 2025, 2026 and 2027", local));
  CHECK_FALSE(find_leak("2024\n2025\n2026", local));
}

TEST_CASE("release scan: a text that holds an escape is found as it stands") {
  const std::vector<std::string> odd = {"Fish&Chips;Co", "C:\\nadia"};
  CHECK(find_leak("by Fish&Chips;Co.", odd) == odd[0]);
  CHECK(find_leak("in C:\\nadia", odd) == odd[1]);
}

TEST_CASE("release scan: a short name is found as a word, not in one") {
  const std::vector<std::string> names = {"Ana"};
  CHECK(find_leak("Told by Ana.", names) == "Ana");
  CHECK_FALSE(find_leak("Managua, banana", names));
}

}  // namespace names_scan_test
