#include "cli/generate/manual.hpp"

#include "base/text.hpp"
#include "cli/generate/page.hpp"
#include "cli/global_options.hpp"
#include "cli/help.hpp"
#include "format/engine/format.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::cli {
namespace {

std::string with_words(const Options::Declared& declared) {
  std::string text = fmt::format("{}.", declared.doc);
  if (!declared.words.empty() && text.find(declared.words.front()) == text.npos)
    text += fmt::format(" One of {}.", base::join(declared.words, ", "));
  return text;
}

void write_options(PageBuilder& page, const Options& options, bool arguments) {
  for (const auto& declared : options.declared())
    if (declared.is_argument == arguments) page.term(option_head(declared), with_words(declared));
}

bool has(const Options& options, bool arguments) {
  return std::ranges::any_of(options.declared(),
                             [&](const auto& each) { return each.is_argument == arguments; });
}

void name(PageBuilder& page, std::string_view what, std::string_view summary) {
  page.heading(1, "NAME");
  std::string line(summary);
  line.front() = static_cast<char>(line.front() | 0x20);  // summaries begin with a capital letter
  page.paragraphs(fmt::format("{} - {}", what, line));
}

void formats(PageBuilder& page) {
  page.heading(1, "FORMATS");
  page.paragraphs(
      "Of `--format`, or by the suffix of `--output`. Each command says which of them can write "
      "its "
      "output when another is asked for.");
  for (const auto& format : format::all_formats()) {
    if (format->is_own) continue;
    const std::string suffix = format->suffix.empty() ? "" : fmt::format(" ({})", format->suffix);
    std::string summary(format->summary);
    summary.front() = base::upper(summary.substr(0, 1)).front();
    page.term(fmt::format("{}{}", format.name, suffix), fmt::format("{}.", summary));
  }
}

void exit_status(PageBuilder& page) {
  page.heading(1, "EXIT STATUS");
  page.term("0", "Success, also when nothing was found or the reader of a pipe stopped reading.");
  page.term("1",
            "`validate` found something at or above `--fail-on`, or an error in a record prevents "
            "the output.");
  page.term("2", "The command line cannot be understood.");
  page.term("3", "There is a problem with the disk, git, a key or a program.");
  page.term("4", "Refused, to protect a person or existing data.");
  page.term("70", "An internal error: this is a bug in rapport, please report it.");
}

}  // namespace

view::Page program_page(Commands commands) {
  PageBuilder page("rapport(1)");
  name(page, "rapport", "Keep, check and use the records of a human rights mandate");
  page.heading(1, "SYNOPSIS");
  page.code("rapport COMMAND [OPTIONS] [ARGUMENTS]\n");
  page.heading(1, "DESCRIPTION");
  page.paragraphs(
      "rapport serves the small office of an independent human rights mandate. Its records are a "
      "directory of YAML files, one for each partner and each engagement, kept under version "
      "control: see `rapport-records`(5).\n"
      "From them it answers four questions: who are our partners, what did we do with them, what "
      "comes next, and may we share it? It makes contact lists, briefing packs and drafts of "
      "communications.\n"
      "Every output has an audience. A name or number is shown only if its owner's consent covers "
      "that audience; unknown consent means no.");
  for (int group = 0; group <= static_cast<int>(CommandGroup::program); ++group) {
    const auto is_in = [&](const auto& command) {
      return command->group == static_cast<CommandGroup>(group);
    };
    if (std::ranges::none_of(commands, is_in)) continue;
    page.heading(group == 0 ? 1 : 2,
                 group == 0 ? "COMMANDS" : heading(static_cast<CommandGroup>(group)));
    for (const auto& command : commands)
      if (is_in(command)) page.term(command.name, fmt::format("{}.", command->summary));
  }
  page.heading(1, "OPTIONS");
  page.paragraphs("Every command takes these, before or after its name.");
  GlobalOptions globals;
  Options options;
  declare(options, globals);
  write_options(page, options, false);
  formats(page);
  exit_status(page);
  page.heading(1, "ENVIRONMENT");
  page.term("SOURCE_DATE_EPOCH", "The moment that counts as now, in seconds since 1970.");
  page.term("NO_COLOR", "No colours, unless `--color always`.");
  page.term("COLUMNS", "The width of the terminal, if the terminal does not report it.");
  page.term("PAGER", "The program that shows long output on a terminal; `less` if it is not set.");
  page.heading(1, "SEE ALSO");
  std::string pages = "rapport-records(5), rapport-queries(7), rapport-rules(7)";
  for (const auto& command : commands) pages += fmt::format(", rapport-{}(1)", command.name);
  page.paragraphs(pages);
  return page.take();
}

view::Page command_page(const base::Registered<CommandSpec>& command) {
  Options options;
  static_cast<void>(command->bind(options));
  PageBuilder page(fmt::format("rapport-{}(1)", command.name));
  name(page, fmt::format("rapport-{}", command.name), command->summary);
  page.heading(1, "SYNOPSIS");
  page.code(usage_line(command.name, options) + "\n");
  page.heading(1, "DESCRIPTION");
  page.paragraphs(command->help);
  if (has(options, true)) page.heading(1, "ARGUMENTS");
  write_options(page, options, true);
  page.heading(1, "OPTIONS");
  write_options(page, options, false);
  page.paragraphs("The options that every command takes are in rapport(1).");
  if (!command->examples.empty()) page.heading(1, "EXAMPLES");
  for (const Example& example : command->examples) {
    page.paragraphs(fmt::format("{}:", example.what));
    page.code(fmt::format("$ {}\n", example.line));
  }
  page.heading(1, "SEE ALSO");
  page.paragraphs("rapport(1), rapport-records(5)");
  return page.take();
}

}  // namespace rapport::cli
