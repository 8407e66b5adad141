// Findings leave for a file without what they quote of records, unless that was agreed to.
#pragma once

#include "app/output.hpp"
#include "base/result.hpp"

namespace rapport::cli {

class Session;

/// `excerpts`: lines of records were asked for, and so are asked about. The output has findings.
base::Done deliver_findings(Session& session, app::Output& output, bool excerpts);

}  // namespace rapport::cli
