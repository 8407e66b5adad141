#include "release_oracle.hpp"

#include "value/word.hpp"

#include <fmt/format.h>

#include <array>

namespace rapport::tests {

std::span<const Partner> all_partners() {
  static constexpr std::array table = {
      Partner{"ministry", Who::public_body, "kind: government\nname: Ministry\n"},
      Partner{"parliament", Who::public_body, "kind: legislature\nname: Parliament\n"},
      Partner{"court", Who::public_body, "kind: judiciary\nname: Supreme Court\n"},
      Partner{"mission", Who::public_body, "kind: permanent-mission\nname: Mission\n"},
      Partner{"police", Who::public_body, "kind: law-enforcement\nname: Police\n"},
      Partner{"agency", Who::public_body, "kind: un-agency\nname: Agency\n"},
      Partner{"presence", Who::public_body, "kind: un-presence\nname: Presence\n"},
      Partner{"commission", Who::public_body, "kind: regional-mechanism\nname: Commission\n"},
      Partner{"delegation", Who::public_body, "kind: delegation\nname: EU Delegation\n"},
      Partner{"bank", Who::public_body, "kind: development-bank\nname: Bank\n"},
      Partner{"union", Who::public_body, "kind: international-organisation\nname: Union\n"},
      Partner{"ombudsman", Who::public_body, "kind: nhri\nname: Ombudsman\n"},
      Partner{"equality", Who::public_body, "kind: equality-body\nname: Equality body\n"},
      Partner{"company", Who::public_body, "kind: business\nname: Company\n"},
      Partner{"university", Who::public_body, "kind: academic\nform: body\nname: University\n"},
      Partner{"paper", Who::public_body, "kind: media\nname: Paper\n"},
      Partner{"minister", Who::official,
              "kind: government\nform: person\nname: Minister\ncapacity: official\n"},
      Partner{"diplomat", Who::official,
              "kind: permanent-mission\nform: person\nname: Diplomat\ncapacity: official\n"},
      Partner{"listed-ngo", Who::listed, "kind: ngo\nname: Listed NGO\nlisted: {since: 2019}\n"},
      Partner{"listed-union", Who::listed,
              "kind: trade-union\nname: Listed union\nlisted: {url: https://example.org/}\n"},
      Partner{"listed-assoc", Who::listed,
              "kind: association\nname: Listed association\nlisted: {since: 2019-05}\n"},
      Partner{"ngo", Who::office_only, "kind: ngo\nname: Small NGO\n"},
      Partner{"later-ngo", Who::office_only, "kind: ngo\nname: Later NGO\nlisted: {since: 2030}\n"},
      Partner{"soon-ngo", Who::office_only, "kind: ngo\nname: Soon NGO\nlisted: {since: 2026}\n"},
      Partner{"hrd-abcde2", Who::office_only, "kind: defender\nname: Ana Ejemplo\n"},
      Partner{"hrd-abcde3", Who::office_only, "kind: defender-group\nname: Group of defenders\n"},
      Partner{"hrd-abcde4", Who::office_only,
              "kind: defender-group\nname: Listed group\nlisted: {since: 2019}\n"},
      Partner{"hrd-abcde5", Who::office_only, "kind: cooperating-person\nname: A driver\n"},
      Partner{"donor", Who::office_only, "kind: donor\nname: A foundation\n"},
      Partner{"listed-donor", Who::office_only,
              "kind: donor\nname: A foundation\nlisted: {since: 2019}\n"},
      Partner{"professor", Who::office_only, "kind: academic\nname: A professor\n"},
      Partner{"journalist", Who::office_only, "kind: media\nform: person\nname: A journalist\n"},
      Partner{"lawyer", Who::office_only, "kind: lawyer\nname: A lawyer\n"},
      Partner{"clerk", Who::office_only, "kind: government\nform: person\nname: A clerk\n"},
      Partner{"local-staff", Who::national_staff,
              "kind: un-presence\nform: person\nname: Local officer\nnational_staff: yes\n"},
      Partner{"local-head", Who::national_staff,
              "kind: un-agency\nform: person\nname: Local head\nnational_staff: yes\n"
              "capacity: official\n"},
  };
  return table;
}

std::string_view line(Label label) {
  constexpr std::array lines = {"", "classification: unclassified\n",
                                "classification: confidential\n",
                                "classification: strictly-confidential\n"};
  return lines[static_cast<std::size_t>(label)];
}

std::vector<Audience> all_audiences() {
  std::vector<Audience> all;
  for (std::size_t i = 1; i <= value::words_of<Audience>.size(); ++i)
    all.push_back(static_cast<Audience>(i));
  return all;
}

bool is_hostile(Audience audience) {
  return audience == Audience::state || audience == Audience::de_facto ||
         audience == Audience::business;
}

bool is_public(Audience audience) {
  return audience == Audience::public_ || audience == Audience::media;
}

Disclosure expected_entry(Who who, Label label, Audience audience, Disclosure agreed) {
  if (audience == Audience::office) return Disclosure::full;
  if (label == Label::strictly_confidential) return Disclosure::withheld;
  if (who == Who::official) return Disclosure::full;
  if (who == Who::national_staff && is_public(audience)) return Disclosure::withheld;
  if (label == Label::confidential) return agreed;
  if (who == Who::public_body) return Disclosure::full;
  if (who == Who::listed && !is_hostile(audience)) return Disclosure::full;
  return agreed;
}

std::string record(const Partner& partner, Label label, Use use, Audience audience) {
  std::string text = std::string(partner.text) + std::string(line(label));
  if (use == Use::absent) return text;
  return text + fmt::format(
                    "consent:\n  - {{key: a1, on: 2026-01-10, act: given, for: [{}], to: "
                    "[{}]}}\n",
                    value::word(use), value::word(audience));
}

release::Purpose purpose(Audience audience, Use use) {
  return {.audience = audience, .use = use, .on = *value::Date::parse("2026-06-20")};
}

}  // namespace rapport::tests
