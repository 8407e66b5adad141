// `rapport new`: a record to fill in, with every field explained.
#include "base/nearest.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "cli/command.hpp"
#include "cli/deliver.hpp"
#include "cli/generate/blank.hpp"
#include "cli/options.hpp"
#include "cli/random.hpp"
#include "cli/session.hpp"
#include "commands/kinds/meant.hpp"
#include "model/id.hpp"
#include "model/opaque_id.hpp"
#include "model/place.hpp"
#include "model/record_type.hpp"
#include "model/vocabulary.hpp"
#include "store/apply.hpp"
#include "store/create.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

namespace rapport::commands::new_command {
namespace {

using base::Failing;
using base::Failure;
using model::PartnerKind;

struct Args {
  std::string record;
  std::string kind;
  std::string id;
  std::string start;
  bool to_stdout = false;
};

/// The words a record's `kind` may have, from its field table.
std::span<const std::string_view> kinds(const value::Type& record) {
  return record.rows().rows.front().type->words;
}

const value::Type& type_of(std::string_view record) {
  return record == "partner" ? model::partner_type() : model::engagement_type();
}

Failure unknown_kind(const Args& args, std::span<const std::string_view> words) {
  if (args.kind.empty())
    return {Failing::usage, fmt::format("which kind of {}?", args.record),
            fmt::format("one of {}", base::join(words, ", "))};
  const auto near = meant_kind(args.kind, words);
  return {Failing::usage,
          fmt::format("'{}' is not a kind of {}", base::printable(args.kind), args.record),
          near.empty() ? fmt::format("one of {}", base::join(words, ", "))
                       : fmt::format("did you mean '{}'?", near)};
}

constexpr std::array<std::string_view, 2> records = {"partner", "engagement"};

/// `new meeting`: the record of that kind was meant.
Failure unknown_record(const Args& args) {
  const auto failure = [&](std::string hint) {
    return Failure{
        Failing::usage,
        fmt::format("'{}' is neither partner nor engagement", base::printable(args.record)),
        std::move(hint)};
  };
  if (const auto near = base::nearest(args.record, records); !near.empty())
    return failure(fmt::format("did you mean '{}'?", near));
  for (const auto record : records)
    if (const auto near = meant_kind(args.record, kinds(type_of(record))); !near.empty())
      return failure(fmt::format("did you mean `rapport new {} {}`?", record, near));
  return failure("`rapport new partner` and `rapport new engagement` list the kinds");
}

/// The month or year that an id begins with; absent when it begins with none.
value::Date date_in(std::string_view id) {
  for (const std::size_t length : {std::size_t{7}, std::size_t{4}}) {
    if (id.size() <= length || id[length] != '-') continue;
    if (const auto date = value::Date::parse(id.substr(0, length))) return *date;
  }
  return {};
}

/// The day it begins, which was checked; when it was not said, what its id says, else today.
value::Date begins(const Args& args, const cli::Session& session) {
  if (const auto start = value::Date::parse(args.start)) return *start;
  const auto said = date_in(args.id);
  return said ? said : session.today();
}

std::string month_of(const value::Date& date) {
  return date.precision() == value::Precision::year
             ? fmt::format("{:04}", date.year())
             : fmt::format("{:04}-{:02}", date.year(), date.month());
}

base::Done check_start(const Args& args) {
  if (args.start.empty()) return base::done();
  if (args.record != "engagement")
    return Failure{Failing::usage, "--start is for engagements", "a partner has no start"};
  const auto date = value::Date::parse(args.start);
  if (date && !date->is_unknown()) return base::done();
  return Failure{Failing::usage,
                 fmt::format("--start '{}' is not a date", base::printable(args.start)),
                 "write it as 2026-06-11, 2026-06 or 2026"};
}

/// An id may give a person away.
base::Done check_telling(const Args& args, PartnerKind kind, const cli::Session& session) {
  if (args.record != "partner" || model::opaque_prefix(kind).empty() || model::is_opaque(args.id))
    return base::done();
  if (model::group_of(kind) == model::Group::defenders)
    return Failure{
        Failing::refused,
        fmt::format("the id of a {} must not reveal anything, and '{}' may reveal who it is",
                    args.kind, args.id),
        fmt::format("leave --id out: one such as {}-k7m2qx is chosen at random",
                    model::opaque_prefix(kind))};
  session.note(fmt::format(
      "more people see the id '{}' than the record: unless this person is public, leave --id out",
      args.id));
  return base::done();
}

base::Result<std::string> choose_id(const Args& args, PartnerKind kind,
                                    const cli::Session& session) {
  if (!args.id.empty()) {
    if (model::may_name_record(args.id)) {
      if (auto checked = check_telling(args, kind, session); !checked) return checked.failure();
      return args.id;
    }
    return Failure{Failing::usage, fmt::format("'{}' cannot be an id", base::printable(args.id)),
                   "an id has lower case letters, digits and '-', at most 64, such as "
                   "rio-ejemplo-committee; office and holder are reserved"};
  }
  if (args.record == "engagement")
    return cli::opaque_id(fmt::format("{}-{}", month_of(begins(args, session)), args.kind), 4);
  if (const auto prefix = model::opaque_prefix(kind); !prefix.empty())
    return cli::opaque_id(prefix);
  return Failure{Failing::usage, fmt::format("what is the id of this {}?", args.kind),
                 "--id NAME, such as --id rio-ejemplo-committee; it becomes the file's name"};
}

std::string folder(const Args& args, PartnerKind kind, const cli::Session& session) {
  if (args.record == "partner") return model::folder_of(model::group_of(kind));
  if (args.kind == "case") return std::string(model::cases_folder);
  return model::folder_of_year(begins(args, session).year());
}

bool suits(const value::Field& row, PartnerKind kind) {
  if (model::default_form(kind) == model::Form::person) return true;
  const auto group = model::group_of(kind);
  const bool runs_risk = group == model::Group::defenders || group == model::Group::civil_society;
  return row.meta.suits == value::Suits::all ||
         (row.meta.suits == value::Suits::at_risk && runs_risk);
}

std::string text(const Args& args, const value::Type& record, PartnerKind kind) {
  const auto heading = fmt::format(
      "This is a record of kind {}. Remove the '# ' before a field to fill it in, and delete the "
      "fields you do not need. Lines with two # explain. `rapport validate` reports what is wrong "
      "or missing.",
      args.kind);
  const auto words = kinds(record);
  return cli::blank_record({
      .heading = heading,
      .kind = args.kind,
      .record = &record,
      .leaves_out =
          [&](const value::Field& row) {
            // What commands write themselves, and the blocks of other kinds.
            if (row.name == "compartment" || row.name == "policy" || row.name == "not_same")
              return true;
            if (kind != PartnerKind::absent && !suits(row, kind)) return true;
            return row.type->shape == value::Shape::block && row.name != args.kind &&
                   std::ranges::count(words, row.name) != 0;
          },
      .start = args.start,
  });
}

base::Result<cli::Exit> write(const Args& args, cli::Session& session) {
  if (std::ranges::count(records, args.record) == 0) return unknown_record(args);
  if (auto checked = check_start(args); !checked) return checked.failure();
  const value::Type& record = type_of(args.record);
  const auto words = kinds(record);
  if (std::ranges::count(words, args.kind) == 0) return unknown_kind(args, words);
  // An engagement's kind is no word of a partner's.
  const auto kind = args.record == "partner" ? value::parse_word<PartnerKind>(args.kind).value()
                                             : PartnerKind::absent;
  const std::string bytes = text(args, record, kind);
  if (args.to_stdout) {
    if (auto shown = cli::deliver(session, cli::ProgramText{bytes}); !shown) return shown.failure();
    return cli::Exit::fine;
  }
  if (auto opened = session.open(cli::Needs::root); !opened) return opened.failure();
  if (const auto& output = session.globals().output; !output.empty())
    return Failure{
        Failing::usage, "the place of a record follows from its kind and id",
        fmt::format("leave -o out, or add --stdout to write it to {}", base::printable(output))};
  const auto id = choose_id(args, kind, session);
  if (!id) return id.failure();
  const auto lock = session.lock();
  if (!lock) return lock.failure();
  if (const auto taken = store::path_of(session.root(), *id); !taken.empty())
    return Failure{Failing::refused,
                   fmt::format("the id '{}' is taken: {}", *id, base::printable(taken)),
                   "an id is used once in a repository, whatever the folder"};
  const std::string path = model::path_in(folder(args, kind, session), *id);
  if (auto created = store::apply(**lock, {path, {}, bytes}); !created) return created.failure();
  if (auto shown = cli::deliver(session, cli::ProgramText{path + "\n"}); !shown)
    return shown.failure();
  return cli::Exit::fine;
}

constexpr cli::Example examples[] = {
    {"rapport new partner defender --stdout", "The fields of a defender, each explained"},
    {"rapport new partner ngo --id rio-verde-network", "A new NGO; prints the path of its file"},
    {"rapport new engagement meeting", "A meeting, in the folder of this year"},
    {"rapport new engagement visit --start 2027-03-01", "A visit of another year"},
};

}  // namespace

extern const cli::CommandSpec spec = {
    .summary = "Write a record to fill in",
    .help =
        "Creates a file with every field of the record, explained and ready to fill in, and prints "
        "its path. Existing files are not changed.\n\n"
        "Defenders and other people get an id that reveals nothing, such as hrd-k7m2qx, because "
        "more people see the names of files than the records. All other records get the --id you "
        "give.",
    .examples = examples,
    .group = cli::CommandGroup::start,
    .bind = [](cli::Options& options) -> cli::Run {
      auto args = std::make_shared<Args>();
      options.argument("RECORD", args->record, "partner or engagement");
      options.expect(records);
      options.optional_argument(
          "KIND", args->kind, "Its kind, such as ngo or meeting; without it, the kinds are listed",
          cli::Offer::kind);
      options.value("--id", "ID", args->id, "The record's id, which becomes the file's name");
      options.value("--start", "DATE", args->start, "The day an engagement begins");
      options.flag("--stdout", args->to_stdout, "Print the record instead of writing it");
      options.refuse("--audience", "a new record is the office's own");
      return [args](cli::Session& session) { return write(*args, session); };
    },
};

}  // namespace rapport::commands::new_command
