// rapport-queries(7): what can be asked of records, every field from its declaration.
#include "cli/generate/manual.hpp"
#include "cli/generate/page.hpp"
#include "query/queryable_fields.hpp"
#include "reference/reference_data.hpp"

#include <fmt/format.h>

namespace rapport::cli {
namespace {

using model::RecordKind;

void about_terms(PageBuilder& page) {
  page.heading(1, "TERMS");
  page.paragraphs(
      "A query is terms with spaces between, all of which must hold: `country:HND kind:ngo`. "
      "Without a term it is every record.");
  page.term("field:a,b", "The field has one of these values; case does not matter.");
  page.term("field:>=value", "Also `>`, `<` and `<=`: of dates, numbers and amounts.");
  page.term("field:a..b", "From a to b, both included; either may be left out.");
  page.term("field:2025",
            "Of a date, any day of that year; `2025-07` of that month. `today`, `-6m` and `+30d` "
            "are days, too.");
  page.term("field:~text", "The text contains this; accents and case do not matter.");
  page.term("has:field", "The field has any value.");
  page.term("not term", "It does not hold; also `-term`, but not in front of the first.");
  page.term("a or b", "One of them holds; parentheses group.");
  page.term("\"free words\"", "They are anywhere in the record.");
  page.paragraphs(
      "A list has its singular: `theme:land-rights`. A field of a block, of an item or of a record "
      "that is referred to is reached by a dot: `contacts.channel:signal`, `with.kind:training`. "
      "`list:( … )` asks all of it of one item.\n"
      "A record of which a date or attendance is not known precisely enough is listed with a `?`.");
}

void list_fields(PageBuilder& page, RecordKind kind, const value::Codes& codes) {
  const auto all = query::queryable_fields(kind);
  const bool is_of_partners = kind == RecordKind::partner;
  const auto add = [&](bool is_computed) {
    for (const auto& field : all)
      if (field.is_computed == is_computed)
        page.term(field.name, fmt::format("{} `{}`", field.doc, query::example_of(field, codes)));
  };
  page.heading(1, is_of_partners ? "PARTNERS" : "ENGAGEMENTS");
  page.heading(2, "Computed");
  page.paragraphs("They follow from other fields and records.");
  add(true);
  page.heading(2, "Written in the record");
  add(false);
}

void about_columns(PageBuilder& page) {
  page.heading(1, "COLUMNS");
  page.paragraphs(
      "`--columns`, `--sort` and `--group-by` of `rapport list` take the same fields. For an "
      "audience that may not see what a column holds it says `withheld`, in JSON "
      "`{\"withheld\": true}`, whether there is something or not; a column that has no value is "
      "empty, in JSON null or an empty list.");
}

void about_changes(PageBuilder& page) {
  page.heading(1, "CHANGES");
  page.term("with",
            "On partners it means the engagements in which they take part: `with:ID` takes the id "
            "of an engagement. Before, it meant partners engaged together, which is "
            "`with.with:ID`. On engagements it no longer finds who is only named in them (that is "
            "`names:ID`), who paid (`support.from:ID`), promised (`commitments.by:ID`) or shares a "
            "goal (`goals.with:ID`).");
  page.term("engaged",
            "`engaged:2015` is any engagement in 2015; before, only the last one counted. "
            "`engaged:<2025` is still that there was none since.");
  page.term("start", "Of a letter it is the day it was sent.");
}

}  // namespace

view::Page queries_page() {
  const reference::ReferenceData library;
  PageBuilder page("rapport-queries(7)");
  page.heading(1, "NAME");
  page.paragraphs("rapport-queries - what can be asked of the records of a rapport repository");
  page.heading(1, "DESCRIPTION");
  page.paragraphs(
      "`rapport list` and the commands that take a QUERY find records by what is written in them "
      "and by what follows from that. A field or value that does not exist is an error, never an "
      "empty list.");
  about_terms(page);
  about_columns(page);
  list_fields(page, RecordKind::partner, library.codes());
  list_fields(page, RecordKind::engagement, library.codes());
  about_changes(page);
  page.heading(1, "SEE ALSO");
  page.paragraphs("rapport-list(1), rapport-records(5), rapport-reference(1)");
  return page.take();
}

}  // namespace rapport::cli
