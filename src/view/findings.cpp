#include "view/findings.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

namespace rapport::view {
namespace {

std::string found(const Findings& findings) {
  std::vector<std::string> parts;
  if (const auto errors = count(findings, Severity::error))
    parts.push_back(base::counted(errors, "error"));
  if (const auto warnings = count(findings, Severity::warning))
    parts.push_back(base::counted(warnings, "warning"));
  if (const auto notes = count(findings, Severity::note))
    parts.push_back(base::counted(notes, "note"));
  if (parts.empty()) return "nothing found";
  std::set<std::string_view> files;
  for (const auto& finding : findings.findings) files.insert(finding.place.path);
  return fmt::format("{} in {}", base::join(parts, ", "), base::counted(files.size(), "file"));
}

}  // namespace

std::size_t count(const Findings& findings, Severity severity) {
  return static_cast<std::size_t>(
      std::ranges::count(findings.findings, severity, &Finding::severity));
}

void keep_open(Findings& findings) {
  for (Finding& finding : findings.findings) {
    if (finding.open_message.empty()) continue;
    finding.message = std::exchange(finding.open_message, {});
    finding.help = std::exchange(finding.open_help, {});
  }
}

std::string summary(const Findings& findings) {
  std::vector<std::string> parts;
  for (const auto& checked : findings.checked)
    parts.push_back(base::counted(checked.number, checked.one, checked.many));
  const std::string result = found(findings);
  return parts.empty() ? result : base::join(parts, ", ") + ": " + result;
}

}  // namespace rapport::view
