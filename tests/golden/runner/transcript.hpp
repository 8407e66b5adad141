// A transcript: commands, what each is to print on both streams, and its exit status.
//
//   # fixture: NAME        tests/fixtures/NAME, or NAME from the top, copied to an empty directory
//   # today: 2026-06-20    another day than the fixed one
//   $ rapport list partners 'colour:red'
//   > continued here
//   a line on standard output
//   ! a line on standard error
//   ? 2
//
// Without `? N` the status is to be 0. Behind a `? N` line comments may stand; before it `#` is
// output. Blank lines at the end of an output only set commands apart. A line of output that begins
// with `\` is the rest of it, with `\\`, `\xHH` and a final `\c` (no line end) decoded: so are
// written what would be read as something else, blank lines at the end, and control characters.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace golden {

struct Output {
  std::string out;
  std::string err;
  int status = 0;
  bool operator==(const Output&) const = default;
};

struct Step {
  std::size_t line = 0;  // of the `$`, from 1
  std::string command;   // several lines where it was continued
  Output expected;
  std::vector<std::string> comment;  // the lines between this step and the next
};

struct Transcript {
  std::vector<std::string> preamble;
  std::string fixture;
  std::string today;
  std::vector<Step> steps;
};

Transcript parse(std::string_view text);

/// The file's text, such that parsing it gives the same transcript.
std::string render(const Transcript& transcript);

/// The lines of both, those only in `expected` behind `-`, those only in `actual` behind `+`.
std::string difference(const Output& expected, const Output& actual);

}  // namespace golden
