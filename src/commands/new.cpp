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
#include "model/record_type.hpp"
#include "model/vocabulary.hpp"
#include "store/create.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

namespace rapport::commands {
namespace {

using base::Failing;
using base::Failure;
using model::PartnerKind;

struct Args {
  std::string record;
  std::string kind;
  std::string id;
  bool to_stdout = false;
};

/// The words a record's `kind` may have, from its field table.
std::span<const std::string_view> kinds(const value::Type& record) {
  return record.rows().rows.front().type->words;
}

Failure unknown_kind(const Args& args, std::span<const std::string_view> words) {
  const auto near = base::nearest(args.kind, words);
  return {Failing::usage,
          fmt::format("'{}' is no kind of {}", base::printable(args.kind), args.record),
          near.empty() ? fmt::format("one of {}", base::join(words, ", "))
                       : fmt::format("did you mean '{}'?", near)};
}

/// People are protected: the name of their file must not give them away.
std::string_view opaque_prefix(PartnerKind kind) {
  if (kind == PartnerKind::defender) return "hrd";
  if (kind == PartnerKind::cooperating_person) return "help";
  if (model::group_of(kind) == model::Group::defenders) return "grp";
  return model::default_form(kind) == model::Form::person ? "per" : std::string_view{};
}

base::Result<std::string> choose_id(const Args& args, PartnerKind kind, const cli::Session& session) {
  if (!args.id.empty()) {
    if (value::is_id(args.id) && args.id != "office" && args.id != "holder") return args.id;
    return Failure{Failing::usage, fmt::format("'{}' cannot be an id", base::printable(args.id)),
                   "an id has lower case letters, digits and '-', at most 64, such as "
                   "rio-ejemplo-committee; office and holder are taken"};
  }
  if (args.record == "engagement")
    return cli::opaque_id(fmt::format("{:04}-{:02}-{}", session.today().year(),
                                      session.today().month(), args.kind),
                          4);
  if (const auto prefix = opaque_prefix(kind); !prefix.empty()) return cli::opaque_id(prefix);
  return Failure{Failing::usage, fmt::format("what is the id of this {}?", args.kind),
                 "--id NAME, such as --id rio-ejemplo-committee; it becomes the file's name"};
}

std::string folder(const Args& args, PartnerKind kind, const cli::Session& session) {
  if (args.record == "partner")
    return fmt::format("partners/{}", value::word(model::group_of(kind)));
  if (args.kind == "case") return "engagements/cases";
  return fmt::format("engagements/{:04}", session.today().year());
}

std::string text(const Args& args, const value::Type& record) {
  const auto heading = fmt::format(
      "This is a record of kind {}. Take the '# ' off a field to fill it in, and remove the fields nobody needs. "
      "Lines with two # explain. `rapport validate` tells what is wrong or missing.",
      args.kind);
  const auto words = kinds(record);
  return cli::blank_record({
      .heading = heading,
      .kind = args.kind,
      .record = &record,
      .leaves_out = [&](const value::Row& row) {
        // What sealing writes itself, and the blocks of other kinds.
        if (row.name == "compartment" || row.name == "policy") return true;
        return row.type->shape == value::Shape::block && row.name != args.kind &&
               std::ranges::count(words, row.name) != 0;
      },
  });
}

base::Result<cli::Exit> write(const Args& args, cli::Session& session) {
  const value::Type& record =
      args.record == "partner" ? model::partner_type() : model::engagement_type();
  const auto words = kinds(record);
  const auto found = std::ranges::find(words, args.kind);
  if (found == words.end()) return unknown_kind(args, words);
  const std::string bytes = text(args, record);
  if (args.to_stdout) {
    if (auto shown = cli::deliver(session, bytes); !shown) return shown.failure();
    return cli::Exit::fine;
  }
  if (auto opened = session.open(cli::Needs::root); !opened) return opened.failure();
  const auto kind = args.record == "partner"
                        ? static_cast<PartnerKind>(found - words.begin() + 1)
                        : PartnerKind::absent;
  const auto id = choose_id(args, kind, session);
  if (!id) return id.failure();
  if (const auto taken = store::path_of(session.root(), *id); !taken.empty())
    return Failure{Failing::refused, fmt::format("the id '{}' is taken: {}", *id, taken),
                   "an id is used once in a repository, whatever the folder"};
  const std::string path = fmt::format("{}/{}.yaml", folder(args, kind, session), *id);
  if (auto created = store::create(session.root(), path, bytes); !created)
    return created.failure();
  if (auto shown = cli::deliver(session, path + "\n"); !shown) return shown.failure();
  return cli::Exit::fine;
}

constexpr std::array<std::string_view, 2> records = {"partner", "engagement"};

constexpr cli::Example examples[] = {
    {"rapport new partner defender --stdout", "The fields of a defender, each explained"},
    {"rapport new partner ngo --id rio-verde-network", "A new NGO; prints the path of its file"},
    {"rapport new engagement meeting", "A meeting, in the folder of this year"},
};

}  // namespace

extern const cli::CommandSpec new_command = {
    .summary = "Write a record to fill in",
    .help =
        "Creates a file in which every field of the record is explained and waits to be filled in, "
        "and prints its path. Nothing that exists is touched.\n\n"
        "Defenders and other people get an id that tells nothing, such as hrd-k7m2qx, because names "
        "of files are seen by more people than records are. Everybody else gets the --id you give.",
    .examples = examples,
    .group = cli::CommandGroup::start,
    .bind = [](cli::Options& options) -> cli::Run {
      auto args = std::make_shared<Args>();
      options.argument("RECORD", args->record, "partner or engagement");
      options.only(records);
      options.argument("KIND", args->kind, "Its kind, such as ngo or meeting");
      options.value("--id", "ID", args->id, "The record's id, which becomes the file's name");
      options.flag("--stdout", args->to_stdout, "Print the record instead of writing it");
      return [args](cli::Session& session) { return write(*args, session); };
    },
};

}  // namespace rapport::commands
