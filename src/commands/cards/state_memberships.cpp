// What a State belongs to on a day, and the regional mechanisms that follow from it.
#include "commands/cards/state_lines.hpp"
#include "commands/cards/words.hpp"
#include "mandate/competence.hpp"
#include "reference/names.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::commands {
namespace {

using reference::Membership;
using reference::Recorded;
using reference::ReferenceData;
using value::Date;

std::string organisation(const ReferenceData& library, value::OrganisationCode code) {
  return std::string(library.codes().name(code.row()));
}

bool has_own_status(const model::MembershipRow& row) {
  using enum model::MembershipStatus;
  return row.status == contested || row.status == non_participating;
}

/// What a plain "member" would hide: a status of its own, or that the data say how it stood later.
std::string remark(const Membership& answer) {
  std::string text;
  if (has_own_status(*answer.row)) text = value::label(answer.row->status.str());
  if (answer.at_record) text += (text.empty() ? "" : "; ") + mark(answer.as_of);
  return text.empty() ? text : fmt::format(" ({})", text);
}

/// "member of OAS", "OAS: contested", "AU: not recorded for that day".
std::string standing(const std::string& name, const Membership& answer) {
  if (answer.known == Recorded::not_recorded)
    return fmt::format("{}: not recorded for that day", name);
  if (answer.known == Recorded::no || answer.row == nullptr)
    return fmt::format("no member of {}", name);
  const std::string when = answer.at_record ? fmt::format(", {}", mark(answer.as_of)) : "";
  if (has_own_status(*answer.row))
    return fmt::format("{}: {}{}", name, value::label(answer.row->status.str()), when);
  return fmt::format("member of {}{}", name, when);
}

/// When the State joined is not recorded, so that the data speak for their own day.
view::Value united_nations(const model::StateRow& row, const Date& on) {
  const bool is_earlier = row.as_of && value::sure_before(on, row.as_of);
  const std::string when = is_earlier ? fmt::format(" ({})", mark(row.as_of)) : "";
  if (row.un_status == model::UnStatus::member) return {.text = "UN" + when};
  if (row.un_status == model::UnStatus::observer) return {.text = "UN: observer" + when};
  return {};
}

void add_membership(view::Line& line, view::Value& members, const std::string& name,
                    const Membership& answer, const Date& on) {
  const auto noted = [&](view::Value value) {
    if (answer.row != nullptr && answer.row->note)
      value.below.push_back({.text = answer.row->note.str(), .tone = view::Tone::faint});
    return value;
  };
  if (answer.known == Recorded::yes) {
    members.text += (members.text.empty() ? "" : ", ") + name + remark(answer);
    if (answer.row->note)
      members.below.push_back(
          {.text = fmt::format("{}: {}", name, answer.row->note.str()), .tone = view::Tone::faint});
  } else if (answer.known == Recorded::not_recorded) {
    line.values.push_back(noted(
        {.text = fmt::format("{}: not recorded for that day", name), .tone = view::Tone::warning}));
  } else if (answer.row != nullptr && answer.row->until &&
             value::sure_after(on, answer.row->until)) {
    line.values.push_back(
        noted({.text = fmt::format("{}: former, until {}", name, in_words(answer.row->until)),
               .tone = view::Tone::faint}));
  }
}

std::string reason(const ReferenceData& library, const mandate::CompetentMechanism& found) {
  using enum mandate::MechanismReason;
  const std::string name =
      found.membership.row != nullptr
          ? organisation(library, found.membership.row->organisation)
          : (found.row->organisation ? organisation(library, found.row->organisation) : "");
  switch (found.reason) {
    case member:
    case special_status:
      return standing(name, found.membership);
    case monitored:
      return fmt::format("{}, still monitored", standing(name, found.membership));
    case third_country:
      return fmt::format("works in States outside the {}", name);
    case listed:
      return "named as a party";
    case perhaps_party:
      return fmt::format("{}; whether it is a party is not recorded",
                         standing(name, found.membership));
  }
  return {};
}

}  // namespace

view::Line memberships(const ReferenceData& library, value::StateCode state, const Date& on) {
  const model::StateRow& row = *library.row(state);
  view::Line line{.key = "member_of", .label = "member of"};
  view::Value members;
  if (row.un_status == model::UnStatus::observer)
    line.values.push_back(united_nations(row, on));
  else
    members = united_nations(row, on);
  std::vector<std::uint16_t> seen;
  for (const auto& each : row.memberships) {
    if (std::ranges::count(seen, each.organisation.index()) != 0) continue;
    seen.push_back(each.organisation.index());
    add_membership(line, members, organisation(library, each.organisation),
                   reference::membership(library, state, each.organisation, on), on);
  }
  if (!members.text.empty()) line.values.insert(line.values.begin(), std::move(members));
  if (line.values.empty()) line.values.push_back(not_recorded());
  return line;
}

view::Line mechanisms(const ReferenceData& library, value::StateCode state, const Date& on) {
  view::Line line{.key = "regional_mechanisms", .label = "regional mechanisms"};
  value::RowId parent;
  for (const auto& found : mandate::mechanisms(library, {state}, on)) {
    const std::string name = reference::name(library, found.id, reference::Language::en).text.str();
    if (found.row->parent && !line.values.empty() && found.row->parent.row() == parent) {
      line.values.back().below.push_back({.text = name});
      continue;
    }
    parent = found.id;
    line.values.push_back({.text = fmt::format("{} ({})", name, reason(library, found))});
  }
  if (line.values.empty()) line.values.push_back({.text = "none recorded"});
  return line;
}

}  // namespace rapport::commands
