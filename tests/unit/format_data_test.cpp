#include "format/engine/yaml_text.hpp"
#include "format_sample.hpp"

#include <doctest/doctest.h>

namespace format_data_test {

using namespace rapport;
using format::FormatSpec;
using format::sample::by_circle;
using format::sample::partners;
using format::sample::write;

namespace {

view::Cards honduras() {
  return {.cards = {{.id = "HND",
                     .title = "Honduras (HND, HN)",
                     .sections =
                         {{.key = "state",
                           .heading = {},
                           .lines = {{"member_of", "member of", {{.text = "UN"}, {.text = "OAS"}}},
                                     {"mechanism",
                                      "regional mechanism",
                                      {{.text = "Commission",
                                        .below = {{.text = "its Rapporteurship"}}}}},
                                     {"mandate", "country mandate", {}}}}}}}};
}

}  // namespace

TEST_CASE("json: a table has its version, numbers, lists and null") {
  CHECK(write("json", &FormatSpec::table, partners()) == R"({
  "version": 1,
  "count": 2,
  "rows": [
    {
      "id": "aa",
      "name": "Łódź Committee",
      "met": 12,
      "themes": [
        "land",
        "water"
      ]
    },
    {
      "id": "bb",
      "name": "=1+1",
      "met": null,
      "themes": []
    }
  ]
}
)");
}

TEST_CASE("json: an empty table is one document too") {
  CHECK(write("json", &FormatSpec::table, view::Table()) ==
        "{\n  \"version\": 1,\n  \"count\": 0,\n  \"rows\": []\n}\n");
}

TEST_CASE("jsonl: an object a line, with group and doubt") {
  CHECK(write("jsonl", &FormatSpec::table, by_circle()) ==
        "{\"version\":1,\"circle\":\"Civil society\",\"id\":\"aa\",\"name\":\"Łódź Committee\","
        "\"met\":12,\"themes\":[\"land\",\"water\"],\"match\":\"yes\"}\n"
        "{\"version\":1,\"circle\":\"States\",\"id\":\"bb\",\"name\":\"=1+1\",\"met\":null,"
        "\"themes\":[],\"match\":\"maybe\"}\n");
}

TEST_CASE("yaml: a table, and texts that stay texts") {
  view::Table table = partners();
  table.groups[0].rows[0].cells[1] = "NO";
  CHECK(write("yaml", &FormatSpec::table, table) ==
        "version: 1\n"
        "count: 2\n"
        "rows:\n"
        "  - id: aa\n"
        "    name: \"NO\"\n"
        "    met: 12\n"
        "    themes: [land, water]\n"
        "  - id: bb\n"
        "    name: \"=1+1\"\n"
        "    met: null\n"
        "    themes: []\n");
  CHECK(write("yaml", &FormatSpec::table, view::Table()) == "version: 1\ncount: 0\nrows: []\n");
}

TEST_CASE("yaml: what needs quotes") {
  for (const char* text : {"", "NO", "y", "2015", "0041", "a: b", "a #b", "- a", "a ", "~", "null",
                           "a\nb", "a, b", "<<", "12:30", "=", "a\u2028b", "\uFEFFa"})
    CHECK_MESSAGE(format::yaml_text(text).starts_with('"'), text);
  CHECK(format::yaml_text("Łódź (a-b) c.d/e") == "Łódź (a-b) c.d/e");
  CHECK(format::yaml_text("a\"\\\n\x07") == "\"a\\\"\\\\\\n\\u0007\"");
}

TEST_CASE("cards as text: labels in a column, what belongs to a value below it") {
  CHECK(write("text", &FormatSpec::cards, honduras()) ==
        "Honduras (HND, HN)\n"
        "  member of           UN\n"
        "                      OAS\n"
        "  regional mechanism  Commission\n"
        "                        its Rapporteurship\n"
        "  country mandate     -\n");
}

TEST_CASE("cards as text: a long value goes on below itself") {
  view::Cards cards = honduras();
  cards.cards[0].sections[0].lines = {{"note", "note", {{.text = "one two three four five six"}}}};
  CHECK(write("text", &FormatSpec::cards, cards, {.width = 32}) ==
        "Honduras (HND, HN)\n"
        "  note  one two three four five\n"
        "        six\n");
}

TEST_CASE("cards as JSON, JSON lines, YAML and ids") {
  CHECK(write("jsonl", &FormatSpec::cards, honduras()) ==
        "{\"version\":1,\"id\":\"HND\",\"title\":\"Honduras (HND, HN)\",\"sections\":[{\"key\":"
        "\"state\",\"heading\":\"\",\"lines\":[{\"key\":\"member_of\",\"label\":\"member of\","
        "\"values\":[{\"text\":\"UN\"},{\"text\":\"OAS\"}]},{\"key\":\"mechanism\",\"label\":"
        "\"regional mechanism\",\"values\":[{\"text\":\"Commission\",\"below\":[{\"text\":"
        "\"its Rapporteurship\"}]}]},{\"key\":\"mandate\",\"label\":\"country mandate\","
        "\"values\":[]}]}]}\n");
  CHECK(write("json", &FormatSpec::cards, honduras())
            .starts_with("{\n  \"version\": 1,\n  \"cards\": ["));
  CHECK(write("ids", &FormatSpec::cards, honduras()) == "HND\n");
  CHECK(write("yaml", &FormatSpec::cards, honduras()) ==
        "version: 1\n"
        "cards:\n"
        "  - id: HND\n"
        "    title: \"Honduras (HND, HN)\"\n"
        "    sections:\n"
        "      - key: state\n"
        "        heading: \"\"\n"
        "        lines:\n"
        "          - key: member_of\n"
        "            label: member of\n"
        "            values:\n"
        "              - text: UN\n"
        "              - text: OAS\n"
        "          - key: mechanism\n"
        "            label: regional mechanism\n"
        "            values:\n"
        "              - text: Commission\n"
        "                below:\n"
        "                  - text: its Rapporteurship\n"
        "          - key: mandate\n"
        "            label: country mandate\n"
        "            values: []\n");
}

TEST_CASE("cards as JSON and YAML: what a record says, by key, in place of the lines for people") {
  using view::Data;
  view::Cards cards = honduras();
  cards.cards[0].members = {
      {.key = "record", .text = "partner"},
      {.key = "fields",
       .kind = Data::Kind::object,
       .parts = {{.key = "themes",
                  .kind = Data::Kind::list,
                  .parts = {{.text = "land-rights"}, {.text = "water"}}},
                 {.key = "contacts",
                  .kind = Data::Kind::list,
                  .parts = {{.kind = Data::Kind::object,
                             .parts = {{.key = "key", .text = "k1"},
                                       {.key = "body",
                                        .kind = Data::Kind::object,
                                        .parts = {{.key = "id", .text = "no"}}}}}}}}},
      {.key = "partners", .kind = Data::Kind::list}};
  CHECK(write("jsonl", &FormatSpec::cards, cards) ==
        R"({"version":1,"id":"HND","record":"partner","fields":{"themes":["land-rights","water"],)"
        R"("contacts":[{"key":"k1","body":{"id":"no"}}]},"partners":[]})"
        "\n");
  CHECK(write("yaml", &FormatSpec::cards, cards) ==
        "version: 1\n"
        "cards:\n"
        "  - id: HND\n"
        "    record: partner\n"
        "    fields:\n"
        "      themes:\n"
        "        - land-rights\n"
        "        - water\n"
        "      contacts:\n"
        "        - key: k1\n"
        "          body:\n"
        "            id: \"no\"\n"
        "    partners: []\n");
}

}  // namespace format_data_test
