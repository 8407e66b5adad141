#include "cli/run.hpp"

#include "base/nearest.hpp"
#include "base/unicode.hpp"
#include "cli/deliver.hpp"
#include "cli/help.hpp"
#include "cli/may_leave.hpp"
#include "cli/messages.hpp"
#include "cli/parse.hpp"
#include "cli/session.hpp"
#include "cli/stream.hpp"
#include "cli/version.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <exception>
#include <new>
#include <string>
#include <vector>

namespace rapport::cli {
namespace {

using base::Failing;
using base::Failure;
using Words = std::vector<std::string>;

int fail(const Failure& failure, const Terminal& terminal) {
  print(failure, terminal.err_color);
  return exit_status(failure.kind);
}

Failure unknown_command(std::string_view name, Commands commands) {
  base::Nearest nearest(name);
  for (const auto& command : commands) nearest.offer(command.name);
  return {Failing::usage, fmt::format("no command '{}'", base::printable(name)),
          nearest.best().empty() ? "`rapport help` lists the commands"
                                 : fmt::format("did you mean '{}'?", nearest.best())};
}

/// Written as it stands, since a message that is put together takes memory too.
int out_of_memory() {
  constexpr std::string_view text = "rapport: there is not enough memory\n";
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, text.data(), text.size());
  return exit_status(Failing::environment);
}

bool asks_for_help(const Words& words) {
  const auto end = std::ranges::find(words, "--");
  return std::find_if(words.begin(), end, [](const std::string& word) {
           return word == "--help" || word == "-h";
         }) != end;
}

int without_command(const Words& words, GlobalOptions& globals, const Options& global_options,
                    Commands commands) {
  if (auto parsed = parse(words, global_options, {}); !parsed)
    return fail(parsed.failure(), Terminal::look(globals.color));
  Session session(globals, commands);
  if (globals.version || globals.help) {
    const ProgramText text{globals.version ? version_line()
                                           : overview(commands, session.terminal())};
    const auto delivered = deliver(session, text);
    return delivered ? 0 : fail(delivered.failure(), session.terminal());
  }
  return fail({Failing::usage, "which command?", "`rapport help` lists them"}, session.terminal());
}

base::Done may_show_past(const base::Registered<CommandSpec>& command, const Session& session) {
  if (session.globals().at.empty()) return base::done();
  if (!command->shows_past)
    return Failure{Failing::usage, fmt::format("`{}` takes no --at", command.name),
                   "--at is for commands that only read, and whose output is not handed out: list, "
                   "show, search, validate, report, release, log"};
  return history_is_for_office(session);
}

base::Result<Exit> run_command(const base::Registered<CommandSpec>& command, const Run& run,
                               const Options& options, Session& session, bool help) {
  if (help) {
    if (auto shown = deliver(session, ProgramText{help_text(command, session.terminal())}); !shown)
      return shown.failure();
    return Exit::fine;
  }
  if (auto may = may_show_past(command, session); !may) return may.failure();
  // Before the work is done and its notes are printed.
  if (const std::string& output = session.globals().output; !output.empty())
    if (auto may = may_write_to(output); !may) return may.failure();
  if (command->answers && !options.format_is_decided())
    if (auto may = check_format(session, *command->answers); !may) return may.failure();
  const auto start = std::chrono::steady_clock::now();
  if (auto opened = session.open(command->needs); !opened) return opened.failure();
  auto result = run(session);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  session.detail(fmt::format("took {:.2f} s", took.count()));
  return result;
}

int dispatch(Words words, Commands commands) {
  GlobalOptions globals;
  Options global_options;
  declare(global_options, globals);
  const std::size_t at = find_command(words, global_options);
  if (at >= words.size()) return without_command(words, globals, global_options, commands);
  const auto command = std::ranges::find(commands, words[at], &base::Registered<CommandSpec>::name);
  if (command == commands.end())
    return fail(unknown_command(words[at], commands), Terminal::look("auto"));

  words.erase(words.begin() + static_cast<std::ptrdiff_t>(at));
  const bool help = asks_for_help(words);
  Options options;
  const Run run = (*command)->bind(options);
  if (!help)
    if (auto parsed = parse(std::move(words), global_options.without(options), options); !parsed)
      return fail(parsed.failure(), Terminal::look(globals.color));
  Session session(globals, commands);
  if (globals.version && !help) {
    const auto delivered = deliver(session, ProgramText{version_line()});
    return delivered ? 0 : fail(delivered.failure(), session.terminal());
  }
  const auto result = run_command(*command, run, options, session, help);
  return result ? static_cast<int>(*result) : fail(result.failure(), session.terminal());
}

}  // namespace

int run(int argc, char** argv, Commands commands) {
  // A closed pipe and a full disk are to come back as errors that we can tell.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    if (argc == 2 && std::string_view(argv[1]) == "--version") {
      Session session({}, commands);
      const auto delivered = deliver(session, ProgramText{version_line()});
      return delivered ? 0 : fail(delivered.failure(), session.terminal());
    }
    return dispatch(Words(argv + std::min(argc, 1), argv + argc), commands);
  } catch (const std::bad_alloc&) {
    return out_of_memory();
  } catch (const std::exception& error) {
    print({Failing::environment,
           fmt::format("internal error (this is a bug in rapport): {}", error.what()),
           "please report it with the command and what it printed"},
          false);
  } catch (...) {
    print({Failing::environment, "internal error (this is a bug in rapport)",
           "please report it with the command and what it printed"},
          false);
  }
  return internal_error;
}

}  // namespace rapport::cli
