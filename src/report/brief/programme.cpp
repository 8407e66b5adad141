// The programme day by day, and one page for each meeting.
#include "base/text.hpp"
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

/// Each series is whole in every edition that has any of it, so that no number is missing there:
/// 1, 2, ... in all, U1, U2, ... where the UN reads too, O1, O2, ... where only OHCHR does, A1, A2,
/// ... in the office's own.
enum Series { official, with_un, with_ohchr, own };

Series series_of(const Brief& brief, const Cleared<Slot>& slot) {
  if (brief.released.is_with_help_of_ohchr(slot)) return with_ohchr;
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

/// People met without being named, by the words of their group or the circle they belong to.
std::vector<Value> groups(const Cleared<Slot>& slot) {
  using model::AttendanceGroup;
  std::vector<Value> list;
  const auto attendance = slot.block<&Slot::attendance>();
  if (!attendance) return list;
  for (const auto& group : attendance.list<&model::Attended::groups>()) {
    Value name = value(group.show<&AttendanceGroup::text>());
    if (!name.holds()) name = in_words(group.show<&AttendanceGroup::circle>());
    const auto count = group.get<&AttendanceGroup::count>();
    if (name.holds())
      list.push_back(Value::object()
                         .set("name", std::move(name))
                         .set("from", value(group.show<&AttendanceGroup::from>()))
                         .set("count", value(count)));
  }
  return list;
}

/// Whom a meeting is with: partners by name, then groups in words.
Value people(const release::Release& released, const Meeting& meeting) {
  std::vector<Value> list;
  for (const auto& partner : meeting.with.shown)
    list.push_back(Value::object()
                       .set("id", partner.id())
                       .set("name", value(partner.show<&Partner::name>()))
                       .set("honorific", value(partner.show<&Partner::honorific>()))
                       .set("kind", in_words(partner.show<&Partner::kind>()))
                       .set("no_contact", value(released.no_contact(partner))));
  for (Value& group : groups(meeting.slot))
    list.push_back(Value::object()
                       .set("id", Value())
                       .set("name", *group.find("name"))
                       .set("honorific", Value())
                       .set("kind", Value())
                       .set("no_contact", Value()));
  return in_order(std::move(list));
}

bool has_day(const model::Moment& at) { return at.date().precision() == value::Precision::day; }

/// A meeting whose day is still to be agreed comes after those on all the days that it may have.
bool is_earlier_meeting(const model::Moment& a, const model::Moment& b) {
  const auto key = [](const model::Moment& at) {
    const bool is_some_day = !at || at.date().is_unknown();
    return std::pair{is_some_day ? model::Date::Days::max() : at.date().last(), !has_day(at)};
  };
  const auto first = key(a);
  const auto second = key(b);
  return first != second ? first < second : value::sorts_before(a, b);
}

/// A time that is taken, and nothing else.
Value reserved_values(const model::Moment& at, const model::Moment& until) {
  Value object = Value::object();
  for (const auto* name :
       {"label", "place", "territory", "purpose", "setting", "status", "interpreter", "with"})
    object.set(name, Value());
  return object.set("reserved", true)
      .set("at", value(at))
      .set("has_day", has_day(at))
      .set("timed", at.has_time())
      .set("until", until.has_time() ? value(until) : Value())
      .set("confidential", false);
}

Value slot_values(const Brief& brief, const Meeting& meeting) {
  const auto& slot = meeting.slot;
  return Value::object()
      .set("reserved", false)
      .set("label", meeting.label)
      .set("at", value(slot.get<&Slot::at>()))
      .set("has_day", has_day(slot.get<&Slot::at>()))
      .set("timed", slot.get<&Slot::at>().has_time())
      .set("until", slot.get<&Slot::until>().has_time() ? value(slot.get<&Slot::until>()) : Value())
      .set("place", value(slot.show<&Slot::place>()))
      .set("territory", brief.name_of(slot.get<&Slot::territory>()))
      .set("purpose", value(slot.show<&Slot::purpose>()))
      .set("setting", in_words(slot.show<&Slot::setting>()))
      .set("status", in_words(slot.show<&Slot::status>()))
      .set("interpreter", value(slot.show<&Slot::interpreter>()))
      .set("confidential", slot.get<&Slot::setting>() == Setting::confidential)
      .set("with", people(brief.released, meeting));
}

}  // namespace

std::vector<Meeting> meetings(const Brief& brief) {
  auto slots = brief.block.list<&model::Visit::programme>();
  std::erase_if(slots, [&](const Cleared<Slot>& slot) {
    const bool shown = slot.verdicts()[value::Reveals::open].shows();
    return !shown || !model::takes_place(slot.get<&Slot::status>());
  });
  std::ranges::stable_sort(slots, [](const Cleared<Slot>& a, const Cleared<Slot>& b) {
    return is_earlier_meeting(a.get<&Slot::at>(), b.get<&Slot::at>());
  });
  std::vector<Meeting> list;
  constexpr std::array prefixes = {"", "U", "O", "A"};
  std::array<std::size_t, prefixes.size()> counts{};
  for (const auto& slot : slots) {
    const Series series = series_of(brief, slot);
    list.push_back(
        {slot, prefixes[series] + std::to_string(++counts[series]), slot.links<&Slot::with>()});
  }
  return list;
}

std::vector<model::RecordId> all_met(const std::vector<Meeting>& meetings) {
  std::vector<model::RecordId> ids;
  for (const Meeting& meeting : meetings)
    for (const auto& partner : meeting.with.shown) ids.push_back(partner.record());
  std::ranges::sort(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

Value programme(const Brief& brief, const std::vector<Meeting>& meetings) {
  struct Entry {
    model::Moment at;
    Value values;
  };
  std::vector<Entry> entries;
  for (const Meeting& meeting : meetings)
    entries.push_back({meeting.slot.get<&Slot::at>(), slot_values(brief, meeting)});
  for (const auto& time : brief.released.reserved_times(brief.request.subject))
    entries.push_back({time.at, reserved_values(time.at, time.until)});
  std::ranges::stable_sort(
      entries, [](const Entry& a, const Entry& b) { return is_earlier_meeting(a.at, b.at); });
  List days;
  List slots;
  model::Moment day;
  const auto close_day = [&] {
    if (!slots.empty())
      days.push_back(Value::object()
                         .set("date", value(day.date()))
                         .set("has_day", has_day(day))
                         .set("slots", std::move(slots)));
    slots.clear();
  };
  for (Entry& entry : entries) {
    // Without a date or with an unknown one it is the same day, which is still to be agreed.
    if (!(entry.at.date() == day.date()) && (value(entry.at).holds() || value(day).holds()))
      close_day();
    day = entry.at;
    slots.push_back(std::move(entry.values));
  }
  close_day();
  return days;
}

namespace {

/// What is open with whom is met.
Value commitments_with(const Meeting& meeting, const std::vector<CommitmentLine>& lines) {
  List list;
  for (const CommitmentLine& one : lines) {
    const auto is_party = [&](const Cleared<Partner>& partner) {
      return std::ranges::find(one.parties, partner.id()) != one.parties.end();
    };
    if (std::ranges::any_of(meeting.with.shown, is_party)) list.push_back(one.line);
  }
  return list;
}

/// Some of these lists or texts have something in them.
bool any_holds(const Value& page, std::initializer_list<const char*> names) {
  return std::ranges::any_of(names, [&](const char* name) { return page.find(name)->holds(); });
}

Value contact_values(const Brief& brief, const Cleared<Partner>& partner) {
  const ContactLine line = contact_line(brief.released, partner);
  brief.name_of(partner.get<&Partner::territory>());
  return Value::object()
      .set("name", line.name)
      .set("no_contact", value(brief.released.no_contact(partner)))
      .set("attention", line.attention)
      .set("channel", in_words(line.channel))
      .set("value", line.value)
      .set("hours", line.hours)
      .set("zone", line.zone)
      .set("languages", base::join(line.languages, ", "))
      .set("verified", value(line.verified));
}

}  // namespace

Value meeting_pages(const Brief& brief, const std::vector<Meeting>& meetings,
                    const std::vector<CommitmentLine>& lines) {
  List pages;
  for (const Meeting& meeting : meetings) {
    std::vector<Value> met_as_groups = groups(meeting.slot);
    List profiles;
    for (const auto& partner : meeting.with.shown) profiles.push_back(profile(brief, partner));
    Value page = slot_values(brief, meeting)
                     .set("profiles", std::move(profiles))
                     .set("groups", in_order(std::move(met_as_groups)))
                     .set("raise", raised(brief, meeting))
                     .set("avoid", avoided(meeting.slot))
                     .set("questions", plain(texts(meeting.slot.texts<&Slot::questions>())))
                     .set("messages", plain(texts(meeting.slot.texts<&Slot::messages>())))
                     .set("outcome", value(meeting.slot.show<&Slot::outcome>()))
                     .set("commitments", commitments_with(meeting, lines));
    // With something to say of its own: a sheet to take along.
    const bool prepared = any_holds(page, {"raise", "avoid", "questions", "messages", "outcome"});
    const bool has_points = prepared || page.find("commitments")->holds();
    if (!has_points && !any_holds(page, {"profiles", "groups"})) continue;
    pages.push_back(std::move(page.set("prepared", prepared).set("has_points", has_points)));
  }
  return pages;
}

Value contact_annex(const Brief& brief, const std::vector<Meeting>& meetings) {
  std::map<model::Circle, std::map<std::string, Value>> circles;
  // The pack contains the official programme, and lists of civil society never travel with that.
  // The office's own has a page for each of them in any case.
  const auto met = all_met(meetings);
  auto partners = brief.released.partners(met);
  if (!brief.is_for_office())
    partners = brief.released.in_one_list(std::move(partners), release::Release::Kept::authorities);
  for (const auto& partner : partners) {
    Value line = contact_values(brief, partner);
    if (!brief.is_for_office() && !line.find("value")->holds()) continue;
    circles[brief.released.circle(partner)]
           [partner.show<&Partner::name>().text() + std::string(partner.id())] = std::move(line);
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
