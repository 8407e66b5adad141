// What the last look refuses in an output, the rules find in the text of a record: names and ways
// to reach somebody, in whatever spelling.
#include "base/parallel_for.hpp"
#include "names/policy.hpp"
#include "names/record_contacts.hpp"
#include "names/record_names.hpp"
#include "names/secret_matcher.hpp"
#include "records.hpp"
#include "rules_repository.hpp"
#include "scratch.hpp"
#include "slower.hpp"

#include <doctest/doctest.h>

#include <iterator>
#include <random>
#include <string>
#include <vector>

namespace rapport::tests::names_agree_test {
namespace {

using Found = std::vector<std::string>;  // the words

/// Defenders as the last look and the rules see them.
class Both {
 public:
  explicit Both(std::string_view records) {
    for (std::size_t number = 0; !records.empty(); ++number) {
      const auto end = records.find("---\n");
      all_.partner("hrd-k7m2q" + std::string(1, static_cast<char>('a' + number)),
                   records.substr(0, end));
      records = end == records.npos ? std::string_view() : records.substr(end + 4);
    }
    for (const model::Partner* partner : all_.data().partners()) {
      names::add_names(*partner, names_);
      for (const auto& contact : partner->contacts)
        names::add_contact(*partner, contact, contacts_);
    }
  }

  Found in_output(std::string_view text) const {
    Found found;
    for (const auto* secrets : {&names_, &contacts_})
      for (const auto& hit : names::SecretMatcher(*secrets).all_in(text))
        found.emplace_back(text.substr(hit.start, hit.end - hit.start));
    return found;
  }

  Found in_record(std::string_view text) {
    const names::RecordNames names(all_.data(), base::ParallelFor(1));
    const names::RecordContacts contacts(all_.data());
    Found found;
    if (names.may_be_in(text))
      for (const auto& hit : names.find(text))
        if (!hit.only_titled) found.emplace_back(text.substr(hit.start, hit.end - hit.start));
    if (contacts.may_be_in(text))
      for (const auto& hit : contacts.find(text))
        found.emplace_back(text.substr(hit.start, hit.end - hit.start));
    return found;
  }

  /// Both find the words, which `text` is when they are not given.
  void find(std::string_view text, std::string_view words = {}) {
    CAPTURE(text);
    const Found expected{std::string(words.empty() ? text : words)};
    CHECK(in_output(text) == expected);
    CHECK(in_record(text) == expected);
  }
  void agree(std::string_view text) {
    CAPTURE(text);
    CHECK(in_record(text) == in_output(text));
  }

 private:
  Records all_;
  std::vector<names::Secret> names_;
  std::vector<names::Secret> contacts_;
};

Both reached_at(const std::string& channel, const std::string& value) {
  return Both("kind: defender\nname: Ana Muestra\ncontacts:\n  - {key: k1, channel: " + channel +
              ", value: \"" + value + "\"}\n");
}
Both named(const std::string& name) { return Both("kind: defender\nname: " + name + "\n"); }

}  // namespace

TEST_CASE("agree: addresses that have no sign of one") {
  auto post = reached_at("post", "Calle Ejemplo 12, Rio Ejemplo");
  for (const auto* text : {"Calle Ejemplo 12, Rio Ejemplo", "CALLE EJEMPLO 12\nRío Ejemplo"})
    post.find(text);
  auto handle = reached_at("telegram", "tigresaroja");
  handle.find("Telegram tigresaroja", "tigresaroja");
  handle.find("Telegram TigresaRoja2", "TigresaRoja");
  handle.find("“tigresaroja”", "tigresaroja");
  auto mail = reached_at("email", "ana@example.org");
  for (const auto* text : {"ana at example dot org", "ana@example.org", "ana%40example.org",
                           "ana&#64;example.org", "ana (arroba) example (punto) org"})
    mail.find(text);
  auto link = reached_at("other", "https://social.example/@anaroja");
  for (const auto* text : {"social.example/@anaroja", "@anaroja", "@AnaRoja"}) link.agree(text);
  auto number = reached_at("signal", "+999 5555 0101");
  for (const auto* text : {"5555\n0101", "+999\u200B5555 0101", "٩٩٩ ٥٥٥٥ ٠١٠١", "99955550101",
                           "+999  5555  0101", "14 March 2026, 5555 0101", "(999) 55.55.01.01"})
    number.agree(text);
}

TEST_CASE("agree: words written as one, with letters that are no ASCII and with few of them") {
  auto ana = named("Ana Ruiz");
  ana.find("#LibertéAnaRuiz", "AnaRuiz");
  for (const auto* text :
       {"AnaRuiz", "anaruiz", "#anaruiz", "SOSAnaRuiz", "SOSRuizana", "#JusticePourAnaRuizé",
        "éanaruiz", "AnaRuiz2026", "2026AnaRuiz", "ANARuiz", "LibertéAnaRuizYa", "ana_ruiz",
        "Ana\u200BRuiz", "Ana&nbsp;Ruiz", "#Ana%52uiz"})
    ana.agree(text);
}

TEST_CASE("agree: a word written as several, whatever parts them") {
  auto rosa = named("Rosa Perezrios");
  for (const auto* text :
       {"Rosa Pérez-Ríos", "Rosa Perez-Rios", "Rosa Pérez‑Ríos", "Rosa Pérez_Ríos",
        "Rosa Perez’Rios", "Perez-Rios, Rosa", "R. Pérez-Ríos"})
    rosa.find(text);
  auto particles = named("Rosa Delacruz Vandyk");
  for (const auto* text : {"Rosa de la Cruz", "Rosa la Cruz", "de la Cruz van Dyk", "R. de la Cruz",
                           "R. van Dyk", "Rosa van Dyk", "Rosa De-la-Cruz"})
    particles.agree(text);
}

TEST_CASE("agree: groups by all their words, particles too where they have no others") {
  Both groups(
      "kind: defender-group\nname: Al Haq\n---\n"
      "kind: defender-group\nname: Friends O'Donnell\n---\n"
      "kind: defender-group\nname: Voices of the Green Valley\n");
  for (const auto* text : {"Al Haq", "al-Haq", "Friends O'Donnell", "Friends O’Donnell",
                           "Voices of Green Valley", "#VoicesGreenValley"})
    groups.agree(text);
  CHECK_FALSE(groups.in_record("Al Haq").empty());
}

TEST_CASE("agree: the quotes that a name is written in are no part of it") {
  Both quoted(
      "kind: defender\nname: \"Ana Bea Ejemplo Jr.\"\n---\n"
      "kind: defender-group\nname: 'Voices of the Valley (VOVA)'\n");
  for (const auto* text :
       {"Ana Ejemplo", "Ejemplo, Ana", "Voices of the Valley", "#VoicesValley"}) {
    CAPTURE(text);
    CHECK_FALSE(quoted.in_record(text).empty());
    quoted.agree(text);
  }
}

TEST_CASE("agree: somebody who has the same words in another order") {
  Both two("kind: defender\nname: Ejemplo Lucía\n---\nkind: defender\nname: Lucía Ejemplo\n");
  for (const auto* text : {"Lucía Ejemplo", "Ejemplo Lucía", "Lucía Prueba Ejemplo"})
    two.agree(text);
  CHECK_FALSE(two.in_record("Lucía Ejemplo").empty());
  Both particles("kind: defender\nname: Ana Van\n---\nkind: defender\nname: Van Ana\n");
  for (const auto* text : {"Ana Van", "Van Ana", "Ana, Van", "van Ana"}) particles.agree(text);
}

TEST_CASE("agree: texts put together of pieces of names") {
  Both both(
      "kind: defender\nname: Lucía de la Cruz Ejemplo\naliases: [Люсия Примеро]\n"
      "alias_alone: [Lucecita]\ncontacts:\n  - {key: k1, channel: signal, value: +999 5555 0101}\n"
      "---\nkind: defender\nname: Siobhán O'Donnell\n---\nkind: defender\nname: Rosa Perezrios\n"
      "contacts:\n  - {key: k1, channel: email, value: rosa.rios@example.org}\n"
      "  - {key: k2, channel: post, value: \"Calle Cruz 12, Rosa\"}\n---\n"
      "kind: defender-group\nname: Voices of the Valley\n");
  constexpr std::string_view pieces[] = {
      "Lucía",   "lucia",   "de", "la",      "Cruz", "EJEMPLO", "Lucecita", "Люсия",
      "примеро", "Siobhán", "O",  "Donnell", "Rosa", "Pérez",   "Ríos",     "perez",
      "rios",    "Calle",   "12", "+999",    "5555", "0101",    "example",  "org",
      "voices",  "Valley",  "of", "x",       "é",    "L",       "S.",       "and"};
  constexpr std::string_view signs[] = {
      "",   "",   " ",  " ", " ", "-",    "'",     "’",   "‑",      "_",      ".", "@",
      ", ", ". ", "\n", "/", "#", " at ", "&amp;", "%20", "\u200B", "\u00A0", "(", "\\"};
  std::mt19937 random(20260408);
  std::size_t with_any = 0;
  for (std::size_t round = 0; round < 6000 / tests::slower; ++round) {
    std::string text;
    for (std::size_t left = 2 + random() % 6; left > 0; --left) {
      text += pieces[random() % std::size(pieces)];
      text += signs[random() % std::size(signs)];
    }
    if (text.find("\u00A0 ") != text.npos || text.find(" \u00A0") != text.npos) continue;
    if (text.find("  ") != text.npos) continue;  // one blank of a record, two of an output
    const Found expected = both.in_output(text);
    with_any += expected.empty() ? 0 : 1;
    CAPTURE(text);
    CHECK((expected.empty() || !both.in_record(text).empty()));
  }
  CHECK(with_any > 500 / tests::slower);
}

TEST_CASE("agree: blanks in a row are one in a record, and part columns in an output") {
  auto lucia = named("Lucía Ejemplo");
  for (const auto* text : {"Lucía  Ejemplo", "Lucía\u00A0 Ejemplo", "Lucía \t Ejemplo",
                           "Lucía          Ejemplo", "Ejemplo,  Lucía", "L.  Ejemplo"}) {
    CAPTURE(text);
    CHECK(lucia.in_record(text) == Found{text});
    CHECK(lucia.in_output(text).empty());
  }
  CHECK(lucia.in_record("So  was  Lucía  Ejemplo  there") == Found{"Lucía  Ejemplo"});
  CHECK(lucia.in_record("Lucía.  Ejemplo").empty());
  CHECK(lucia.in_record("Lucía\n\nEjemplo").empty());
}

TEST_CASE("agree: behind a title, the record says which of those with one family name it is") {
  const test::Scratch office;
  office.write("rapport.yaml", "mandate: sr-human-rights-defenders\nname: Office\n");
  for (const std::string letter : {"x", "y", "z"})
    office.write("partners/defenders/hrd-k7m2q" + letter + ".yaml",
                 "kind: defender\nname: Ana" + letter + " Ejemplo\n");
  office.write("engagements/2026/2026-02-meeting.yaml",
               "kind: meeting\ntitle: Meeting\nstart: 2026-02-10\n"
               "partners:\n  - {partner: hrd-k7m2qy}\nsummary: Ms. Ejemplo spoke\n");
  const std::string found =
      CheckedRepository(office.path(), {}, 1, true, {"protected-name-in-text"}).text();
  CHECK(found ==
        "engagements/2026/2026-02-meeting.yaml:6:14+7: protected-name-in-text: this is part of the "
        "name of 'hrd-k7m2qy', who is protected\n  help: write <hrd-k7m2qy>\n");
}

}  // namespace rapport::tests::names_agree_test
