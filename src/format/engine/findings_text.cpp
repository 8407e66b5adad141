#include "format/engine/findings_text.hpp"

#include "base/unicode.hpp"
#include "format/engine/excerpt.hpp"

#include <fmt/format.h>

namespace rapport::format {
namespace {

std::string place_text(const view::Place& place) {
  std::string text = base::printable(place.path);
  if (place.line > 0) text += fmt::format(":{}:{}", place.line, place.column);
  return text;
}

std::string note_text(const view::Note& note, const Paint& paint, const Options& options) {
  std::string out = "  note: ";
  if (!note.place.path.empty()) out += place_text(note.place) + ": ";
  out += one_line(note.message) + "\n";
  if (options.excerpts) out += excerpt(note.place, paint, value::Severity::note, options.width);
  return out;
}

std::string finding_text(const view::Finding& finding, const Paint& paint, const Options& options) {
  const std::string head = fmt::format("{}[{}]", value::name(finding.severity), finding.rule);
  std::string out;
  if (!finding.place.path.empty()) out = paint.bold(place_text(finding.place)) + ": ";
  out += fmt::format("{}: {}\n", paint.severity(finding.severity, head), one_line(finding.message));
  if (options.excerpts) out += excerpt(finding.place, paint, finding.severity, options.width);
  for (const auto& note : finding.notes) out += note_text(note, paint, options);
  if (!finding.help.empty()) out += "  help: " + one_line(finding.help) + "\n";
  if (!finding.remark.empty()) out += "  " + one_line(finding.remark) + "\n";
  return out;
}

}  // namespace

base::Result<std::string> text_findings(const view::Findings& findings, const Options& options) {
  const Paint paint(options.colour);
  std::string out;
  for (const auto& finding : findings.findings) out += finding_text(finding, paint, options) + "\n";
  for (const auto& skipped : findings.skipped)
    out += fmt::format("skipped {}: {}\n", one_line(skipped.check), one_line(skipped.reason));
  return out + view::summary(findings) + "\n";
}

}  // namespace rapport::format
