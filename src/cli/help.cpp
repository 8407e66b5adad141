#include "cli/help.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "cli/global_options.hpp"
#include "cli/session.hpp"
#include "format/engine/terminal.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::cli {
namespace {

constexpr std::size_t widest = 80;  // longer lines are hard to read, also on a wide screen

/// `text` in lines of at most `columns`, each after `indent` spaces; paragraphs stay apart.
std::string wrap(std::string_view text, std::size_t indent, std::size_t columns) {
  std::string out;
  for (const auto& line : format::wrap(text, columns - indent))
    out += line.empty() ? "\n" : std::string(indent, ' ') + line + '\n';
  return out;
}

class HelpText {
 public:
  explicit HelpText(const Terminal& terminal)
      : paint_(terminal.out_color),
        columns_(std::clamp<std::size_t>(terminal.columns, 40, widest)) {}

  void heading(std::string_view text) { out_ += fmt::format("\n{}\n", paint_.bold(text)); }
  void paragraphs(std::string_view text, std::size_t indent = 0) {
    out_ += wrap(text, indent, columns_);
  }
  void line(std::string_view text) { out_.append(text).append("\n"); }

  /// Two columns: heads of at most `width`, and their texts beside or below them.
  void entry(std::string_view head, std::string_view text, std::size_t width) {
    const std::size_t indent = width + 4;
    std::string body = wrap(text, indent, columns_);
    if (base::width(head) <= width) {
      body.replace(0, indent,
                   fmt::format("  {}{}  ", head, std::string(width - base::width(head), ' ')));
      out_ += body;
    } else {
      out_ += fmt::format("  {}\n{}", head, body);
    }
  }

  std::string take() { return std::move(out_); }

 private:
  std::string out_;
  format::Paint paint_;
  std::size_t columns_;
};

std::string with_words(const Options::Declared& declared) {
  std::string doc(declared.doc);
  if (declared.words.empty() || doc.find(declared.words.front()) != doc.npos) return doc;
  return doc + ": " + base::join(declared.words, ", ");
}

void write_options(HelpText& writer, const Options& options, bool arguments) {
  constexpr std::size_t width = 24;
  for (const auto& declared : options.declared())
    if (declared.is_argument == arguments)
      writer.entry(option_head(declared), with_words(declared), width);
}

bool has(const Options& options, bool arguments) {
  return std::ranges::any_of(options.declared(),
                             [&](const auto& each) { return each.is_argument == arguments; });
}

}  // namespace

std::string_view heading(CommandGroup group) {
  switch (group) {
    case CommandGroup::start:
      return "Write records";
    case CommandGroup::check:
      return "Check them";
    case CommandGroup::ask:
      return "Ask";
    case CommandGroup::documents:
      return "Make documents";
    case CommandGroup::protection:
      return "Protect people";
    case CommandGroup::program:
      return "The program itself";
  }
  return {};
}

std::string option_head(const Options::Declared& declared) {
  if (declared.is_argument) return std::string(declared.names);
  std::string head(short_name(declared));
  if (!head.empty() && long_name(declared) != short_name(declared)) head += ", ";
  if (long_name(declared) != short_name(declared)) head += long_name(declared);
  if (!declared.value.empty()) head += fmt::format(" {}", declared.value);
  return head;
}

std::string usage_line(std::string_view command, const Options& options) {
  std::string line = fmt::format("rapport {}", command);
  if (has(options, false)) line += " [OPTIONS]";
  for (const auto& declared : options.declared()) {
    if (!declared.is_argument) continue;
    const bool many = std::holds_alternative<std::vector<std::string>*>(declared.into);
    line += fmt::format("{}{}{}{}", declared.required ? " " : " [", declared.names,
                        many ? "..." : "", declared.required ? "" : "]");
  }
  return line;
}

std::string overview(Commands commands, const Terminal& terminal) {
  HelpText writer(terminal);
  writer.line("rapport keeps the records of a mandate's partners and work, checks them, answers");
  writer.line("questions about them, and makes contact lists, briefing packs and letters.");
  for (int group = 0; group <= static_cast<int>(CommandGroup::program); ++group) {
    const auto is_in = [&](const auto& command) {
      return command->group == static_cast<CommandGroup>(group);
    };
    if (std::ranges::none_of(commands, is_in)) continue;
    writer.heading(heading(static_cast<CommandGroup>(group)));
    for (const auto& command : commands)
      if (is_in(command)) writer.entry(command.name, command->summary, 12);
  }
  writer.line(
      "\n`rapport help COMMAND` explains a command, `rapport help options` the options of all.");
  return writer.take();
}

std::string help_text(const base::Registered<CommandSpec>& command, const Terminal& terminal) {
  Options options;
  static_cast<void>(command->bind(options));
  HelpText writer(terminal);
  writer.line(command->summary);
  writer.line(fmt::format("\nusage: {}\n", usage_line(command.name, options)));
  writer.paragraphs(command->help);
  if (has(options, true)) writer.heading("Arguments");
  write_options(writer, options, true);
  if (has(options, false)) writer.heading("Options");
  write_options(writer, options, false);
  if (!command->examples.empty()) writer.heading("Examples");
  for (const Example& example : command->examples) {
    writer.line(fmt::format("  $ {}", example.line));
    writer.paragraphs(example.what, 6);
  }
  writer.line("\n`rapport help options` lists what every command takes, such as -C and --format.");
  return writer.take();
}

std::string global_options_text(const Terminal& terminal) {
  GlobalOptions globals;
  Options options;
  declare(options, globals);
  HelpText writer(terminal);
  writer.line("What every command takes, before or after its name:\n");
  write_options(writer, options, false);
  return writer.take();
}

}  // namespace rapport::cli
