// `rapport hooks`: has git look at commits before they are made, and before they are pushed.
#include "store/hooks.hpp"

#include "app/message_check.hpp"
#include "app/push_check.hpp"
#include "app/validate_staged.hpp"
#include "base/files.hpp"
#include "base/unicode.hpp"
#include "cli/command.hpp"
#include "cli/deliver.hpp"
#include "cli/findings.hpp"
#include "cli/input.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"
#include "store/merge_driver.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

namespace rapport::commands::hooks_command {
namespace {

using base::Failing;
using base::Failure;
using store::HookState;

struct Args {
  std::string act;
  std::vector<std::string> rest;
  bool excerpts = false;
};

constexpr std::array<std::string_view, 4> acts = {"install", "remove", "status", "run"};

std::string_view state_words(HookState state) {
  switch (state) {
    case HookState::missing:
      return "not installed";
    case HookState::installed:
      return "installed";
    case HookState::not_executable:
      return "not executable";
    case HookState::changed:
      return "changed since it was installed";
    case HookState::calls_rapport:
      return "of another program, calls rapport";
    case HookState::of_others:
      return "of another program";
  }
  return {};
}

std::string note_of(const store::Hook& hook) {
  if (hook.state == HookState::of_others) return "add this line to it: " + hook.line;
  if (hook.state == HookState::changed) return "left as it is; move it away to install ours anew";
  if (hook.state == HookState::not_executable) return "git passes it over: `rapport hooks install`";
  return {};
}

base::Done show_hooks(const store::HookFolder& folder, cli::Session& session) {
  view::Table table{.columns = {{.key = "hook", .heading = "HOOK", .whole = true},
                                {.key = "state", .heading = "STATE", .whole = true},
                                {.key = "note", .heading = "NOTE", .wraps = true}},
                    .groups = {{}}};
  for (const auto& hook : store::look_at_hooks(folder)) {
    const std::string note = note_of(hook);
    table.groups.front().rows.push_back({.cells = {hook.name, std::string(state_words(hook.state)),
                                                   note.empty() ? view::Cell{} : view::Cell{note}},
                                         .id = hook.name});
  }
  const app::Output output{.basis = session.basis_without_records(),
                           .content = std::move(table),
                           .is_open = true};  // names of scripts alone
  return cli::deliver(session, output);
}

/// Whoever checks commits here also merges here.
void offer_merge_driver(cli::Session& session) {
  const auto driver = store::find_merge_driver(session.root());
  if (driver && *driver == store::DriverState::missing)
    session.note(
        "git still merges records line by line: `rapport merge-driver install` has it "
        "merge them field by field");
}

bool works(const store::Hook& hook) {
  return hook.state == HookState::installed || hook.state == HookState::calls_rapport;
}

base::Result<cli::Exit> manage(const Args& args, cli::Session& session) {
  if (!args.rest.empty())
    return Failure{Failing::usage,
                   fmt::format("unexpected argument '{}'", base::printable(args.rest.front())),
                   fmt::format("`rapport hooks {}` takes nothing else", args.act)};
  const auto folder = store::find_hook_folder(session.root());
  if (!folder) return folder.failure();
  if (args.act == "install")
    if (auto done = store::install_hooks(*folder); !done) return done.failure();
  if (args.act == "remove")
    if (auto done = store::remove_hooks(*folder); !done) return done.failure();
  if (auto shown = show_hooks(*folder, session); !shown) return shown.failure();
  if (args.act == "status" && !folder->elsewhere.empty())
    session.note(fmt::format("git looks for hooks in '{}' instead (core.hooksPath)",
                             base::printable(folder->elsewhere)));
  const auto hooks = store::look_at_hooks(*folder);
  const bool is_done = args.act != "install" || std::ranges::all_of(hooks, works);
  if (args.act == "install" && is_done) offer_merge_driver(session);
  return is_done ? cli::Exit::fine : cli::Exit::findings;
}

/// git says to its hooks that it opens no editor: then nothing of the message is a comment.
bool was_edited() {
  const char* editor = std::getenv("GIT_EDITOR");
  return editor == nullptr || std::string_view(editor) != ":";
}

base::Result<cli::Exit> run_commit_msg(const Args& args, cli::Session& session) {
  if (args.rest.size() != 2)
    return Failure{Failing::usage, "commit-msg needs the file of the message",
                   "git calls it as: rapport hooks run commit-msg FILE"};
  constexpr std::size_t most_message = std::size_t{1} << 20;
  const auto text = base::read_file(args.rest[1], most_message);
  if (!text) return text.failure();
  const auto check = app::MessageCheck::of_staged(session.root(), session.occasion());
  if (!check) return check.failure();
  const std::string message =
      app::kept_message(*text, was_edited(), store::comment_start(session.root()));
  if (auto checked = check->check(message, "the message of the commit", args.excerpts); !checked)
    return checked.failure();
  return cli::Exit::fine;
}

base::Result<cli::Exit> run_pre_push(const Args& args, cli::Session& session) {
  constexpr std::size_t most_refs = std::size_t{1} << 20;
  const auto input = cli::read_standard_input(most_refs);
  if (!input) return input.failure();
  const app::ValidateRequest request{
      .occasion = session.occasion(),
      .excerpts = args.excerpts || session.terminal().out_is_terminal};
  const auto pushed = app::pushed_commits(session.root(), *input);
  if (!pushed) return pushed.failure();
  bool may_go = true;
  for (const app::PushedCommit& each : *pushed) {
    if (auto named = app::check_messages(session.root(), each, request.occasion, args.excerpts);
        !named)
      return named.failure();
    auto output = app::validate_commit(session.root(), each.commit.hash, each.before, request);
    if (!output) return output.failure();
    if (view::count(std::get<view::Findings>(output->content), value::Severity::error) == 0)
      continue;
    may_go = false;
    if (auto shown = cli::deliver_findings(session, *output, args.excerpts); !shown)
      return shown.failure();
  }
  return may_go ? cli::Exit::fine : cli::Exit::findings;
}

base::Result<cli::Exit> hooks(const Args& args, cli::Session& session) {
  if (args.act != "run") return manage(args, session);
  const std::string hook = args.rest.empty() ? std::string() : args.rest.front();
  if (hook == "commit-msg") return run_commit_msg(args, session);
  if (hook == "pre-push") return run_pre_push(args, session);
  return Failure{Failing::usage,
                 hook.empty() ? std::string("run which hook?")
                              : fmt::format("no hook '{}' to run", base::printable(hook)),
                 "commit-msg FILE, or pre-push; before a commit it is `rapport validate --staged`"};
}

constexpr cli::Example examples[] = {
    {"rapport hooks install", "Check each commit and each push"},
    {"rapport hooks status", "Which hooks are there, and whose they are"},
};

}  // namespace

extern const cli::CommandSpec spec = {
    .summary = "Have git check records and messages before a commit and a push",
    .help =
        "`hooks install` writes three small scripts into the folder of hooks of this repository of "
        "git: pre-commit checks the records as they would be committed (see `validate --staged`), "
        "commit-msg refuses a message that contains the name, number or address of someone who is "
        "protected, and pre-push checks the records and the messages of the commits that are "
        "pushed. They are for this clone, and for all its work trees.\n\n"
        "A hook that another program wrote is never changed: the line to add to it is shown, and "
        "the status is 1. `hooks remove` takes away what `hooks install` wrote, unless it was "
        "changed since. Settings such as core.hooksPath are not followed: where git has one, "
        "nothing is installed.\n\n"
        "`hooks run` is what the scripts call. A message is compared with the records that are "
        "staged and those of the last commit; the words found are shown with --excerpts only. "
        "`git commit --no-verify` and `git push --no-verify` pass the hooks over.\n\n"
        "Hooks check, they do not merge: `rapport merge-driver install` has git merge records "
        "field by field.",
    .examples = examples,
    .group = cli::CommandGroup::check,
    .needs = cli::Needs::root,
    .answers = view::Shape::table,
    .bind = [](cli::Options& options) -> cli::Run {
      auto args = std::make_shared<Args>();
      options.argument("ACT", args->act, "What to do");
      options.only(acts);
      options.rest("HOOK", args->rest, "With run: commit-msg FILE, or pre-push");
      options.flag("--excerpts", args->excerpts, "Show the words and lines that were found");
      options.refuse("--audience", "hooks are the office's own");
      return [args](cli::Session& session) { return hooks(*args, session); };
    },
};

}  // namespace rapport::commands::hooks_command
