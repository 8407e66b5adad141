// The four questions about a meeting: who, when and where, what was promised, what is needed.
#pragma once

#include "app/met.hpp"
#include "base/result.hpp"

#include <string_view>

namespace rapport::cli {
class Session;
}

namespace rapport::commands {

/// Asks on the terminal for what the request does not say. Enter leaves a question open. The
/// records are open.
base::Done ask_about_meeting(app::MetRequest& request, cli::Session& session);

/// "signal +999 5555 0101": a channel and what it takes. Of other words neither.
void read_channel(std::string_view typed, app::NewPartner& into);

}  // namespace rapport::commands
