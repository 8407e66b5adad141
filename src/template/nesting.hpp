// Quotes and lists that begin on one line, one in another: "> - 1. text".
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace rapport::templates {

/// Where the first line nests quotes and lists beyond `depth_limit`, or begins one that far to the
/// right that it could only lie in as many others. It is for md4c, which goes through all that are
/// open for each line; what several lines nest is found in what it reads.
std::optional<std::size_t> too_deep_on_a_line(std::string_view text);

}  // namespace rapport::templates
