// `rapport merge-driver`: has git merge records field by field.
#include "store/merge_driver.hpp"

#include "app/merge_record.hpp"
#include "base/files.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "cli/command.hpp"
#include "cli/deliver.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"
#include "store/apply.hpp"
#include "store/git.hpp"
#include "store/root.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>

namespace rapport::commands::merge_driver_command {
namespace {

using base::Failing;
using base::Failure;
using store::DriverState;

struct Args {
  std::string act;
  std::vector<std::string> rest;
};

constexpr std::array<std::string_view, 4> acts = {"install", "remove", "status", "run"};
constexpr std::string_view attributes_file = ".gitattributes";
constexpr std::size_t most_attributes = std::size_t{256} << 10;

std::string attributes_of(const std::string& root) {
  const auto text = base::read_file(fmt::format("{}/{}", root, attributes_file), most_attributes);
  return text ? *text : std::string();
}

std::vector<std::string_view> missing_attributes(std::string_view text) {
  const auto lines = base::lines(text);
  std::vector<std::string_view> missing;
  for (const auto line : store::merge_attributes())
    if (std::ranges::count(lines, line) == 0) missing.push_back(line);
  return missing;
}

base::Done add_attributes(cli::Session& session) {
  const auto lock = session.lock();
  if (!lock) return lock.failure();
  const std::string before = attributes_of(session.root());
  const auto missing = missing_attributes(before);
  if (missing.empty()) return base::done();
  std::string after = before;
  if (!after.empty() && !after.ends_with('\n')) after += '\n';
  for (const auto line : missing) (after += line) += '\n';
  const bool is_there = base::exists(fmt::format("{}/{}", session.root(), attributes_file));
  const auto done = store::apply(
      **lock,
      store::FileEdit{std::string(attributes_file),
                      is_there ? std::optional<std::string_view>(before) : std::nullopt, after});
  if (!done) return done.failure();
  session.note("added lines to .gitattributes: commit it, and other clones have them");
  return base::done();
}

std::string_view state_words(DriverState state) {
  if (state == DriverState::installed) return "installed";
  return state == DriverState::other ? "another program" : "not installed";
}

base::Done show(cli::Session& session, DriverState state) {
  const bool has_lines = missing_attributes(attributes_of(session.root())).empty();
  std::string text = fmt::format("driver: {}\n.gitattributes: {}\n", state_words(state),
                                 has_lines ? "names it" : "does not name it");
  return cli::deliver(session, cli::ProgramText{std::move(text)});
}

base::Result<cli::Exit> manage(const Args& args, cli::Session& session) {
  if (!args.rest.empty())
    return Failure{Failing::usage,
                   fmt::format("unexpected argument '{}'", base::printable(args.rest.front())),
                   fmt::format("`rapport merge-driver {}` takes nothing else", args.act)};
  if (auto opened = session.open(cli::Needs::root); !opened) return opened.failure();
  const std::string& root = session.root();
  if (args.act == "install") {
    if (auto done = store::install_merge_driver(root); !done) return done.failure();
    if (auto done = add_attributes(session); !done) return done.failure();
  }
  if (args.act == "remove")
    if (auto done = store::remove_merge_driver(root); !done) return done.failure();
  const auto state = store::find_merge_driver(root);
  if (!state) return state.failure();
  if (auto shown = show(session, *state); !shown) return shown.failure();
  return cli::Exit::fine;
}

/// In a rebase each commit of one's own is what comes in.
bool is_rebase() {
  std::error_code failed;
  const auto here = std::filesystem::current_path(failed);
  const std::string git = failed ? std::string() : store::find_git_directory(here.string());
  return !git.empty() &&
         (base::exists(git + "/rebase-merge") || base::exists(git + "/rebase-apply"));
}

/// What git calls a version; before 2.44 it says `%X` for what it does not know.
std::string label(const Args& args, std::size_t place, std::string_view otherwise) {
  const std::string given = args.rest.size() > place ? args.rest[place] : std::string();
  return given.empty() || given.starts_with('%') ? std::string(otherwise) : base::printable(given);
}

std::size_t marker_size(const Args& args) {
  constexpr std::size_t usual = 7;
  constexpr std::size_t most = 100;
  std::size_t size = usual;
  if (args.rest.size() > 4) {
    const std::string& typed = args.rest[4];
    std::from_chars(typed.data(), typed.data() + typed.size(), size);
  }
  return std::clamp(size, usual, most);
}

base::Result<cli::Exit> run(const Args& args, cli::Session& session) {
  if (args.rest.size() < 4)
    return Failure{Failing::usage, "run needs three files and the path of the record",
                   "git calls it; `rapport merge-driver install` has it do so"};
  constexpr std::size_t most = std::size_t{16} << 20;
  std::array<std::string, 3> texts;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    auto text = base::read_file(args.rest[i], most);
    if (!text) return text.failure();
    texts[i] = std::move(*text);
  }
  const bool rebasing = is_rebase();
  const auto root = store::find_root(session.globals().directory);
  app::MergeFilesRequest request{.occasion = session.occasion(), .path = args.rest[3]};
  if (root) request.root = *root;
  request.texts.base = texts[0];
  request.texts.ours = texts[1];
  request.texts.theirs = texts[2];
  request.texts.ours_label = label(args, 5, rebasing ? "ours (rebased onto)" : "ours");
  request.texts.theirs_label = label(args, 6, rebasing ? "theirs (your commit)" : "theirs");
  request.texts.marker_size = marker_size(args);
  const std::string path = base::printable(args.rest[3]);
  const auto outcome = app::merge_record(std::move(request));
  if (!outcome) {
    Failure failure = outcome.failure();
    failure.what = fmt::format("{} is merged line by line: {}", path, failure.what);
    return failure;
  }
  if (auto written = base::write_file(args.rest[1], outcome->text, {.mode = 0600}); !written)
    return written.failure();
  for (const auto& remark : outcome->remarks) session.note(fmt::format("{}: {}", path, remark));
  if (!outcome->conflicts.empty())
    session.note(fmt::format("{}: to choose: {}", path, base::join(outcome->conflicts, ", ")));
  if (outcome->is_wrong)
    session.note(fmt::format("{}: both versions together are wrong: `rapport validate`", path));
  const bool is_clean = outcome->conflicts.empty() && !outcome->is_wrong;
  return is_clean ? cli::Exit::fine : cli::Exit::findings;
}

constexpr cli::Example examples[] = {
    {"rapport merge-driver install", "Once in each clone: git merges records field by field"},
    {"rapport merge-driver status", "Whether it does"},
};

}  // namespace

extern const cli::CommandSpec spec = {
    .summary = "Have git merge records field by field",
    .help =
        "git merges texts line by line: two edits on adjacent lines are a conflict to it, and of "
        "two acts of consent with one key it keeps both. With this driver a record is merged by "
        "its fields and by the keys of its lists. Edits that do not touch each other are both "
        "made. Acts of consent are only ever added, and one whose key is taken gets the next. Of "
        "two values that protect somebody the stricter one is taken, and reported. Where two "
        "values are left to choose from, the lines of that field alone are marked.\n\n"
        "`install` has git call it in this clone, and adds to .gitattributes the lines that name "
        "it. The setting is in no clone until it is installed there, since git takes no program "
        "from a repository; without it git merges line by line. `remove` takes the setting out, "
        "`status` shows it. `run` is for git: it merges OURS with THEIRS, which both come from "
        "BASE, writes the result into OURS, and exits with 1 when something is left to choose.",
    .examples = examples,
    .group = cli::CommandGroup::check,
    .bind = [](cli::Options& options) -> cli::Run {
      auto args = std::make_shared<Args>();
      options.argument("ACTION", args->act, "install, remove, status or run");
      options.only(acts);
      options.rest("FILE", args->rest,
                   "With run: BASE OURS THEIRS, the path, the size of marks, and what git calls "
                   "ours and theirs",
                   cli::Offer::file);
      return [args](cli::Session& session) {
        return args->act == "run" ? run(*args, session) : manage(*args, session);
      };
    },
};

}  // namespace rapport::commands::merge_driver_command
