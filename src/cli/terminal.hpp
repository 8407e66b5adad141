// What our standard streams are: a terminal with colours and a width, or a pipe without.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rapport::cli {

struct Terminal {
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  bool out_is_file = false;  // the shell writes what we print into a file
  bool is_dumb = false;      // it takes no commands, such as to go back on a line
  bool out_color = false;
  bool err_color = false;
  std::size_t columns = 80;  // of COLUMNS, else of the terminal
  std::size_t rows = 24;

  /// `color` is auto, always or never. Auto is yes on a terminal without NO_COLOR and TERM=dumb,
  /// for each stream by itself.
  static Terminal look(std::string_view color);
};

/// Whether `text` needs more lines than the terminal has.
bool is_taller(std::string_view text, const Terminal& terminal);

/// Shows `text` in $PAGER (else less), which is told to keep no history and to run nothing. False
/// when there is no pager to run: then the text is still to be written.
bool show_in_pager(std::string_view text);

}  // namespace rapport::cli
