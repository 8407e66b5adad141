// The programme day by day, and one page for each meeting.
#include "report/brief/brief.hpp"
#include "report/engine/contact.hpp"

#include <algorithm>
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

bool is_official(Setting setting) {
  using enum Setting;
  return setting == official || setting == press || setting == site_visit || setting == un ||
         setting == diplomatic;
}

Value people(const release::Links& links) {
  List list;
  for (const auto& partner : links.shown)
    list.push_back(Value::object()
                       .set("id", partner.id())
                       .set("name", value(partner.show<&Partner::name>()))
                       .set("honorific", value(partner.show<&Partner::honorific>()))
                       .set("kind", value(partner.show<&Partner::kind>())));
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
      .set("setting", value(slot.show<&Slot::setting>()))
      .set("status", value(slot.show<&Slot::status>()))
      .set("confirmed", slot.get<&Slot::status>() == SlotStatus::confirmed ||
                            slot.get<&Slot::status>() == SlotStatus::held)
      .set("interpreter", value(slot.show<&Slot::interpreter>()))
      .set("confidential", slot.get<&Slot::setting>() == Setting::confidential)
      .set("with", people(meeting.with));
}

/// Of the alleged victims of a case, how many agreed that their name is said to the State.
struct OralConsent {
  std::size_t agreed = 0;
  std::size_t all = 0;
};

OralConsent oral_consent(const Brief& brief, const std::string& case_id) {
  return brief.released.ask([&](const model::Dataset& data) {
    OralConsent count;
    const model::Engagement* matter = data.engagement(case_id);
    if (matter == nullptr || !matter->case_) return count;
    for (const auto& victim : matter->case_->alleged_victims) {
      const Partner* partner = data.partner(victim.partner);
      if (partner == nullptr) continue;
      ++count.all;
      if (release::consent(*partner, {.use = model::Use::raise_orally,
                                      .audience = model::Audience::state,
                                      .case_ = case_id,
                                      .state = brief.state,
                                      .on = brief.on}))
        ++count.agreed;
    }
    return count;
  });
}

Value raised(const Brief& brief, const Cleared<Slot>& slot) {
  List list;
  for (const auto& item : slot.list<&Slot::raise>()) {
    const auto matter = item.engagement<&model::Raised::case_>();
    Value object = Value::object()
                       .set("text", value(item.show<&model::Raised::text>()))
                       .set("how", value(item.show<&model::Raised::how>()))
                       .set("case", Value())
                       .set("all", 0)
                       .set("agreed", 0);
    if (matter) {
      const OralConsent count = oral_consent(brief, std::string(matter.id()));
      object.set("case", value(matter.show<&model::Engagement::title>()))
          .set("all", count.all)
          .set("agreed", count.agreed);
    }
    list.push_back(std::move(object));
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
      .set("kind", value(partner.show<&Partner::kind>()))
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
  std::size_t official = 0;
  std::size_t others = 0;
  for (const auto& slot : slots) {
    const bool counts = is_official(*slot.get<&Slot::setting>());
    const std::string label = counts ? std::to_string(++official) : "A" + std::to_string(++others);
    list.push_back({slot, label, slot.links<&Slot::with>()});
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
    pages.push_back(slot_values(meeting)
                        .set("profiles", std::move(profiles))
                        .set("raise", raised(brief, meeting.slot))
                        .set("avoid", avoided(meeting.slot))
                        .set("questions", texts(meeting.slot.texts<&Slot::questions>()))
                        .set("messages", texts(meeting.slot.texts<&Slot::messages>()))
                        .set("outcome", value(meeting.slot.show<&Slot::outcome>())));
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
              .set("channel", line.channel)
              .set("value", line.value)
              .set("hours", line.hours)
              .set("languages", line.languages)
              .set("verified", line.verified);
    }
  List list;
  for (auto& [circle, lines] : circles) {
    List rows;
    for (auto& [name, line] : lines) rows.push_back(std::move(line));
    list.push_back(Value::object().set("circle", value::word(circle)).set("partners", rows));
  }
  return list;
}

}  // namespace rapport::report
