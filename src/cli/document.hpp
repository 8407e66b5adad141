// A document as commands ask for it: what is opened and locked for it, and what is printed of it.
#pragma once

#include "app/document.hpp"
#include "base/result.hpp"
#include "cli/command.hpp"

namespace rapport::cli {

class Session;

/// Reads the records, makes the document and delivers it. Exit::findings where the count `fail_on`
/// of the document is not 0.
base::Result<Exit> hand_out(Session& session, app::DocumentRequest request,
                            std::string_view fail_on = {});

}  // namespace rapport::cli
