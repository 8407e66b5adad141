// What the Mustache specification asks of comments, delimiters, values, sections, inverted
// sections and partials, and where this engine is stricter on purpose.
#include "template_sample.hpp"

#include <doctest/doctest.h>

namespace template_mustache_test {

using namespace rapport::templates;
using sample::filled;
using sample::object;

TEST_CASE("mustache: comments") {
  const Value none = object({});
  CHECK(filled("12{{! gone }}34", none) == "1234");
  CHECK(filled("12{{!\n gone\n too }}34", none) == "1234");
  CHECK(filled("a\n{{! alone }}\nb\n", none) == "a\nb\n");
  CHECK(filled("a\n  {{! alone }}  \nb\n", none) == "a\nb\n");
  CHECK(filled("|\r\n{{! alone }}\r\n|", none) == "|\r\n|");
  CHECK(filled("  {{! first }}\nb", none) == "b");
  CHECK(filled("a\n  {{! last }}", none) == "a\n");
  CHECK(filled("a\n  {{!\n  lines\n  }}\nb\n", none) == "a\nb\n");
  CHECK(filled("  12 {{! beside }}\n", none) == "  12 \n");
  CHECK(filled("x {{!name}} y", object({{"name", "no"}})) == "x  y");
}

TEST_CASE("mustache: set delimiters") {
  const Value value = object({{"t", "Hey"}, {"on", true}, {"data", "in"}});
  CHECK(filled("{{=<% %>=}}(<%t%>)", value) == "(Hey)");
  CHECK(filled("({{=[ ]=}}[t])", value) == "(Hey)");
  CHECK(filled("{{=| |=}}|#on|{{t}} |t||/on|", value) == "{{t}} Hey");
  CHECK(filled("{{= @   @ =}}@t@", value) == "Hey");
  CHECK(filled("a\n  {{=@ @=}}\nb @t@", value) == "a\nb Hey");
  CHECK(filled("|\r\n{{= @ @ =}}\r\n|", value) == "|\r\n|");
  CHECK(filled("{{=<% %>=}}<%={{ }}=%>{{t}}", value) == "Hey");
  // A partial has delimiters of its own, before and after.
  CHECK(filled("[ {{>p}} ]\n{{= | | =}}\n[ |>p| ]\n", value, {{"p", ".{{data}}."}}) ==
        "[ .in. ]\n[ .in. ]\n");
  CHECK(filled("[ {{>p}} ]\n[ .{{data}}. ]\n", value, {{"p", ".{{data}}. {{= | | =}} .|data|."}}) ==
        "[ .in.  .in. ]\n[ .in. ]\n");
}

TEST_CASE("mustache: values") {
  const Value value = object({{"text", "&\"<>"},
                              {"n", 85},
                              {"zero", 0},
                              {"a", object({{"b", object({{"c", "deep"}})}})},
                              {"list", List{object({{"name", "in"}})}},
                              {"name", "out"}});
  CHECK(filled("no tag {at} { all }", value) == "no tag {at} { all }");
  CHECK(filled("{{text}}", value) == "&\"<>");
  CHECK(filled("|{{ n }}|{{zero}}|", value) == "|85|0|");
  CHECK(filled("  {{name}}\n", value) == "  out\n");
  CHECK(filled("{{a.b.c}} == {{#a}}{{b.c}}{{/a}}", value) == "deep == deep");
  CHECK(filled("{{#list}}{{name}}{{n}}{{/list}}", value) == "in85");
  CHECK(filled("{{#a}}{{#b}}{{.}}{{/b}}{{/a}}", object({{"a", List{"x", "y"}}, {"b", true}})) ==
        "xy");
}

TEST_CASE("mustache: sections") {
  const Value value = object({{"yes", true},
                              {"no", false},
                              {"empty", List{}},
                              {"nothing", Value()},
                              {"blank", ""},
                              {"who", object({{"name", "Joe"}})},
                              {"items", List{1, 2, 3}},
                              {"nested", List{List{1, 2}, List{"a", "b"}}},
                              {"name", "Ann"}});
  CHECK(filled("\"{{#yes}}shown{{/yes}}{{#no}}not{{/no}}\"", value) == "\"shown\"");
  CHECK(filled("{{#empty}}x{{/empty}}{{#nothing}}x{{/nothing}}{{#blank}}x{{/blank}}.", value) ==
        ".");
  CHECK(filled("{{#who}}Hi {{name}}.{{/who}}", value) == "Hi Joe.");
  CHECK(filled("{{#items}}({{.}}){{/items}}", value) == "(1)(2)(3)");
  CHECK(filled("{{#nested}}[{{#.}}({{.}}){{/.}}]{{/nested}}", value) == "[(1)(2)][(a)(b)]");
  CHECK(filled("{{#name}}{{.}}!{{/name}}", value) == "Ann!");
  CHECK(filled("a\n{{#yes}}\nb\n{{/yes}}\nc\n", value) == "a\nb\nc\n");
  CHECK(filled("a\n  {{#yes}}\nb\n  {{/yes}}\nc\n", value) == "a\nb\nc\n");
  CHECK(filled("|\r\n{{#yes}}\r\n{{/yes}}\r\n|", value) == "|\r\n|");
  CHECK(filled("  {{#yes}}\n#{{/yes}}\n/", value) == "#\n/");
  CHECK(filled("#{{#yes}}\n/\n  {{/yes}}", value) == "#\n/\n");
  CHECK(filled(" | {{#yes}}\t|\t{{/yes}} | \n", value) == " | \t|\t | \n");
  CHECK(filled(" {{#yes}}Y{{/yes}}\n {{#yes}}Z{{/yes}}\n", value) == " Y\n Z\n");
  CHECK(filled("|{{# yes }}={{/ yes }}|", value) == "|=|");
  CHECK(filled("a\n{{#yes}}\n\n{{/yes}}\nb", value) == "a\n\nb");
}

TEST_CASE("mustache: inverted sections") {
  const Value value = object(
      {{"no", false}, {"yes", true}, {"empty", List{}}, {"full", List{1}}, {"nothing", Value()}});
  CHECK(filled("{{^no}}a{{/no}}{{^yes}}b{{/yes}}{{^empty}}c{{/empty}}{{^full}}d{{/full}}"
               "{{^nothing}}e{{/nothing}}",
               value) == "ace");
  CHECK(filled("a\n{{^no}}\nb\n{{/no}}\nc\n", value) == "a\nb\nc\n");
  CHECK(filled(" | {{^no}} | {{/no}} | \n", value) == " |  |  | \n");
}

TEST_CASE("mustache: partials") {
  const Value value = object({{"text", "content"}, {"data", "|"}, {"on", true}});
  CHECK(filled("\"{{>t}}\"", value, {{"t", "from partial"}}) == "\"from partial\"");
  CHECK(filled("\"{{>t}}\"", value, {{"t", "*{{text}}*"}}) == "\"*content*\"");
  CHECK(filled("| {{>t}} |", value, {{"t", "\t|\t"}}) == "| \t|\t |");
  CHECK(filled("  {{data}}  {{> t}}\n", value, {{"t", ">\n>"}}) == "  |  >\n>\n");
  CHECK(filled("|\r\n{{>t}}\r\n|", value, {{"t", ">"}}) == "|\r\n>|");
  CHECK(filled("  {{>t}}\n>", value, {{"t", ">\n>"}}) == "  >\n  >>");
  CHECK(filled(">\n  {{>t}}", value, {{"t", ">\n>"}}) == ">\n  >\n  >");
  CHECK(filled("\\\n {{>t}}\n/\n", value, {{"t", "|\n{{data}}a\n|\n"}}) == "\\\n |\n |a\n |\n/\n");
  const Value tree =
      object({{"content", "X"}, {"nodes", List{object({{"content", "Y"}, {"nodes", List{}}})}}});
  CHECK(filled("{{>node}}", tree, {{"node", "{{content}}<{{#nodes}}{{>node}}{{/nodes}}>"}}) ==
        "X<Y<>>");
}

TEST_CASE("template: a value is never read again") {
  for (const char* text : {"{{name}}", "{{{x}}}", "{{> p}}", "{{=<% %>=}}", "${x}", "{% x %}",
                           "{{#a}}", "<%= x %>", "#{x}"}) {
    const Value value = object({{"name", text}});
    CHECK(filled("a {{name}} b {{name}}", value) == "a " + std::string(text) + " b " + text);
  }
}

TEST_CASE("template: what is missing is an error with its place, and all are told at once") {
  const Value value = object({{"sent", "x"},
                              {"who", object({{"name", "Joe"}})},
                              {"empty", ""},
                              {"nothing", Value()},
                              {"list", List{1}}});
  CHECK(filled("a\n é {{sentt}}\n{{> other}} {{#whom}}x{{/whom}}", value) ==
        "t.md:2:4: there is no value named 'sentt'\n"
        "t.md:3:1: there is no template named 'other'\n"
        "t.md:3:13: there is no value named 'whom'");
  CHECK(filled("{{who.nam}}", value) == "t.md:1:1: there is no 'nam' for 'who.nam'");
  CHECK(filled("{{empty}}{{nothing}}", value) ==
        "t.md:1:1: 'empty' has no value here\nt.md:1:10: 'nothing' has no value here");
  CHECK(filled("{{list}} {{who}}", value) ==
        "t.md:1:1: 'list' is a list, not a text\nt.md:1:10: 'who' is an object, not a text");
  CHECK(filled("  {{> p}}", value, {{"p", "x\n{{oops}}\n"}}) ==
        "p.md:2:1: there is no value named 'oops'");
}

TEST_CASE("template: hints") {
  Rendered result;
  sample::fill(result, "{{sentt}}", object({{"sent", "x"}}), {});
  CHECK(result.problems.at(0).hint == "did you mean 'sent'?");
}

TEST_CASE("template: mistakes in tags") {
  const Value value = object({{"a", "x"}, {"b", true}});
  CHECK(filled("{{{a}}}.", value) ==
        "t.md:1:1: a value is always escaped: '{{{' and '{{&' do not exist");
  CHECK(filled("{{& a}}", value) ==
        "t.md:1:1: a value is always escaped: '{{{' and '{{&' do not exist");
  CHECK(filled("{{#b}}x", value) == "t.md:1:1: the section 'b' is never closed");
  CHECK(filled("x{{/b}}", value) == "t.md:1:2: 'b' is closed here and was never opened");
  CHECK(filled("{{#b}}{{/a}}{{/b}}", value) == "t.md:1:7: 'a' is closed here, but 'b' is open");
  CHECK(filled("x {{a", value) == "t.md:1:3: this tag is never closed");
  CHECK(filled("{{}}", value) == "t.md:1:1: this tag names nothing");
  CHECK(filled("{{a b}}", value) == "t.md:1:1: 'b' does not belong here");
  CHECK(filled("{{a | dat}}", value) == "t.md:1:1: no filter named 'dat'");
  CHECK(filled("{{a | upper x}}", value) == "t.md:1:1: 'upper' does not take 1 argument");
  CHECK(filled("{{a | }}", value) == "t.md:1:1: a filter is missing after '|'");
  CHECK(filled("{{a | date}}", value) == "t.md:1:1: 'date' cannot be applied to a text");
  CHECK(filled("{{=x=}}", value) == "t.md:1:1: new delimiters are written as {{=<% %>=}}");
  CHECK(filled("{{$a}}{{/a}}", value).starts_with("t.md:1:1: blocks and parents"));
  CHECK(filled("{{a()}}", value) == "t.md:1:1: 'a()' is not a name");
  CHECK(filled("`{{a}}`", value) == "t.md:1:2: a value cannot be in code");
  CHECK(filled("```\n{{a}}\n```\n{{a}}", value) == "t.md:2:1: a value cannot be in code");
  CHECK(filled("<https://{{a}}>", value) == "t.md:1:10: a value cannot be in angle brackets");
  CHECK(filled("\\` 1 < 2 {{a}}", value) == "\\` 1 < 2 x");
}

TEST_CASE("template: a tag ends behind its quotes, and a quote in its line") {
  const Value value = object({{"a", "x"}, {"empty", ""}});
  CHECK(filled("{{empty | default 'a}}b'}}.", value) == "a}}b.");
  CHECK(filled("{{empty | default \"it's }}\"}}.", value) == "it's }}.");
  CHECK(filled("{{! it's a comment}}{{a}}", value) == "x");
  CHECK(filled("a {{a | default 'none}} end", value) == "t.md:1:17: this quote is never closed");
  CHECK(filled("{{a | default 'none}}\nit's", value) == "t.md:1:15: this quote is never closed");
  CHECK(filled("{{=<% %>=}}<% empty | default '%>' %>", value) == "%>");
}

TEST_CASE("template: braces that end no tag are mistakes, not text") {
  const Value value = object({{"a", "x"}});
  CHECK(filled("{{a}}} end", value) == "t.md:1:6: one brace too many ends this tag");
  CHECK(filled("{{a}}}} end", value) == "t.md:1:6: one brace too many ends this tag");
  CHECK(filled("Ref. a}} {{a}}", value) == "t.md:1:7: }} ends no tag");
  CHECK(filled("{{a}}\nRef. }}", value) == "t.md:2:6: }} ends no tag");
  CHECK(filled("{a} {{a}} } {", value) == "{a} x } {");
  CHECK(filled("{{=<% %>=}}}} <%a%>}", value) == "}} x}");
}

TEST_CASE("template: quotes are ' or \", and a text ends with its quote") {
  const Value value = object({{"a", "x"}, {"empty", ""}});
  CHECK(filled("{{empty | default “none”}}", value) == "t.md:1:1: this is no quote of a tag");
  CHECK(filled("{{empty | default ‘none’ | upper}}", value) ==
        "t.md:1:1: this is no quote of a tag");
  CHECK(filled("{{empty | default '“none”'}}", value) == "“none”");
  CHECK(filled("{{empty | default 'a'b'}}", value) ==
        "t.md:1:1: text follows the quote that ends 'a'");
  CHECK(filled("{{empty | default 'a'|upper}}", value) == "A");
  CHECK(filled("{{empty | default '|'}}", value) == "|");
}

TEST_CASE("template: what is drawn as nothing is a mistake at its place") {
  const Value value = object({{"a", "x"}});
  CHECK(filled("Dear\u200BSir {{a}}", value) == "t.md:1:5: the character U+200B is invisible");
  CHECK(filled("a\n\u00ADb\x01", value) ==
        "t.md:2:1: the character U+00AD is invisible\nt.md:2:3: the character U+0001 is invisible");
  CHECK(filled("a \u202Eb", value) == "t.md:1:3: the character U+202E is invisible");
  CHECK(filled("می\u200Cخواهم \u2067ب\u2069\t{{a}}\r\n", value) ==
        "می\u200Cخواهم \u2067ب\u2069\tx\r\n");
}

TEST_CASE("template: a partial leads nowhere but to a template of its folder") {
  for (const char* name : {"../secret", "/etc/motd", "a/b", "A", "a.b", "a b", "..", "a_b"})
    CHECK(filled("x {{> " + std::string(name) + "}}", object({}), {{name, "secret"}}) ==
          "t.md:1:3: a partial is the name of a template of the same folder");
  CHECK(filled("{{> letter-2}}", object({}), {{"letter-2", "fine"}}) == "fine");
}

TEST_CASE("template: partials that never end are stopped") {
  CHECK(filled("{{> p}}", object({}), {{"p", "{{> p}}"}}) ==
        "p.md:1:1: partials are nested deeper than 16");
  std::string many;
  for (int i = 0; i < 40; ++i) many += "{{> p}}";
  const std::string result = filled("{{> p}}", object({}), {{"p", many}});
  CHECK(result.starts_with("p.md:1:1: partials are nested deeper than 16"));
  Value nodes = List{1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
  std::string loops = "{{x}}";
  for (int i = 0; i < 12; ++i) loops = "{{#n}}" + loops + "{{/n}}";
  CHECK(filled(loops, object({{"n", nodes}, {"x", "y"}})).ends_with("this template never ends"));
}

}  // namespace template_mustache_test
