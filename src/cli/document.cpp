#include "cli/document.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "cli/deliver.hpp"
#include "cli/messages.hpp"
#include "cli/notes.hpp"
#include "cli/session.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::cli {
namespace {

/// Also where nothing was made. The counts name records to the office, and not to an audience.
base::Done print_preflight(const Session& session, const app::Preflight& preflight) {
  for (const app::Note& note : preflight.notes()) session.note(text_of(note));
  if (preflight.errors().findings.empty()) return base::done();
  const auto text = rendered(session, preflight.errors(),
                             {.excerpts = session.terminal().err_is_terminal,
                              .format = "text",
                              .ignores_format_option = true});
  if (!text) return text.failure();
  print_line(base::trim(*text));
  return base::done();
}

base::Result<app::DocumentRequest> request_of(const DocumentOptions& options) {
  app::DocumentRequest request{.report = options.report,
                               .query = base::join(options.query, " "),
                               .subject = options.subject,
                               .language = options.language,
                               .to = options.recipient,
                               .purpose = options.purpose,
                               .issue = options.issue,
                               .staff = options.staff};
  // That it is one of the words was checked with the option.
  if (!options.use.empty()) request.use = value::parse_word<model::Use>(options.use).value();
  if (options.until.empty()) return request;
  const auto until = value::Date::parse(options.until);
  if (!until || until->is_unknown())
    return base::Failure{
        base::Failing::usage,
        fmt::format("--until takes a date, and '{}' is not one", base::printable(options.until)),
        "write it as 2026-06-30, 2026-06 or 2026"};
  request.until = *until;
  return request;
}

/// A count that the report does not have is never above 0: a check that asks for it would pass.
base::Done check_fail_on(const DocumentOptions& options) {
  const auto counts = report::spec_of(options.report).fail_on;
  if (options.fail_on.empty() || std::ranges::count(counts, options.fail_on) != 0)
    return base::done();
  return base::Failure{
      base::Failing::usage,
      fmt::format("the report '{}' has no count '{}'", options.report,
                  base::printable(options.fail_on)),
      counts.empty() ? "leave out --fail-on" : fmt::format("one of {}", base::join(counts, ", "))};
}

base::Result<Exit> hand_out(Session& session, app::DocumentRequest request,
                            std::string_view fail_on) {
  // An edition is made from what is in the records until its manifest lies there.
  if (request.issue)
    if (const auto lock = session.lock(); !lock) return lock.failure();
  if (auto opened = session.open(Needs::records); !opened) return opened.failure();
  request.occasion = session.occasion();
  app::Preflight preflight(session.snapshot(), request.occasion,
                           session.terminal().err_is_terminal);
  const auto output = app::document(session.snapshot(), request, preflight);
  if (auto printed = print_preflight(session, preflight); !printed) return printed.failure();
  if (!output) return output.failure();
  if (auto delivered = deliver(session, *output); !delivered) return delivered.failure();
  const bool fails = std::ranges::any_of(output->counts, [&](const auto& count) {
    return count.first == fail_on && count.second != 0;
  });
  return fails ? Exit::findings : Exit::fine;
}

}  // namespace

base::Result<Exit> hand_out(Session& session, const DocumentOptions& options) {
  if (auto checked = check_fail_on(options); !checked) return checked.failure();
  auto request = request_of(options);
  if (!request) return request.failure();
  return hand_out(session, std::move(*request), options.fail_on);
}

}  // namespace rapport::cli
