#include "cli/document.hpp"

#include "base/text.hpp"
#include "cli/deliver.hpp"
#include "cli/messages.hpp"
#include "cli/notes.hpp"
#include "cli/session.hpp"

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

}  // namespace

base::Result<Exit> hand_out(Session& session, app::DocumentRequest request,
                            std::string_view fail_on) {
  // An edition is made from what is in the records until its manifest lies there.
  if (request.issue)
    if (const auto lock = session.lock(); !lock) return lock.failure();
  if (auto opened = session.open(Needs::records); !opened) return opened.failure();
  request.terms = session.terms();
  app::Preflight preflight(session.snapshot(), request.terms, session.terminal().err_is_terminal);
  const auto output = app::document(session.snapshot(), request, preflight);
  if (auto printed = print_preflight(session, preflight); !printed) return printed.failure();
  if (!output) return output.failure();
  if (auto delivered = deliver(session, *output); !delivered) return delivered.failure();
  const bool fails = std::ranges::any_of(output->counts, [&](const auto& count) {
    return count.first == fail_on && count.second != 0;
  });
  return fails ? Exit::findings : Exit::fine;
}

}  // namespace rapport::cli
