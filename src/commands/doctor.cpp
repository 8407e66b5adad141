// `rapport doctor`: what is there on this machine and in this repository, and what is missing.
#include "base/files.hpp"
#include "base/process.hpp"
#include "base/shell.hpp"
#include "base/text.hpp"
#include "cli/command.hpp"
#include "cli/deliver.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"
#include "cli/version.hpp"
#include "store/create.hpp"
#include "store/git.hpp"
#include "store/merge_driver.hpp"
#include "store/recover.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <array>
#include <string>
#include <vector>

namespace rapport::commands::doctor_command {
namespace {

struct Program {
  std::string_view what;
  std::vector<std::string_view> any_of;  // one of them is enough
  std::string_view without;              // what is not to be had without it
};

view::Row row(std::string_view what, std::string_view state, std::string_view note = {}) {
  return {.cells = {std::string(what), std::string(state),
                    note.empty() ? view::Cell{} : view::Cell{std::string(note)}},
          .id = std::string(what)};
}

view::Row look(const Program& program) {
  for (const auto name : program.any_of)
    if (!base::find_program(name).empty()) return row(program.what, "found", name);
  return row(program.what, "missing",
             fmt::format("{}; install {}", program.without, base::join(program.any_of, " or ")));
}

std::vector<view::Row> programs() {
  const std::vector<Program> wanted = {
      {"history",
       {"git"},
       "documents are issued without a revision, and old versions are not kept"},
      {"pager", {"less"}, "long output scrolls past without a pause"},
  };
  std::vector<view::Row> rows;
  for (const Program& program : wanted) rows.push_back(look(program));
  return rows;
}

/// Whoever may look into the directory reads names.
view::Row permissions(const std::string& root) {
  struct stat info {};
  if (::lstat(root.c_str(), &info) != 0) return row("permissions", "unknown");
  if ((info.st_mode & 077) == 0) return row("permissions", "closed to other users");
  if ((info.st_mode & 07) == 0) return row("permissions", "open to its group alone");
  return row("permissions", "open to all users of this computer",
             fmt::format("chmod o= {}", base::shell_word(root)));
}

view::Row merge(const std::string& root) {
  const std::string git = store::find_git_directory(root);
  if (git.empty()) return row("git state", "not under version control", "git init");
  for (const std::string_view name :
       {"MERGE_HEAD", "rebase-merge", "rebase-apply", "CHERRY_PICK_HEAD", "REVERT_HEAD"})
    if (base::exists(fmt::format("{}/{}", git, name)))
      return row("git state", "a merge or rebase is not finished", "git status");
  if (base::exists(fmt::format("{}/BISECT_LOG", git)))
    return row("git state", "a bisect is not finished",
               "the records are those of an earlier commit; `git bisect reset` ends it");
  return row("git state", "no merge in progress");
}

/// Only where git keeps the records.
view::Row merging(const std::string& root) {
  constexpr std::string_view what = "merging";
  const auto state = store::find_merge_driver(root);
  if (!state) return row(what, "unknown", state.failure().what);
  if (*state == store::DriverState::installed) return row(what, "field by field");
  if (*state == store::DriverState::other) return row(what, "by another program");
  return row(what, "line by line", "`rapport merge-driver install`");
}

std::vector<view::Row> repository(cli::Session& session) {
  std::vector<view::Row> rows;
  if (auto opened = session.open(cli::Needs::root); !opened) {
    const auto& failure = opened.failure();
    rows.push_back(failure.hint.empty()
                       ? row("repository", "not known", failure.what)
                       : row("repository", "none here", "`rapport init` starts one"));
    return rows;
  }
  const std::string& root = session.root();
  rows.push_back(row("repository", "found"));
  rows.push_back(permissions(root));
  rows.push_back(merge(root));
  if (store::is_interrupted(root))
    rows.push_back(row("changes", "one was interrupted",
                       "the next command that writes finishes or undoes it"));
  if (!store::find_git_directory(root).empty()) rows.push_back(merging(root));
  if (auto records = session.open(cli::Needs::records); !records) {
    rows.push_back(row("records", "not all can be read", "`rapport validate` shows which"));
    return rows;
  }
  rows.push_back(
      row("records", fmt::format("{} partners, {} engagements",
                                 session.snapshot().ids(model::RecordKind::partner).size(),
                                 session.snapshot().ids(model::RecordKind::engagement).size())));
  rows.push_back(
      row("sealing", "not in this version", "anyone who has a copy can read the records"));
  return rows;
}

base::Result<cli::Exit> examine(cli::Session& session) {
  view::Table table{.columns = {{.key = "what", .heading = "WHAT", .whole = true},
                                {.key = "state", .heading = "STATE"},
                                {.key = "note", .heading = "NOTE"}}};
  view::Group group;
  group.rows.push_back(row("rapport", cli::version()));
  for (auto& each : programs()) group.rows.push_back(std::move(each));
  for (auto& each : repository(session)) group.rows.push_back(std::move(each));
  table.groups.push_back(std::move(group));
  const app::Output output{.basis = session.basis_without_records(),
                           .content = std::move(table),
                           .is_open = true};  // counts alone
  if (auto shown = cli::deliver(session, output); !shown) return shown.failure();
  return cli::Exit::fine;
}

constexpr cli::Example examples[] = {{"rapport doctor", "What is missing here"}};

}  // namespace

extern const cli::CommandSpec spec = {
    .summary = "Look at this machine and this repository",
    .help =
        "Shows which programs that rapport can use are installed, what does not work without the "
        "missing ones, and the state of this repository: whether its records can be read, which "
        "users of this computer may look into it, whether a merge, a rebase or a bisect is in "
        "progress, whether git merges records field by field, and whether a command was stopped "
        "while it changed several files.",
    .examples = examples,
    .group = cli::CommandGroup::program,
    .answers = view::Shape::table,
    .bind = [](cli::Options&) -> cli::Run {
      return [](cli::Session& session) { return examine(session); };
    },
};

}  // namespace rapport::commands::doctor_command
