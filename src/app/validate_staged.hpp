// The findings that a commit would bring, or one that is pushed.
#pragma once

#include "app/validate.hpp"

#include <string>

namespace rapport::app {

/// The records as they are staged, beside those of the last commit. `request` has neither.
base::Result<Output> validate_staged(const std::string& root, ValidateRequest request);

/// The records of a commit, beside those of another; without one, all findings.
base::Result<Output> validate_commit(const std::string& root, const std::string& commit,
                                     const std::string& before, ValidateRequest request);

}  // namespace rapport::app
