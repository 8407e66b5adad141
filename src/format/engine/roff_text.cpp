#include "format/engine/roff_text.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "format/engine/terminal.hpp"

#include <fmt/format.h>

#include <vector>

namespace rapport::format {
namespace {

constexpr std::size_t usual_length = 76;

void append_roff(std::string& out, char32_t point) {
  switch (point) {
    case '\\':
      out += "\\e";
      return;
    case '-':
      out += "\\-";
      return;
    case '\'':
      out += "\\(aq";
      return;
    case '`':
      out += "\\(ga";
      return;
    case '"':
      out += "\\(dq";
      return;
    case '^':
      out += "\\(ha";
      return;
    case '~':
      out += "\\(ti";
      return;
    default:
      if (point < 0x80)
        out += static_cast<char>(point);
      else
        out += fmt::format("\\[u{:04X}]", static_cast<unsigned>(point));
  }
}

std::string roff_run(const view::Run& run) {
  std::string text = roff_text(run.text);
  if (view::is_safe_link(run.link) && run.link != run.text)
    text += " \\(la" + roff_text(run.link) + "\\(ra";
  if (text.empty()) return text;
  if (run.strong || run.code) return "\\fB" + text + "\\fR";
  return run.emphasis ? "\\fI" + text + "\\fR" : text;
}

/// A point at the start of a line would make a macro of it.
std::string guarded(std::string line) {
  const bool is_macro = line.starts_with('.') || line.starts_with('\'');
  return (is_macro ? "\\&" : "") + std::move(line);
}

std::string filled(const std::string& text) {
  std::string out;
  std::string line;
  for (const auto word : base::split(text, ' ')) {
    if (word.empty()) continue;
    if (!line.empty() && line.size() + 1 + word.size() > usual_length) {
      out += guarded(line) + "\n";
      line.clear();
    }
    if (!line.empty()) line += ' ';
    line += word;
  }
  return line.empty() ? out : out + guarded(line) + "\n";
}

}  // namespace

std::string roff_text(std::string_view text) {
  std::string out;
  const std::string line = one_line(text);
  for (std::string_view rest = line; !rest.empty();) append_roff(out, base::next_code_point(rest));
  return out;
}

std::string roff_runs(const view::Runs& runs) {
  std::string out;
  std::string text;
  for (const auto& run : runs) {
    if (!run.line_break) {
      text += roff_run(run);
      continue;
    }
    out += filled(text) + ".br\n";
    text.clear();
  }
  return out + filled(text);
}

std::string roff_line(const view::Runs& runs) {
  std::string text;
  for (const auto& run : runs) text += run.line_break ? " " : roff_run(run);
  return guarded(std::string(base::trim(text))) + "\n";
}

std::string roff_argument(std::string_view text) { return '"' + roff_text(text) + '"'; }

}  // namespace rapport::format
