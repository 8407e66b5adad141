#include "commands/cards/reference_card.hpp"
#include "commands/cards/state_lines.hpp"
#include "commands/cards/words.hpp"
#include "mandate/competence.hpp"
#include "reference/dated.hpp"
#include "reference/names.hpp"
#include "reference/on_day.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

namespace rapport::commands {
namespace {

using reference::Recorded;
using reference::ReferenceData;
using value::Date;

/// The names of that day, in the three languages.
std::string title(const model::StateRow& today, const Date& on) {
  const model::StateRow row = reference::on_day(today, on);
  std::string title = fmt::format("{} ({}", row.name_en.str(), row.code.str());
  title += row.alpha2 ? fmt::format(", {})", row.alpha2.str()) : ")";
  for (const auto& name : {row.forms_fr ? row.forms_fr->name : row.name_fr,
                           row.forms_es ? row.forms_es->name : row.name_es})
    if (name) title += " · " + name.str();
  return title;
}

/// The names of earlier days, or of later ones when an earlier day is asked for.
void add_names(view::Section& section, const model::StateRow& row, const Date& on) {
  view::Line line{.key = "names", .label = "names"};
  for (const auto& former : row.former_names) {
    const std::string name = former.name_en ? former.name_en.str() : row.name_en.str();
    view::Value value{.text = fmt::format("{} until {}", name, in_words(former.until))};
    if (former.name_fr) value.text += " · " + former.name_fr.str();
    if (former.name_es) value.text += " · " + former.name_es.str();
    if (value::after(on, former.until) == value::Truth::maybe)
      value.below.push_back(
          {.text = "the day of the change is not recorded", .tone = view::Tone::warning});
    for (const auto& text : former.unverified)
      value.below.push_back({.text = "unverified: " + text.str(), .tone = view::Tone::warning});
    line.values.push_back(std::move(value));
  }
  if (line.values.empty()) return;
  line.values.push_back({.text = fmt::format("{} since then", row.name_en.str())});
  section.lines.push_back(std::move(line));
}

template <class T>
view::Line named(const ReferenceData& library, std::string_view key, std::string_view label,
                 const value::Text& code) {
  view::Line line{.key = std::string(key), .label = std::string(label)};
  for (const T& row : library.table<T>())
    if (code && row.code.str() == code.str()) line.values.push_back({.text = row.name_en.str()});
  if (line.values.empty()) line.values.push_back(not_recorded());
  return line;
}

/// Of a mission that ended, neither its beginning nor its human rights component is recorded.
void add_missions(view::Line& line, const ReferenceData& library, value::StateCode state,
                  const Date& on) {
  std::vector<view::Value> ended;
  for (const auto& mission : library.table<model::EndedMissionRow>()) {
    if (!(mission.host_state == state) || !mission.until) continue;
    const std::string code = mission.code.str();
    const std::string until = in_words(mission.until);
    if (value::sure_after(on, mission.until))
      ended.push_back(
          {.text = fmt::format("ended: {}, until {}", code, until), .tone = view::Tone::faint});
    else
      line.values.push_back(
          {.text = fmt::format("{} (mission, until {})", code, until),
           .below = {{.text = "not recorded: since when, and its human rights component",
                      .tone = view::Tone::warning}}});
  }
  if (line.values.empty()) line.values.push_back(not_recorded());
  for (auto& value : ended) line.values.push_back(std::move(value));
}

/// "perhaps not there on that day: seen in 2016, 2023".
std::string perhaps_absent(const model::PresenceRow& row) {
  std::string seen;
  for (const auto& day : row.seen) seen += (seen.empty() ? ": seen in " : ", ") + in_words(day);
  return "perhaps not there on that day" + (seen.empty() ? ": its day is not recorded" : seen);
}

view::Line presence(const ReferenceData& library, value::StateCode state, const Date& on) {
  view::Line line{.key = "un_presence", .label = "UN presence"};
  const auto found = mandate::presences(library, {state}, on);
  for (const auto& each : found.ranked) {
    const auto& provenance = library.table<model::PresenceRow>().of(*each.row);
    const Date as_of =
        each.row->as_of || provenance.file == nullptr ? each.row->as_of : provenance.file->as_of;
    view::Value value{
        .text = fmt::format("{} ({}; {})",
                            reference::name(library, each.id, reference::Language::en).text.str(),
                            value::label(each.row->kind.str()), mark(as_of))};
    if (each.row->since || each.row->until)
      value.below.push_back({.text = span(*each.row).substr(2)});
    if (each.may_be_absent)
      value.below.push_back({.text = perhaps_absent(*each.row), .tone = view::Tone::warning});
    if (each.to_check)
      value.below.push_back({.text = "to check before relying on it", .tone = view::Tone::warning});
    line.values.push_back(std::move(value));
  }
  for (const auto* row : found.planned)
    line.values.push_back(
        {.text = fmt::format("planned: {}", row->name_en.str()), .tone = view::Tone::faint});
  add_missions(line, library, state, on);
  return line;
}

/// Which of its ends the day may lie on either side of.
std::string uncertain_end(const mandate::CountryMandate& found, const Date& on) {
  if (found.activity.known != Recorded::maybe) return {};
  const bool is_start = value::before(on, found.activity.since) == value::Truth::maybe;
  return fmt::format(" ({} {}, day not recorded)", is_start ? "since" : "until",
                     in_words(is_start ? found.activity.since : found.row->until));
}

view::Line country_mandate(const ReferenceData& library, value::StateCode state, const Date& on) {
  const auto found = mandate::country_mandates(library, state, on);
  view::Line line{.key = "country_mandate", .label = "country mandate"};
  for (const auto& each : found.mandates)
    line.values.push_back(
        {.text =
             fmt::format("{}{}{}{}", each.activity.known == Recorded::yes ? "" : "perhaps ",
                         reference::name(library, each.id, reference::Language::en, on).text.str(),
                         uncertain_end(each, on),
                         each.by_address ? " (letters on its situation go here)" : "")});
  for (const auto& each : found.dormant)
    line.values.push_back(
        {.text = fmt::format("dormant: {}",
                             reference::name(library, each.id, reference::Language::en).text.str()),
         .tone = view::Tone::warning});
  if (!line.values.empty()) return line;
  if (found.known != Recorded::no) {
    line.values.push_back(not_recorded());
  } else {
    const bool later = value::sure_after(on, found.as_of);
    line.values.push_back({.text = later ? fmt::format("none ({})", mark(found.as_of)) : "none"});
  }
  return line;
}

view::Line invitation(const ReferenceData& library, value::StateCode state, const Date& on) {
  view::Line line{.key = "standing_invitation", .label = "standing invitation"};
  const auto found = reference::standing_invitation(library, state, on);
  if (found.known == Recorded::not_recorded) {
    line.values.push_back(not_recorded());
  } else {
    const bool since = found.row != nullptr && found.row->since;
    line.values.push_back(
        {.text =
             found.known == Recorded::no ? std::string("no")
             : found.known == Recorded::maybe
                 ? fmt::format("perhaps, since {}, day not recorded", in_words(found.row->since))
             : since ? fmt::format("yes, since {}", in_words(found.row->since))
                     : std::string("yes")});
  }
  return line;
}

view::Line institutions(const ReferenceData& library, value::StateCode state) {
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

}  // namespace

view::Card state_card(const ReferenceData& library, value::StateCode state, const Date& on) {
  const model::StateRow& row = *library.row(state);
  view::Section section;
  auto& lines = section.lines;
  add_names(section, row, on);
  lines.push_back(named<model::RegionalGroupRow>(library, "regional_group", "UN regional group",
                                                 row.regional_group));
  lines.push_back(named<model::RegionRow>(library, "region", "sub-region", row.region));
  lines.push_back(memberships(library, state, on));
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
  return {.id = row.code.str(), .title = title(row, on), .sections = {std::move(section)}};
}

}  // namespace rapport::commands
