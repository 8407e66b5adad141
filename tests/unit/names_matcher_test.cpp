// What the last look finds and passes over by its words, each at the edge of a rule, and that no
// text makes it slow.
#include "names/secret_matcher.hpp"
#include "release/open_names.hpp"
#include "slower.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace names_matcher_test {

using namespace rapport;
using names::Secret;
using Found = std::vector<std::string>;  // "owner: words"

namespace {

Secret name(std::string text) { return {.text = text, .record = text, .kind = Secret::Kind::name}; }
Secret body(std::string text) { return {.text = text, .record = text, .kind = Secret::Kind::text}; }
Secret address(std::string text) {
  return {.text = text, .record = text, .kind = Secret::Kind::address};
}

/// What lies within one of the `open` names is passed over, as the last look does.
names::SecretMatcher::DropAllowed within(const std::vector<std::string>& open) {
  release::OpenNames allowed;
  for (const std::string& name : open) allowed.add(name);
  return [allowed](const names::ScanText& text, std::vector<names::Match>& found) {
    allowed.drop_parts(text, found);
  };
}

Found all_in(std::string_view text, const std::vector<Secret>& secrets,
             const std::vector<std::string>& open = {}) {
  Found found;
  for (const auto& hit : names::SecretMatcher(secrets, within(open)).all_in(text))
    found.push_back(
        fmt::format("{}: {}", hit.secret->record, text.substr(hit.start, hit.end - hit.start)));
  return found;
}

std::string many(std::string_view part) {
  constexpr std::size_t size = 256 * 1024 / tests::slower;  // a square of it would take minutes
  std::string text;
  while (text.size() < size) text += part;
  return text;
}

}  // namespace

TEST_CASE("matcher: a capital of any script begins a word of a tag") {
  const std::vector<Secret> secrets = {name("Анна Рубин"), name("Άννα Ρούπι"), name("Ana Rubin")};
  CHECK(all_in("#СвободаАннаРубин", secrets) == Found{"Анна Рубин: АннаРубин"});
  CHECK(all_in("#ΕλευθερίαΆνναΡούπι", secrets) == Found{"Άννα Ρούπι: ΆνναΡούπι"});
  CHECK(all_in("#LibertadAnaRubin", secrets) == Found{"Ana Rubin: AnaRubin"});
  CHECK(all_in("#НГОАннаРубин", {name("Анна Руб"), name("Анна Рубин")}) ==
        Found{"Анна Рубин: АннаРубин"});
  CHECK(all_in("#ЛибертадАна", secrets).empty());
}

TEST_CASE("matcher: each word of a run of letters and digits stands where it is") {
  const std::vector<Secret> secrets = {name("Ana Rubin"), name("Zoé Núñez"), name("Анна Рубин")};
  CHECK(all_in("#Edición2026LibertadAnaRubin", secrets) == Found{"Ana Rubin: AnaRubin"});
  CHECK(all_in("#Edición2026LibertadZoéNúñez", secrets) == Found{"Zoé Núñez: ZoéNúñez"});
  CHECK(all_in("#Год2026СвободаАннаРубин", secrets) == Found{"Анна Рубин: АннаРубин"});
  CHECK(all_in("#Zoe\u0301Nu\u0301n\u0303ez2026", secrets) ==
        Found{"Zoé Núñez: Zoe\u0301Nu\u0301n\u0303ez"});
  CHECK(all_in("met Zoé Núñez2026 there", secrets) == Found{"Zoé Núñez: Zoé Núñez"});
  CHECK(all_in("½AnaRubin½", secrets) == Found{"Ana Rubin: AnaRubin"});
}

TEST_CASE("matcher: a title, a trade or the first word of a sentence is no part of a name") {
  const std::vector<Secret> secrets = {name("April May")};
  for (const std::string_view before :
       {"Ms ", "Ms. ", "met Dr ", "met Activist ", "met Sra. ", "Yesterday ",
        "So it was. Yesterday ", "Activist ", "| Spokeswoman ", "After ", "Вчера ", "قالت أمس "}) {
    CAPTURE(before);
    CHECK(all_in(std::string(before) + "April May was arrested", secrets) ==
          Found{"April May: April May"});
  }
  const std::vector<Secret> rights = {name("Human Rights"), body("Land Rights")};
  for (const std::string_view text :
       {"UN Human Rights is", "OHCHR: UN Human Rights said", "National Human Rights Institution",
        "Declaration of Human Rights", "the Geneva Human Rights week", "Dr Human Rights Council",
        "International Human Rights", "Geneva for Land Rights", "Women Human Rights Defenders",
        "Universal Human Rights"}) {
    CAPTURE(text);
    CHECK(all_in(text, rights).empty());
  }
}

TEST_CASE("matcher: two bodies that differ by an \"and\" are both found") {
  const std::vector<Secret> secrets = {body("Justice and Peace"), body("Justice Peace"),
                                       body("Rio Verde"), body("Rio y Verde")};
  CHECK(all_in("met Justice Peace there", secrets) == Found{"Justice Peace: Justice Peace"});
  CHECK(all_in("met Justice and Peace there", secrets) ==
        Found{"Justice and Peace: Justice and Peace"});
  CHECK(all_in("met Rio Verde there", secrets) == Found{"Rio Verde: Rio Verde"});
  CHECK(all_in("met Rio y Verde there", secrets) == Found{"Rio y Verde: Rio y Verde"});
  CHECK(all_in("Justice\u2013Peace", {body("Justice Peace"), body("Justice/Peace")}).size() == 1);
  CHECK(all_in("met Justice/Peace there", {body("Justice Peace"), body("Justice/Peace")}).size() ==
        1);
}

TEST_CASE("matcher: the handle that a link ends in is one wherever it stands") {
  const auto found = [](std::string link, std::string_view text) {
    Found words;
    for (const auto& hit : all_in(text, {address(std::move(link))}))
      words.push_back(hit.substr(hit.find(": ") + 2));
    return words;
  };
  for (const std::string_view text :
       {"x.com/tigresaroja", "Twitter: tigresaroja", "write to @tigresaroja",
        "https://twitter.com/tigresaroja?lang=es"})
    for (const auto* link :
         {"https://twitter.com/tigresaroja", "twitter.com/tigresaroja/status/1",
          "https://bsky.app/profile/tigresaroja", "https://www.linkedin.com/in/tigresaroja/",
          "https://social.example/@tigresaroja"}) {
      CAPTURE(text);
      CAPTURE(link);
      const auto words = found(link, text);
      CHECK(words.size() == 1);
    }
  CHECK(found("https://twitter.com/ana", "x.com/ana") == Found{"ana"});
  CHECK(found("https://twitter.com/ana", "met Ana").empty());
  CHECK(found("https://twitter.com/rights", "x.com/rights") == Found{"rights"});
  CHECK(found("https://twitter.com/rights", "the rights of all").empty());
  CHECK(found("https://valle.example/contact", "other.example/contact").empty());
  CHECK(found("https://valle.example/contact", "@contact") == Found{"contact"});
}

TEST_CASE("matcher: of names written as one, the longest from each letter on") {
  const std::vector<Secret> secrets = {name("Ana Ejemplo"), name("Ana Ejemplorosa")};
  CHECK(all_in("#anaejemplorosa", secrets) == Found{"Ana Ejemplorosa: anaejemplorosa"});
  CHECK(all_in("#AnaEjemploRosa", secrets) == Found{"Ana Ejemplorosa: AnaEjemploRosa"});
  CHECK(all_in("#AnaEjemploRamirez", {name("Ana Ejemplo Ramírez")}) ==
        Found{"Ana Ejemplo Ramírez: AnaEjemploRamirez"});
  // The part beyond what may be shown is found.
  CHECK(all_in("#AnaEjemplo", {name("Ana Ejemplo Ramírez")}, {"Anaejemplo"}).empty());
}

TEST_CASE("matcher: a name within one of many open ones is a part of it") {
  const std::vector<Secret> secrets = {name("Ana Rivers"), body("Rivers"), body("River 9")};
  std::vector<std::string> open;
  for (int i = 0; i < 5'000; ++i) open.push_back(fmt::format("Ministry of River {}", i));
  open.emplace_back("Ministry of Ana Rivers");
  open.emplace_back("Ministry");
  CHECK(all_in("the Ministry of Ana Rivers", secrets, open).empty());
  CHECK(all_in("the Ministry of River 9, the Ministry", secrets, open).empty());
  CHECK(all_in("the Ministry of the Ana Rivers", secrets, open).size() == 2);
  CHECK(all_in("the Ministry of River 5001, River 9", secrets, open) == Found{"River 9: River 9"});
  CHECK(!all_in(many("Ministry of River "), {body("River Ministry")}, open).empty());
}

TEST_CASE("matcher: two people whose names are each other's in reverse are both found") {
  const std::vector<Secret> secrets = {name("Ejemplo Lucía"), name("Lucía Ejemplo")};
  CHECK(all_in("Lucía Prueba Ejemplo", secrets) == Found{"Lucía Ejemplo: Lucía Prueba Ejemplo"});
  CHECK(all_in("Ejemplo Prueba Lucía", secrets) == Found{"Ejemplo Lucía: Ejemplo Prueba Lucía"});
}

TEST_CASE("matcher: whatever is written, and however much of it, the search ends soon") {
  std::vector<Secret> secrets = {name("Ana Ejemplo"), address("at@example.org"),
                                 name("Анна Рубин"),  address("+999 000 0000"),
                                 address("000 0000"), body("Rivers")};
  for (std::size_t length = 3; length < 58; ++length) {
    secrets.push_back(name("aaaaa " + std::string(length, 'a')));
    secrets.back().record = "a";
  }
  secrets.push_back(body(std::string(60, 'a') + "b"));
  const std::vector<std::string> open = {"Rivers of Rivers", many("a ").substr(0, 126)};
  const names::SecretMatcher matcher(secrets, within(open));
  for (const auto& [start, part] :
       std::initializer_list<std::pair<const char*, const char*>>{{"é", "1anaejemplo"},
                                                                  {"", "at "},
                                                                  {"Ana \"x\" ", "A½"},
                                                                  {"", "a"},
                                                                  {"", "аннаРубин"},
                                                                  {"", "0"},
                                                                  {"", "Rivers of "}}) {
    const std::string text = start + many(part);
    CAPTURE(text.substr(0, 40));
    CHECK(matcher.all_in(text).size() <= text.size());
  }
}

}  // namespace names_matcher_test
