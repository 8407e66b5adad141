// rapport-records(5): how a record is written, and every field of every record from its table.
#include "base/limits.hpp"
#include "base/text.hpp"
#include "cli/generate/blank.hpp"
#include "cli/generate/manual.hpp"
#include "cli/generate/page.hpp"
#include "model/record_type.hpp"
#include "model/reference.hpp"

#include <fmt/format.h>

namespace rapport::cli {
namespace {

using value::Field;
using value::Reveals;
using value::Shape;
using value::Type;

std::string_view sentence(Reveals reveals) {
  switch (reveals) {
    case Reveals::open:
      return {};
    case Reveals::identity:
      return "Shows who someone is.";
    case Reveals::contact:
      return "Shows how to reach someone.";
    case Reveals::place:
      return "Shows where someone is.";
    case Reveals::content:
      return "Is for the office, unless it is released.";
    case Reveals::source:
      return "Shows where something comes from: never leaves the office.";
    case Reveals::link:
      return "Shows that someone is linked to us.";
    case Reveals::unstated:
      return "Never leaves the office.";
  }
  return {};
}

/// The rows a value holds, directly or in each item of a list.
const Type* inner(const Type& type) {
  if (type.shape == Shape::block) return &type;
  return type.shape == Shape::list ? inner(*type.element) : nullptr;
}

/// All that is to be said of a field.
std::string text_of(const Field& row) {
  std::string text(row.meta.doc);
  const Type* const block = inner(*row.type);
  std::string form = form_of(*row.type);
  if (!form.empty() && block == nullptr &&
      text.find(form.substr(form.find(' ') + 1)) == text.npos) {
    form = base::upper_ascii(form.substr(0, 1)) + form.substr(1);
    text += fmt::format(" {}.", form);
  }
  if (block != nullptr) text += row.type->shape == Shape::list ? " A list of blocks." : " A block.";
  if (row.meta.required) text += " Required.";
  if (const auto reveals = sentence(row.meta.reveals); !reveals.empty())
    text += fmt::format(" {}", reveals);
  if (row.meta.from_case) text += " A draft letter takes it from its case.";
  return text;
}

/// "contacts.channel" is asked for as such, as `channel`, or within `contacts`; nothing asks for
/// all.
bool is_asked(std::string_view name, std::string_view field) {
  if (field.empty() || name == field) return true;
  return name.starts_with(std::string(field) + '.') || name.ends_with('.' + std::string(field));
}

void fields(PageBuilder& page, const Type& type, const std::string& prefix,
            std::string_view field = {}) {
  for (const Field& row : type.rows().rows) {
    const std::string name = prefix + std::string(row.name);
    if (is_asked(name, field)) page.term(name, text_of(row));
    if (const Type* block = inner(*row.type)) fields(page, *block, name + ".", field);
  }
}

void text_rules(PageBuilder& page) {
  page.heading(1, "HOW A RECORD IS WRITTEN");
  page.paragraphs(
      "A record is a text file in a strict part of YAML: every file that rapport accepts has the "
      "same lists, keys and texts in every YAML program, and anything that is easily misread is an "
      "error with a message of its own. Values are typed by their field and never by YAML: "
      "`country: NO` is Norway, and `phone: 0041227000` keeps its zeros.");
  page.term(
      "In other programs",
      "Programs that give types to plain texts may read some of them as something else. Programs "
      "for YAML 1.1 (PyYAML, Ruby and programs built on them) read `on`, `off`, `yes` and `no`, "
      "some also `y` and `n`, in small letters and capitals, as true and false: the key `on` of "
      "acts of consent, steps, replies and reviews becomes the key `true`, and `country: NO` "
      "becomes `false`. They read `0041` as an octal number, `12:30` as 750, and `+41227000` as a "
      "number without its plus; dates become dates. To read records as they are written, have such "
      "a program take all values as text (in PyYAML `yaml.load(file, Loader=yaml.BaseLoader)`), or "
      "use one for YAML 1.2. Values that rapport itself writes into a record are in quotes where "
      "YAML 1.1 would read something else: `country: \"NO\"`. Quotes change nothing for rapport.");
  page.term("File",
            "UTF-8 of at most 256 KiB, lines ending in LF (or all in CRLF), nested at most "
            "32 deep. Comments, then optionally one line `---`, then one mapping that "
            "begins at column 1 and goes to the end. No control characters; a tab only "
            "inside quotes, block text or comments.");
  page.term("Comments",
            "From `#` at the start of a line or after a space, followed by a space, "
            "another `#`, or nothing. rapport keeps comments where they are.");
  page.term("Entries",
            "`key: value`, one key once in its mapping, all keys of a mapping at one column. A key "
            "has letters, digits, `_` and `-`, and no quotes. Below a key, indented more: a "
            "mapping or a list. A key without a value is an error: leave it out.");
  page.term("Lists",
            "`- ` and a value, or `- key: value` with further entries of the same item at "
            "the column of `key`. Short ones in brackets: `[en, fr]`, `{key: k1, to: un}`. At "
            "most 1,000 items, but for acts of consent.");
  page.term("Plain text",
            "On one line. It has no `: ` and no ` #` in it, does not end in `:`, and "
            "does not begin with a character that means something to YAML; if it "
            "does, put it in quotes. `null` and `~` are errors.");
  page.term("Quoted text",
            "In single quotes, where `''` is one quote, or in double quotes with the "
            "escapes \\\" \\\\ \\/ \\n \\t \\uXXXX \\UXXXXXXXX. It ends on its line.");
  page.term(
      "Text of several lines",
      "`|` keeps the line ends, `>` joins lines; the text is below, indented more than its key.");
  page.term("Not in a record",
            "Anchors, aliases, tags, `?`, `<<`, directives, several documents, "
            "conflict markers of a merge.");
}

void limits(PageBuilder& page) {
  page.heading(1, "LIMITS");
  page.paragraphs(
      "They keep one file, or one query, from taking all the time or memory. Anything beyond them "
      "is an error with its place.");
  for (const base::Limit* limit : base::limits::all)
    page.term(limit->of, fmt::format("At most {}{}{}.", limit->number,
                                     limit->unit.empty() ? "" : " ", limit->unit));
}

}  // namespace

view::Page records_page() {
  PageBuilder page("rapport-records(5)");
  page.heading(1, "NAME");
  page.paragraphs("rapport-records - the files of a rapport repository and their fields");
  page.heading(1, "FILES");
  page.term("rapport.yaml", "The office that keeps the repository.");
  page.term("partners/<group>/<id>.yaml", "One file for each partner.");
  page.term("engagements/<year>/<id>.yaml",
            "One file for each engagement; cases are in engagements/cases, those without a date in "
            "engagements/undated.");
  page.term("reference/*.yaml", "Rows that add to the shipped reference data or replace some.");
  page.term("templates/<language>/*", "Templates that replace the shipped ones.");
  page.term("log/outputs/*.yaml", "What was handed out: one manifest for each issued document.");
  page.term(".rapport/lock", "Lets one command write at a time. It is empty, and git ignores it.");
  page.term(
      ".rapport/journal",
      "There while a command changes files. If the command is killed, the next one that writes "
      "finishes or undoes the whole change by it. It has names of files and digests.");
  page.paragraphs(
      "The id of a record is the name of its file without `.yaml`: lower case letters, digits and "
      "`-`, at most 64, once in the repository whatever the folder. Records refer to each other by "
      "id. `office` and `holder` stand for the office itself.");
  text_rules(page);
  page.heading(1, "PARTNERS");
  fields(page, model::partner_type(), {});
  page.heading(1, "ENGAGEMENTS");
  fields(page, model::engagement_type(), {});
  page.heading(1, "THE OFFICE");
  page.paragraphs("The fields of rapport.yaml.");
  fields(page, model::office_type(), {});
  page.heading(1, "REFERENCE ROWS");
  page.paragraphs(
      "A file in reference/ may contain any of these lists. A row with the code of a shipped one "
      "replaces the values it gives; any other is added.");
  fields(page, model::reference_type(), {});
  limits(page);
  page.heading(1, "SEE ALSO");
  page.paragraphs(
      "rapport(1), rapport-queries(7), rapport-rules(7), rapport-new(1), rapport-validate(1)");
  return page.take();
}

view::Page fields_page(std::string_view field) {
  PageBuilder page(fmt::format("rapport-records(5): {}", field));
  const auto add = [&](std::string_view heading, const Type& type) {
    PageBuilder found({});
    fields(found, type, {}, field);
    view::Page part = found.take();
    if (part.blocks.empty()) return;
    page.heading(1, heading);
    page.add(std::move(part.blocks));
  };
  add("PARTNERS", model::partner_type());
  add("ENGAGEMENTS", model::engagement_type());
  add("THE OFFICE", model::office_type());
  add("REFERENCE ROWS", model::reference_type());
  return page.take();
}

}  // namespace rapport::cli
