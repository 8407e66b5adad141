#include "format/engine/spreadsheet.hpp"
#include "format_sample.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace format_table_test {

using namespace rapport;
using format::FormatSpec;
using format::Options;
using format::sample::by_circle;
using format::sample::partners;
using format::sample::write;

TEST_CASE("formats: found by name and by the suffix of a file") {
  CHECK(format::find_format("csv")->name == "csv");
  using Said = std::pair<std::string_view, std::string_view>;
  for (const auto& [said, name] :
       {Said{"md", "markdown"}, Said{"htm", "html"}, Said{"yml", "yaml"}, Said{"MD", "markdown"}})
    CHECK(format::find_format(said)->name == name);
  CHECK(format::find_format("docs") == nullptr);
  CHECK(format::find_format("roff") == nullptr);  // the program's own
  CHECK(format::find_format("") == nullptr);
  CHECK(format::find_format("x.md") == nullptr);
  CHECK(format::format_of_file("out/Contacts.CSV")->name == "csv");
  CHECK(format::format_of_file("Contacts.HTM")->name == "html");
  CHECK(format::format_of_file("contacts") == nullptr);
}

TEST_CASE("formats: for a shape those that write it, without the program's own") {
  std::vector<std::string_view> names;
  for (const auto& each : format::formats_for(view::Shape::page)) names.push_back(each.name);
  CHECK(names == std::vector<std::string_view>{"html", "markdown", "text"});
  CHECK(format::formats_for(std::nullopt).size() == format::all_formats().size() - 1);
}

TEST_CASE("table: columns, numbers to the right") {
  CHECK(write("table", &FormatSpec::table, partners()) ==
        "ID  NAME            MET  THEMES\n"
        "aa  Łódź Committee   12  land, water\n"
        "bb  =1+1\n");
}

TEST_CASE("table: groups have their heading and count, what is not sure has a mark") {
  CHECK(write("table", &FormatSpec::table, by_circle()) ==
        "ID    NAME            MET  THEMES\n"
        "\n"
        "Civil society (1)\n"
        "aa    Łódź Committee   12  land, water\n"
        "\n"
        "States (1)\n"
        "bb ?  =1+1\n");
}

TEST_CASE("table: a narrow screen cuts texts, never ids") {
  CHECK(write("table", &FormatSpec::table, partners(), {.width = 27}) ==
        "ID  NAME      MET  THEMES\n"
        "aa  Łódź…      12  land,…\n"
        "bb  =1+1\n");
}

TEST_CASE("table: a name goes on in the next line and is never cut, a text not within a word") {
  view::Table table = partners();
  table.columns[1].wraps = true;
  table.groups[0].rows[0].cells[1] = "Maria Exemplarisch de Muster";
  CHECK(write("table", &FormatSpec::table, table, {.width = 30}) ==
        "ID  NAME          MET  THEMES\n"
        "aa  Maria          12  land,…\n"
        "    Exemplarisch\n"
        "    de Muster\n"
        "bb  =1+1\n");
}

TEST_CASE("table: a column without texts is left out where the rows do not fit beside it") {
  view::Table table = partners();
  for (auto& row : table.groups[0].rows) row.cells[3] = view::Cell{};
  CHECK(write("table", &FormatSpec::table, table, {.width = 27}) ==
        "ID  NAME        MET  THEMES\n"
        "aa  Łódź Comm…   12\n"
        "bb  =1+1\n");
  CHECK(write("table", &FormatSpec::table, table, {.width = 22}) ==
        "ID  NAME           MET\n"
        "aa  Łódź Committ…   12\n"
        "bb  =1+1\n");
}

TEST_CASE("table: a name without spaces goes on between two ideographs") {
  view::Table table = partners();
  table.columns[1].wraps = true;
  table.groups[0].rows[0].cells[1] = "北京人权协会（总部）";
  CHECK(write("table", &FormatSpec::table, table, {.width = 28}) ==
        "ID  NAME      MET  THEMES\n"
        "aa  北京人权   12  land,…\n"
        "    协会（总\n"
        "    部）\n"
        "bb  =1+1\n");
}

TEST_CASE("table: text that runs to the left keeps to its cell") {
  view::Table table = partners();
  table.groups[0].rows[0].cells[1] = "ليلى مثال";
  table.groups[0].rows[0].cells[3] = view::Texts{"ארץ", "2026-03-20"};
  CHECK(write("table", &FormatSpec::table, table) ==
        "ID  NAME       MET  THEMES\n"
        "aa  \u2068ليلى مثال\u2069   12  \u2068\u2068ארץ\u2069, 2026-03-20\u2069\n"
        "bb  =1+1\n");
  CHECK(write("csv", &FormatSpec::table, table).find("\u2068") == std::string::npos);
}

TEST_CASE("table: an empty answer has no heading") {
  view::Table table = partners();
  table.groups.clear();
  CHECK(write("table", &FormatSpec::table, table).empty());
}

TEST_CASE("table: a text cannot move the cursor or turn the line around") {
  view::Table table = partners();
  table.groups[0].rows[0].cells[1] = "a\x1b[2Jb\nc\u202Ed";
  CHECK(write("table", &FormatSpec::table, table).find("a\\x1b[2Jb c<U+202E>d") !=
        std::string::npos);
}

TEST_CASE("plain: no heading, and every column can be counted") {
  CHECK(write("plain", &FormatSpec::table, partners()) ==
        "aa  Łódź Committee  12  land, water\n"
        "bb  =1+1             -  -\n");
}

TEST_CASE("csv: quotes where needed, groups and doubts are columns, no formula") {
  CHECK(write("csv", &FormatSpec::table, by_circle()) ==
        "circle,id,name,met,themes,match\r\n"
        "Civil society,aa,Łódź Committee,12,land; water,yes\r\n"
        "States,bb,'=1+1,,,maybe\r\n");
  view::Table table = partners();
  table.groups[0].rows[1].cells[1] = "say \"a,b\"\nand c";
  CHECK(write("csv", &FormatSpec::table, table).ends_with("bb,\"say \"\"a,b\"\"\nand c\",,\r\n"));
}

TEST_CASE("csv: without the guard the text is as it was recorded") {
  CHECK(write("csv", &FormatSpec::table, partners(), {.guard = false}) ==
        "id,name,met,themes\r\n"
        "aa,Łódź Committee,12,land; water\r\n"
        "bb,=1+1,,\r\n");
}

TEST_CASE("csv: a negative number is a number, not a formula") {
  view::Table table = partners();
  table.groups[0].rows[1].cells[2] = view::Number{-1250, 2};
  CHECK(write("csv", &FormatSpec::table, table).find(",-12.50,") != std::string::npos);
}

TEST_CASE("spreadsheet: what is guarded, and what stays as it is") {
  for (const char* text : {"=1", "+41229171234", "-1", "@a", "\t=1", "\r=1", "＝1", "+a b", "+41 ",
                           "0041229171234", "1e5", "1234567890123456"})
    CHECK_MESSAGE(format::would_change(text), text);
  for (const char* text : {"", "0", "2015", "+41 22 917 12 34", "e5", "1e", "a=b", "022 917"})
    CHECK_MESSAGE(!format::would_change(text), text);
}

TEST_CASE("tsv: a tab in a text is an escape") {
  view::Table table = partners();
  table.groups[0].rows[1].cells[1] = "a\tb\\c\n";
  CHECK(write("tsv", &FormatSpec::table, table) ==
        "id\tname\tmet\tthemes\n"
        "aa\tŁódź Committee\t12\tland; water\n"
        "bb\ta\\tb\\\\c\\n\t\t\n");
}

TEST_CASE("ids: one a line, or each with a NUL") {
  CHECK(write("ids", &FormatSpec::table, partners()) == "aa\nbb\n");
  CHECK(write("ids", &FormatSpec::table, partners(), {.nul = true}) == std::string("aa\0bb\0", 6));
}

TEST_CASE("number: keeps the digits it was written with") {
  CHECK(view::to_text(view::Number{1250, 2}) == "12.50");
  CHECK(view::to_text(view::Number{-5, 2}) == "-0.05");
  CHECK(view::to_text(view::Number{7, 0}) == "7");
}

}  // namespace format_table_test
