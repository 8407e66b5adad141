// Workflow commands that GitHub turns into annotations beside the lines. No line of a record is in
// it, and no text can start a command of its own.
#include "base/text.hpp"
#include "format/engine/format.hpp"
#include "format/engine/json_findings.hpp"
#include "format/engine/terminal.hpp"

#include <fmt/format.h>

namespace rapport::format::github_format {
namespace {

std::string escaped(std::string_view text) { return base::replace_all(one_line(text), "%", "%25"); }

std::string property(std::string_view text) {
  std::string out = base::replace_all(escaped(text), ":", "%3A");
  return base::replace_all(out, ",", "%2C");
}

const char* command(value::Severity severity) {
  return severity == value::Severity::note ? "notice" : value::name(severity);
}

std::string annotation(const view::Finding& finding) {
  const auto& place = finding.place;
  std::string out = fmt::format("::{} title={}", command(finding.severity), property(finding.rule));
  if (!place.path.empty()) out += ",file=" + property(place.path);
  if (place.line > 0) out += fmt::format(",line={},col={}", place.line, place.column);
  if (place.line > 0 && place.end > place.column) out += fmt::format(",endColumn={}", place.end);
  return out + "::" + escaped(open_message(finding)) + "\n";
}

base::Result<std::string> findings(const view::Findings& findings, const Options&) {
  std::string out;
  for (const auto& finding : findings.findings) out += annotation(finding);
  for (const auto& skipped : findings.skipped)
    out +=
        fmt::format("::notice title=skipped::{}\n", escaped(skipped.check + ": " + skipped.reason));
  return out;
}

}  // namespace

extern const FormatSpec spec;
const FormatSpec spec = {
    .suffix = "",
    .summary = "findings as annotations of GitHub workflows",
    .findings = findings,
};

}  // namespace rapport::format::github_format
