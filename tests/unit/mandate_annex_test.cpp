// The legal annex: treaties of parties only, articles by theme.
#include "mandate/annex.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace mandate_annex_test {

using namespace rapport;
using mandate::Ground;
using mandate::NotCited;
using value::CodeSet;
using value::Date;

namespace {

const reference::ReferenceData& library() {
  static const reference::ReferenceData shipped;
  return shipped;
}

std::vector<model::ThemeCode> themes(std::initializer_list<std::string_view> codes) {
  std::vector<model::ThemeCode> found;
  for (const auto code : codes) {
    const auto index = library().codes().find(CodeSet::theme, code);
    REQUIRE(index != 0);
    found.emplace_back(index, 0);
  }
  return found;
}

model::StateCode state(std::string_view code) {
  return {library().codes().find(CodeSet::state, code), 0};
}

mandate::Annex annex(std::string_view of, std::initializer_list<std::string_view> wanted,
                     std::string_view on = "2026-04-10") {
  return mandate::annex(library(), of.empty() ? model::StateCode{} : state(of), themes(wanted),
                        *Date::parse(on));
}

const mandate::Citation* find(const mandate::Annex& annex, std::string_view code) {
  for (const auto& citation : annex.citations)
    if (citation.row->code.str() == code) return &citation;
  return nullptr;
}

const mandate::LeftOut* left_out(const mandate::Annex& annex, std::string_view code) {
  for (const auto& row : annex.left_out)
    if (row.row->code.str() == code) return &row;
  return nullptr;
}

}  // namespace

TEST_CASE("annex: a party's treaty is cited with its date and the articles that match") {
  const auto made = annex("HND", {"arbitrary-detention"});
  const auto* covenant = find(made, "iccpr");
  REQUIRE(covenant != nullptr);
  CHECK(covenant->treaty.date.year() == 1997);
  REQUIRE_FALSE(covenant->articles.empty());
  CHECK(covenant->articles[0]->article.str() == "9");
  CHECK(covenant->themes.size() == 1);
  CHECK(find(made, "icescr") == nullptr);
}

TEST_CASE(
    "annex: a treaty is not cited to a State that only signed it, was no party yet, or never was") {
  const auto signed_only = annex("CHN", {"arbitrary-detention"});
  CHECK(find(signed_only, "iccpr") == nullptr);
  REQUIRE(left_out(signed_only, "iccpr") != nullptr);
  CHECK(left_out(signed_only, "iccpr")->because == NotCited::signed_only);
  CHECK(find(signed_only, "udhr") != nullptr);
  CHECK(left_out(annex("HND", {"arbitrary-detention"}, "1995"), "iccpr")->because ==
        NotCited::not_yet);
  CHECK(left_out(annex("MYS", {"arbitrary-detention"}), "iccpr")->because == NotCited::not_party);
}

TEST_CASE("annex: where the parties of a treaty are not recorded, it is left out and said so") {
  const auto made = annex("HND", {"corruption"});
  CHECK(find(made, "uncac") == nullptr);
  CHECK(left_out(made, "uncac")->because == NotCited::not_recorded);
}

TEST_CASE("annex: an addressee that is no State gets no treaty") {
  const auto made = annex("", {"business", "land-rights"});
  CHECK(find(made, "ungps") != nullptr);
  CHECK(std::ranges::none_of(
      made.citations, [](const auto& citation) { return citation.ground == Ground::treaty; }));
  CHECK(made.left_out.empty());
}

TEST_CASE("annex: the Declaration is always cited, and treaties come first") {
  const auto made = annex("HND", {"food"});
  REQUIRE(find(made, "dhrd") != nullptr);
  CHECK(find(made, "dhrd")->articles.empty());
  CHECK(std::ranges::is_sorted(made.citations, {}, &mandate::Citation::ground));
  CHECK(made.citations.front().ground == Ground::treaty);
}

TEST_CASE("annex: a treaty on a group is cited only in cases about that group") {
  CHECK(find(annex("HND", {"arbitrary-detention"}), "crc") == nullptr);
  CHECK(find(annex("HND", {"arbitrary-detention", "children"}), "crc") != nullptr);
}

TEST_CASE("annex: a declaration that stands in for a treaty gives way to it") {
  CHECK(find(annex("HND", {"enforced-disappearance"}), "declaration-disappearances") == nullptr);
  CHECK(find(annex("HND", {"enforced-disappearance"}), "cped") != nullptr);
  CHECK(find(annex("CHN", {"enforced-disappearance"}), "declaration-disappearances") != nullptr);
}

TEST_CASE("annex: what was adopted only after the letter is not cited") {
  CHECK(find(annex("HND", {"peaceful-assembly"}, "2022-10-05"), "hrc-59-4") == nullptr);
  CHECK(find(annex("HND", {"peaceful-assembly"}, "2025-07-03"), "hrc-59-4") == nullptr);
  CHECK(find(annex("HND", {"peaceful-assembly"}, "2025-07-04"), "hrc-59-4") != nullptr);
  CHECK(find(annex("HND", {"peaceful-assembly"}, "1997"), "dhrd") == nullptr);
  // Within the year of the letter it may have been adopted before it.
  CHECK(find(annex("HND", {"extrajudicial-killing"}, "2016-03-01"), "minnesota-protocol") !=
        nullptr);
  CHECK(left_out(annex("HND", {"arbitrary-detention"}, "1960"), "iccpr") == nullptr);
}

TEST_CASE("annex: a treaty is not cited on a day that lies within the year it was ratified in") {
  // Of Antigua and Barbuda the year alone is recorded.
  const auto made = annex("ATG", {"arbitrary-detention"}, "2019-02-01");
  CHECK(find(made, "iccpr") == nullptr);
  REQUIRE(left_out(made, "iccpr") != nullptr);
  CHECK(left_out(made, "iccpr")->because == NotCited::unsure);
  CHECK(find(annex("ATG", {"arbitrary-detention"}, "2020-01-01"), "iccpr") != nullptr);
  CHECK(left_out(annex("ATG", {"arbitrary-detention"}, "2018-12-31"), "iccpr")->because ==
        NotCited::not_yet);
}

}  // namespace mandate_annex_test
