// Help for the terminal, made from what commands declare.
#pragma once

#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/terminal.hpp"

#include <array>
#include <string>
#include <string_view>

namespace rapport::cli {

/// What `rapport help` explains besides the commands.
inline constexpr std::array<std::string_view, 5> help_topics = {"options", "queries", "records",
                                                                "rules", "templates"};

/// All commands with their summaries, by group.
std::string overview(Commands commands, const Terminal& terminal);

std::string help_text(const base::Registered<CommandSpec>& command, const Terminal& terminal);

/// What every command takes.
std::string global_options_text(const Terminal& terminal);

/// "rapport list [OPTIONS] partners|engagements [QUERY]..."
std::string usage_line(std::string_view command, const Options& options);

/// "-o, --output FILE": an option as help and manual show it.
std::string option_head(const Options::Declared& declared);

std::string_view heading(CommandGroup group);

}  // namespace rapport::cli
