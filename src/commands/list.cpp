// `rapport list`: records by query.
#include "app/list.hpp"

#include "base/nearest.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "cli/command.hpp"
#include "cli/deliver.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

namespace rapport::commands::list_command {
namespace {

struct Args {
  std::string records;
  std::vector<std::string> query;
  app::ListRequest request;
  bool nul = false;
  bool saved = false;
};

constexpr std::array<std::string_view, 2> kinds = {"partners", "engagements"};

/// partners, engagements, or a query of rapport.yaml by its name.
base::Done set_records(const std::string& records, app::ListRequest& request) {
  if (records.starts_with('@')) {
    request.saved = records.substr(1);
    return base::done();
  }
  const auto near = base::nearest(records, kinds);
  if (std::ranges::find(kinds, records) == kinds.end())
    return base::Failure{
        base::Failing::usage,
        records.empty() ? std::string("RECORDS is missing")
                        : fmt::format("'{}' is not a value of RECORDS", base::printable(records)),
        near.empty() ? "one of partners, engagements, or a query of rapport.yaml as @name (rapport "
                       "list --saved)"
                     : fmt::format("did you mean '{}'?", near)};
  request.kind =
      records == kinds.front() ? model::RecordKind::partner : model::RecordKind::engagement;
  return base::done();
}

base::Result<cli::Exit> list_saved(const Args& args, cli::Session& session) {
  if (!args.records.empty())
    return base::Failure{
        base::Failing::usage, "--saved lists the saved queries and takes no RECORDS",
        args.records.starts_with('@') ? "rapport list " + args.records : "rapport list --saved"};
  const auto output = app::list_saved(session.snapshot(), session.occasion());
  if (!output) return output.failure();
  if (auto shown = cli::deliver(session, *output); !shown) return shown.failure();
  return cli::Exit::fine;
}

base::Result<cli::Exit> list(const Args& args, cli::Session& session) {
  if (args.saved) return list_saved(args, session);
  app::ListRequest request = args.request;
  request.occasion = session.occasion();
  if (auto set = set_records(args.records, request); !set) return set.failure();
  for (const std::string& part : args.query)
    request.query += (request.query.empty() ? "" : " ") + part;
  if (args.nul && (request.counts || !request.sums.empty()))
    return base::Failure{base::Failing::usage, "--null prints ids, and totals have none",
                         "leave out --null, or --count and --sum"};
  const auto output = app::list(session.snapshot(), request);
  if (!output) return output.failure();
  const cli::OutputOptions options{.nul = args.nul, .format = args.nul ? "ids" : ""};
  if (auto shown = cli::deliver(session, *output, options); !shown) return shown.failure();
  return cli::Exit::fine;
}

constexpr cli::Example examples[] = {
    {"rapport list partners", "All partners"},
    {"rapport list partners 'country:XXA group:civil-society engaged:<2025' --columns "
     "id,name,engaged",
     "Civil society of a State not met since 2025 began"},
    {"rapport list partners 'member:OAS kind:permanent-mission'",
     "Missions of the States that are members of an organisation"},
    {"rapport list engagements 'with:hrd-k7m2qx' --sort -start", "What was done with one person"},
    {"rapport list partners 'with.kind:consultation with.when:2024'",
     "Who takes part in one engagement of that kind in that year"},
    {"rapport list engagements 'support.kind:gift not support.answer:accepted' --each support "
     "--columns id,support.what,support.answer",
     "Gifts that were not accepted, one on each line"},
    {"rapport list engagements 'start:2025' --sum attendance.total,attendance.women --count",
     "How many engagements, and how many people came"},
    {"rapport list engagements 'kind:communication' --group-by signed --count",
     "Which mandates signed, the most frequent first"},
    {"rapport list engagements 'kind:communication' --group-by country", "Letters by State"},
    {"rapport list @risk 'country:XXA'", "A query that rapport.yaml keeps, with one more term"},
    {"rapport list --saved", "The queries that rapport.yaml keeps"},
    {"rapport list partners 'has:contacts' -0 | xargs -0 -n 1 rapport show", "For another program"},
};

}  // namespace

extern const cli::CommandSpec spec = {
    .summary = "List partners or engagements that match a query",
    .help =
        "A query is terms with spaces between, which must all hold: `country:HND`, "
        "`kind:ngo,trade-union`, `engaged:<2025`, `start:2014..2016`, `name:~committee` (anywhere "
        "in the text, accents and case aside), `has:contacts`, or free words. `not` or `-` negates "
        "a term; `or` and parentheses combine terms. A list field may be written in the singular: "
        "`theme:land-rights`. Use a dot to reach a field of an item, or of a record that is "
        "referred to: `contacts.channel:signal`, `with.kind:training`, "
        "`addressee.group:states`.\n\n"
        "Terms on one list are about one item of it: `support.kind:gift support.answer:accepted` "
        "finds a gift that was accepted. `not` beside such a term is about that same item; alone "
        "it means no item: `not support.kind:gift` finds records without any gift. To ask about "
        "two items, put parentheses after the list: `support:(kind:gift) "
        "support:(answer:accepted)`. `rapport help queries` has all the rules.\n\n"
        "`--each support` makes a row of each item for which the query holds, and columns of one "
        "list keep the order of its items. `--count` counts sure and maybe separately, `--sum` "
        "adds up numbers, amounts by currency; both can be used with `--group-by` and then begin "
        "with the largest.\n\n"
        "Computed: `group`, `circle`, `met` (who was there), `engaged:2015`, `with:ID`, `names:ID` "
        "(victims, perpetrators, sources), `agreed.for:contact`, `reachable:ohchr`, `due:<today`, "
        "`letters`, `signed:MANDATE`, `case:ID`, `member:ORGANISATION` and others: `rapport help "
        "queries` lists all. Dates may be relative: `engaged:<-1y`.\n\n"
        "A record is listed with a `?` when one of its dates is not known precisely enough. A "
        "field or value that does not exist is an error, never an empty list, and so are terms "
        "that no record can satisfy together.\n\n"
        "A query that the office asks again and again is kept in rapport.yaml, under `queries`: a "
        "`key`, what it is `about` (partners or engagements), and as needed `query`, `columns`, "
        "`sort`, `group_by`, `each` and `doc`. `rapport list @key` asks it; further terms narrow "
        "it, and options come before what it says. In any query, `@key` stands for its terms. "
        "`rapport list --saved` lists them.\n\n"
        "The office's own list marks those who refused to be contacted, or withdrew that consent, "
        "with the date, in a last column `no_contact` that appears only if there is such a "
        "partner.",
    .examples = examples,
    .group = cli::CommandGroup::ask,
    .needs = cli::Needs::records,
    .answers = view::Shape::table,
    .shows_past = true,
    .bind = [](cli::Options& options) -> cli::Run {
      auto args = std::make_shared<Args>();
      options.optional_argument("RECORDS", args->records,
                                "partners, engagements, or a query of rapport.yaml: @name",
                                cli::Offer::saved);
      options.expect(kinds);
      options.rest("QUERY", args->query, "What they must be; without it, all", cli::Offer::query);
      options.value("--columns", "FIELDS", args->request.columns,
                    "The columns, such as id,name,contacts.channel", cli::Offer::fields);
      options.value("--sort", "FIELDS", args->request.sort,
                    "The order, such as country,-start (- is descending)", cli::Offer::fields);
      options.value("--group-by", "FIELD", args->request.group_by,
                    "Under headings by the value of a field, with counts", cli::Offer::field);
      options.value("--each", "LIST", args->request.each,
                    "A row for each item of a list, such as support or contacts, instead of each "
                    "record",
                    cli::Offer::field);
      options.flag("--count", args->request.counts, "How many there are, instead of which");
      options.value("--sum", "FIELDS", args->request.sums,
                    "Add up numbers, such as attendance.total or support.amount",
                    cli::Offer::fields);
      options.flag("--saved", args->saved, "List the queries of rapport.yaml");
      options.flag("-0,--null", args->nul, "Print ids, each ended by a NUL byte");
      options.decides_format();
      return [args](cli::Session& session) { return list(*args, session); };
    },
};

}  // namespace rapport::commands::list_command
