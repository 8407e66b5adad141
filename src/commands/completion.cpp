// `rapport completion`: the script for a shell, and the answers that such a script asks for.
#include "cli/generate/completion.hpp"

#include "cli/command.hpp"
#include "cli/deliver.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"
#include "format/engine/format.hpp"
#include "rules/engine/rule.hpp"

#include <array>
#include <memory>

namespace rapport::commands {
namespace {

using base::Failing;
using base::Failure;

struct Args {
  std::string shell;
  std::string ask;
};

constexpr std::array<std::string_view, 6> questions = {"commands", "engagements", "formats",
                                                       "partners", "records",     "rules"};

void add(std::string& out, std::string_view word) { out.append(word).append("\n"); }

base::Result<std::string> answer(const std::string& question, cli::Session& session) {
  std::string out;
  if (question == "commands") {
    for (const auto& command : session.lists().commands) add(out, command.name);
  } else if (question == "formats") {
    for (const auto& format : format::all_formats()) add(out, format.name);
  } else if (question == "rules") {
    for (const auto& rule : rules::all_rules()) add(out, rule.name);
  } else {
    if (auto opened = session.open(cli::Needs::records); !opened) return opened.failure();
    if (question != "engagements")
      for (const auto id : session.ids(model::RecordKind::partner)) add(out, id);
    if (question != "partners")
      for (const auto id : session.ids(model::RecordKind::engagement)) add(out, id);
  }
  return out;
}

base::Result<cli::Exit> complete(const Args& args, cli::Session& session) {
  if (args.shell.empty() == args.ask.empty())
    return Failure{Failing::usage, "which shell?", "bash, zsh or fish"};
  base::Result<std::string> text =
      args.ask.empty() ? base::Result(cli::completion_script(args.shell, session.lists().commands))
                       : answer(args.ask, session);
  if (!text) return text.failure();
  if (auto shown = cli::deliver(session, *text); !shown) return shown.failure();
  return cli::Exit::fine;
}

constexpr cli::Example examples[] = {
    {"rapport completion bash > ~/.local/share/bash-completion/completions/rapport", "For bash"},
    {"rapport completion fish > ~/.config/fish/completions/rapport.fish", "For fish"},
    {"rapport completion --ask commands", "What a script asks when Tab is pressed"},
};

}  // namespace

extern const cli::CommandSpec completion_command = {
    .summary = "Print the completion script of a shell",
    .help =
        "The package puts these scripts where the shells find them; this is for everybody "
        "else. A script asks the program for ids, so what is offered is what is there.",
    .examples = examples,
    .group = cli::CommandGroup::program,
    .bind = [](cli::Options& options) -> cli::Run {
      auto args = std::make_shared<Args>();
      options.optional_argument("SHELL", args->shell, "bash, zsh or fish");
      options.only(cli::shells);
      options.value("--ask", "WHAT", args->ask, "What a script wants to offer");
      options.only(questions);
      return [args](cli::Session& session) { return complete(*args, session); };
    },
};

}  // namespace rapport::commands
