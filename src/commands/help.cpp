// `rapport help`: all commands, or one of them.
#include "cli/help.hpp"

#include "base/nearest.hpp"
#include "cli/command.hpp"
#include "cli/deliver.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace rapport::commands {
namespace {

using base::Failing;
using base::Failure;

base::Result<std::string> text_for(const std::string& topic, const cli::Session& session) {
  if (topic.empty()) return cli::overview(session.lists(), session.terminal());
  if (topic == "options") return cli::global_options_text(session.terminal());
  const auto commands = session.lists().commands;
  const auto found = std::ranges::find(commands, topic, &base::Listed<cli::CommandSpec>::name);
  if (found != commands.end()) return cli::help_text(*found, session.terminal());
  base::Nearest nearest(topic);
  for (const auto& command : commands) nearest.offer(command.name);
  nearest.offer("options");
  return Failure{Failing::usage, fmt::format("no command '{}'", topic),
                 nearest.best().empty() ? std::string("`rapport help` lists the commands")
                                        : fmt::format("did you mean '{}'?", nearest.best())};
}

constexpr cli::Example examples[] = {
    {"rapport help", "Which commands there are"},
    {"rapport help list", "What `list` does and takes; the same as `rapport list --help`"},
    {"rapport help options", "What every command takes"},
};

}  // namespace

extern const cli::CommandSpec help_command = {
    .summary = "Show what the commands do",
    .help =
        "Lists the commands, or explains one of them. The manual has the same text, and more: "
        "rapport(1), rapport-records(5) for the fields of a record, rapport-rules(7) for what "
        "is checked.",
    .examples = examples,
    .group = cli::CommandGroup::program,
    .bind = [](cli::Options& options) -> cli::Run {
      auto topic = std::make_shared<std::string>();
      options.optional_argument("COMMAND", *topic, "The command, or `options`",
                                cli::Offer::command);
      return [topic](cli::Session& session) -> base::Result<cli::Exit> {
        const auto text = text_for(*topic, session);
        if (!text) return text.failure();
        if (auto shown = cli::deliver(session, *text); !shown) return shown.failure();
        return cli::Exit::fine;
      };
    },
};

}  // namespace rapport::commands
