#include "cli/messages.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "format/engine/terminal.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <string>

namespace rapport::cli {
namespace {

/// Standard error may be closed or full: there is nobody left to tell.
void write_all(std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

std::string safe(std::string_view text) {
  std::string out;
  for (const auto line : base::lines(text)) {
    if (!out.empty()) out += '\n';
    out += base::printable(line);
  }
  return out;
}

}  // namespace

void print(const base::Failure& failure, bool color) {
  const format::Paint paint(color);
  std::string out = fmt::format("{} {}\n", paint.severity(value::Severity::error, "rapport:"),
                                safe(failure.what));
  if (!failure.hint.empty()) out += fmt::format("{} {}\n", paint.bold("hint:"), safe(failure.hint));
  write_all(out);
}

void print_line(std::string_view line) { write_all(safe(line) + '\n'); }

void print_question(std::string_view question) { write_all(safe(question)); }

int exit_status(base::Failing kind) {
  switch (kind) {
    case base::Failing::data:
      return 1;
    case base::Failing::usage:
      return 2;
    case base::Failing::environment:
      return 3;
    case base::Failing::refused:
      return 4;
  }
  return internal_error;
}

}  // namespace rapport::cli
