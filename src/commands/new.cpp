// `rapport new`: a new record, from what is known of it, or to be filled in.
#include "app/assignment.hpp"
#include "app/create_record.hpp"
#include "app/new_record.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "cli/command.hpp"
#include "cli/deliver.hpp"
#include "cli/edit_records.hpp"
#include "cli/editor.hpp"
#include "cli/generate/blank.hpp"
#include "cli/input.hpp"
#include "cli/messages.hpp"
#include "cli/options.hpp"
#include "cli/random.hpp"
#include "cli/session.hpp"
#include "cli/write.hpp"
#include "commands/kinds/chosen.hpp"
#include "commands/kinds/template.hpp"
#include "commands/questions/new_values.hpp"
#include "model/id.hpp"
#include "model/opaque_id.hpp"
#include "model/place.hpp"
#include "store/apply.hpp"
#include "store/create.hpp"

#include <fmt/format.h>

#include <memory>

namespace rapport::commands::new_command {
namespace {

using app::Assignment;
using app::RecordKindName;
using base::Failing;
using base::Failure;
using model::PartnerKind;

struct Args {
  std::string record;  // partner, engagement, or a kind
  std::string kind;
  std::string id;
  std::string start;
  std::vector<std::string> set;
  bool all = false;
  bool edit = false;
  bool no_edit = false;
  bool to_stdout = false;
  cli::WriteOptions write;
};

class NewRecord {
 public:
  NewRecord(const Args& args, const RecordKindName& kind, cli::Session& session)
      : args_(args), kind_(kind), session_(session), values_(kind, args.id, session.today()) {}

  base::Result<cli::Exit> make() {
    if (auto read = values_.read(args_.start, args_.set); !read) return read.failure();
    if (args_.to_stdout) return print();
    if (auto opened = session_.open(cli::Needs::root); !opened) return opened.failure();
    if (const auto& output = session_.globals().output; !output.empty())
      return Failure{
          Failing::usage, "the place of a record follows from its kind and id",
          fmt::format("leave -o out, or add --stdout to write it to {}", base::printable(output))};
    if (asks()) values_.ask();
    const auto id = choose_id();
    if (!id) return id.failure();
    if (const auto taken = store::path_of(session_.root(), *id); !taken.empty())
      return Failure{Failing::refused,
                     fmt::format("the id '{}' is taken: {}", *id, base::printable(taken)),
                     "an id is used once in a repository, whatever the folder"};
    const std::string path = model::path_in(folder(), *id);
    const auto text = written();
    if (!text) return text.failure();
    if (opens_editor()) return edit(*id, path, *text);
    return write(path, *text);
  }

 private:
  bool is_terminal() const {
    return cli::input_is_terminal() && session_.terminal().err_is_terminal;
  }
  bool asks() const { return is_terminal() && !args_.write.yes; }
  bool opens_editor() const {
    if (args_.no_edit || args_.write.dry_run) return false;
    return args_.edit || (is_terminal() && cli::has_editor());
  }

  bool is_complete() const { return !args_.all && values_.is_complete(); }
  bool is_undated() const { return is_complete() && values_.is_undated(); }

  std::string folder() const {
    return is_undated() ? std::string(model::undated_folder)
                        : app::folder_of(kind_, values_.begins());
  }

  base::Result<std::string> choose_id() const {
    if (!args_.id.empty()) {
      if (!model::may_name_record(args_.id))
        return Failure{Failing::usage,
                       fmt::format("'{}' cannot be an id", base::printable(args_.id)),
                       "an id has lower case letters, digits and '-', at most 64, such as "
                       "rio-ejemplo-committee; office and holder are reserved"};
      if (auto checked = check_revealing(); !checked) return checked.failure();
      return args_.id;
    }
    if (kind_.record == "engagement")
      return app::draw_engagement_id(kind_.kind, values_.begins(), cli::opaque_id);
    if (const auto prefix = model::opaque_prefix(kind_.partner_kind()); !prefix.empty())
      return cli::opaque_id(prefix, 6);
    const Assignment* const name = values_.find("name");
    if (const auto id = name == nullptr ? std::string() : app::id_from_name(name->value);
        !id.empty())
      return id;
    return Failure{Failing::usage, fmt::format("what is the id of this {}?", kind_.kind),
                   "--id NAME, such as --id rio-ejemplo-committee; it becomes the file's name"};
  }

  /// An id may give a person away.
  base::Done check_revealing() const {
    const PartnerKind kind = kind_.partner_kind();
    const auto prefix = model::opaque_prefix(kind);
    if (prefix.empty() || model::is_opaque(args_.id)) return base::done();
    if (model::group_of(kind) == model::Group::defenders)
      return Failure{
          Failing::refused,
          fmt::format("the id of a {} must not reveal anything, and '{}' may reveal who it is",
                      kind_.kind, args_.id),
          fmt::format("leave --id out: one such as {}-k7m2qx is chosen at random", prefix)};
    session_.note(fmt::format(
        "more people see the id '{}' than the record: unless this person is public, leave --id out",
        args_.id));
    return base::done();
  }

  std::string blank(std::string_view known) const {
    return record_to_fill_in(kind_, known, !args_.all);
  }

  /// A record with what was given, or one to fill in.
  base::Result<std::string> written() const {
    const auto text = values_.text(is_complete() && !is_undated());
    if (!text) return text.failure();
    return is_complete() && !opens_editor() ? *text : blank(*text);
  }

  base::Result<cli::Exit> print() const {
    const auto text = written();
    if (!text) return text.failure();
    if (auto shown = cli::deliver(session_, cli::ProgramText{*text}); !shown)
      return shown.failure();
    return cli::Exit::fine;
  }

  base::Result<cli::Exit> edit(const std::string& id, const std::string& path,
                               const std::string& text) const {
    return cli::edit_records(
        session_, {.created = {{id, path, text}}, .clean = [text](const std::string& edited) {
                     return cli::without_blank(edited, text);
                   }});
  }

  /// A record that is complete is checked; one to fill in has to be filled in first.
  base::Result<cli::Exit> write(const std::string& path, const std::string& text) const {
    if (!is_complete()) return args_.write.dry_run ? show(path, text) : create(path, text);
    return cli::write_records(
        session_, args_.write, [&](const app::Snapshot& snapshot, const store::Lock* lock) {
          return app::create_record(snapshot, lock,
                                    {session_.occasion(), path, text, values_.values()});
        });
  }

  base::Result<cli::Exit> show(const std::string& path, const std::string& text) const {
    if (auto shown = cli::deliver(session_, cli::ProgramText{app::added_lines(path, text)}); !shown)
      return shown.failure();
    return cli::Exit::fine;
  }

  base::Result<cli::Exit> create(const std::string& path, const std::string& text) const {
    const auto lock = session_.lock();
    if (!lock) return lock.failure();
    if (auto created = store::apply(**lock, store::FileEdit{path, {}, text}); !created)
      return created.failure();
    if (auto shown = cli::deliver(session_, cli::ProgramText{path + "\n"}); !shown)
      return shown.failure();
    if (!args_.all && !values_.values().empty())
      session_.note(what_is_left(std::string(model::id_of_name(path.substr(path.rfind('/') + 1)))));
    return cli::Exit::fine;
  }

  /// Values were given, and are not all it takes: the file is one to fill in.
  std::string what_is_left(const std::string& id) const {
    std::vector<std::string> paths;
    for (const app::RequiredField& each : values_.missing()) paths.push_back(each.path);
    if (paths.empty()) return fmt::format("to fill in: `rapport edit {}`", id);
    return fmt::format("still missing: {}; `rapport edit {}`, or `rapport set {} {}=…`",
                       base::join(paths, ", "), id, id, base::join(paths, "=… "));
  }

  const Args& args_;
  const RecordKindName kind_;
  cli::Session& session_;
  NewValues values_;
};

base::Result<cli::Exit> make(const Args& args, cli::Session& session) {
  const auto kind = chosen_kind(args.record, args.kind);
  if (!kind) return kind.failure();
  if (auto opened = session.open(cli::Needs::nothing); !opened) return opened.failure();
  return NewRecord(args, *kind, session).make();
}

constexpr cli::Example examples[] = {
    {"rapport new defender --stdout", "The usual fields of a defender, each explained"},
    {"rapport new ngo --set name='Rio Verde Network' --set country=XXA",
     "A new NGO, complete; prints the path of its file"},
    {"rapport new meeting --set title='On the dam' --set partners+=xxa-mfa",
     "A meeting of today, in the folder of this year"},
    {"rapport new engagement visit --start 2027-03-01 --all",
     "A visit of another year, with every field to fill in"},
};

}  // namespace

extern const cli::CommandSpec spec = {
    .summary = "Write a new record",
    .help =
        "KIND is that of a partner or of an engagement; `rapport new partner` and `rapport new "
        "engagement` list them. With --set, in the same form as for `rapport set`, the record gets "
        "these values. If all that is required is given, it is checked and written. If not, the "
        "file has the usual fields of its kind, explained and ready to fill in; with --all it has "
        "every field. The command prints the path of the file. Existing files are not changed.\n\n"
        "On a terminal the command asks for what is required and was not given, and then opens "
        "your "
        "editor ($VISUAL or $EDITOR): the comments that explain are left out when the record is "
        "saved, and it is checked first, as with `rapport edit`. Enter leaves a question open; "
        "--yes asks nothing.\n\n"
        "Defenders and other people get an id that reveals nothing, such as hrd-k7m2qx, because "
        "more people see the names of files than the records. Engagements get one of their month "
        "and kind. All other records get the --id you give, or one from their name.",
    .examples = examples,
    .group = cli::CommandGroup::start,
    .bind = [](cli::Options& options) -> cli::Run {
      auto args = std::make_shared<Args>();
      options.argument("KIND", args->record,
                       "Its kind, such as ngo or meeting; partner and engagement list the kinds",
                       cli::Offer::record_kind);
      options.optional_argument("OF", args->kind, "The kind, behind partner or engagement",
                                cli::Offer::kind);
      options.list("--set", "FIELD=VALUE", args->set, "A value it gets (can be repeated)",
                   cli::Offer::set_path);
      options.keeps_commas();
      options.value("--id", "ID", args->id, "The record's id, which becomes the file's name");
      options.value("--start", "DATE", args->start, "The day an engagement begins");
      options.flag("--all", args->all, "Every field to fill in, not only the usual ones");
      options.flag("--edit", args->edit, "Open the editor, also without a terminal");
      options.flag("--no-edit", args->no_edit, "Do not open the editor");
      options.flag("--stdout", args->to_stdout, "Print the record instead of writing it");
      cli::declare_dry_run(options, args->write);
      cli::declare_yes(options, args->write);
      options.refuse("--audience", "a new record is the office's own");
      return [args](cli::Session& session) { return make(*args, session); };
    },
};

}  // namespace rapport::commands::new_command
