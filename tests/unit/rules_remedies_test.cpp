// A remedy that is a text to paste is pasted: the record then has one error less, or its reading
// gets further. Over the fixtures of all rules, over hostile texts, and over slips that people
// make.
#include "rules_repository.hpp"
#include "scratch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::tests::rules_remedies_test {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

struct Pasted {
  std::string path;
  std::string text;
  std::string rule;
  std::string message;
  std::size_t offset = 0;
  bool ends_reading = false;
};

/// `write 'x'` and `write XXA (Examplia), or ...`, of a value that has another form in words only.
std::string offered_value(const value::Finding& finding) {
  constexpr std::string_view rules_of_values[] = {"unknown-word", "unknown-state", "unknown-theme",
                                                  "unknown-mandate", "dangling-reference"};
  constexpr std::string_view write = "write ";
  const std::string_view help = finding.help;
  if (std::ranges::count(rules_of_values, finding.rule) == 0 || !help.starts_with(write)) return {};
  const auto rest = help.substr(write.size());
  if (rest.starts_with("one of") || rest.starts_with('`')) return {};
  if (rest.starts_with('\'')) return std::string(rest.substr(1, rest.find('\'', 1) - 1));
  return std::string(rest.substr(0, rest.find_first_of(" ,")));
}

/// What each remedy of that kind makes of its file.
std::vector<Pasted> paste(const std::vector<value::Finding>& findings) {
  std::vector<Pasted> all;
  for (const auto& finding : findings) {
    value::Place place = finding.place;
    std::string text = offered_value(finding);
    if (finding.replacement) {
      place = finding.replacement->place;
      text = finding.replacement->text;
    } else if (text.empty()) {
      continue;
    }
    REQUIRE(place.source != nullptr);
    std::string after(place.source->text);
    REQUIRE(place.offset + place.length <= after.size());
    after.replace(place.offset, place.length, text);
    all.push_back({std::string(place.source->path), std::move(after), std::string(finding.rule),
                   finding.message, finding.place.offset, finding.ends_reading});
  }
  return all;
}

/// Nothing of what was pasted is left, and nothing came in its place; of syntax, what is reported
/// is further down, for one error a file is.
void check_better(const test::Scratch& scratch, const Pasted& pasted, std::size_t before) {
  const std::string path = scratch.path() + "/" + pasted.path;
  const std::string old = read(path);
  scratch.write(pasted.path, pasted.text);
  const CheckedRepository after(scratch.path());
  const auto& findings = after.findings();
  const bool is_further =
      pasted.ends_reading && std::ranges::all_of(findings, [&](const auto& finding) {
        return finding.path != pasted.path || !finding.ends_reading ||
               finding.place.offset > pasted.offset;
      });
  CHECK_MESSAGE((is_further || findings.size() < before),
                pasted.rule << ": " << pasted.message << "\nin " << pasted.path << ":\n"
                            << old << "pasted:\n"
                            << pasted.text << "gives:\n"
                            << after.text());
  scratch.write(pasted.path, old);
}

std::size_t check_all(const test::Scratch& scratch) {
  const CheckedRepository checked(scratch.path());
  const auto all = paste(checked.findings());
  for (const Pasted& pasted : all) check_better(scratch, pasted, checked.findings().size());
  return all.size();
}

constexpr std::string_view slips[] = {
    "languages:\n  - en\n   - fr\n",
    "languages:\n    - en\n  - fr\n",
    "languages:\n  - en\n  fr\n",
    "languages:\n  -en\n",
    "languages:\n  - en\n  -fr\n",
    "languages:\n  en\n",
    "languages: [en}\n",
    "languages: [en]]\n",
    "languages: [en] [fr]\n",
    "languages: [en \"fr\"]\nareas: [\"X\" \"Y\"]\n",
    "languages: [\n  en\n]\n",
    "languages: [en,, fr]\n",
    "languages: [en\n",
    "languages: [en, fr)\n",
    "languages: en\n",
    "languages: en, fr\n",
    "languages: (en; fr)\n",
    "languages:\n  en,\n",
    "languages: en fr\n",
    "languages: en, fr]\n",
    "languages: \"en, fr\"\n",
    "languages: [en fr]\n",
    "languages: [en，fr]\n",
    "languages:\n  - en,\n  - fr\n",
    "languages: [en]\n]\n",
    "languages:\n  • en\n",
    "languages:\n  - en\n  – fr\n",
    "language: en\n",
    "langauges: [en]\n",
    "listed:\n  url https://a.example.org\n  since: 2001\n",
    "listed:\n  url https://a.example.org\n",
    "listed:\n  url:https://a.example.org\n",
    "listed\n  url: https://a.example.org\n",
    "listed: {url: https://a.example.org]\n",
    "listed: {url: https://a.example.org}}\n",
    "listed: {url: https://a.example.org since: 2001}\n",
    "listed: {url https://a.example.org, since: 2001}\n",
    "listed: {since:2001, url: https://a.example.org}\n",
    "contacts:\n  - key a\n    channel: email\n    value: a@example.org\n",
    "contacts:\n  - key: a\n    channel email\n    value: a@example.org\n",
    "contacts:\n  - key: a\n    channel: email\n  value: a@example.org\n",
    "contacts:\n  - key: a\n    channel: email\n    value: a@example.org\n  key: b\n",
    "contacts:\n  - key: a\n     channel: email\n    value: a@example.org\n",
    "country XXA\n",
    "country:: XXA\n",
    "country: : XXA\n",
    "country:XXA\n",
    "country : XXA\n",
    "country = XXA\n",
    "country：XXA\n",
    "country:\n  XXA\n",
    "\"country\": XXA\n",
    "notes:\n  First met\n  there\n",
    "notes: First met\n  there\n",
    "notes: First: met\n",
    "notes: @there\n",
    "notes: 'It's there'\n",
    "notes: \"there\n",
    "notes: there: \"yes\"\n",
    "notes:\tthere\n",
    "notes: >-\nSome text\n",
    "keep_apart:\n  kind:law-enforcement\n",
    "contacts:\n  - {key: Office Mail, channel: email, value: a@example.org}\n",
    "contacts:\n  - {key: a, channel: email, value: a@example.org, personal: No}\n",
    "country: XAX\n",
    "level: locl\n",
    "themes: [land-right]\n",
    "affiliations:\n  - {body: valley-comittee}\n",
};

}  // namespace

TEST_CASE("remedies: pasted, each leaves one error less in the fixtures of the rules") {
  const fs::path bad = fs::path(RAPPORT_SOURCE_DIR) / "tests/fixtures/bad";
  std::size_t pasted = 0;
  for (const auto& entry : fs::directory_iterator(bad)) {
    if (!entry.is_directory() || fs::exists(entry.path() / "how")) continue;
    const test::Scratch scratch;
    fs::copy(bad / "_base", scratch.path(), fs::copy_options::recursive);
    fs::copy(entry.path(), scratch.path(),
             fs::copy_options::recursive | fs::copy_options::overwrite_existing);
    pasted += check_all(scratch);
  }
  CHECK(pasted > 10);
}

TEST_CASE("remedies: pasted into hostile texts, each lets reading get further") {
  const fs::path hostile = fs::path(RAPPORT_SOURCE_DIR) / "tests/hostile/yaml";
  const test::Scratch scratch;
  scratch.write("rapport.yaml", "mandate: sr-human-rights-defenders\nname: Office\n");
  for (const auto& entry : fs::directory_iterator(hostile))
    if (entry.path().extension() == ".yaml")
      scratch.write("partners/others/" + entry.path().filename().string(), read(entry.path()));
  CHECK(check_all(scratch) > 10);
}

TEST_CASE("remedies: the slips of people end with the text that is offered") {
  for (const std::string_view slip : slips) {
    const test::Scratch scratch;
    fs::copy(fs::path(RAPPORT_SOURCE_DIR) / "tests/fixtures/bad/_base", scratch.path(),
             fs::copy_options::recursive);
    scratch.write("partners/civil-society/a.yaml",
                  fmt::format("kind: ngo\nname: Committee of the Plain\n{}", slip));
    CHECK_MESSAGE(check_all(scratch) > 0, slip);
  }
}

}  // namespace rapport::tests::rules_remedies_test
