// rapport-templates(7): what a template may hold, with the filters from their own table.
#include "app/templates.hpp"
#include "base/text.hpp"
#include "cli/generate/manual.hpp"
#include "cli/generate/page.hpp"
#include "template/filters.hpp"

#include <string>
#include <vector>

namespace rapport::cli {
namespace {

void shipped(PageBuilder& page) {
  std::vector<std::string> files;
  for (const base::Embedded& file : app::shipped_templates()) files.emplace_back(file.name);
  page.heading(1, "SHIPPED TEMPLATES");
  page.paragraphs("Shipped are " + base::join(files, ", ") +
                  ". The check sheet of a letter is for the office: in a language without one it "
                  "is written in English.");
}

void tags(PageBuilder& page) {
  page.heading(1, "TAGS");
  page.term("{{name}}",
            "The value of that name. It is printed as plain text, whatever it contains: nothing in "
            "a record can become markup, a link or another tag.");
  page.term("{{block.name}}", "A value inside another one.");
  page.term("{{name | filter argument}}",
            "The value after a filter; several filters are applied one after the other. Put an "
            "argument with spaces in quotes.");
  page.term("{{#name}} ... {{/name}}",
            "The text between is written if the value is not empty, no or 0; for a list once for "
            "each item, where the names of the item come first and `{{.}}` is the item itself.");
  page.term("{{^name}} ... {{/name}}", "The text between is written if there is no value.");
  page.term("{{> name}}",
            "The template of that name in the same folder, in this place. A name has lower case "
            "letters, digits and -.");
  page.term("{{! words }}", "A comment; it is left out.");
  page.term("{{=<% %>=}}", "Other delimiters from here on, for a text that has braces of its own.");
  page.paragraphs(
      "A section, comment or partial alone on its line leaves no empty line behind. A value cannot "
      "be in code or in angle brackets. Unescaped values, lambdas, blocks and parents of other "
      "Mustache engines do not exist here.");
}

void filters(PageBuilder& page) {
  page.heading(1, "FILTERS");
  page.paragraphs(
      "They know the grammar of English, French and Spanish. A template in any other language, in "
      "`templates/ru/letter.md` say, is used too; there a date is written as 2026-04-10, and a "
      "filter that needs a grammar is an error, except `date iso`: write such words into the "
      "template. On a list, a filter that is not for lists is applied to each item: `{{dates | "
      "date day | list}}`.");
  for (const auto& filter : templates::all_filters()) {
    std::string text(filter.summary);
    text = base::upper_ascii(text.substr(0, 1)) + text.substr(1);
    page.term(filter.usage, text + ".");
  }
}

void layout(PageBuilder& page) {
  page.heading(1, "LAYOUT");
  page.paragraphs(
      "The text is Markdown: headings, paragraphs, lists, tables, quotes, code, rules, emphasis "
      "and links to https, mailto, tel and signal addresses. A comment on a line of its own marks "
      "what the block below it is:");
  page.term("<!-- letterhead -->", "The head of the sheet.");
  page.term("<!-- address -->", "Reference, date, addressee.");
  page.term("<!-- signature -->", "Who signs; one comment for each.");
  page.term("<!-- keep -->",
            "No page ends inside this block; below a heading or a paragraph, nor "
            "between it and the next block.");
  page.term("<!-- page -->", "A new page begins here.");
  page.paragraphs(
      "Other HTML and images are errors. Sections, partials, and quotes and lists are nested at "
      "most 16 deep; a tag has at most 16 filters, a table at most 64 columns.");
}

}  // namespace

view::Page templates_page() {
  PageBuilder page("rapport-templates(7)");
  page.heading(1, "NAME");
  page.paragraphs("rapport-templates - the wording of letters and packs");
  page.heading(1, "DESCRIPTION");
  page.paragraphs(
      "Every sentence of a document is in a template; the program only supplies values and yes or "
      "no. A file templates/LANGUAGE/NAME.md in the repository takes the place of the shipped one "
      "of that name. Templates are Markdown with the tags of Mustache.\n"
      "A name that does not exist, a value that is missing where it would leave a gap, and any "
      "error in the Markdown stop the document; all of them are reported at once, with file, line "
      "and column.");
  shipped(page);
  tags(page);
  filters(page);
  layout(page);
  page.heading(1, "EXAMPLE");
  page.code(
      "<!-- address -->\n"
      "Ref.: {{reference | default '[reference]'}}\n"
      "\n"
      "{{#date}}\n"
      "{{date | date}}\n"
      "{{/date}}\n"
      "\n"
      "The letter names {{victims | count | words}} {{victims | plural 'person' 'people'}}.\n");
  page.heading(1, "SEE ALSO");
  page.paragraphs("rapport-draft(1), rapport-brief(1)");
  return page.take();
}

}  // namespace rapport::cli
