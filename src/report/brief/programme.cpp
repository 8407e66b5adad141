// The programme day by day, and one page for each meeting.
#include "release/describe.hpp"
#include "report/brief/brief.hpp"
#include "report/engine/contact.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace rapport::report {
namespace {

using model::Partner;
using model::Setting;
using model::Slot;
using model::SlotStatus;
using release::Cleared;
using templates::List;
using templates::Value;

constexpr std::size_t engagements_shown = 3;

/// Each series is whole in every edition that has any of it, so that no number is missing there:
/// 1, 2, ... in all, U1, U2, ... where the UN reads too, A1, A2, ... in the office's own.
enum Series { official, with_un, own };

Series series_of(const Cleared<Slot>& slot) {
  if (slot.get<&Slot::shown_as>()) return own;
  switch (*slot.get<&Slot::setting>()) {
    case Setting::official:
    case Setting::press:
    case Setting::site_visit:
      return official;
    case Setting::un:
    case Setting::diplomatic:
      return with_un;
    default:
      return own;
  }
}

Value people(const release::Links& links) {
  List list;
  for (const auto& partner : links.shown)
    list.push_back(Value::object()
                       .set("id", partner.id())
                       .set("name", value(partner.show<&Partner::name>()))
                       .set("honorific", value(partner.show<&Partner::honorific>()))
                       .set("kind", in_words(partner.show<&Partner::kind>())));
  return in_order(std::move(list));
}

Value texts(const std::vector<release::Shown>& shown) {
  List list;
  for (const auto& text : shown)
    if (text) list.emplace_back(text.text());
  return list;
}

/// A time that is taken, and nothing else.
Value reserved_values(const model::Moment& at, const model::Moment& until) {
  Value object = Value::object();
  for (const auto* name : {"label", "place", "purpose", "setting", "status", "interpreter", "with"})
    object.set(name, Value());
  return object.set("reserved", true)
      .set("at", value(at))
      .set("timed", at.has_time())
      .set("until", until.has_time() ? value(until) : Value())
      .set("confirmed", false)
      .set("confidential", false);
}

Value slot_values(const Meeting& meeting) {
  const auto& slot = meeting.slot;
  return Value::object()
      .set("reserved", false)
      .set("label", meeting.label)
      .set("at", value(slot.get<&Slot::at>()))
      .set("timed", slot.get<&Slot::at>().has_time())
      .set("until", slot.get<&Slot::until>().has_time() ? value(slot.get<&Slot::until>()) : Value())
      .set("place", value(slot.show<&Slot::place>()))
      .set("purpose", value(slot.show<&Slot::purpose>()))
      .set("setting", in_words(slot.show<&Slot::setting>()))
      .set("status", in_words(slot.show<&Slot::status>()))
      .set("confirmed", slot.get<&Slot::status>() == SlotStatus::confirmed ||
                            slot.get<&Slot::status>() == SlotStatus::held)
      .set("interpreter", value(slot.show<&Slot::interpreter>()))
      .set("confidential", slot.get<&Slot::setting>() == Setting::confidential)
      .set("with", people(meeting.with));
}

/// Of the alleged victims of a case, how many agreed that their name is said to all who are met.
struct OralConsent {
  std::size_t agreed = 0;
  std::size_t all = 0;
  bool has_others = false;  // who have no record, and so were not asked
};

bool agreed_to_all(const Brief& brief, const model::Dataset& data, const Partner& victim,
                   const std::string& case_id, const std::vector<std::string>& met) {
  return std::ranges::all_of(met, [&](const std::string& id) {
    const Partner* listener = data.partner(id);
    return listener != nullptr &&
           release::consent(victim, {.use = model::Use::raise_orally,
                                     .audience = release::audience_of(*listener),
                                     .case_ = case_id,
                                     .state = listener->country,
                                     .on = brief.on});
  });
}

OralConsent oral_consent(const Brief& brief, const std::string& case_id,
                         const std::vector<std::string>& met) {
  return brief.released.ask([&](const model::Dataset& data) {
    OralConsent count;
    const model::Engagement* matter = data.engagement(case_id);
    if (matter == nullptr || !matter->case_) return count;
    for (const auto& victim : matter->case_->alleged_victims) {
      const Partner* partner = data.partner(victim.partner);
      if (partner == nullptr) {
        count.has_others = true;
        continue;
      }
      ++count.all;
      if (agreed_to_all(brief, data, *partner, case_id, met)) ++count.agreed;
    }
    return count;
  });
}

Value raised(const Brief& brief, const Meeting& meeting) {
  std::vector<std::string> met;
  for (const auto& partner : meeting.with.shown) met.emplace_back(partner.id());
  List list;
  for (const auto& item : meeting.slot.list<&Slot::raise>()) {
    const auto matter = item.engagement<&model::Raised::case_>();
    const OralConsent count =
        matter ? oral_consent(brief, std::string(matter.id()), met) : OralConsent{};
    list.push_back(
        Value::object()
            .set("text", value(item.show<&model::Raised::text>()))
            .set("how", value(item.show<&model::Raised::how>()))
            .set("case", matter ? value(matter.show<&model::Engagement::title>()) : Value())
            .set("all", count.all)
            .set("agreed", count.agreed)
            .set("others", count.has_others));
  }
  return list;
}

Value avoided(const Cleared<Slot>& slot) {
  List list;
  for (const auto& item : slot.list<&Slot::avoid>()) {
    const auto matter = item.engagement<&model::Avoided::case_>();
    list.push_back(
        Value::object()
            .set("text", value(item.show<&model::Avoided::text>()))
            .set("case", matter ? value(matter.show<&model::Engagement::title>()) : Value()));
  }
  return list;
}

Value profile(const Brief& brief, const Cleared<Partner>& partner) {
  List themes;
  for (const auto theme : partner.values<&Partner::themes>())
    themes.emplace_back(brief.title_of(theme.row()));
  const ContactLine line = contact_line(brief.released, partner);
  return Value::object()
      .set("name", value(partner.show<&Partner::name>()))
      .set("honorific", value(partner.show<&Partner::honorific>()))
      .set("kind", in_words(partner.show<&Partner::kind>()))
      .set("post", line.attention)
      .set("languages", line.languages)
      .set("themes", themes)
      .set("engagements", engagements_with(brief, partner.id(), engagements_shown))
      .set("notes", value(partner.show<&Partner::notes>()));
}

}  // namespace

std::vector<Meeting> meetings(const Brief& brief) {
  auto slots = brief.block.list<&model::Visit::programme>();
  std::erase_if(slots, [&](const Cleared<Slot>& slot) {
    const auto status = slot.get<&Slot::status>();
    const bool shown = slot.verdicts()[value::Reveals::open].shows();
    return !shown || status == SlotStatus::refused || status == SlotStatus::cancelled;
  });
  std::ranges::stable_sort(slots, [](const Cleared<Slot>& a, const Cleared<Slot>& b) {
    return value::sorts_before(a.get<&Slot::at>(), b.get<&Slot::at>());
  });
  std::vector<Meeting> list;
  constexpr std::array prefixes = {"", "U", "A"};
  std::array<std::size_t, prefixes.size()> counts{};
  for (const auto& slot : slots) {
    const Series series = series_of(slot);
    list.push_back(
        {slot, prefixes[series] + std::to_string(++counts[series]), slot.links<&Slot::with>()});
  }
  return list;
}

Value programme(const Brief& brief, const std::vector<Meeting>& meetings) {
  struct Entry {
    model::Moment at;
    Value values;
  };
  std::vector<Entry> entries;
  for (const Meeting& meeting : meetings)
    entries.push_back({meeting.slot.get<&Slot::at>(), slot_values(meeting)});
  for (const auto& time : brief.released.reserved_times(brief.request.subject))
    entries.push_back({time.at, reserved_values(time.at, time.until)});
  std::ranges::stable_sort(
      entries, [](const Entry& a, const Entry& b) { return value::sorts_before(a.at, b.at); });
  List days;
  List slots;
  model::Date day;
  const auto close_day = [&] {
    if (!slots.empty())
      days.push_back(Value::object().set("date", value(day)).set("slots", std::move(slots)));
    slots.clear();
  };
  for (Entry& entry : entries) {
    if (!(entry.at.date() == day)) close_day();
    day = entry.at.date();
    slots.push_back(std::move(entry.values));
  }
  close_day();
  return days;
}

Value meeting_pages(const Brief& brief, const std::vector<Meeting>& meetings) {
  List pages;
  for (const Meeting& meeting : meetings) {
    if (meeting.with.shown.empty()) continue;
    List profiles;
    for (const auto& partner : meeting.with.shown) profiles.push_back(profile(brief, partner));
    Value page = slot_values(meeting)
                     .set("profiles", std::move(profiles))
                     .set("raise", raised(brief, meeting))
                     .set("avoid", avoided(meeting.slot))
                     .set("questions", texts(meeting.slot.texts<&Slot::questions>()))
                     .set("messages", texts(meeting.slot.texts<&Slot::messages>()))
                     .set("outcome", value(meeting.slot.show<&Slot::outcome>()));
    bool is_prepared = false;  // with something to say of its own: a sheet to take along
    for (const auto* name : {"raise", "avoid", "questions", "messages", "outcome"})
      is_prepared = is_prepared || page.find(name)->holds();
    pages.push_back(std::move(page.set("prepared", is_prepared)));
  }
  return pages;
}

Value contact_annex(const Brief& brief, const std::vector<Meeting>& meetings) {
  std::map<model::Circle, std::map<std::string, Value>> circles;
  for (const Meeting& meeting : meetings)
    for (const auto& linked : meeting.with.shown) {
      const auto partner = brief.released.partner(linked.id());
      if (!partner) continue;
      const ContactLine line = contact_line(brief.released, partner);
      circles[brief.released.circle(partner)][line.name + std::string(partner.id())] =
          Value::object()
              .set("name", line.name)
              .set("attention", line.attention)
              .set("channel", in_words(line.channel))
              .set("value", line.value)
              .set("hours", line.hours)
              .set("zone", line.zone)
              .set("languages", line.languages)
              .set("verified", value(line.verified));
    }
  List list;
  for (auto& [circle, lines] : circles) {
    List rows;
    for (auto& [name, line] : lines) rows.push_back(std::move(line));
    list.push_back(
        Value::object().set("circle", in_words(value::word(circle))).set("partners", rows));
  }
  return list;
}

}  // namespace rapport::report
