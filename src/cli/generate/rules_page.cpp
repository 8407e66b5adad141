// rapport-rules(7): what is checked, from the rules themselves.
#include "base/text.hpp"
#include "cli/generate/manual.hpp"
#include "cli/generate/page.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

#include <array>
#include <string>

namespace rapport::cli {
namespace {

using value::Severity;

void write(PageBuilder& page, Severity severity) {
  for (const auto& rule : rules::all_rules()) {
    if (rule->severity != severity) continue;
    page.heading(2, rule.name);
    page.paragraphs(fmt::format("{}.", rule->summary));
    page.paragraphs(rule->help);
    if (!rule->example.empty())
      page.code(std::string(rule->example) + (rule->example.ends_with('\n') ? "" : "\n"));
  }
}

}  // namespace

view::Page rules_page() {
  PageBuilder page("rapport-rules(7)");
  page.heading(1, "NAME");
  page.paragraphs("rapport-rules - what rapport validate checks");
  page.heading(1, "DESCRIPTION");
  page.paragraphs(
      "Each rule has an id that never changes, a severity and one subject. `rapport validate` runs "
      "all of them, `--only` and `--skip` choose, `--explain` shows one.\n"
      "An error makes an output or a document wrong, or puts someone at risk. A warning is "
      "something that someone has to look at. A note is worth knowing. `--fail-on` sets which of "
      "them make the exit status 1.");
  page.heading(1, "ERRORS");
  write(page, Severity::error);
  page.heading(1, "WARNINGS");
  write(page, Severity::warning);
  page.heading(1, "NOTES");
  write(page, Severity::note);
  page.heading(1, "SEE ALSO");
  page.paragraphs("rapport-validate(1), rapport-records(5)");
  return page.take();
}

}  // namespace rapport::cli
