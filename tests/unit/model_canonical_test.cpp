// The canonical form: what it looks like, that it is the same the second time, and that it loses
// nothing of any record we have.
#include "../oracle/oracle.hpp"
#include "model/canonical.hpp"
#include "model/record_type.hpp"
#include "yaml_random_record.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <string_view>

namespace model_canonical_test {

using namespace rapport;

namespace {

/// The form, which must be its own.
std::string form(std::string_view text, const value::Type& type) {
  const auto once = model::canonical(text, type);
  if (!once) return "failed: " + once.failure().what;
  const auto again = model::canonical(*once, type);
  return again && *again == *once ? *once : "not its own form: " + *once;
}

std::string partner(std::string_view text) { return form(text, model::partner_type()); }
std::string engagement(std::string_view text) { return form(text, model::engagement_type()); }

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

const value::Type& type_at(const std::string& path) {
  if (path.find("/partners/") != std::string::npos) return model::partner_type();
  if (path.find("/reference/") != std::string::npos) return model::reference_type();
  return path.ends_with("/rapport.yaml") ? model::office_type() : model::engagement_type();
}

}  // namespace

TEST_CASE("canonical: rows in the order of their table") {
  CHECK(partner("name: A\nkind: ngo\n") == "kind: ngo\nname: A\n");
  CHECK(partner("name: A # n\n# k\nkind: ngo\n") == "# k\nkind: ngo\nname: A # n\n");
  CHECK(partner("colour: red\nname: A\nshape: round\nkind: ngo\nsize: 2\n") ==
        "colour: red\nkind: ngo\nsize: 2\nname: A\nshape: round\n");
  CHECK(engagement("kind: visit\nvisit:\n    steps: []\n    nature: official\n") ==
        "kind: visit\nvisit:\n  nature: official\n  steps: []\n");
}

TEST_CASE("canonical: a comment goes with its entry, or to the head of its block") {
  CHECK(partner("kind: ngo\n# not of any\n\nname: A\n") == "kind: ngo\n# not of any\n\nname: A\n");
  CHECK(partner("# head\n\nname: A\n\n# not of any\n\n# k\nkind: ngo\n# end\n") ==
        "# head\n\n# not of any\n\n# k\nkind: ngo\n\nname: A\n# end\n");
  CHECK(engagement("visit:\n    nature: official\n    # in it\n# k\nkind: visit\n") ==
        "# k\nkind: visit\nvisit:\n  nature: official\n  # in it\n");
  CHECK(partner("areas: # c\n- a # a\n- b\n") == "areas: # c\n  - a # a\n  - b\n");
  CHECK(partner("areas: [ # c\n  a, # a\n  # b\n  b\n  # end\n  ] # d\n") ==
        "areas: # d\n  # c\n  - a # a\n  # b\n  - b\n  # end\n");
  CHECK(partner("areas: # c\n  # d\n  [a]\n") == "# d\nareas: [a] # c\n");
  CHECK(partner("areas:\n- [ # c\n  a] # d\n") == "areas:\n  # c\n  - [a] # d\n");
}

TEST_CASE("canonical: brackets where it fits") {
  CHECK(partner("areas:\n- a\n\n- \"b, c\"\n- NO\n") == "areas: [a, \"b, c\", NO]\n");
  CHECK(partner("areas: [\n  'a',\n  b,\n  ]\n") == "areas: [a, b]\n");
  const std::string wide(91, 'w');
  CHECK(partner("areas: [" + wide + "]\n") == "areas: [" + wide + "]\n");
  CHECK(partner("areas: [" + wide + "w]\n") == "areas:\n  - " + wide + "w\n");
  CHECK(partner("areas: [\"a\\nb\\n\"]\n") == "areas:\n  - |\n    a\n    b\n");
  CHECK(partner("areas:\n  []\n") == "areas: []\n");
  CHECK(partner("risk: { level: high,\n  assessed: 2019 }\n") ==
        "risk: {level: high, assessed: 2019}\n");
}

TEST_CASE("canonical: an item with a text in block form") {
  CHECK(engagement("goals: [{key: g1, text: More}] # c\n") ==
        "goals: # c\n  - key: g1\n    text: More\n");
  CHECK(engagement("partners:\n- {partner: a, role: visitor} # c\n") ==
        "partners:\n  - {partner: a, role: visitor} # c\n");
  CHECK(engagement("goals:\n- {text: More, key: g1} # c\n") ==
        "goals:\n  # c\n  - key: g1\n    text: More\n");
  CHECK(engagement("goals:\n-   text: More\n\n    # k\n    key: g1\n") ==
        "goals:\n  -\n    # k\n    key: g1\n\n    text: More\n");
  CHECK(engagement("goals:\n  - # c\n    key: g1\n") == "goals:\n  - # c\n    key: g1\n");
  CHECK(engagement("goals:\n  -\n    key: g1\n") == "goals:\n  - key: g1\n");
}

TEST_CASE("canonical: quotes only where they are needed") {
  CHECK(partner("name: 'A'\nareas: ['b', \"no\", \"0041\", 0042]\n") ==
        "name: A\nareas: [b, \"no\", \"0041\", 0042]\n");
  CHECK(partner("name: 'it''s: so'\n") == "name: \"it's: so\"\n");
  CHECK(partner("name: \"a\\u200db\"\n") == "name: \"a\\u200db\"\n");
  CHECK(partner("notes: \"a\\nb\" # c\n") == "notes: |- # c\n  a\n  b\n");
}

TEST_CASE("canonical: lines of text stay as they are") {
  CHECK(partner("notes: >-\n      one\n      two\n") == "notes: >-\n  one\n  two\n");
  CHECK(partner("notes: |3+ # c\n     one\n   two\n\n\nname: A\n") ==
        "name: A\nnotes: |2+ # c\n    one\n  two\n\n\n");
  CHECK(partner("notes: |\n  \n  one\n") == "notes: |\n\n  one\n");
  CHECK(partner("name: |+\n  one\nnotes: a\n\nareas: b\n") ==
        "name: |+\n  one\nareas: b\nnotes: a\n");
  CHECK(partner("notes: |\n    one\n   \n      two") == "notes: |-\n  one\n\n    two\n");
  CHECK(engagement("experiences:\n- |\n one\n- text: |\n   two\n") ==
        "experiences:\n  - |\n    one\n  - text: |\n      two\n");
}

TEST_CASE("canonical: line ends, marks and what is around") {
  CHECK(partner("\xef\xbb\xbf# a\r\n---\r\nkind: ngo  # b \r\n\r\n\r\n") ==
        "# a\n---\nkind: ngo  # b\n");
  CHECK(partner("kind: ngo") == "kind: ngo\n");
  CHECK(partner("kind:   # c\nname:  A\n") == "kind:   # c\nname: A\n");
  CHECK(partner("kind: \"ngo\n") == "failed: the record cannot be read");
}

TEST_CASE("canonical: whatever is written, nothing is lost and once is enough") {
  constexpr std::string_view keys[] = {"name", "kind", "areas", "notes", "tags", "risk", "country"};
  std::mt19937 random(5);
  std::size_t wrong = 0;
  for (int i = 0; i < 1000 && wrong < 3; ++i) {
    yaml::testing::MadeRecord record = yaml::testing::make_record(random);
    for (std::string& line : record.lines)
      if (line.size() > 1 && line[1] == ':') line.replace(0, 1, keys[line[0] - 'a']);
    const std::string written = partner(record.text());
    std::size_t comments = 0;
    for (std::size_t number = 1; number <= record.comments; ++number)
      if (written.find(yaml::testing::comment_word(number)) != std::string::npos) ++comments;
    const auto ours = oracle::disagreement(written);
    if (!written.starts_with("not its own form") && comments == record.comments && ours.empty())
      continue;
    ++wrong;
    INFO(record.text());
    INFO(written);
    CHECK(ours == "");
    CHECK(comments == record.comments);
    CHECK(wrong == 0);
  }
}

TEST_CASE("canonical: every record we have") {
  for (const char* folder : {"/examples/mandate", "/tests/fixtures"})
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(std::string(RAPPORT_SOURCE_DIR) + folder)) {
      if (entry.path().extension() != ".yaml") continue;
      const std::string text = read(entry.path());
      const auto written = form(text, type_at(entry.path().string()));
      INFO(entry.path().string());
      CHECK((!written.starts_with("not its own form") && !written.ends_with("without a loss")));
      if (entry.path().string().find("/examples/") != std::string::npos) CHECK(written == text);
    }
}

}  // namespace model_canonical_test
