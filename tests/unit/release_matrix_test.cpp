// Every kind of partner, label and audience, with consent and without: the gate against the words
// of the design.
#include "release/release.hpp"
#include "release_oracle.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

namespace release_matrix_test {

using namespace rapport;
using tests::all_audiences;
using tests::all_labels;
using tests::all_partners;
using tests::Audience;
using tests::Disclosure;
using tests::Label;
using tests::Records;
using tests::Use;
using tests::Who;

namespace {

release::Gate gate(Records& records, Audience audience, Use use = Use::share_contact) {
  return {records.data(), records.codes(), tests::purpose(audience, use)};
}

}  // namespace

TEST_CASE("release matrix: who is shown to whom, without consent and with it") {
  std::size_t checked = 0;
  const auto check = [&checked](Label label, Audience audience, Audience agreed) {
    Records records;
    const Use use = agreed == Audience::absent ? Use::absent : Use::share_contact;
    for (const auto& partner : all_partners())
      records.partner(partner.id, tests::record(partner, label, use, agreed));
    const Disclosure consent = agreed == audience ? Disclosure::full : Disclosure::withheld;
    for (const auto& partner : all_partners()) {
      // design.md says who never sees the local staff of a UN office; who may is asked below.
      if (partner.who == Who::national_staff && agreed == audience && !tests::is_public(audience))
        continue;
      CAPTURE(partner.id);
      CAPTURE(tests::line(label));
      CAPTURE(value::word(audience));
      CAPTURE(value::word(agreed));
      const auto shown = gate(records, audience).entry(*records.data().partner(partner.id));
      CHECK(shown.how == tests::expected_entry(partner.who, label, audience, consent));
      ++checked;
    }
  };
  for (const Label label : all_labels)
    for (const Audience audience : all_audiences()) {
      // `un` agreed to is not `ohchr` agreed to: consent for another audience is no consent.
      check(label, audience, audience == Audience::un ? Audience::ohchr : Audience::un);
      check(label, audience, Audience::absent);
      check(label, audience, audience);
    }
  CHECK(checked > 5000);
}

TEST_CASE(
    "release matrix: local staff of a UN office may be shown to colleagues who are agreed to") {
  for (const auto& partner : all_partners()) {
    if (partner.who != Who::national_staff) continue;
    for (const Audience audience : {Audience::mandates, Audience::ohchr, Audience::un}) {
      Records records;
      records.partner(partner.id,
                      tests::record(partner, Label::none, Use::share_contact, audience));
      CAPTURE(partner.id);
      CHECK(gate(records, audience).entry(*records.data().partner(partner.id)).how ==
            Disclosure::full);
    }
  }
}

TEST_CASE("release matrix: consent for another use is no consent") {
  for (const auto& partner : all_partners()) {
    if (partner.who != Who::office_only) continue;
    Records records;
    records.partner(partner.id, tests::record(partner, Label::none, Use::contact, Audience::ohchr));
    CAPTURE(partner.id);
    CHECK(gate(records, Audience::ohchr).entry(*records.data().partner(partner.id)).how ==
          Disclosure::withheld);
  }
}

TEST_CASE("release matrix: of an official, name and post are public, and no more") {
  for (const Audience audience : all_audiences()) {
    if (audience == Audience::office) continue;
    Records records;
    records.partner("body", "kind: government\nname: Ministry\n");
    records.partner("minister", R"(kind: government
form: person
name: Minister
capacity: official
areas: [Ciudad Ejemplo]
affiliations:
  - {body: body, post: minister}
contacts:
  - {key: k1, channel: phone, value: +999 5555 0101, use: preferred}
notes: Met at the airport.
)");
    const auto& minister = *records.data().partner("minister");
    const auto open = gate(records, audience).verdicts(minister);
    CAPTURE(value::word(audience));
    CHECK(open[value::Reveals::identity].how == Disclosure::full);
    CHECK(open[value::Reveals::link].how == Disclosure::full);
    CHECK(open[value::Reveals::contact].how == Disclosure::withheld);
    CHECK(open[value::Reveals::place].how == Disclosure::withheld);
    CHECK(open[value::Reveals::content].how == Disclosure::withheld);
    CHECK(open[value::Reveals::source].how == Disclosure::withheld);
    CHECK_FALSE(gate(records, audience).channel(minister, minister.contacts[0]).shows());
  }
}

TEST_CASE("release matrix: content and sources of a record never leave, whatever is agreed to") {
  for (const Audience audience : all_audiences()) {
    if (audience == Audience::office) continue;
    Records records;
    for (const auto& partner : all_partners())
      records.partner(partner.id,
                      tests::record(partner, Label::none, Use::share_contact, audience));
    for (const auto& partner : all_partners()) {
      const auto shown = gate(records, audience).verdicts(*records.data().partner(partner.id));
      CAPTURE(partner.id);
      CHECK(shown[value::Reveals::content].how == Disclosure::withheld);
      CHECK(shown[value::Reveals::source].how == Disclosure::withheld);
    }
  }
}

TEST_CASE("release matrix: a field that states no class is the office's alone") {
  Records records;
  for (const auto& partner : all_partners())
    records.partner(partner.id, tests::record(partner, Label::unclassified));
  records.engagement("meeting", "kind: meeting\ntitle: Meeting\nopenness: public\n");
  for (const Audience audience : all_audiences()) {
    const auto asked = gate(records, audience);
    const bool is_office = audience == Audience::office;
    CAPTURE(value::word(audience));
    for (const auto* partner : records.data().partners())
      CHECK(asked.verdicts(*partner)[value::Reveals::unstated].shows() == is_office);
    const auto open = asked.verdicts(*records.data().engagement("meeting"));
    CHECK(open[value::Reveals::open].shows());
    CHECK(open[value::Reveals::unstated].shows() == is_office);
  }
  // What nobody filled in is withheld: the class's zero, and that of an answer.
  CHECK_FALSE(release::Verdicts()[value::Reveals{}].shows());
  CHECK_FALSE(
      release::Verdicts::all(release::full(release::Reason::open_value))[value::Reveals{}].shows());
}

namespace {

struct Occasion {
  std::string_view text;   // label and openness of an engagement
  bool is_for_colleagues;  // mandates, ohchr, un
  bool is_for_all;
};
// An engagement of which nothing is said is not known to be open.
constexpr Occasion occasions[] = {
    {"openness: public\nclassification: unclassified\n", true, true},
    {"openness: public\n", true, true},
    {"openness: closed\n", true, false},
    {"", true, false},
    {"openness: confidential\n", false, false},
    {"openness: public\nclassification: confidential\n", false, false},
    {"openness: public\nclassification: strictly-confidential\n", false, false},
};

}  // namespace

TEST_CASE("release matrix: that somebody met us is told as the meeting is open, and by consent") {
  const auto check = [](const Occasion& occasion, Audience audience, bool agrees, Label label) {
    Records records;
    std::string meeting =
        fmt::format("kind: meeting\ntitle: Meeting\nstatus: held\n{}partners:\n", occasion.text);
    for (const auto& partner : all_partners()) {
      const Use use = agrees ? Use::list_as_participant : Use::absent;
      records.partner(partner.id, tests::record(partner, label, use, audience));
      meeting += fmt::format("  - {{partner: {}}}\n", partner.id);
    }
    records.engagement("meeting", meeting);
    const bool is_office = audience == Audience::office;
    const bool is_colleague =
        audience == Audience::mandates || audience == Audience::ohchr || audience == Audience::un;
    const bool is_seen =
        is_office || (is_colleague ? occasion.is_for_colleagues : occasion.is_for_all);
    for (const auto& partner : all_partners()) {
      const bool is_open =
          (partner.who == Who::public_body || partner.who == Who::official) && label == Label::none;
      const bool is_never = (partner.who == Who::national_staff && !is_colleague) ||
                            label == Label::strictly_confidential;
      const bool may_link = is_office || (!is_never && (is_open || agrees));
      CAPTURE(partner.id);
      CAPTURE(occasion.text);
      CAPTURE(value::word(audience));
      CAPTURE(agrees);
      const auto shown =
          gate(records, audience)
              .link(*records.data().partner(partner.id), *records.data().engagement("meeting"));
      CHECK(shown.shows() == (is_seen && may_link));
    }
  };
  for (const auto& occasion : occasions)
    for (const Audience audience : all_audiences())
      for (const bool agrees : {false, true})
        for (const Label label : {Label::none, Label::strictly_confidential})
          check(occasion, audience, agrees, label);
}

TEST_CASE("release matrix: the State and civil society never share a list outside the office") {
  Records records;
  for (const auto& partner : all_partners())
    records.partner(partner.id, tests::record(partner, Label::none));
  records.office(
      "repository: 00000000-0000-4000-8000-000000000000\n"
      "mandate: sr-human-rights-defenders\nname: Office\n");
  for (const Audience audience : all_audiences()) {
    release::Release released(records.data(), records.library(), *records.office(),
                              tests::purpose(audience));
    std::vector<model::RecordId> all;
    for (const auto* partner : records.data().partners()) all.push_back({partner->head.index});
    bool has_state = false;
    bool has_society = false;
    for (const auto& shown : released.in_one_list(released.partners(all))) {
      const auto group = records.data().partner(shown.id())->group();
      has_state = has_state || group == model::Group::states;
      has_society =
          has_society || group == model::Group::civil_society || group == model::Group::defenders;
    }
    CAPTURE(value::word(audience));
    CHECK((has_state && has_society) == (audience == Audience::office));
    CHECK((has_state || has_society));
  }
}

}  // namespace release_matrix_test
