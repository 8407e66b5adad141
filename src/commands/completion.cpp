// `rapport completion`: the script for a shell, and the answers that such a script asks for.
#include "base/embedded.hpp"
#include "base/text.hpp"
#include "cli/candidates.hpp"
#include "cli/command.hpp"
#include "cli/deliver.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"
#include "cli/typed.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

#include <array>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::cli {
std::span<const base::Embedded> shipped_completions();
}

namespace rapport::commands::completion_command {
namespace {

using base::Failing;
using base::Failure;
using cli::Candidates;

struct Args {
  std::string shell;
  std::vector<std::string> words;
  std::string ask;
  std::string of;
};

constexpr std::array<std::string_view, 3> shells = {"bash", "zsh", "fish"};

std::string_view script(std::string_view shell) {
  const std::string_view name = shell == "bash"  ? "rapport.bash"
                                : shell == "zsh" ? "_rapport"
                                                 : "rapport.fish";
  for (const base::Embedded& file : cli::shipped_completions())
    if (file.name == name) return file.text;
  return {};
}

std::string_view how(Candidates::How how) {
  constexpr std::array<std::string_view, 4> words = {"words", "unfinished", "files", "directories"};
  return words[static_cast<std::size_t>(how)];
}

base::Done deliver(cli::Session& session, Candidates found, std::string text) {
  if (!found.basis) return cli::deliver(session, cli::ProgramText{std::move(text)});
  return cli::deliver(session,
                      app::Output{.basis = std::move(*found.basis), .content = std::move(text)});
}

base::Done answer(const Args& args, cli::Session& session) {
  auto found = cli::offered(cli::asked_for(args.ask), args.of, session);
  if (!found) return found.failure();
  std::string text;
  for (const auto& candidate : found->words) text += candidate.word + "\n";
  return deliver(session, std::move(*found), std::move(text));
}

/// First how to offer them and what of the last word is typed, then a candidate a line; for shells
/// that show what an option does, with a tab and that.
std::string for_shell(const Candidates& found, std::string_view shell, const cli::Typed& typed,
                      std::size_t parted) {
  std::string text = fmt::format("{}\n{}\n", how(found.how), typed.part());
  for (const auto& candidate : found.words) {
    text += candidate.word.substr(std::min(parted, candidate.word.size()));
    if (shell != "bash" && !candidate.doc.empty()) text += fmt::format("\t{}", candidate.doc);
    text += "\n";
  }
  return text;
}

/// In the repository and for the audience that the words name.
base::Done complete_words(const Args& args, const cli::Session& session) {
  const auto as_typed = cli::typed_words(args.shell, args.words);
  const cli::Typed typed(as_typed.words, session.commands());
  cli::GlobalOptions globals = session.globals();
  globals.directory = cli::expanded(typed.globals().directory);
  globals.audience = typed.globals().audience;
  cli::Session theirs(globals, session.commands());
  auto found = cli::candidates(typed, theirs);
  if (!found) return found.failure();
  auto text = for_shell(*found, args.shell, typed, as_typed.parted);
  return deliver(theirs, std::move(*found), std::move(text));
}

base::Result<cli::Exit> complete(const Args& args, cli::Session& session) {
  if (args.shell.empty() == args.ask.empty())
    return Failure{Failing::usage, "which shell?", "bash, zsh or fish"};
  const auto shown = !args.ask.empty() ? answer(args, session)
                     : args.words.empty()
                         ? cli::deliver(session, cli::ProgramText{std::string(script(args.shell))})
                         : complete_words(args, session);
  if (!shown) return shown.failure();
  return cli::Exit::fine;
}

constexpr cli::Example examples[] = {
    {"rapport completion bash > ~/.local/share/bash-completion/completions/rapport", "For bash"},
    {"rapport completion fish > ~/.config/fish/completions/rapport.fish", "For fish"},
    {"rapport completion bash -- rapport list partners kind:u",
     "The words that a script offers for the last word when Tab is pressed"},
    {"rapport completion --ask commands", "All words of a kind, for a script of your own"},
};

}  // namespace

extern const cli::CommandSpec spec = {
    .summary = "Print the completion script of a shell",
    .help =
        "The package installs these scripts where the shells find them; this command is for "
        "everyone else. A script passes the words typed so far to the program, so it offers what "
        "exists in the repository that -C names, for the audience that --audience names. Ids go "
        "into a file only with --protected.",
    .examples = examples,
    .group = cli::CommandGroup::program,
    .bind = [](cli::Options& options) -> cli::Run {
      auto args = std::make_shared<Args>();
      options.optional_argument("SHELL", args->shell, "bash, zsh or fish");
      options.only(shells);
      options.rest("WORD", args->words,
                   "Behind --: the words of a command as they are typed, the last one to complete");
      options.value("--ask", "WHAT", args->ask, "What a script wants to offer");
      options.only(cli::questions());
      options.value("--of", "WORD", args->of, "The word that the offered words depend on");
      options.may_be_empty();
      return [args](cli::Session& session) { return complete(*args, session); };
    },
};

}  // namespace rapport::commands::completion_command
