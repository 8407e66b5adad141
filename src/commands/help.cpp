// `rapport help`: all commands, or one of them.
#include "cli/help.hpp"

#include "base/nearest.hpp"
#include "base/unicode.hpp"
#include "cli/command.hpp"
#include "cli/deliver.hpp"
#include "cli/generate/manual.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace rapport::commands::help_command {
namespace {

using base::Failing;
using base::Failure;

struct Args {
  std::string topic;
  std::string field;
};

cli::ProgramText page(view::Page page) {
  return cli::ProgramText(std::move(page), {.format = "text"});
}

/// What is explained besides the commands, from the tables of fields and rules.
base::Result<cli::ProgramText> topic(const Args& args, const cli::Session& session) {
  if (args.topic == "options")
    return cli::ProgramText{cli::global_options_text(session.terminal())};
  if (args.topic == "queries") return page(cli::queries_page());
  if (args.topic == "rules") return page(cli::rules_page());
  if (args.topic == "templates") return page(cli::templates_page());
  if (args.field.empty()) return page(cli::records_page());
  view::Page fields = cli::fields_page(args.field);
  if (!fields.blocks.empty()) return page(std::move(fields));
  return Failure{Failing::usage, fmt::format("no field '{}'", base::printable(args.field)),
                 "`rapport help records` explains all of them"};
}

base::Result<cli::ProgramText> text_for(const Args& args, const cli::Session& session) {
  if (args.topic.empty())
    return cli::ProgramText{cli::overview(session.commands(), session.terminal())};
  if (!args.field.empty() && args.topic != "records")
    return Failure{Failing::usage, fmt::format("unexpected argument '{}'", args.field),
                   args.topic == "rules"
                       ? fmt::format("rapport validate --explain {}", base::printable(args.field))
                       : fmt::format("rapport help {}", base::printable(args.topic))};
  if (std::ranges::count(cli::help_topics, args.topic) != 0) return topic(args, session);
  const auto commands = session.commands();
  const auto found =
      std::ranges::find(commands, args.topic, &base::Registered<cli::CommandSpec>::name);
  if (found != commands.end()) return cli::ProgramText{cli::help_text(*found, session.terminal())};
  base::Nearest nearest(args.topic);
  for (const auto& command : commands) nearest.offer(command.name);
  for (const auto each : cli::help_topics) nearest.offer(each);
  return Failure{Failing::usage, fmt::format("no command '{}'", args.topic),
                 nearest.best().empty() ? std::string("`rapport help` lists the commands")
                                        : fmt::format("did you mean '{}'?", nearest.best())};
}

constexpr cli::Example examples[] = {
    {"rapport help", "Which commands there are"},
    {"rapport help list", "What `list` does and takes; the same as `rapport list --help`"},
    {"rapport help options", "What every command takes"},
    {"rapport help records contacts",
     "What the fields of a contact mean; without a name, all fields"},
    {"rapport help queries", "What can be asked of records, with an example for each field"},
    {"rapport help rules", "What `rapport validate` checks"},
    {"rapport help templates", "What the template of a letter may contain"},
};

}  // namespace

extern const cli::CommandSpec spec = {
    .summary = "Show what the commands do",
    .help =
        "Lists the commands, or explains one of them. `rapport help records` explains the fields "
        "of records, or those with one name, `rapport help queries` what can be asked of them, "
        "`rapport help rules` what is checked, and `rapport help templates` how letters and packs "
        "are written. The manual has the same text: rapport(1), rapport-records(5), "
        "rapport-queries(7), rapport-rules(7), rapport-templates(7).",
    .examples = examples,
    .group = cli::CommandGroup::program,
    .bind = [](cli::Options& options) -> cli::Run {
      auto args = std::make_shared<Args>();
      options.optional_argument("COMMAND", args->topic,
                                "The command; or options, queries, records, rules, templates",
                                cli::Offer::topic);
      options.optional_argument("FIELD", args->field, "With records: the name of a field");
      return [args](cli::Session& session) -> base::Result<cli::Exit> {
        const auto text = text_for(*args, session);
        if (!text) return text.failure();
        if (auto shown = cli::deliver(session, *text); !shown) return shown.failure();
        return cli::Exit::fine;
      };
    },
};

}  // namespace rapport::commands::help_command
