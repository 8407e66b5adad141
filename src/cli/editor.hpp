// The editor that the user has set, for texts and records.
#pragma once

#include "base/result.hpp"

#include <span>
#include <string>

namespace rapport::cli {

/// VISUAL or EDITOR is set. Nothing in a repository can choose one.
bool has_editor();

/// Opens the files in it and waits until it ends. Fails when there is none, when it cannot be
/// started, and when it ends with a failure.
base::Done run_editor(std::span<const std::string> paths);

}  // namespace rapport::cli
