// The names of protected partners as they are found in the text of records.
#include "base/parallel_for.hpp"
#include "names/record_names.hpp"
#include "records.hpp"

#include <cstdint>
#include <iterator>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace rapport::tests::names_record_test {
namespace {

using Found = std::vector<std::pair<std::string, std::string>>;  // id, the words

Found names_in(const names::RecordNames& names, std::string_view text) {
  Found found;
  for (const names::RecordNames::Hit& hit : names.find(text))
    found.emplace_back(hit.partner->id(), text.substr(hit.start, hit.end - hit.start));
  CHECK((found.empty() || names.may_be_in(text)));
  return found;
}

class Office {
 public:
  Office() {
    records_.partner("hrd-k7m2qx",
                     "kind: defender\nname: Lucía de la Cruz Ejemplo\naliases: [Люсия Примеро]\n"
                     "alias_alone: [Lucecita]\n");
    records_.partner("grp-d2k7mq", "kind: defender-group\nname: Voices of the Green Valley\n");
    records_.partner("xxa-mfa", "kind: government\nname: Ministry of Foreign Affairs\n");
  }
  names::RecordNames names() { return {records_.data(), base::ParallelFor(1)}; }

 private:
  Records records_;
};

}  // namespace

TEST_CASE("names: two words of a person's name in a row, whatever case and accents") {
  Office office;
  const auto names = office.names();
  CHECK(names_in(names, "met LUCIA DE LA CRUZ today") == Found{{"hrd-k7m2qx", "LUCIA DE LA CRUZ"}});
  CHECK(names_in(names, "met Cruz\n  Ejemplo") == Found{{"hrd-k7m2qx", "Cruz\n  Ejemplo"}});
  CHECK(names_in(names, "встреча: люсия примеро") == Found{{"hrd-k7m2qx", "люсия примеро"}});
}

TEST_CASE("names: three words of a name are one place, and a title makes one word of it enough") {
  Office office;
  const auto names = office.names();
  CHECK(names_in(names, "met Lucía de la Cruz Ejemplo") ==
        Found{{"hrd-k7m2qx", "Lucía de la Cruz Ejemplo"}});
  CHECK(names_in(names, "saw Ms. Cruz") == Found{{"hrd-k7m2qx", "Cruz"}});
  CHECK(names_in(names, "saw Sra. EJEMPLO, L. Cruz") == Found{{"hrd-k7m2qx", "EJEMPLO, L. Cruz"}});
  CHECK(names_in(names, "Ms. Voices of the valley").empty());
}

TEST_CASE("names: one word only where it gives them away on its own") {
  Office office;
  const auto names = office.names();
  CHECK(names_in(names, "called Lucecita") == Found{{"hrd-k7m2qx", "Lucecita"}});
  CHECK(names_in(names, "Lucía called").empty());
  CHECK(names_in(names, "la Cruz Roja").empty());
  CHECK(names_in(names, "Lucía. Cruz").empty());
  CHECK(names_in(names, "Cruz of Ejemplo, Lucía").size() == 1);
}

TEST_CASE("names: a group by its whole name, and nobody who is not protected") {
  Office office;
  const auto names = office.names();
  CHECK(names_in(names, "the Voices of the Green Valley") ==
        Found{{"grp-d2k7mq", "Voices of the Green Valley"}});
  CHECK(names_in(names, "the Green Valley").empty());
  CHECK(names_in(names, "the Ministry of Foreign Affairs").empty());
}

TEST_CASE("names: of a script without spaces one word is the whole name") {
  Records records;
  records.partner("hrd-k7m2qx", "kind: defender\nname: Wang Example\naliases: [王小明, 王]\n");
  const names::RecordNames names(records.data(), base::ParallelFor(1));
  CHECK(names_in(names, "that 王小明 was arrested") == Found{{"hrd-k7m2qx", "王小明"}});
  CHECK(names_in(names, "that 王 was arrested").empty());
  CHECK(names_in(names, "昨天王小明被捕。后来 王 小\n    明 说") ==
        Found{{"hrd-k7m2qx", "王小明"}, {"hrd-k7m2qx", "王 小\n    明"}});
  CHECK(names_in(names, "王, 小明").empty());
}

TEST_CASE("names: of a script without spaces some are written with them, and some are groups'") {
  Records records;
  records.partner("hrd-k7m2qx", "kind: defender\nname: สมชาย ใจดี\naliases: [\"สมชาย\"]\n");
  records.partner("grp-d2k7mq", "kind: defender-group\nname: 绿谷之声\n");
  records.partner("xxa-mfa", "kind: government\nname: 外交部\n");
  const names::RecordNames names(records.data(), base::ParallelFor(1));
  CHECK(names_in(names, "คุณสมชายใจดีมา") == Found{{"hrd-k7m2qx", "สมชายใจดี"}});
  CHECK(names_in(names, "met สมชาย ใจดี") == Found{{"hrd-k7m2qx", "สมชาย ใจดี"}});
  CHECK(names_in(names, "外交部和绿谷之声") == Found{{"grp-d2k7mq", "绿谷之声"}});
  CHECK_FALSE(names.may_be_in("外交部"));
}

TEST_CASE("names: a particle is a word of a name that has no two words without it") {
  Records records;
  records.partner("hrd-k7m2qx", "kind: defender\nname: Ana Van\n");
  records.partner("hrd-k7m2qy", "kind: defender\nname: Le Do\n");
  records.partner("hrd-k7m2qz", "kind: defender\nname: Rosa de Ejemplo\n");
  const names::RecordNames names(records.data(), base::ParallelFor(1));
  CHECK(names_in(names, "met Ana Van there") == Found{{"hrd-k7m2qx", "Ana Van"}});
  CHECK(names_in(names, "met ANA-VAN, Le Do") ==
        Found{{"hrd-k7m2qx", "ANA-VAN"}, {"hrd-k7m2qy", "Le Do"}});
  CHECK(names_in(names, "met Rosa Ejemplo") == Found{{"hrd-k7m2qz", "Rosa Ejemplo"}});
  for (const auto* text : {"Ana van Prueba", "Ana. Van", "le do", "Rosa De", "Ana of Van"})
    CHECK(names_in(names, text).empty());
}

TEST_CASE("names: with what stands in quotes or brackets in them, and without") {
  Records records;
  records.partner("hrd-k7m2qx", "kind: defender\nname: Ana \"La Negra\" Example Jr.\n");
  records.partner("hrd-k7m2qy",
                  "kind: defender\nname: Rosa Prueba\naliases: [Rosa (Nita) Muestra]\n");
  const names::RecordNames names(records.data(), base::ParallelFor(1));
  const auto whole = [&](const std::string& name, const std::string& id) {
    CAPTURE(name);
    CHECK(names_in(names, "met " + name + " there") == Found{{id, name}});
  };
  for (const auto* name : {"Ana Example", "Ana La Negra", "Ana La Negra Example", "Ana \"La Negra",
                           "Ana \"La Negra\" Example", "Negra\" Example", "Ana “Nita” Example",
                           "Ana (the sister) Example"})
    whole(name, "hrd-k7m2qx");
  for (const auto* name : {"Rosa Muestra", "Rosa Nita", "Nita Muestra", "Rosa (Nita) Muestra",
                           "Rosa [Ana] Prueba", "Rosa \"la rubia\" Prueba"})
    whole(name, "hrd-k7m2qy");
  for (const auto* text : {"met Example Jr. there", "Ana (Example)", "Rosa (Prueba)",
                           "Ana (and others), Example", "Rosa \"x\" \"y\" Prueba", "(Rosa) Prueba"})
    CHECK(names_in(names, text).empty());
}

TEST_CASE("names: initials are those of many, and go with the word beside them") {
  Records records;
  records.partner("hrd-k7m2qx", "kind: defender\nname: Ana Example\naliases: [J. P. Morgan]\n");
  const names::RecordNames names(records.data(), base::ParallelFor(1));
  CHECK(names_in(names, "met J. P. Morgan") == Found{{"hrd-k7m2qx", "P. Morgan"}});
  CHECK(names_in(names, "the initials J. P. stand there").empty());
  CHECK(names_in(names, "J. P. and Morgan").empty());
}

TEST_CASE("names: a text that is passed over has none, wherever the words fall in it") {
  Office office;
  const auto names = office.names();
  CHECK_FALSE(names.may_be_in("In the valley the families were asked; nobody was heard."));
  CHECK_FALSE(names.may_be_in(""));
  constexpr std::string_view pieces[] = {"Lucía", "de",  "la",  "CRUZ", "Ejemplo", "Lucecita",
                                         "met",   "Ms.", "été", ", ",   "\n  ",    "families"};
  std::mt19937 random(1);
  std::size_t with_a_name = 0;
  for (int round = 0; round < 2000; ++round) {
    std::string text(random() % 70, 'x');  // so that words begin at every place of a block
    while (text.size() < 150) text += " " + std::string(pieces[random() % std::size(pieces)]);
    with_a_name += names_in(names, text).empty() ? 0 : 1;
  }
  CHECK(with_a_name > 100);
}

TEST_CASE("words: the same as seen one by one, and those longer than a block whole") {
  const std::string longest(200, 'w');
  for (const std::string& text :
       {std::string("a bc, d-e"), longest, "x " + longest + " y", std::string(64, 'z'),
        std::string(63, ' ') + "edge over", std::string("naïve Ωmega")}) {
    std::vector<std::uint64_t> all;
    std::vector<std::uint64_t> expected;
    names::any_word(text, [&](const names::QuickWord& word) {
      all.push_back(word.hash);
      return false;
    });
    names::each_run(text, [&](const names::TextWord& word) {
      expected.push_back(word.hash);
      return true;
    });
    CHECK(all == expected);
  }
}

}  // namespace rapport::tests::names_record_test
