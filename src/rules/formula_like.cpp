#include "model/engagement.hpp"
#include "model/partner.hpp"
#include "rules/engine/plan.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::rules {
namespace {

/// From its first character on; a block text begins below its header.
std::string_view beginning(const value::Text& text) {
  auto raw = text.raw();
  switch (text.style()) {
    case yaml::Style::single_quoted:
    case yaml::Style::double_quoted:
      raw.remove_prefix(1);
      break;
    case yaml::Style::literal:
    case yaml::Style::folded:
      raw.remove_prefix(std::min(raw.find('\n'), raw.size()));
      raw.remove_prefix(std::min(raw.find_first_not_of(" \r\n"), raw.size()));
      break;
    default:
      break;
  }
  return raw;
}

bool is_like_formula(std::string_view raw) {
  if (raw.empty()) return false;
  const char first = raw.front();
  if (first == '=' || first == '@' || raw.starts_with("\xef\xbc\x9d")) return true;
  // +41 22 ... and -3 are numbers and no calls.
  return (first == '+' || first == '-') && raw.find('(') != std::string_view::npos;
}

void check(const Head& head, const Plan& plan, const void* record, Report& report) {
  plan.walk(record, [&](const value::Row& row, const void* value) {
    const auto& text = *static_cast<const value::Text*>(value);
    // The name of an account begins with @.
    if (row.meta.reveals == value::Reveals::contact || !is_like_formula(beginning(text))) return;
    if (is_own(head, text))
      report.add(head, text, fmt::format("'{}' begins like a formula", row.name))
          .fix("begin with a word");
  });
}

}  // namespace

extern const RuleSpec formula_like_rule = {
    .severity = Severity::warning,
    .summary = "Text begins like a formula",
    .help =
        "A spreadsheet takes text that begins with = + - or @ for a formula and runs it "
        "when a list is opened. Outputs are guarded, and other programs may not be.",
    .example = "title: '=HYPERLINK(\"https://example.org\")'",
    .local = true,
    .partner = [](const Partner& partner, const Context&,
                  Report& report) { check(partner.head, partner_texts(), &partner, report); },
    .engagement =
        [](const Engagement& engagement, const Context&, Report& report) {
          check(engagement.head, engagement_texts(), &engagement, report);
        },
};

}  // namespace rapport::rules
