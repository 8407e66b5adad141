#include "cli/global_options.hpp"

#include "model/vocabulary.hpp"
#include "value/word.hpp"

namespace rapport::cli {

void declare(Options& options, GlobalOptions& globals) {
  static constexpr std::string_view colors[] = {"auto", "always", "never"};
  options.value("-C,--directory", "DIR", globals.directory,
                "Look for the repository in DIR and the directories above it", Offer::directory);
  options.value("--today", "DATE", globals.today, "Work as if today were DATE (YYYY-MM-DD)");
  options.value("--at", "REV|DATE", globals.at,
                "Show the records as they were in a commit, or at the end of a day; for the office "
                "only",
                Offer::revision);
  options.value("--format", "FORMAT", globals.format, "The format of the output", Offer::format);
  options.value(
      "-o,--output", "FILE", globals.output,
      "Write the output to FILE, whole or not at all; --format or its suffix sets the format",
      Offer::file);
  options.value("--audience", "WHO", globals.audience, "Who the output is for (office)");
  options.only(value::words_of<model::Audience>);
  options.flag("--protected", globals.protected_output,
               "Allow office-only content to be written to a file, by -o or by >");
  options.value("--color", "WHEN", globals.color, "Colours: auto, always or never");
  options.only(colors);
  options.flag("--no-pager", globals.no_pager, "Show long output without a pager");
  options.number("-j,--threads", "N", globals.threads, "Read with N threads", 256);
  options.flag("-q,--quiet", globals.quiet, "Write no notes, only errors");
  options.flag("-v,--verbose", globals.verbose, "Print more, such as how long it took");
  options.flag("--despite-errors", globals.despite_errors,
               "Continue even if records could not be read; on a terminal only");
  options.flag("-h,--help", globals.help, "Show what the command does and takes");
  options.flag("--version", globals.version, "Show the version");
}

}  // namespace rapport::cli
