// Co-signatories are proposed for reasons, in an order, and find who really signed.
#include "base/text.hpp"
#include "mandate/cosign.hpp"
#include "published_letters.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace mandate_cosign_test {

using namespace rapport;
using mandate::Matter;
using mandate::ReasonKind;
using value::CodeSet;
using value::Date;

namespace {

const reference::ReferenceData& library() {
  static const reference::ReferenceData shipped;
  return shipped;
}

template <CodeSet Set>
value::Code<Set> code(std::string_view text) {
  const auto index = library().codes().find(Set, text);
  CAPTURE(text);
  REQUIRE(index != 0);
  return {index, 0};
}

template <CodeSet Set>
std::vector<value::Code<Set>> codes(std::string_view texts) {
  std::vector<value::Code<Set>> found;
  for (const auto text : base::split(texts, ' '))
    if (!text.empty()) found.push_back(code<Set>(text));
  return found;
}

Matter matter(std::string_view themes, std::string_view states, std::string_view lead,
              std::string_view on) {
  Matter made;
  made.themes = codes<CodeSet::theme>(themes);
  made.states = codes<CodeSet::state>(states);
  made.lead = code<CodeSet::mandate>(lead);
  made.on = *Date::parse(on);
  return made;
}

std::string name(const mandate::Proposal& proposal) { return proposal.row->code.str(); }

std::vector<std::string> names(const std::vector<mandate::Proposal>& proposals) {
  std::vector<std::string> found;
  for (const auto& proposal : proposals) found.push_back(name(proposal));
  return found;
}

Matter matter(const published::Letter& letter) {
  return matter(letter.themes, letter.states, letter.lead, letter.sent);
}

mandate::PastLetter past(const published::Letter& letter) {
  mandate::PastLetter made{.sent = *Date::parse(letter.sent),
                           .themes = codes<CodeSet::theme>(letter.themes),
                           .signers = codes<CodeSet::mandate>(letter.signers)};
  made.signers.push_back(code<CodeSet::mandate>(letter.lead));
  return made;
}

struct Score {
  int found = 0;
  int real = 0;
};

/// How many real co-signatories stand among the first ten proposals.
Score score(bool with_past) {
  Score score;
  for (const auto& letter : published::letters) {
    std::vector<mandate::PastLetter> before;
    if (with_past)
      for (const auto& other : published::letters)
        if (value::sure_before(*Date::parse(other.sent), *Date::parse(letter.sent)))
          before.push_back(past(other));
    std::ranges::stable_sort(
        before, [](const auto& a, const auto& b) { return value::sorts_before(b.sent, a.sent); });
    auto proposed = names(mandate::propose(library(), matter(letter), before));
    proposed.resize(std::min<std::size_t>(proposed.size(), 10));
    for (const auto signer : base::split(letter.signers, ' ')) {
      if (signer.empty()) continue;
      ++score.real;
      if (std::ranges::find(proposed, signer) != proposed.end()) ++score.found;
    }
  }
  return score;
}

}  // namespace

TEST_CASE("cosign: core themes come before regular ones, and each proposal has its reasons") {
  auto dam = matter("judicial-harassment indigenous-peoples environment business land-rights",
                    "HND", "sr-human-rights-defenders", "2026-04-02");
  dam.asked = codes<CodeSet::mandate>("sr-environment wg-business");
  const auto proposals = mandate::propose(library(), dam, {});
  REQUIRE(proposals.size() > 3);
  CHECK(name(proposals[0]) == "sr-indigenous-peoples");
  CHECK(proposals[0].reasons[0].kind == ReasonKind::primary);
  for (const auto& proposal : proposals) {
    CHECK(name(proposal) != "sr-environment");
    CHECK(name(proposal) != "sr-human-rights-defenders");
    CHECK_FALSE(proposal.reasons.empty());
  }
}

TEST_CASE("cosign: the mandate on the State comes first") {
  const auto proposals = mandate::propose(
      library(), matter("judicial-harassment", "RUS", "sr-human-rights-defenders", "2026-01-23"),
      {});
  CHECK(name(proposals[0]) == "sr-russian-federation");
  CHECK(proposals[0].reasons[0].kind == ReasonKind::country);
  CHECK(proposals[0].activity.known == reference::Recorded::yes);
}

TEST_CASE("cosign: a mandate that was not there on the day is not proposed") {
  const auto early = names(mandate::propose(
      library(), matter("judicial-harassment", "RUS", "sr-human-rights-defenders", "2015"), {}));
  CHECK(std::ranges::find(early, "sr-russian-federation") == early.end());
}

TEST_CASE("cosign: before and after mandates were merged, those of the day are proposed") {
  const auto before = names(mandate::propose(
      library(), matter("trafficking", "", "sr-human-rights-defenders", "2025-05-01"), {}));
  CHECK(std::ranges::find(before, "sr-trafficking") != before.end());
  CHECK(std::ranges::find(before, "sr-slavery-trafficking") == before.end());
  const auto after = names(mandate::propose(
      library(), matter("trafficking", "", "sr-human-rights-defenders", "2026-05-01"), {}));
  CHECK(std::ranges::find(after, "sr-slavery-trafficking") != after.end());
  CHECK(std::ranges::find(after, "sr-trafficking") == after.end());
}

TEST_CASE("cosign: two mandates that were merged into each other stand for nobody") {
  const value::Source source{.text =
                                 "as_of: 2026-01\n"
                                 "source: own\n"
                                 "mandates:\n"
                                 "  - {code: sr-housing, status: merged, until: 2025-01, "
                                 "merged_into: sr-food}\n"
                                 "  - {code: sr-food, status: merged, until: 2025-01, "
                                 "merged_into: sr-housing}\n",
                             .path = "reference/mandates.yaml",
                             .stem = "mandates"};
  reference::ReferenceData own;
  own.add(source);
  const Matter land = matter("land-rights", "", "sr-human-rights-defenders", "2026-05-01");
  const auto shipped = names(mandate::propose(library(), land, {}));
  CHECK(std::ranges::find(shipped, "sr-housing") != shipped.end());
  const auto found = names(mandate::propose(own, land, {}));
  CHECK(std::ranges::find(found, "wg-peasants") != found.end());
  CHECK(std::ranges::find(found, "sr-housing") == found.end());
  CHECK(std::ranges::find(found, "sr-food") == found.end());
}

TEST_CASE("cosign: the last five letters on the themes are a reason, also for other mandates") {
  std::vector<mandate::PastLetter> letters;
  for (int i = 0; i < 7; ++i) {
    mandate::PastLetter letter{.sent = Date::of(2026, 3, static_cast<unsigned>(20 - i)),
                               .themes = codes<CodeSet::theme>("judicial-harassment"),
                               .signers = {}};
    if (i < 3 || i > 4) letter.signers = codes<CodeSet::mandate>("sr-food");
    letters.push_back(letter);
  }
  const auto proposals = mandate::propose(
      library(), matter("judicial-harassment", "", "sr-human-rights-defenders", "2026-04-02"),
      letters);
  const auto food = std::ranges::find(proposals, "sr-food", name);
  REQUIRE(food != proposals.end());
  CHECK(food->reasons[0].kind == ReasonKind::joined_before);
  CHECK(food->reasons[0].joined == 3);
  CHECK(food->reasons[0].of == 5);
}

TEST_CASE("cosign: groups the alleged victims belong to count, though less than the themes") {
  auto asked = matter("judicial-harassment", "", "sr-human-rights-defenders", "2026-04-02");
  asked.victim_themes = codes<CodeSet::theme>("indigenous-peoples");
  const auto proposals = mandate::propose(library(), asked, {});
  const auto found = std::ranges::find(proposals, "sr-indigenous-peoples", name);
  REQUIRE(found != proposals.end());
  CHECK(found->reasons[0].kind == ReasonKind::victim);
}

TEST_CASE("cosign: real co-signatories are among the first ten") {
  const Score themes_only = score(false);
  CHECK(themes_only.real == 83);
  CHECK(themes_only.found >= 71);
  CHECK(score(true).found >= 76);
}

TEST_CASE("cosign: the order of a letter is the lead, then by short theme word") {
  // As two letters of May 2021 have it (AL IRN 12/2021 and AL IRN 14/2021).
  const auto ordered = mandate::in_letter_order(
      library(),
      codes<CodeSet::mandate>("sr-torture sr-health wg-women-girls sr-iran "
                              "sr-freedom-of-expression wg-arbitrary-detention "
                              "sr-human-rights-defenders sr-judges-lawyers "
                              "sr-violence-against-women sr-counter-terrorism "
                              "sr-peaceful-assembly-association"),
      code<CodeSet::mandate>("sr-human-rights-defenders"), value::Date::of(2021, 5, 10));
  std::vector<std::string_view> found;
  for (const auto mandate : ordered) found.push_back(library().codes().name(mandate.row()));
  CHECK(found == std::vector<std::string_view>{
                     "sr-human-rights-defenders", "wg-arbitrary-detention",
                     "sr-freedom-of-expression", "sr-peaceful-assembly-association", "sr-health",
                     "sr-judges-lawyers", "sr-iran", "sr-counter-terrorism", "sr-torture",
                     "sr-violence-against-women", "wg-women-girls"});
}

}  // namespace mandate_cosign_test
