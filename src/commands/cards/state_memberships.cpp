// What a State belongs to on a day, and the regional mechanisms that follow from it.
#include "base/text.hpp"
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

/// "since 2013, day not recorded": what makes a membership a maybe on that day.
std::string imprecise(const model::MembershipRow& row, const Date& on) {
  const bool is_end = row.until && value::after(on, row.until) == value::Truth::maybe;
  return fmt::format("{} {}, day not recorded", is_end ? "until" : "since",
                     in_words(is_end ? row.until : row.since));
}

/// What a plain "member" would hide: a status of its own, a suspension, a date that is imprecise,
/// or that the data say how it stood later.
std::string remark(const Membership& answer, const Date& on) {
  std::vector<std::string> texts;
  if (answer.row != nullptr && has_own_status(*answer.row))
    texts.push_back(value::label(answer.row->status.str()));
  if (answer.suspended != nullptr) texts.push_back("suspended" + span(*answer.suspended));
  if (answer.known == Recorded::maybe) texts.push_back(imprecise(*answer.row, on));
  if (answer.at_record) texts.push_back(mark(answer.as_of));
  return texts.empty() ? "" : fmt::format(" ({})", base::join(texts, "; "));
}

/// "member of OAS", "OAS: contested", "AU: not recorded for that day".
std::string standing(const std::string& name, const Membership& answer, const Date& on) {
  if (answer.known == Recorded::not_recorded)
    return fmt::format("{}: not recorded for that day", name);
  if (answer.known == Recorded::no) return fmt::format("no member of {}", name);
  const std::string when = answer.at_record ? fmt::format(", {}", mark(answer.as_of)) : "";
  if (answer.row != nullptr && has_own_status(*answer.row))
    return fmt::format("{}: {}{}", name, value::label(answer.row->status.str()), when);
  if (answer.known == Recorded::maybe)
    return fmt::format("perhaps member of {}: {}", name, imprecise(*answer.row, on));
  return fmt::format("member of {}{}", name, when);
}

void add_membership(view::Line& line, view::Value& members, const std::string& name,
                    const Membership& answer, const Date& on) {
  const auto noted = [&](view::Value value) {
    if (answer.row != nullptr && answer.row->note)
      value.below.push_back({.text = answer.row->note.str(), .tone = view::Tone::faint});
    return value;
  };
  if (answer.known == Recorded::yes) {
    members.text += (members.text.empty() ? "" : ", ") + name + remark(answer, on);
    if (answer.row != nullptr && answer.row->note)
      members.below.push_back(
          {.text = fmt::format("{}: {}", name, answer.row->note.str()), .tone = view::Tone::faint});
  } else if (answer.known == Recorded::maybe) {
    line.values.push_back(noted({.text = fmt::format("perhaps {}{}", name, remark(answer, on)),
                                 .tone = view::Tone::warning}));
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

/// "party to its treaty, since 26 April 2002".
std::string as_party(const mandate::CompetentMechanism& found) {
  std::string text = found.is_unsure ? "perhaps party to its treaty" : "party to its treaty";
  text += span(*found.party);
  if (found.is_unsure) text += ", day not recorded";
  return found.party->unverified.empty() ? text : text + "; unverified";
}

std::string reason(const ReferenceData& library, const mandate::CompetentMechanism& found,
                   const Date& on) {
  using enum mandate::MechanismReason;
  const std::string name =
      found.membership.row != nullptr
          ? organisation(library, found.membership.row->organisation)
          : (found.row->organisation ? organisation(library, found.row->organisation) : "");
  switch (found.reason) {
    case member:
    case special_status:
      return standing(name, found.membership, on);
    case monitored:
      return fmt::format("{}, still monitored", standing(name, found.membership, on));
    case third_country:
      return fmt::format("works in States outside the {}", name);
    case listed:
      return "named as a party";
    case party:
      return as_party(found);
    case perhaps_party:
      return fmt::format("{}; whether it is a party is not recorded",
                         standing(name, found.membership, on));
  }
  return {};
}

}  // namespace

view::Line memberships(const ReferenceData& library, value::StateCode state, const Date& on) {
  const model::StateRow& row = *library.row(state);
  view::Line line{.key = "member_of", .label = "member of"};
  view::Value members;
  if (row.un_status == model::UnStatus::observer)
    line.values.push_back({.text = row.as_of && value::sure_before(on, row.as_of)
                                       ? fmt::format("UN: observer ({})", mark(row.as_of))
                                       : std::string("UN: observer")});
  const auto count = library.codes().all(value::CodeSet::organisation).size();
  for (std::uint16_t i = 1; i <= count; ++i) {
    const value::OrganisationCode code(i, 0);
    const auto found = reference::membership(library, state, code, on);
    if (found.row != nullptr || found.known == Recorded::yes)
      add_membership(line, members, organisation(library, code), found, on);
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
    line.values.push_back({.text = fmt::format("{} ({})", name, reason(library, found, on))});
  }
  if (line.values.empty()) line.values.push_back(not_recorded());
  return line;
}

}  // namespace rapport::commands
