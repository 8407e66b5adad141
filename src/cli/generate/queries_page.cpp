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
  page.term("field:>=value", "Also `>`, `<` and `<=`: for dates, numbers and amounts.");
  page.term("field:a..b", "From a to b, both included; either may be left out.");
  page.term("field:2025",
            "For a date, any day of that year; `2025-07` is any day of that month. `today`, `-6m` "
            "and `+30d` are days, too.");
  page.term("field:~text", "The text contains this; accents and case do not matter.");
  page.term("has:field", "The field has any value.");
  page.term("not term", "The term does not hold; also `-term`, but not as the first term.");
  page.term("a or b", "One of them holds; parentheses group.");
  page.term("\"free words\"", "They are anywhere in the record.");
  page.term("@name", "All terms of the query that rapport.yaml keeps under that name.");
  page.paragraphs(
      "A list field may be written in the singular: `theme:land-rights`. Use a dot to reach a "
      "field of a block, of an item or of a record that is referred to: `contacts.channel:signal`, "
      "`with.kind:training`, `addressee.group:states`, `part_of.status:acted`.\n"
      "A record is listed with a `?` when a date or attendance in it is not known precisely "
      "enough.");
}

void about_items(PageBuilder& page) {
  page.heading(1, "ITEMS OF LISTS");
  page.paragraphs(
      "Terms on one list are about one item of it, also in parentheses and with `and`. This is so "
      "for lists of blocks, such as `support` and `contacts`, and for records that are referred "
      "to, such as `with`; in a list of single values each term may find a value of its own.");
  page.term("support.kind:gift support.answer:accepted", "A gift that was accepted.");
  page.term("with.kind:training with.when:2015",
            "For partners: one engagement that was a training and in 2015.");
  page.term("theme:land-rights theme:women", "Both themes.");
  page.term("support.kind:gift not support.answer:accepted",
            "A gift that was not accepted: beside another term on the list, `not` is about that "
            "item. If a value is not recorded, a term is no and its `not` is yes.");
  page.term("not support.kind:gift", "No gift: alone, `not` means that no item matches.");
  page.term("support.kind:gift (support.answer:declined or support.answer:returned)",
            "A gift with one of the two answers: an `or` whose branches are all on one list is "
            "about that item. Otherwise each branch of an `or` stands alone.");
  page.term("support:(kind:gift) support:(answer:accepted)",
            "A gift, and something that was accepted, the same item or another: parentheses after "
            "the list ask about an item of their own. Parentheses elsewhere only group. "
            "`support.kind:gift support.kind:travel` is an error, since one item has one kind.");
  page.term("support:(kind:gift) not support:(kind:gift answer:accepted)",
            "Gifts, none of which was accepted.");
  page.term("visit.programme.status:refused visit.programme.raise.case:ID",
            "For a list in a list: the same slot, and in it the same case.");
  page.paragraphs(
      "An item is as sure as its least sure term; the record is as sure as its surest item. A term "
      "on an imprecise date is sure if all days it may be are among those asked for; a term on an "
      "event of several days is sure if one of its days is.");
  page.term("--each support",
            "A row for each item for which the query holds, as if the item were the whole list: "
            "`not support.kind:gift --each support` is everything but gifts. Columns of that list "
            "have one value each.");
}

void about_totals(PageBuilder& page) {
  page.heading(1, "TOTALS");
  page.paragraphs(
      "Instead of a list; with `--each` items are counted, and with `--group-by` there is a row "
      "for each value, the most frequent first. A record with several values is in several groups. "
      "A number below five is shown to the office only.");
  page.term("--count", "How many are sure, and how many are a maybe.");
  page.term("--sum attendance.total,attendance.women",
            "Numbers added up; `at_least` is what is sure. Unknown or unrecorded values are "
            "counted separately: \"at least 41, 1 unknown\".");
  page.term("--sum support.amount", "Amounts, in a row for each currency.");
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
  page.paragraphs("rapport computes them from other fields and records.");
  add(true);
  page.heading(2, "Written in the record");
  add(false);
}

void about_columns(PageBuilder& page) {
  page.heading(1, "COLUMNS");
  page.paragraphs(
      "`--columns`, `--sort` and `--group-by` of `rapport list` take the same fields. If the "
      "audience may not see a column, it shows `withheld`, in JSON `{\"withheld\": true}`, whether "
      "it has a value or not; a column without a value is empty, in JSON null or an empty list.\n"
      "Columns of one list keep the order of its items: the second value of `support.kind` and the "
      "second value of `support.answer` belong to the same item. An item without a value is a dash "
      "in a table, nothing in CSV and null in JSON.");
}

void about_changes(PageBuilder& page) {
  page.heading(1, "CHANGES");
  page.term("with",
            "On partners it means the engagements in which they take part: `with:ID` takes the id "
            "of an engagement, and `with.kind:training` is its kind. Before, it meant partners "
            "engaged together, which is `with.with:ID`, and still `with:ID` with a partner's id; "
            "what is only planned counts now as well. On engagements it no longer finds partners "
            "who are only named in them (that is `names:ID`), who paid (`support.from:ID`), "
            "promised (`commitments.by:ID`) or share a goal (`goals.with:ID`).");
  page.term("items",
            "Terms on one list are about one item. Before, each was about any item; for that, "
            "write `support:(kind:gift) support:(answer:accepted)`.");
  page.term("engaged",
            "`engaged:2015` is any engagement in 2015; before, only the last one counted. "
            "`engaged:<2025` still means that there was none since 2025 began.");
  page.term("start", "For a letter it is the day it was sent.");
}

}  // namespace

view::Page queries_page() {
  const reference::ReferenceData library;
  PageBuilder page("rapport-queries(7)");
  page.heading(1, "NAME");
  page.paragraphs("rapport-queries - what can be asked of the records of a rapport repository");
  page.heading(1, "DESCRIPTION");
  page.paragraphs(
      "`rapport list` and the commands that take a QUERY find records by their fields, and by "
      "values computed from these. A field or value that does not exist is an error, never an "
      "empty list.");
  about_terms(page);
  about_items(page);
  about_totals(page);
  about_columns(page);
  list_fields(page, RecordKind::partner, library.codes());
  list_fields(page, RecordKind::engagement, library.codes());
  about_changes(page);
  page.heading(1, "SEE ALSO");
  page.paragraphs("rapport-list(1), rapport-records(5), rapport-reference(1)");
  return page.take();
}

}  // namespace rapport::cli
