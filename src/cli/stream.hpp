// Bytes to where the answer goes: standard output or a file. Only deliver.cpp writes with this.
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace rapport::cli {

/// Its number, to ask whether somebody reads it.
int standard_output();
/// Of a terminal.
void clear_screen();

/// All bytes to standard output. A reader that has gone away is no failure; a full disk is.
base::Done write_standard_output(std::string_view bytes);

/// Whether an answer may be written to `path`: no link, no directory, not inside .git, and no part
/// of a repository's records. `--output` replaces any other regular file.
base::Done may_write_to(const std::string& path);

/// ".csv" of "lists/of.all.csv"; empty when its name has none.
std::string_view suffix_of(std::string_view path);

/// The root of the repository that the file would lie in, as the system names it; empty when none.
std::string repository_of_file(const std::string& path);

}  // namespace rapport::cli
