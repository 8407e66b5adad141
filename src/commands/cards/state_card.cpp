#include "base/text.hpp"
#include "commands/cards/reference_card.hpp"
#include "commands/cards/words.hpp"
#include "mandate/competence.hpp"
#include "reference/dated.hpp"
#include "reference/names.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::commands {
namespace {

using reference::Known;
using reference::Library;
using value::Date;

std::string joined(std::string_view article, const std::string& name) {
  if (article.empty()) return name;
  return article.ends_with('\'') ? fmt::format("{}{}", article, name)
                                 : fmt::format("{} {}", article, name);
}

std::string title(const model::StateRow& row) {
  std::string title = fmt::format("{} ({}", row.name_en.str(), row.code.str());
  title += row.alpha2 ? fmt::format(", {})", row.alpha2.str()) : ")";
  if (row.name_fr) title += " · " + joined(row.article_fr.str(), row.name_fr.str());
  if (row.name_es) title += " · " + joined(row.article_es.str(), row.name_es.str());
  return title;
}

std::string mark(const Date& as_of) {
  return as_of ? fmt::format("as of {}", in_words(as_of)) : std::string("no date known");
}

template <class T>
view::Line named(const Library& library, std::string_view key, std::string_view label,
                 const value::Text& code) {
  view::Line line{.key = std::string(key), .label = std::string(label)};
  for (const T& row : library.table<T>())
    if (code && row.code.str() == code.str()) line.values.push_back({.text = row.name_en.str()});
  if (line.values.empty()) line.values.push_back(not_recorded());
  return line;
}

std::string organisation(const Library& library, value::OrganisationCode code) {
  return std::string(library.codes().name(code.row()));
}

/// What a plain "member" would hide: a status of its own, or that the data say how it stood later.
std::string remark(const reference::Membership& answer) {
  using enum model::MembershipStatus;
  std::string text;
  if (answer.row->status == contested || answer.row->status == non_participating)
    text = base::replace_all(answer.row->status.str(), "-", " ");
  if (answer.at_record) text += (text.empty() ? "" : "; ") + mark(answer.as_of);
  return text.empty() ? text : fmt::format(" ({})", text);
}

view::Line memberships(const Library& library, value::StateCode state, const model::StateRow& row,
                       const Date& on) {
  std::vector<std::string> members;
  std::vector<view::Value> others;
  if (row.un_status == model::UnStatus::member) members.emplace_back("UN");
  if (row.un_status == model::UnStatus::observer) others.push_back({.text = "UN: observer"});
  std::vector<std::uint16_t> seen;
  for (const auto& each : row.memberships) {
    if (std::ranges::count(seen, each.organisation.index()) != 0) continue;
    seen.push_back(each.organisation.index());
    const auto answer = reference::membership(library, state, each.organisation, on);
    const std::string name = organisation(library, each.organisation);
    if (answer.known == Known::yes) {
      members.push_back(name + remark(answer));
    } else if (answer.known == Known::not_recorded) {
      others.push_back({.text = fmt::format("{}: not recorded for that day", name),
                        .tone = view::Tone::warning});
    } else if (answer.row != nullptr && answer.row->until &&
               value::sure_after(on, answer.row->until)) {
      others.push_back(
          {.text = fmt::format("{}: former, until {}", name, in_words(answer.row->until)),
           .tone = view::Tone::faint});
    }
  }
  view::Line line{.key = "member_of", .label = "member of"};
  if (!members.empty()) line.values.push_back({.text = base::join(members, ", ")});
  for (auto& other : others) line.values.push_back(std::move(other));
  if (line.values.empty()) line.values.push_back(not_recorded());
  return line;
}

view::Line presence(const Library& library, value::StateCode state, const Date& on) {
  view::Line line{.key = "un_presence", .label = "UN presence"};
  const auto found = mandate::presences(library, {state}, on);
  for (const auto& each : found.ranked) {
    const auto& provenance = library.table<model::PresenceRow>().of(*each.row);
    const Date as_of =
        each.row->as_of || provenance.file == nullptr ? each.row->as_of : provenance.file->as_of;
    view::Value value{
        .text = fmt::format("{} ({}; {})",
                            reference::name(library, each.id, reference::Language::en).text.str(),
                            base::replace_all(each.row->kind.str(), "-", " "), mark(as_of))};
    if (each.to_check)
      value.below.push_back({.text = "to check before relying on it", .tone = view::Tone::warning});
    line.values.push_back(std::move(value));
  }
  for (const auto* row : found.planned)
    line.values.push_back(
        {.text = fmt::format("planned: {}", row->name_en.str()), .tone = view::Tone::faint});
  if (line.values.empty()) line.values.push_back(not_recorded());
  return line;
}

std::string reason(const Library& library, const mandate::CompetentMechanism& found) {
  using enum mandate::MechanismReason;
  const std::string name =
      found.membership.row != nullptr
          ? organisation(library, found.membership.row->organisation)
          : (found.row->organisation ? organisation(library, found.row->organisation) : "");
  switch (found.reason) {
    case member:
      return fmt::format("member of {}", name);
    case special_status:
      return fmt::format("{}: {}", name, found.membership.row->status.str());
    case monitored:
      return fmt::format("no member of {}, still monitored", name);
    case third_country:
      return fmt::format("works in States outside the {}", name);
    case listed:
      return "named as a party";
    case perhaps_party:
      return fmt::format("member of {}; whether it is a party is not recorded", name);
  }
  return {};
}

view::Line mechanisms(const Library& library, value::StateCode state, const Date& on) {
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

view::Line country_mandate(const Library& library, value::StateCode state, const Date& on) {
  const auto found = mandate::country_mandates(library, state, on);
  view::Line line{.key = "country_mandate", .label = "country mandate"};
  for (const auto& each : found.mandates)
    line.values.push_back(
        {.text = fmt::format("{}{}",
                             reference::name(library, each.id, reference::Language::en).text.str(),
                             each.by_address ? " (letters on its situation go here)" : "")});
  if (line.values.empty())
    line.values.push_back(found.known == Known::no ? view::Value{.text = "none"} : not_recorded());
  return line;
}

view::Line invitation(const Library& library, value::StateCode state, const Date& on) {
  view::Line line{.key = "standing_invitation", .label = "standing invitation"};
  const auto found = reference::standing_invitation(library, state, on);
  if (found.known == Known::not_recorded) {
    line.values.push_back(not_recorded());
  } else {
    const bool since = found.known == Known::yes && found.row != nullptr && found.row->since;
    line.values.push_back({.text = found.known == Known::no ? std::string("no")
                                   : since
                                       ? fmt::format("yes, since {}", in_words(found.row->since))
                                       : std::string("yes")});
  }
  return line;
}

view::Line institutions(const Library& library, value::StateCode state) {
  view::Line line{.key = "nhri", .label = "NHRI"};
  for (const auto* row : reference::nhris(library, state))
    line.values.push_back(
        {.text = fmt::format("{} ({})", row->name_en.str(),
                             row->accreditation == model::Accreditation::none
                                 ? std::string("not accredited")
                                 : fmt::format("status {}", row->accreditation.str()))});
  if (line.values.empty()) line.values.push_back(not_recorded());
  return line;
}

struct Treaties {
  std::vector<std::string> said;
  std::vector<std::string> unknown;
  std::vector<std::string> remembered;
  Date as_of;
};

void add(Treaties& treaties, const std::string& name, const reference::TreatyAnswer& answer) {
  if (answer.remembered != nullptr)
    treaties.remembered.push_back(
        fmt::format("{} {} {}", name, base::replace_all(answer.remembered->status.str(), "-", " "),
                    in_words(answer.remembered->date)));
  if (answer.as_of) treaties.as_of = answer.as_of;
  if (answer.party == Known::not_recorded) {
    treaties.unknown.push_back(name);
  } else if (answer.party == Known::yes) {
    std::string said = fmt::format("{} party", name);
    if (answer.date) said += fmt::format(" {}", answer.date.year());
    if (!answer.action->unverified.empty()) said += " (unverified)";
    treaties.said.push_back(said);
  } else if (answer.action->status == model::TreatyStatus::signed_) {
    treaties.said.push_back(fmt::format("{} signed only", name));
  }
}

view::Line treaties(const Library& library, value::StateCode state, const Date& on) {
  view::Line line{.key = "treaties", .label = "treaties"};
  Treaties found;
  const auto& codes = library.codes().all(value::CodeSet::treaty);
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const model::TreatyCode code(static_cast<std::uint16_t>(i + 1), 0);
    add(found, std::string(codes[i]), reference::treaty(library, state, code, on));
  }
  if (found.unknown.size() == codes.size()) {
    line.values.push_back(not_recorded());
    return line;
  }
  line.values.push_back(
      {.text = found.said.empty() ? "party to none" : base::join(found.said, " · ")});
  auto& below = line.values.back().below;
  const auto tone = view::Tone::warning;
  if (!found.unknown.empty())
    below.push_back({.text = "not recorded: " + base::join(found.unknown, " · "), .tone = tone});
  if (!found.remembered.empty())
    below.push_back({.text = "remembered since, unverified: " + base::join(found.remembered, " · "),
                     .tone = tone});
  below.push_back(
      {.text = fmt::format("status {}, check before citing", mark(found.as_of)), .tone = tone});
  return line;
}

}  // namespace

view::Card state_card(const Library& library, value::StateCode state, const Date& on) {
  const model::StateRow& row = *library.row(state);
  view::Section section;
  auto& lines = section.lines;
  lines.push_back(named<model::RegionalGroupRow>(library, "regional_group", "UN regional group",
                                                 row.regional_group));
  lines.push_back(named<model::RegionRow>(library, "region", "sub-region", row.region));
  lines.push_back(memberships(library, state, row, on));
  lines.push_back(presence(library, state, on));
  lines.push_back(mechanisms(library, state, on));
  lines.push_back(country_mandate(library, state, on));
  lines.push_back(invitation(library, state, on));
  lines.push_back(institutions(library, state));
  lines.push_back(treaties(library, state, on));
  if (row.notes) {
    view::Line notes{.key = "notes", .label = "notes"};
    for (const auto& note : row.notes) notes.values.push_back({.text = note.str()});
    lines.push_back(std::move(notes));
  }
  return {.id = row.code.str(), .title = title(row), .sections = {std::move(section)}};
}

}  // namespace rapport::commands
