// `--to`: one recipient of an output, a State or a partner, among those of its audience.
#pragma once

#include "base/result.hpp"
#include "cli/options.hpp"

#include <string>

namespace rapport::release {
struct Purpose;
}

namespace rapport::cli {

class Session;

void declare_recipient(Options& options, std::string& to);

/// Narrows `purpose` to it; nothing when `to` is empty. One who is not of the audience, or a State
/// that the output is not about, is a mistake. Needs the records.
base::Done narrow(Session& session, const std::string& to, release::Purpose& purpose);

}  // namespace rapport::cli
