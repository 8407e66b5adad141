// JUnit XML, which build servers show: a test suite a file, a failed test a finding. Notes do not
// fail. No line of a record is in it.
#include "format/engine/format.hpp"
#include "format/engine/json_findings.hpp"
#include "format/engine/xml.hpp"

#include <fmt/format.h>

#include <map>
#include <string_view>
#include <vector>

namespace rapport::format::junit_format {
namespace {

using Suites = std::map<std::string_view, std::vector<const view::Finding*>>;

std::size_t count_failures(const std::vector<const view::Finding*>& findings) {
  std::size_t count = 0;
  for (const auto* finding : findings) count += finding->severity != value::Severity::note;
  return count;
}

std::string test_case(const view::Finding& finding) {
  const std::string rule = xml_text(finding.rule);
  std::string place = finding.place.path;
  if (finding.place.line > 0)
    place += fmt::format(":{}:{}", finding.place.line, finding.place.column);
  const std::string text = xml_text(fmt::format(
      "{}: {}[{}]: {}", place, value::name(finding.severity), finding.rule, open_message(finding)));
  const std::string name =
      xml_text(fmt::format("{} {}:{}", finding.rule, finding.place.line, finding.place.column));
  std::string out = fmt::format("    <testcase name=\"{}\" classname=\"{}\">\n", name,
                                xml_text(finding.place.path));
  if (finding.severity == value::Severity::note)
    out += fmt::format("      <system-out>{}</system-out>\n", text);
  else
    out += fmt::format("      <failure type=\"{}\" message=\"{}\">{}</failure>\n", rule,
                       xml_text(open_message(finding)), text);
  return out + "    </testcase>\n";
}

std::string skipped_suite(const std::vector<view::Skipped>& skipped) {
  if (skipped.empty()) return {};
  std::string out =
      fmt::format("  <testsuite name=\"skipped\" tests=\"{0}\" failures=\"0\" skipped=\"{0}\">\n",
                  skipped.size());
  for (const auto& one : skipped)
    out += fmt::format(
        "    <testcase name=\"{}\" classname=\"skipped\">\n      <skipped message=\"{}\"/>\n"
        "    </testcase>\n",
        xml_text(one.check), xml_text(one.reason));
  return out + "  </testsuite>\n";
}

base::Result<std::string> findings(const view::Findings& findings, const Options&) {
  Suites suites;
  for (const auto& finding : findings.findings) suites[finding.place.path].push_back(&finding);
  const auto failures = view::count(findings, value::Severity::error) +
                        view::count(findings, value::Severity::warning);
  std::string out = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<testsuites name=\"rapport validate\" tests=\"{}\" failures=\"{}\">\n",
      findings.findings.size() + findings.skipped.size(), failures);
  for (const auto& [path, own] : suites) {
    out += fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\">\n", xml_text(path),
                       own.size(), count_failures(own));
    for (const auto* finding : own) out += test_case(*finding);
    out += "  </testsuite>\n";
  }
  return out + skipped_suite(findings.skipped) + "</testsuites>\n";
}

}  // namespace

extern const FormatSpec spec;
const FormatSpec spec = {
    .suffix = ".xml",
    .summary = "findings as JUnit XML, for build servers",
    .findings = findings,
};

}  // namespace rapport::format::junit_format
