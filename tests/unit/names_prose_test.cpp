// Many names in many spellings are found, and ordinary prose names nobody; whatever the bytes, the
// search ends soon.
#include "base/parallel_for.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "names/record_contacts.hpp"
#include "names/record_names.hpp"
#include "names/secret_matcher.hpp"
#include "records.hpp"
#include "slower.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

using namespace rapport;
using names::Secret;

namespace {

const std::filesystem::path sources = RAPPORT_SOURCE_DIR;

class Draw {
 public:
  template <class List>
  auto pick(const List& list) {
    return list[random_() % std::size(list)];
  }
  std::string word() {
    constexpr std::string_view first[] = {"Zu",  "Čho", "Bré", "Ñan", "Ğul",
                                          "Øst", "Łav", "Ɖo",  "Ti",  "Qa"};
    constexpr std::string_view next[] = {"rík", "mbe", "zoß", "lät", "vim",
                                         "khø", "nıt", "pew", "dûq", "xö"};
    std::string word(pick(first));
    for (std::size_t i = 0; i < 2 + random_() % 2; ++i) word += pick(next);
    return word;
  }
  std::string name() {
    constexpr std::string_view particles[] = {"", "", "", "de la ", "al-", "O'", "von ", "D’"};
    const std::string first = random_() % 4 == 0 ? word() + "-" + word() : word();
    return first + " " + std::string(pick(particles)) + word();
  }

 private:
  std::mt19937 random_{20260408};
};

std::string without_marks(std::string_view text) { return base::fold(text); }

std::string replaced(std::string text, std::string_view each, std::string_view instead) {
  std::string out;
  for (const char c : text)
    if (each.find(c) == each.npos)
      out += c;
    else
      out += instead;
  return out;
}

/// As it may be written: `name` has a space between its first word and the rest.
std::vector<std::string> spellings_of(const std::string& name) {
  const auto space = name.find(' ');
  const std::string first = name.substr(0, space);
  const std::string last = name.substr(space + 1);
  const std::string plain = without_marks(name);
  const std::string dropped = replaced(plain, "'-", "");
  const std::string glued = replaced(dropped, " ", "");
  std::vector<std::string> all = {name,
                                  base::upper(name),
                                  base::lower(name),
                                  plain,
                                  dropped,
                                  last + ", " + first,
                                  last + " " + first,
                                  first + " M. " + last,
                                  first + " Mara " + last,
                                  first + "\n  " + last,
                                  glued,
                                  "#Free" + glued,
                                  replaced(dropped, " ", "."),
                                  replaced(dropped, " ", "_") + "1980@mail.example",
                                  "https://x.example/" + replaced(plain, " '", "-"),
                                  name + "2019"};
  auto rest = std::string_view(first);
  base::next_code_point(rest);
  all.push_back(first.substr(0, first.size() - rest.size()) + ". " + last);
  std::string encoded;
  for (const char c : name)
    encoded += c == ' ' ? "%20" : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  all.push_back("https://x.example/" + encoded);
  return all;
}

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("spellings: each of many names is found in each of its spellings, by both") {
  Draw draw;
  for (int i = 0; i < 100; ++i) {
    const std::string name = draw.name();
    CAPTURE(name);
    tests::Records records;
    records.partner("hrd-k7m2qx", fmt::format("kind: defender\nname: \"{}\"\n", name));
    const names::RecordNames names(records.data(), base::ParallelFor(1));
    const std::vector<Secret> secrets = {{.text = name, .kind = Secret::Kind::name}};
    const names::SecretMatcher matcher(secrets);
    for (const std::string& spelling : spellings_of(name)) {
      CAPTURE(spelling);
      const std::string text = "It was said of " + spelling + " that day";
      CHECK(matcher.find(text).secret != nullptr);
      CHECK_FALSE(names.find(text).empty());
    }
  }
}

TEST_CASE("spellings: ordinary prose names nobody") {
  constexpr std::string_view people[] = {
      "Lucía Muestra", "Siobhán O'Donnell", "Mark Page", "Will May",   "April May", "Rosa Rio",
      "Al Ali",        "Ana de la Paz",     "Grace Law", "Hope Case",  "Ann Other", "Bill Grant",
      "Li Na",         "Jean-Luc Lettre",   "S. Record", "Rich State", "Dan Ger",   "Mari Posa",
      "Human Rights",  "Wang Li",           "Don Key",   "Ines Table", "Art Form",  "Case Number",
      "Miles Stone"};
  constexpr std::string_view groups[] = {"Human Rights", "Women Defenders", "Land Rights",
                                         "Special Procedures", "Press Freedom"};
  tests::Records records;
  std::vector<Secret> secrets;
  std::size_t number = 0;
  for (const auto name : people) {
    records.partner(fmt::format("hrd-k7m2{:02}", ++number),
                    fmt::format("kind: defender\nname: \"{}\"\n", name));
    secrets.push_back({.text = std::string(name), .kind = Secret::Kind::name});
  }
  for (const auto name : groups) {
    records.partner(fmt::format("grp-k7m2{:02}", ++number),
                    fmt::format("kind: defender-group\nname: \"{}\"\n", name));
    secrets.push_back({.text = std::string(name), .kind = Secret::Kind::text});
  }
  const names::RecordNames names(records.data(), base::ParallelFor(1));
  const names::SecretMatcher matcher(secrets);
  std::size_t read = 0;
  for (const auto* folder : {"man", "data/templates", "examples/mandate", "tests/golden"})
    for (std::filesystem::recursive_directory_iterator end, at(sources / folder); at != end; ++at) {
      if (!at->is_regular_file()) continue;
      const std::string text = text_of(at->path());
      CAPTURE(at->path().string());
      ++read;
      for (const auto& hit : matcher.all_in(text))
        CHECK(hit.secret->text + ": " + text.substr(hit.start, hit.end - hit.start) == "");
      for (const auto& hit : names.find(text)) CHECK(hit.only_titled);
    }
  CHECK(read > 300);
}

TEST_CASE("spellings: whatever is written, the search ends soon") {
  constexpr std::size_t size =
      12'000 / tests::slower;  // bytes; a square of it would already take long
  const auto many = [](std::string_view part) {
    std::string text;
    while (text.size() < size) text += part;
    return text;
  };
  const auto numbered = [](std::string_view part) {
    std::string text;
    for (std::size_t i = 0; text.size() < size; ++i) text += fmt::format("{}{:x}\n", part, i);
    return text;
  };
  std::vector<std::string> texts;
  for (const auto* part :
       {"na ",    "Na ", "na",  "NaNa", "na.",    "n. ",     "de la ",  "de ", "1",   "1 ",  "1-",
        "+1",     "(",   "\"",  " (",   "\" ",    "“",       "#",       "@",   "@na", "%",   "%4",
        "%41",    "\\[", "\\",  "&",    "&#",     "<U+",     "<U+1",    "\\x", "na@", "na/", "/",
        "na at ", "a+",  "王",  "王小", "가나",   "\u200B",  "\u0301x", "éa",  "Éa",  "''",  "n'",
        "n-",     ",",   "., ", "\n",   "\n- na", "Ms. Na ", "and "})
    texts.push_back(many(part));
  for (const auto* part : {"na ", "na na ", "nana", "na@na.", "+999 5555 ", "王小", "@na"})
    texts.push_back(numbered(part));
  tests::Records records;
  records.partner("hrd-k7m2qx",
                  "kind: defender\nname: Ana Muestra\ncontacts:\n"
                  "  - {key: k1, channel: signal, value: +999 5555 0101}\n"
                  "  - {key: k2, channel: email, value: na@na.org}\n");
  const names::RecordContacts contacts(records.data());
  std::size_t found = 0;
  for (const std::string& text : texts) {
    CAPTURE(text.substr(0, 20));
    std::vector<Secret> secrets;
    for (const auto kind : {Secret::Kind::name, Secret::Kind::text, Secret::Kind::address}) {
      secrets.push_back({.text = text, .record = "whole", .kind = kind});
      for (const auto line : base::lines(text))
        if (line.size() < 100)
          secrets.push_back({.text = std::string(line), .record = "line", .kind = kind});
    }
    const names::SecretMatcher matcher(secrets);
    found += matcher.all_in(text).size();
    found += matcher.all_in(many("na ")).size();
    found += contacts.may_be_in(text) ? 1 : 0;
  }
  CHECK(found > 0);
}
