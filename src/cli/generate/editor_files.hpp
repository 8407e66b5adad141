// What the YAML plugins of editors need to know of records, as files of a repository: they offer
// fields and words while one types, and work without a network.
#pragma once

#include "cli/generate/outputs.hpp"
#include "value/code.hpp"

#include <vector>

namespace rapport::cli {

/// The JSON Schemas, each as "<name>.json".
std::vector<GeneratedFile> schemas(const value::Codes& codes);

/// The same below `.schema/`, for a repository.
std::vector<GeneratedFile> editor_schemas(const value::Codes& codes);
/// `.vscode/settings.json`: which files each schema is of.
GeneratedFile editor_settings();

}  // namespace rapport::cli
