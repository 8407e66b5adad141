#include "cli/findings.hpp"

#include "cli/deliver.hpp"
#include "cli/may_leave.hpp"
#include "cli/session.hpp"

namespace rapport::cli {

base::Done deliver_findings(Session& session, app::Output& output, bool excerpts) {
  output.is_open = goes_into_file(session) && !session.globals().protected_output && !excerpts;
  if (output.is_open) view::keep_open(std::get<view::Findings>(output.content));
  return deliver(session, output, {.excerpts = excerpts});
}

}  // namespace rapport::cli
