// Writes every shape in every format that claims it into a folder, for the readers of other people.
#include "../unit/format_document_sample.hpp"
#include "../unit/template_sample.hpp"

#include <cstdio>
#include <fstream>

namespace {

using namespace rapport;

view::Page pack() {
  const templates::Source source{.path = "pack.md", .text = R"(# Official visit to {{country}}

{{#note}}
> {{.}}

{{/note}}
## Facts

- **Dates:** {{start | date}} to {{end | date}}
- **Themes:** {{themes | list}}

## Programme

### {{start | weekday}}, {{start | date day}}

| Time | Meeting | Place | Status |
|---|---|---|---|
{{#slots}}
| {{at | time}} | {{what}} | {{where}} | {{status}} |
{{/slots}}

<!-- page -->
## Meeting 1: {{#slots}}{{what}} {{/slots}}

1. {{question}}
   - {{question}}
2. {{question}}

[{{country}}]({{url | url}})

    not code: {{question}}
)"};
  using templates::sample::object;
  const auto value =
      object({{"country", "Examplia <b>&amp; *Isles*"},
              {"note", "Values such as {{name}}, | and `code` stay as they are. أحمد علي, 日本."},
              {"start", templates::Date{2026, 5, 4}},
              {"end", templates::Date{2026, 5, 15}},
              {"themes", templates::List{"land rights", "environment", "indigenous peoples"}},
              {"slots", templates::List{object({{"at", templates::Date{2026, 5, 4, 570}},
                                                {"what", "Ministry of Foreign Affairs"},
                                                {"where", "Ciudad Ejemplo | room 3"},
                                                {"status", "confirmed"}}),
                                        object({{"at", templates::Date{2026, 5, 4, 900}},
                                                {"what", "Rio Ejemplo Committee"},
                                                {"where", "to be confirmed on the day"},
                                                {"status", "proposed"}})}},
              {"question", "What is the state of the protection mechanism? # 1. - *"},
              {"url", "https://www.example.org/a b?c=(d)&e"}});
  auto page = templates::make_page(source, value, "en", {});
  if (!page) {
    std::fputs((page.failure().what + "\n").c_str(), stderr);
    std::exit(1);
  }
  page->meta.title = "Briefing pack: Examplia";
  page->meta.classification = "CONFIDENTIAL";
  page->meta.edition = "draft";
  page->meta.date = "20 April 2026";
  return *page;
}

view::Page manual() {
  view::Page page;
  page.meta = {.title = "rapport-sample(1)",
               .language = "en",
               .classification = {},
               .date = "2026-04-10",
               .edition = {},
               .audience = {}};
  const auto text = format::sample::text;
  const auto heading = [](int level, const char* words) {
    return view::Block{view::Heading{level, {{.text = words}}}};
  };
  page.blocks = {
      heading(2, "Name"),
      text("rapport-sample - show what a page can hold"),
      heading(2, "Synopsis"),
      {view::Paragraph{{{.text = "rapport sample", .strong = true},
                        {.text = " [--format "},
                        {.text = "FORMAT", .emphasis = true},
                        {.text = "] 'query' .dot \\back -dash"}}}},
      heading(2, "Options"),
      {view::Grid{
          .columns = {view::Align::left, view::Align::left},
          .head = {{{.text = "Option"}}, {{.text = "Meaning"}}},
          .rows = {{{{.text = "--format FORMAT", .strong = true}}, {{.text = ".leading dot"}}},
                   {{{.text = "-0", .strong = true}}, {{.text = "'leading quote"}}}}}},
      heading(2, "Details"),
      heading(3, "Lists"),
      {view::List{
          .items = {{text("one"), {view::List{.ordered = true, .items = {{text("inner")}}}}},
                    {text("two"), text("goes on")}}}},
      {view::Code{"$ rapport list\n.not a macro\n'nor this\n\\back\n"}},
      {view::Grid{.columns = {view::Align::left, view::Align::right, view::Align::left},
                  .head = {{{.text = "a"}}, {{.text = "b"}}, {{.text = "c"}}},
                  .rows = {{{{.text = ".x"}}, {{.text = "1"}}, {{.text = "tab T} text"}}}}}},
      {view::Quote{{text("quoted")}}},
      {view::Rule()}};
  return page;
}

view::Table hostile_table() {
  view::Table table = format::sample::by_circle();
  table.title = "Contacts";
  table.marking = "CONFIDENTIAL · draft";
  table.groups[0].rows.push_back({.cells = {"cc", "=cmd|' /C calc'!A0", view::Number{-1250, 2},
                                            view::Texts{"a;b", "quote\"s", "line\nend"}},
                                  .id = "cc"});
  table.groups[0].rows.push_back(
      {.cells = {"dd", "<script>alert(1)</script> & | \\ ` \t أحمد \u202E \x1b[2J",
                 std::monostate(), view::Texts{"NO", "0041", "1e5", "~", "null"}},
       .id = "dd"});
  return table;
}

view::Cards cards() {
  return {
      .cards = {{.id = "HND",
                 .title = "Honduras (HND, HN) <b> ]]>",
                 .sections = {
                     {.key = "state",
                      .heading = "State",
                      .lines = {{"member_of", "member of", {{.text = "UN"}, {.text = "NO: yes"}}},
                                {"below",
                                 "mechanism",
                                 {{.text = "Commission", .below = {{.text = "its # office"}}}}},
                                {"none", "none", {}}}}}}}};
}

view::Findings findings() {
  return {
      .findings =
          {{.severity = value::Severity::error,
            .rule = "keep-apart",
            .place = {"engagements/2026/visit <a>&\"b\", 50%.yaml", 34, 14, 24, "  with: [a]"},
            .message = "'a' and <b> & \"c\" meet ]]> \x07 in slot s2",
            .notes = {{.message = "kept apart here",
                       .place = {"partners/defenders/a.yaml", 40, 14, 23, "keep_apart: [b]"}}},
            .help = "give each a slot of its own"},
           {.severity = value::Severity::warning,
            .rule = "reply-overdue",
            .place = {"engagements/2026/visit <a>&\"b\", 50%.yaml", 40, 1, 1, ""},
            .message = "no reply"},
           {.severity = value::Severity::note,
            .rule = "not-sealed",
            .place = {.path = "keys"},
            .message = "no keys"}},
      .checked = {{61, "partner", "partners"}, {43, "engagement", "engagements"}},
      .skipped = {{"sealed-values", "no key on this machine"}},
      .rules = {{"keep-apart", value::Severity::error, "Two are together", "Long help"},
                {"not-sealed", value::Severity::note, "Not sealed", ""},
                {"reply-overdue", value::Severity::warning, "A reply is overdue", "Remind them"}}};
}

template <class Shape>
void save(const std::string& folder, const std::string& name, const format::Format& format,
          format::Write<Shape> write, const Shape& shape, const format::Options& options = {}) {
  if (!write) return;
  const std::string file = folder + "/" + name + "." + std::string(format.name);
  const auto bytes = write(shape, options);
  if (!bytes) {
    std::fputs((bytes.failure().what + "\n").c_str(), stderr);
    std::exit(1);
  }
  std::ofstream(file, std::ios::binary) << *bytes;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::string folder = argv[1];
  for (const auto& format : format::all_formats()) {
    save(folder, "table", format, format->table, hostile_table());
    save(folder, "table-raw", format, format->table, hostile_table(), {.guard = false});
    save(folder, "table-empty", format, format->table, view::Table());
    save(folder, "letter", format, format->page, format::sample::letter());
    save(folder, "pack", format, format->page, pack());
    save(folder, "manual", format, format->page, manual());
    save(folder, "cards", format, format->cards, cards());
    save(folder, "cards-empty", format, format->cards, view::Cards());
    save(folder, "findings", format, format->findings, findings());
    save(folder, "findings-empty", format, format->findings, view::Findings());
  }
  return 0;
}
