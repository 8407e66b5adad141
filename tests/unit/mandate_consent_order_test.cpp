// Acts of consent in their thousands are worked out as few are: the same answer as by going through
// all of them, for random lists of acts whose days may not be known.
#include "mandate_consent_oracle.hpp"
#include "records.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <random>
#include <string>

namespace mandate_consent_order_test {

using namespace rapport;
using tests::Records;

namespace {

class Dice {
 public:
  explicit Dice(unsigned seed) : random_(seed) {}

  bool one_in(unsigned n) { return random_() % n == 0; }
  template <std::size_t N>
  std::string_view of(const std::string_view (&words)[N]) {
    return words[random_() % N];
  }

 private:
  std::mt19937 random_;  // the same on every machine
};

constexpr std::string_view days[] = {"unknown",    "2025",       "2025-01",    "2025-02",
                                     "2025-01-31", "2025-02-01", "2025-02-01", "2025-03-10",
                                     "2024-12-31", "2026-05-01"};
constexpr std::string_view acts[] = {"given",   "given",    "renewed",   "renewed",
                                     "renewed", "narrowed", "withdrawn", "refused"};
constexpr std::string_view uses[] = {"[letter]", "[share-contact]", "[letter, share-contact]",
                                     "[letter]", "[contact]"};
constexpr std::string_view audiences[] = {"[state]", "[state, un]", "[state]", "[un]"};
constexpr std::string_view states[] = {"[HND]", "[POL]", "[HND, POL]"};
constexpr std::string_view forms[] = {"full", "initials", "described", "none"};
constexpr std::string_view ends[] = {"unknown", "2025", "2025-06", "2026-06-30", "2026-04-01"};

std::string act(Dice& dice, int key) {
  std::string text =
      fmt::format("  - {{key: a{}, on: {}, act: {}", key, dice.of(days), dice.of(acts));
  if (!dice.one_in(5)) text += fmt::format(", for: {}", dice.of(uses));
  if (!dice.one_in(5)) text += fmt::format(", to: {}", dice.of(audiences));
  if (dice.one_in(2)) text += dice.one_in(3) ? ", case: other" : ", case: dam";
  if (dice.one_in(3)) text += fmt::format(", states: {}", dice.of(states));
  if (dice.one_in(3)) text += fmt::format(", name_as: {}", dice.of(forms));
  if (dice.one_in(4)) text += fmt::format(", until: {}", dice.of(ends));
  if (dice.one_in(4)) text += ", advance: yes";
  return text + "}\n";
}

std::string person(Dice& dice) {
  std::string text = "kind: defender\nname: Ana Ejemplo\n";
  if (dice.one_in(4)) text += fmt::format("minor_until: {}\n", dice.of(ends));
  text += "consent:\n";
  const int count = 1 + static_cast<int>(dice.one_in(3)) * 6 + static_cast<int>(dice.one_in(2)) * 3;
  for (int i = 0; i <= count; ++i) text += act(dice, i);
  return text;
}

value::Date date(std::string_view text) { return value::Date::parse(text).value_or(value::Date{}); }

}  // namespace

TEST_CASE("consent: sorted by time, acts give what they give one by one") {
  std::size_t shown = 0;
  for (unsigned seed = 0; seed < 4000; ++seed) {
    Dice dice(seed);
    Records records;
    const std::string text = person(dice);
    records.engagement("dam", "kind: case\ntitle: Dam\ncase: {status: received}\n");
    records.engagement("other", "kind: case\ntitle: Other\ncase: {status: received}\n");
    records.partner("hrd-abcde2", text);
    const auto& partner = *records.data().partner("hrd-abcde2");
    for (const model::Use use : {model::Use::letter, model::Use::share_contact})
      for (const model::Audience to : {model::Audience::state, model::Audience::un})
        for (const std::string_view matter : {"", "dam"})
          for (const std::string_view facts : {"", "2025-02"}) {
            const mandate::ConsentQuery ask{
                .use = use,
                .audience = to,
                .case_ = matter,
                .state = {records.codes().find(value::CodeSet::state, "HND"), 0},
                .on = date("2026-04-01"),
                .facts = date(facts)};
            const auto plain = tests::plain_consent(partner, ask);
            const auto sorted = mandate::consent(partner, ask);
            CAPTURE(seed);
            CAPTURE(text);
            REQUIRE(sorted.verdict == plain.verdict);
            REQUIRE(sorted.act == plain.act);
            REQUIRE(sorted.narrowed == plain.narrowed);
            REQUIRE(sorted.until == plain.until);
            REQUIRE(sorted.is_of_minor == plain.is_of_minor);
            if (plain) ++shown;
          }
  }
  CHECK(shown > 2000);  // else the lists would say no to everything
}

}  // namespace mandate_consent_order_test
