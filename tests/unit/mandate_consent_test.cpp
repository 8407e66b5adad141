// Acts of consent, one question at a time: what design.md section 5 answers to each.
#include "release/release.hpp"
#include "release_oracle.hpp"

namespace mandate_consent_test {

using namespace rapport;
using tests::Audience;
using tests::Disclosure;
using tests::Records;
using tests::Use;

namespace {

struct Question {
  std::string_view what;
  std::string_view acts;  // the items of `consent`, one a line
  Use use = Use::share_contact;
  Audience audience = Audience::ohchr;
  std::string_view case_ = {};
  std::string_view state = {};
  std::string_view facts = {};
  Disclosure answer = Disclosure::withheld;
  std::string_view on = "2026-06-20";
};

constexpr std::string_view share =
    "{key: a1, on: 2026-01-10, act: given, for: [share-contact], to: [ohchr]}";
constexpr std::string_view letter =
    "{key: a1, on: 2026-01-10, act: given, case: dam, for: [letter], to: [state], states: [HND]}";

const Question questions[] = {
    {"nothing was said", "", Use::share_contact, Audience::ohchr},
    {"given", share, Use::share_contact, Audience::ohchr, {}, {}, {}, Disclosure::full},
    {"given, for another use", share, Use::contact, Audience::ohchr},
    {"given, to another audience", share, Use::share_contact, Audience::mandates},
    {"an act without uses gives nothing", "{key: a1, on: 2026-01-10, act: given, to: [ohchr]}"},
    {"an act without audiences gives nothing",
     "{key: a1, on: 2026-01-10, act: given, for: [share-contact]}"},
    {"given tomorrow",
     share,
     Use::share_contact,
     Audience::ohchr,
     {},
     {},
     {},
     Disclosure::withheld,
     "2026-01-09"},
    {"given today",
     share,
     Use::share_contact,
     Audience::ohchr,
     {},
     {},
     {},
     Disclosure::full,
     "2026-01-10"},
    {"given some day this year: only sure on its last",
     "{key: a1, on: 2026, act: given, for: [share-contact], to: [ohchr]}"},
    {"given some day last year",
     "{key: a1, on: 2025, act: given, for: [share-contact], to: [ohchr]}",
     Use::share_contact,
     Audience::ohchr,
     {},
     {},
     {},
     Disclosure::full},
    {"given on an unknown day",
     "{key: a1, on: unknown, act: given, for: [share-contact], to: [ohchr]}"},
    {"until yesterday",
     "{key: a1, on: 2026-01-10, act: given, for: [share-contact], to: [ohchr], until: 2026-06-19}"},
    {"until today",
     "{key: a1, on: 2026-01-10, act: given, for: [share-contact], to: [ohchr], until: 2026-06-20}",
     Use::share_contact,
     Audience::ohchr,
     {},
     {},
     {},
     Disclosure::full},
    {"until some day of this year: sure until its first only",
     "{key: a1, on: 2025-01-10, act: given, for: [share-contact], to: [ohchr], until: 2026}"},
    {"until an unknown day",
     "{key: a1, on: 2026-01-10, act: given, for: [share-contact], to: [ohchr], until: unknown}"},
    {"expired, then renewed",
     "{key: a1, on: 2025-01-10, act: given, for: [share-contact], to: [ohchr], until: 2025-12-31}\n"
     "{key: a2, on: 2026-02-01, act: renewed, for: [share-contact], to: [ohchr]}",
     Use::share_contact,
     Audience::ohchr,
     {},
     {},
     {},
     Disclosure::full},
    {"withdrawn",
     "{key: a1, on: 2026-01-10, act: given, for: [share-contact], to: [ohchr]}\n"
     "{key: a2, on: 2026-02-01, act: withdrawn}"},
    {"withdrawn on the same day, written later",
     "{key: a1, on: 2026-01-10, act: given, for: [share-contact], to: [ohchr]}\n"
     "{key: a2, on: 2026-01-10, act: withdrawn}"},
    {"withdrawn on an unknown day: the stricter reading",
     "{key: a1, on: 2026-01-10, act: given, for: [share-contact], to: [ohchr]}\n"
     "{key: a2, on: unknown, act: withdrawn}"},
    {"withdrawn next month",
     "{key: a1, on: 2026-01-10, act: given, for: [share-contact], to: [ohchr]}\n"
     "{key: a2, on: 2026-07-20, act: withdrawn}",
     Use::share_contact,
     Audience::ohchr,
     {},
     {},
     {},
     Disclosure::full},
    {"withdrawn, then given again",
     "{key: a1, on: 2026-01-10, act: given, for: [share-contact], to: [ohchr]}\n"
     "{key: a2, on: 2026-02-01, act: withdrawn}\n"
     "{key: a3, on: 2026-03-01, act: given, for: [share-contact], to: [ohchr]}",
     Use::share_contact,
     Audience::ohchr,
     {},
     {},
     {},
     Disclosure::full},
    {"the order in the file is not the order in time",
     "{key: a2, on: 2026-02-01, act: withdrawn}\n"
     "{key: a1, on: 2026-01-10, act: given, for: [share-contact], to: [ohchr]}"},
    {"withdrawn for a case leaves what was given for none",
     "{key: a1, on: 2026-01-10, act: given, for: [share-contact], to: [ohchr]}\n"
     "{key: a2, on: 2026-02-01, act: withdrawn, case: dam}",
     Use::share_contact,
     Audience::ohchr,
     {},
     {},
     {},
     Disclosure::full},
    {"narrowed to another use",
     "{key: a1, on: 2026-01-10, act: given, for: [share-contact, contact], to: [ohchr]}\n"
     "{key: a2, on: 2026-02-01, act: narrowed, for: [contact], to: [ohchr]}"},
    {"narrowed, and this is left",
     "{key: a1, on: 2026-01-10, act: given, for: [share-contact, contact], to: [ohchr]}\n"
     "{key: a2, on: 2026-02-01, act: narrowed, for: [share-contact], to: [ohchr]}",
     Use::share_contact,
     Audience::ohchr,
     {},
     {},
     {},
     Disclosure::full},
    {"narrowed to another audience",
     "{key: a1, on: 2026-01-10, act: given, for: [share-contact], to: [ohchr, un]}\n"
     "{key: a2, on: 2026-02-01, act: narrowed, for: [share-contact], to: [un]}"},
    {"narrowed does not give what was never given",
     "{key: a2, on: 2026-02-01, act: narrowed, for: [share-contact], to: [ohchr]}"},
    {"narrowed to initials",
     "{key: a1, on: 2026-01-10, act: given, for: [share-contact], to: [ohchr]}\n"
     "{key: a2, on: 2026-02-01, act: narrowed, for: [share-contact], to: [ohchr], name_as: "
     "initials}",
     Use::share_contact,
     Audience::ohchr,
     {},
     {},
     {},
     Disclosure::initials},
    {"narrowed to a date that is over",
     "{key: a1, on: 2026-01-10, act: given, for: [share-contact], to: [ohchr]}\n"
     "{key: a2, on: 2026-02-01, act: narrowed, for: [share-contact], to: [ohchr], until: "
     "2026-03-01}"},
    {"narrowed says nothing: nothing is left",
     "{key: a1, on: 2026-01-10, act: given, for: [share-contact], to: [ohchr]}\n"
     "{key: a2, on: 2026-02-01, act: narrowed}"},
    {"refused after it was given",
     "{key: a1, on: 2026-01-10, act: given, for: [share-contact], to: [ohchr]}\n"
     "{key: a2, on: 2026-02-01, act: refused, for: [share-contact], to: [ohchr]}"},
    {"refused for something else",
     "{key: a1, on: 2026-01-10, act: given, for: [share-contact], to: [ohchr]}\n"
     "{key: a2, on: 2026-02-01, act: refused, for: [press], to: [media]}",
     Use::share_contact,
     Audience::ohchr,
     {},
     {},
     {},
     Disclosure::full},
    {"refused, then given",
     "{key: a1, on: 2026-01-10, act: refused, for: [share-contact], to: [ohchr]}\n"
     "{key: a2, on: 2026-02-01, act: given, for: [share-contact], to: [ohchr]}",
     Use::share_contact,
     Audience::ohchr,
     {},
     {},
     {},
     Disclosure::full},
    {"described",
     "{key: a1, on: 2026-01-10, act: given, for: [share-contact], to: [ohchr], name_as: described}",
     Use::share_contact,
     Audience::ohchr,
     {},
     {},
     {},
     Disclosure::described},
    {"everything but the name",
     "{key: a1, on: 2026-01-10, act: given, for: [share-contact], to: [ohchr], name_as: none}"},
    {"a letter of this case, to this State",
     letter,
     Use::letter,
     Audience::state,
     "dam",
     "HND",
     {},
     Disclosure::full},
    {"a letter of another case", letter, Use::letter, Audience::state, "mine", "HND"},
    {"a letter of no case", letter, Use::letter, Audience::state, {}, "HND"},
    {"a letter to another State", letter, Use::letter, Audience::state, "dam", "POL"},
    {"a letter to a State that is not said", letter, Use::letter, Audience::state, "dam", {}},
    {"a letter to mandates: the States are said for those who are States",
     "{key: a1, on: 2026-01-10, act: given, case: dam, for: [letter], to: [state, mandates], "
     "states: [HND]}",
     Use::letter,
     Audience::mandates,
     "dam",
     "POL",
     {},
     Disclosure::full},
    {"narrowed to a State leaves those who are none",
     "{key: a1, on: 2026-01-10, act: given, case: dam, for: [letter], to: [state, mandates]}\n"
     "{key: a2, on: 2026-02-01, act: narrowed, states: [HND]}",
     Use::letter,
     Audience::mandates,
     "dam",
     {},
     {},
     Disclosure::full},
    {"narrowed to a State closes the others",
     "{key: a1, on: 2026-01-10, act: given, case: dam, for: [letter], to: [state, mandates]}\n"
     "{key: a2, on: 2026-02-01, act: narrowed, states: [HND]}",
     Use::letter, Audience::state, "dam", "POL"},
    {"to other States, one of them said",
     "{key: a1, on: 2026-01-10, act: given, case: dam, for: [letter], to: [other-states], "
     "states: [HND]}",
     Use::letter, Audience::other_states, "dam", "POL"},
    {"an act without a case never opens a letter",
     "{key: a1, on: 2026-01-10, act: given, for: [letter], to: [state]}", Use::letter,
     Audience::state, "dam", "HND"},
    {"nor raising orally",
     "{key: a1, on: 2026-01-10, act: given, for: [raise-orally], to: [state]}", Use::raise_orally,
     Audience::state, "dam", "HND"},
    {"nor a publication", "{key: a1, on: 2026-01-10, act: given, for: [publish], to: [public]}",
     Use::publish, Audience::public_, "dam"},
    {"nor the press", "{key: a1, on: 2026-01-10, act: given, for: [press], to: [media]}",
     Use::press, Audience::media, "dam"},
    {"nor a UN report", "{key: a1, on: 2026-01-10, act: given, for: [un-report], to: [public]}",
     Use::un_report, Audience::public_, "dam"},
    {"withdrawn altogether ends what was given for a case",
     "{key: a1, on: 2026-01-10, act: given, case: dam, for: [letter], to: [state]}\n"
     "{key: a2, on: 2026-02-01, act: withdrawn}",
     Use::letter, Audience::state, "dam", "HND"},
    {"older than the facts it would carry", letter, Use::letter, Audience::state, "dam", "HND",
     "2026-03-14"},
    {"younger than the facts", letter, Use::letter, Audience::state, "dam", "HND", "2025-12-01",
     Disclosure::full},
    {"older than the facts, given in advance",
     "{key: a1, on: 2026-01-10, act: given, case: dam, for: [letter], to: [state], advance: yes}",
     Use::letter, Audience::state, "dam", "HND", "2026-03-14", Disclosure::full},
};

std::string items(std::string_view acts) {
  std::string text = acts.empty() ? "" : "consent:\n";
  for (std::size_t at = 0; at < acts.size();) {
    const std::size_t end = std::min(acts.find('\n', at), acts.size());
    text += "  - " + std::string(acts.substr(at, end - at)) + "\n";
    at = end + 1;
  }
  return text;
}

}  // namespace

TEST_CASE("consent: one question, one answer") {
  for (const Question& question : questions) {
    Records records;
    records.partner("hrd-abcde2", "kind: defender\nname: Ana Ejemplo\n" + items(question.acts));
    records.engagement("dam", "kind: case\ntitle: Dam\ncase: {status: received}\n");
    const auto& partner = *records.data().partner("hrd-abcde2");
    mandate::ConsentQuery ask{.use = question.use,
                              .audience = question.audience,
                              .case_ = question.case_,
                              .on = *value::Date::parse(question.on)};
    if (!question.state.empty())
      ask.state = {records.codes().find(value::CodeSet::state, question.state), 0};
    if (!question.facts.empty()) ask.facts = *value::Date::parse(question.facts);
    CAPTURE(question.what);
    CHECK(mandate::consent(partner, ask).verdict.how == question.answer);
  }
}

}  // namespace mandate_consent_test
