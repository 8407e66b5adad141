// What a command is: one file of commands/ that says what it does, what it needs and what it takes.
#pragma once

#include "base/registered.hpp"
#include "base/result.hpp"
#include "view/shape.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>

namespace rapport::cli {

class Options;
class Session;

struct Example {
  std::string_view line;  // as typed, with the program's name
  std::string_view what;  // what it answers, without a full stop
};

/// Where a command stands in the list of commands.
enum class CommandGroup : std::uint8_t { start, check, ask, documents, protection, program };

/// What the session opens before the command runs.
enum class Needs : std::uint8_t {
  nothing,
  root,     // the repository's directory, and the office's own reference rows
  records,  // all records
};

enum class Exit : std::uint8_t { fine = 0, findings = 1 };

using Run = std::function<base::Result<Exit>(Session&)>;

struct CommandSpec {
  std::string_view summary;  // first line of its help: imperative, no full stop
  std::string_view help;     // paragraphs, parted by an empty line
  std::span<const Example> examples;
  CommandGroup group;
  Needs needs = Needs::nothing;
  std::optional<view::Shape> answers = {};  // the shape of what it prints, where there is one
  /// Takes --at: it only reads, and what it prints is not handed out to others.
  bool shows_past = false;
  /// Declares the options and gives what runs once they are filled in. Nothing else happens here:
  /// help and completion bind commands too.
  Run (*bind)(Options&);
};

using Commands = std::span<const base::Registered<CommandSpec>>;

}  // namespace rapport::cli

namespace rapport::commands {

/// The files of commands/, by name.
cli::Commands all_commands();

}  // namespace rapport::commands
