// A protected name and number typed into every text of a record that others may see, one text at a
// time, while a public body has that name for an alias: it never leaves, and neither in the name of
// a file.
#pragma once

#include <string>

namespace rapport::tests {

/// In a repository of its own at `root`. 0 when nothing left, as the program ends.
int type_everywhere(const std::string& program, const std::string& root);

}  // namespace rapport::tests
