#include "model/engagement.hpp"
#include "model/partner.hpp"
#include "rules/engine/faults.hpp"

#include <fmt/format.h>

namespace rapport::rules::missing_required_rule {
namespace {

constexpr FaultCode faults[] = {value::Problem::missing_field};

bool says_nothing(const value::Text& text) {
  const bool quoted =
      text.style() == yaml::Style::single_quoted || text.style() == yaml::Style::double_quoted;
  return quoted &&
         text.raw().substr(1, text.length() - 2).find_first_not_of(' ') == std::string_view::npos;
}

/// What is missing, at the value that asks for it.
template <class At>
void missing(const RecordHeader& head, const At& at, std::string_view name, std::string fix,
             Report& report) {
  report.add(head, at, fmt::format("'{}' is missing", name)).fix(std::move(fix));
}

/// A record of a kind with a block of its own says nothing without it. Of a visit long ago no more
/// may be known than its dates.
void check_block(const Engagement& engagement, Report& report) {
  using Kind = model::EngagementKind;
  const bool is_only_dated = engagement.start && !engagement.status;
  const struct {
    Kind kind;
    bool exists;
    std::string_view fix;
  } blocks[] = {
      {Kind::communication, static_cast<bool>(engagement.communication),
       "add `communication:` with `type` and `addressee`"},
      {Kind::case_, static_cast<bool>(engagement.case_), "add `case:` with `where` and `status`"},
      {Kind::statement, static_cast<bool>(engagement.statement), "add `statement:` with `kind`"},
      {Kind::visit, engagement.visit || is_only_dated, "add `visit:` with `nature`"},
  };
  for (const auto& block : blocks)
    if (engagement.kind == block.kind && !block.exists)
      missing(engagement.head, engagement.kind, value::word(block.kind), std::string(block.fix),
              report);
}

void check_victims(const RecordHeader& head, const model::List<model::AllegedVictim>& victims,
                   Report& report) {
  for (const auto& victim : victims)
    if (!victim.partner && !victim.text && victim.key)
      missing(head, victim.key, "partner",
              "add `partner: …`, or `text: …` for someone who has no record", report);
}

/// The reference data has rows of bodies that States and organisations made, not of those who speak
/// out.
bool may_be_listed(const Partner& partner) {
  if (!partner.kind) return true;
  const auto group = partner.group();
  return group != model::Group::defenders && group != model::Group::civil_society;
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A field that must be there is missing",
    .help =
        "Without it the record or the item means nothing to those who read it. A partner needs a "
        "name too, unless `listed_as` takes it from the reference data; a letter, a case, a "
        "statement and a visit need the block of their kind, and an alleged victim needs a partner "
        "or a text.",
    .example = "kind: ngo\ncountry: XXA",
    .local = true,
    .partner =
        [](const Partner& partner, const Context&, Report& report) {
          if (says_nothing(partner.name)) {
            report.add(partner.head, partner.name, "'name' is missing")
                .fix(may_be_listed(partner)
                         ? "write it; a body of the reference data takes its own with "
                           "`listed_as: …`"
                         : "write it");
            return;
          }
          if (partner.name || partner.listed_as || partner.head.has_errors || !partner.kind) return;
          report.add(partner.head, partner.kind, "'name' is missing")
              .fix(may_be_listed(partner)
                       ? "add `name: …`, or `listed_as: …` for a body of the reference data"
                       : "add `name: …`");
        },
    .engagement =
        [](const Engagement& engagement, const Context&, Report& report) {
          if (engagement.head.has_errors || !engagement.kind) return;
          check_block(engagement, report);
          if (engagement.communication)
            check_victims(engagement.head, engagement.communication->alleged_victims, report);
          if (engagement.case_)
            check_victims(engagement.head, engagement.case_->alleged_victims, report);
        },
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          const auto& row = *found.fault.row;
          report.add(place_of(found), fmt::format("'{}' is missing", row.name))
              .fix(fmt::format("add `{}: …`: {}", row.name, row.meta.doc));
        },
};

}  // namespace rapport::rules::missing_required_rule
