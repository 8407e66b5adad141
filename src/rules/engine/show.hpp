// Findings as the formats need them: paths, lines and columns in place of offsets.
#pragma once

#include "rules/engine/rule.hpp"
#include "view/findings.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace rapport::rules {

/// `excerpts`: with the text of the lines, which is text of records. The counts of what was
/// checked are left to the caller.
view::Findings show(std::span<const Finding> findings, std::span<const Rule* const> rules,
                    bool excerpts);

/// Only what is about one of these paths, at its own place or at another one it names; or what
/// stands in one of `files`.
void keep_only(std::vector<Finding>& findings, std::span<const std::string_view> paths,
               std::span<const std::string_view> files = {});

}  // namespace rapport::rules
