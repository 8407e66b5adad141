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
      "that is referred to is reached by a dot: `contacts.channel:signal`, `with.kind:training`, "
      "`addressee.group:states`, `part_of.status:acted`.\n"
      "A record of which a date or attendance is not known precisely enough is listed with a `?`.");
}

void about_items(PageBuilder& page) {
  page.heading(1, "ITEMS OF LISTS");
  page.paragraphs(
      "Terms on one list speak of one item of it, also through parentheses and `and`. That holds "
      "for lists of blocks, such as `support` and `contacts`, and for records that are referred "
      "to, such as `with`; values alone are each for themselves.");
  page.term("support.kind:gift support.answer:accepted", "A gift that was accepted.");
  page.term("with.kind:training with.when:2015",
            "Of partners: one engagement that was a training and in 2015.");
  page.term("theme:land-rights theme:women", "Both themes.");
  page.term("support.kind:gift not support.answer:accepted",
            "A gift that was not accepted: beside another term on the list, `not` speaks of that "
            "item. A value that is not recorded makes a term no, and its `not` yes.");
  page.term("not support.kind:gift", "No gift: alone, `not` is of no item.");
  page.term("support.kind:gift (support.answer:declined or support.answer:returned)",
            "A gift that came to one of the two: an `or` all of which is on one list is of that "
            "item. Otherwise each branch of an `or` is for itself.");
  page.term("support:(kind:gift) support:(answer:accepted)",
            "A gift, and something that was accepted, be it the same or not: with parentheses "
            "behind the list it is an item of its own. Parentheses elsewhere only group. "
            "`support.kind:gift support.kind:travel` is an error, since one item has one kind.");
  page.term("support:(kind:gift) not support:(kind:gift answer:accepted)",
            "Gifts, none of which was accepted.");
  page.term("visit.programme.status:refused visit.programme.raise.case:ID",
            "Of a list in a list, the same slot, and in it the same case.");
  page.paragraphs(
      "An item is as sure as its least sure term, and that there is one as sure as the surest "
      "item. What is asked of an imprecise date is sure where all its days are among those asked "
      "for, and of an event of several days where one of them is.");
  page.term("--each support",
            "A row for each item for which the query holds, the item standing for the whole list: "
            "`not support.kind:gift --each support` is everything but gifts. Columns of that list "
            "have one value each.");
}

void about_totals(PageBuilder& page) {
  page.heading(1, "TOTALS");
  page.paragraphs(
      "Instead of a list; with `--each` they are of items, and with `--group-by` there is a row "
      "for each value, the most frequent first. What has several values is in several groups. To "
      "others than the office a number below five is not shown.");
  page.term("--count", "How many are sure, and how many are a maybe.");
  page.term("--sum attendance.total,attendance.women",
            "Numbers added up; `at_least` is what is sure. What is unknown or not recorded is "
            "counted beside: \"at least 41, 1 unknown\".");
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
      "empty, in JSON null or an empty list.\n"
      "Columns of one list stand item by item: the second value of `support.kind` is of the same "
      "item as the second one of `support.answer`. An item without a value is a dash in a table, "
      "nothing in CSV and null in JSON.");
}

void about_changes(PageBuilder& page) {
  page.heading(1, "CHANGES");
  page.term("with",
            "On partners it means the engagements in which they take part: `with:ID` takes the id "
            "of an engagement, and `with.kind:training` is its kind. Before, it meant partners "
            "engaged together, which is `with.with:ID`, and still `with:ID` with a partner's id; "
            "what is only planned counts now as well. On engagements it no longer finds who is "
            "only named in them (that is "
            "`names:ID`), who paid (`support.from:ID`), promised (`commitments.by:ID`) or shares a "
            "goal (`goals.with:ID`).");
  page.term("items",
            "Terms on one list speak of one item. Before, each was of any item; for that, write "
            "`support:(kind:gift) support:(answer:accepted)`.");
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
