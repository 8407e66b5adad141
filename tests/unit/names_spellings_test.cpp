// The spellings by which somebody is given away: what the last look finds in an output, the rules
// find in a record, and ordinary prose is neither.
#include "base/parallel_for.hpp"
#include "names/record_contacts.hpp"
#include "names/record_names.hpp"
#include "names/secret_matcher.hpp"
#include "records.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

using namespace rapport;
using names::Secret;
using Found = std::vector<std::string>;  // the words

namespace {

/// A defender of that name, as the last look and the rules see them.
class Person {
 public:
  explicit Person(const std::string& name, const std::string& more = {})
      : secrets_{{.text = name, .record = "hrd-k7m2qx", .kind = Secret::Kind::name}} {
    records_.partner("hrd-k7m2qx", fmt::format("kind: defender\nname: \"{}\"\n{}", name, more));
  }

  Found in_output(std::string_view text) const {
    Found found;
    for (const auto& hit : names::SecretMatcher(secrets_).all_in(text))
      found.emplace_back(text.substr(hit.start, hit.end - hit.start));
    return found;
  }
  Found in_record(std::string_view text) {
    const names::RecordNames names(records_.data(), base::ParallelFor(1));
    Found found;
    for (const auto& hit : names.find(text))
      if (!hit.only_titled) found.emplace_back(text.substr(hit.start, hit.end - hit.start));
    CHECK((found.empty() || names.may_be_in(text)));
    return found;
  }

  void is_found(std::string_view text, std::string_view words) {
    CAPTURE(secrets_[0].text);
    CAPTURE(text);
    CHECK(in_output(text) == Found{std::string(words)});
    CHECK(in_record(text) == Found{std::string(words)});
  }
  void is_found(std::string_view words) { is_found(words, words); }
  void is_not_found(std::string_view text) {
    CAPTURE(secrets_[0].text);
    CAPTURE(text);
    CHECK(in_output(text).empty());
    CHECK(in_record(text).empty());
  }

 private:
  tests::Records records_;
  std::vector<Secret> secrets_;
};

/// The same for ways to reach them.
class Contact {
 public:
  Contact(std::string_view channel, const std::string& value)
      : value_(value), secrets_{{.text = value, .record = "r", .kind = Secret::Kind::address}} {
    records_.partner("hrd-k7m2qx", fmt::format("kind: defender\nname: Ana Muestra\ncontacts:\n"
                                               "  - {{key: k1, channel: {}, value: \"{}\"}}\n",
                                               channel, value));
  }

  Found in_output(std::string_view text) const {
    Found found;
    for (const auto& hit : names::SecretMatcher(secrets_).all_in(text))
      found.emplace_back(text.substr(hit.start, hit.end - hit.start));
    return found;
  }
  Found in_record(std::string_view text) {
    const names::RecordContacts contacts(records_.data());
    Found found;
    if (!contacts.may_be_in(text)) return found;
    for (const auto& hit : contacts.find(text))
      found.emplace_back(text.substr(hit.start, hit.end - hit.start));
    return found;
  }

  void is_found(std::string_view text, std::string_view words) {
    CAPTURE(value_);
    CAPTURE(text);
    CHECK(in_output(text) == Found{std::string(words)});
    CHECK(in_record(text) == Found{std::string(words)});
  }
  void is_found(std::string_view words) { is_found(words, words); }
  void is_not_found(std::string_view text) const {
    CAPTURE(value_);
    CAPTURE(text);
    CHECK(in_output(text).empty());
  }

 private:
  std::string value_;
  tests::Records records_;
  std::vector<Secret> secrets_;
};

}  // namespace

TEST_CASE("spellings: two words of a name, with whatever stands between them") {
  Person siobhan("Siobhán O'Donnell");
  for (const auto* words :
       {"Siobhán O'Donnell",      "Siobhan ODonnell",        "Siobhan Odonnell",
        "SIOBHÁN O’DONNELL",      "siobhan o`donnell",       "Siobhán O´Donnell",
        "Siobhan O Donnell",      "Siobhan Donnell",         "O'Donnell, Siobhán",
        "O'DONNELL Siobhán",      "Siobhán M. O'Donnell",    "Siobhan M O'Donnell",
        "Siobhán Mary O'Donnell", "Siobhán\n  O'Donnell",    "Siobhán-O'Donnell",
        "siobhan_o_donnell",      "siobhan.odonnell",        "Siobhan+ODonnell",
        "Siobhán\u00A0O'Donnell", "Siobha\u0301n O'Donnell", "Siobhán de O'Donnell"})
    siobhan.is_found(words);
  for (const auto* text : {"O'Donnell",
                           "Siobhán",
                           "Siobhán. O'Donnell came",
                           "Siobhán! O'Donnell",
                           "Siobhán; O'Donnell",
                           "Siobhán, O'Donnell",
                           "Siobhán | O'Donnell",
                           "Siobhán\tO'Donnell",
                           "Siobhán\n\nO'Donnell",
                           "- Siobhán\n- O'Donnell",
                           "* Siobhán\n* O'Donnell",
                           "Siobhán,O'Donnell",
                           "[Siobhán, O'Donnell]",
                           "{\"a\": \"Siobhán\", \"b\": \"O'Donnell\"}",
                           "Siobhán and O'Donnell",
                           "Siobhán y O'Donnell",
                           "Siobhán said that O'Donnell",
                           "Siobhán met O'Donnell",
                           "the Siobhán... O'Donnell",
                           "Siobhán: O'Donnell",
                           "Siobhán / O'Donnell"})
    siobhan.is_not_found(text);
}

TEST_CASE("spellings: the initial of the first name and another word of it") {
  Person siobhan("Siobhán O'Donnell");
  for (const auto* words : {"S. O'Donnell", "S.O'Donnell", "S O'Donnell", "S. M. O'Donnell",
                            "S.M. O'Donnell", "s.odonnell", "s_odonnell"})
    siobhan.is_found(words);
  siobhan.is_found("O'Donnell, S.", "O'Donnell, S");
  siobhan.is_found("write to s.odonnell@mail.example", "s.odonnell");
  for (const auto* text : {"M. O'Donnell", "O'Donnell's", "the s O'Donnell", "it's O'Donnell",
                           "e.g. O'Donnell", "S. and O'Donnell"})
    siobhan.is_not_found(text);
  Person ana("Ana Rosa");
  ana.is_not_found("dijo a Rosa");
  ana.is_not_found("A Rosa le dijo");
  ana.is_found("A. Rosa");
  Person cyrillic("Люсия Примеро");
  cyrillic.is_found("Л. Примеро");
  cyrillic.is_found("Примеро Л.", "Примеро Л");
}

TEST_CASE("spellings: words of a name written as one") {
  Person siobhan("Siobhán O'Donnell");
  siobhan.is_found("#FreeSiobhanODonnell now", "SiobhanODonnell");
  siobhan.is_found("#freesiobhanodonnell", "siobhanodonnell");
  siobhan.is_found("#LibertéPourSiobhánODonnell", "SiobhánODonnell");
  for (const auto* words : {"SiobhanODonnell", "siobhanodonnell", "ODonnellSiobhan"})
    siobhan.is_found(words);
  Person short_one("Ana Ruiz");
  short_one.is_found("#FreeAnaRuiz", "AnaRuiz");
  short_one.is_found("@anaruiz", "anaruiz");
  short_one.is_found("anaruiz1980@mail.example", "anaruiz");
  short_one.is_not_found("the banaruizo");
  Person rosa("Rosa Rio");
  rosa.is_not_found("el rosario de la abuela");
  rosa.is_found("#RosaRio", "RosaRio");
  Person particles("Lucía de la Cruz");
  particles.is_found("#LuciaDeLaCruz", "LuciaDeLaCruz");
  particles.is_found("#LuciaCruz", "LuciaCruz");
  particles.is_found("lucia.delacruz@mail.example", "lucia.delacruz");
}

TEST_CASE("spellings: digits behind a name are none of it") {
  Person ibrahim("İbrahim Işık");
  ibrahim.is_found("ibrahim.isik1980@mail.example", "ibrahim.isik");
  ibrahim.is_found("İbrahim Işık2019", "İbrahim Işık");
  ibrahim.is_found("IBRAHIM ISIK");
  ibrahim.is_found("ibrahim ışık");
  ibrahim.is_found("Ibrahim Isik²", "Ibrahim Isik");
}

TEST_CASE("spellings: letters as they are typed where they are missing") {
  for (const auto& [name, words] : std::initializer_list<std::pair<const char*, const char*>>{
           {"Jürgen Großmann", "Juergen Grossmann"},
           {"Jürgen Großmann", "Jurgen Grossmann"},
           {"Søren Ærø", "Soren Aero"},
           {"Søren Ærø", "Soeren Aeroe"},
           {"Łukasz Żółty", "Lukasz Zolty"},
           {"Đặng Thị Hồng", "Dang Thi Hong"},
           {"Åse Bjørk", "Aase Bjoerk"},
           {"Þórr Eiðsson", "Thorr Eidsson"},
           {"Əli Məmmədov", "Eli Memmedov"},
           {"Ɓala Ƙasim", "Bala Kasim"}}) {
    Person person(name);
    person.is_found(name);
    person.is_found(words);
  }
}

TEST_CASE("spellings: hyphens, apostrophes and particles may be left out or put in") {
  for (const auto& [name, words] : std::initializer_list<std::pair<const char*, const char*>>{
           {"Jean-Luc Muestra", "Jeanluc Muestra"},
           {"Jean-Luc Muestra", "Jean Luc Muestra"},
           {"Jean-Luc Muestra", "J.-L. Muestra"},
           {"Jeanluc Muestra", "Jean-Luc Muestra"},
           {"Omar Al-Khatib", "Omar Alkhatib"},
           {"Omar Alkhatib", "Omar Al Khatib"},
           {"Omar Alkhatib", "Omar al-Khatib"},
           {"Omar Elsayed", "Omar El Sayed"},
           {"Lucía de la Cruz", "Lucia Delacruz"},
           {"Sa'id Muestra", "Said Muestra"},
           {"Said Muestra", "Sa'id Muestra"},
           {"Ana Núñez-Ibáñez", "Ana Nunezibanez"},
           {"Ramón y Muestra", "Ramon y Muestra"}}) {
    Person person(name);
    person.is_found(name);
    person.is_found(words);
  }
}

TEST_CASE("spellings: a name in a web address") {
  Person siobhan("Siobhán O'Donnell");
  siobhan.is_found("https://example.org/Siobh%C3%A1n-O%27Donnell", "Siobh%C3%A1n-O%27Donnell");
  siobhan.is_found("https://example.org/?q=Siobhan+O%27Donnell&x=1", "Siobhan+O%27Donnell");
  siobhan.is_found("https://example.org/siobhan-odonnell", "siobhan-odonnell");
  siobhan.is_found("https://example.org/SiobhanODonnell/", "SiobhanODonnell");
}

TEST_CASE("spellings: a name of everyday words is one where it is written as one") {
  Person rights("Human Rights");
  for (const auto* text : {"human rights", "Human rights are universal", "the Human Rights Council",
                           "Office of the High Commissioner for Human Rights", "#HumanRights",
                           "humanrights.example", "Universal Declaration of Human Rights",
                           "National Human Rights Institution", "Rights, Human"})
    rights.is_not_found(text);
  rights.is_found("a letter by Human Rights about it", "Human Rights");
  Person april("April May");
  for (const auto* text :
       {"in April, May and June", "April and May", "10 April May come", "april may"})
    april.is_not_found(text);
  april.is_found("we met April May there", "April May");
  Person half("Lucía Human Rights");
  half.is_not_found("human rights");
  half.is_found("Lucía Human");
  Person nick("Ana Muestra", "alias_alone: [Rights]\n");
  CHECK(nick.in_record("the rights of all").empty());
  CHECK(nick.in_record("we met Rights there") == Found{"Rights"});
}

TEST_CASE("spellings: a number with and without the code of its country") {
  Contact phone("phone", "+999 5577 0183");
  for (const auto* words :
       {"+999 5577 0183", "5577 0183", "5577-0183", "5577.0183", "5577/0183", "5577\u00A00183",
        "55770183", "+99955770183", "00999 5577 0183", "05577 0183", "0 5577 0183", "(0)5577 0183",
        "+999 (0) 5577 0183", "+999(0)55770183", "0999055770183", "+999-55-77-01-83", "٥٥٧٧ ٠١٨٣",
        "५५७७ ०१८३", "５５７７ ０１８３"}) {
    CAPTURE(words);
    const std::string text = std::string("call ") + words + " now";
    CHECK(phone.in_output(text).size() == 1);
    CHECK(phone.in_record(text).size() == 1);
  }
  phone.is_found("call +999 (0) 5577 0183 now", "+999 (0) 5577 0183");
  phone.is_found("call 00999 5577 0183 now", "999 5577 0183");
  phone.is_found("call 5577 0183 ext. 12", "5577 0183");
  for (const auto* text : {"5577 01834", "15577 0183", "77 0183", "A/5577/183"})
    phone.is_not_found(text);
  Contact extension("phone", "+999 5577 0183 ext. 12");
  extension.is_found("5577 0183");
  for (const char* with : {"+99955770183;ext=12", "+999 5577 0183 x12", "+999 5577 0183 доб. 12",
                           "+999 5577 0183转12", "+999 5577 0183 #12"}) {
    Contact other("phone", with);
    for (const char* text :
         {"call 5577 0183 now", "call +999 5577 0183 ext. 12 now", "tel:+99955770183;ext=12"}) {
      CAPTURE(with);
      CAPTURE(text);
      CHECK_FALSE(other.in_output(text).empty());
      CHECK_FALSE(other.in_record(text).empty());
    }
  }
  Contact trunk("phone", "022 917 9000");
  trunk.is_found("+41 22 917 9000", "22 917 9000");
  Contact area("phone", "+1 202 555 0142");
  area.is_found("202-555-0142");
  area.is_found("555-0142");
  Contact two("phone", "+999 5577 0183 / +999 5577 0184");
  two.is_found("5577 0183");
  two.is_found("5577 0184");
  Contact zero("phone", "+41 (0)2 1234");
  zero.is_found("call +41 2 1234 now", "+41 2 1234");
  Contact like_a_date("phone", "+999 2026 0408");
  like_a_date.is_not_found("on 2026-04-08");
  like_a_date.is_found("2026 0408");
}

TEST_CASE("spellings: a mail address") {
  Contact mail("email", "lucinda.v@mail.example.net");
  for (const auto* words :
       {"lucinda.v@mail.example.net", "LUCINDA.V@Mail.Example.net",
        "lucinda.v(at)mail(dot)example(dot)net", "lucinda.v [at] mail [dot] example [dot] net",
        "lucinda.v%40mail.example.net", "lucinda.v+x@mail.example.net",
        "lucinda.v+a.b-c@mail.example.net", "lucinda.v(at)mail.example.net",
        "lucinda.v <at> mail.example.net"})
    mail.is_found(words);
  mail.is_found("<mailto:lucinda.v@mail.example.net>", "lucinda.v@mail.example.net");
  for (const auto* text : {"lucinda.v", "mail.example.net", "other@mail.example.net",
                           "Lucinda, V. Mail example net", "lucinda.v@other.example.net"})
    mail.is_not_found(text);
  Contact tagged("email", "lucinda.v+un@mail.example.net");
  tagged.is_found("lucinda.v@mail.example.net");
}

TEST_CASE("spellings: a web address and a handle") {
  Contact web("web", "https://social.example/@tigresaroja");
  web.is_found("https://social.example/@tigresaroja", "social.example/@tigresaroja");
  web.is_found("http://www.social.example/tigresaroja/", "social.example/tigresaroja");
  web.is_found("SOCIAL.example/TigresaRoja");
  web.is_found("see @tigresaroja", "tigresaroja");
  web.is_not_found("social.example/other");
  web.is_not_found("una tigresa roja");
  Contact page("web", "https://www.valle.example/contact/");
  page.is_found("valle.example/contact");
  page.is_not_found("other.example/contact");
  Contact handle("telegram", "@tigresaroja");
  handle.is_found("https://t.me/tigresaroja", "tigresaroja");
  Contact word("telegram", "@rights");
  word.is_not_found("the rights of all");
  word.is_found("@rights", "rights");
  Contact server("other", "@tigresaroja@social.example");
  server.is_found("social.example/@tigresaroja");
  server.is_found("tigresaroja@social.example");
}
