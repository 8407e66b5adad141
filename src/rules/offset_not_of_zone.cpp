#include "base/zone.hpp"
#include "model/dataset.hpp"
#include "rules/engine/item.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>

namespace rapport::rules::offset_not_of_zone_rule {
namespace {

using value::Moment;

std::string words(int offset) {
  const int minutes = std::abs(offset);
  return fmt::format("UTC{}{:02}:{:02}", offset < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

/// The files of zones are read once a run.
class Zones {
 public:
  const base::TimeZone* find(const std::string& name) {
    const auto [zone, is_new] = known_.try_emplace(name);
    if (is_new) zone->second = base::TimeZone::find(name);
    return zone->second ? &*zone->second : nullptr;
  }
  /// Another zone of the same country has this offset then: a visit goes there.
  bool has_elsewhere(const std::string& name, const Moment& moment) {
    return std::ranges::any_of(base::zones_of_same_country(name), [&](const std::string& other) {
      const auto* zone = find(other);
      return zone != nullptr && zone->offset_at(moment.instant()) == moment.offset_minutes();
    });
  }

 private:
  std::map<std::string, std::optional<base::TimeZone>> known_;
};

/// The same hour of the same day with the offset the zone has at it; nothing for an hour that is
/// left out when clocks go forward.
std::optional<Moment> with_offset_of(const base::TimeZone& zone, const Moment& moment) {
  const std::int64_t local = moment.instant() + moment.offset_minutes();
  for (const int step : {0, -60, 60}) {
    const auto offset = zone.offset_at(moment.instant() + step);
    if (!offset || zone.offset_at(local - *offset) != offset) continue;
    const char sign = *offset < 0 ? '-' : '+';
    const int minutes = std::abs(*offset);
    return Moment::parse(fmt::format("{}T{}{}{:02}:{:02}", moment.date().str(), moment.time(), sign,
                                     minutes / 60, minutes % 60));
  }
  return std::nullopt;
}

class Check {
 public:
  Check(const Engagement& engagement, Zones& zones, Report& report)
      : engagement_(engagement), zones_(zones), report_(report) {
    if (engagement.zone) zone_ = zones.find(engagement.zone.str());
  }

  void all() {
    if (engagement_.zone && zone_ == nullptr) return;
    check(engagement_.start, false);
    if (zone_ == nullptr) same(engagement_.start, engagement_.end, "the engagement ends");
    if (zone_ != nullptr) check(engagement_.end, false);
    if (!engagement_.visit) return;
    const Moment* first = nullptr;
    for (const auto& slot : engagement_.visit->programme) {
      const auto name = name_of_item(engagement_.visit->programme, slot);
      check(slot.at, true);
      const bool is_reported = check(slot.until, true);
      if (!is_reported) same(slot.at, slot.until, fmt::format("slot {} ends", name));
      if (zone_ != nullptr || !slot.at.has_time()) continue;
      if (first == nullptr) first = &slot.at;
      same(*first, slot.at, fmt::format("slot {} begins", name));
    }
  }

 private:
  /// It has the offset of the zone, or of another zone of the country where it `may_travel`.
  bool check(const Moment& moment, bool may_travel) {
    if (zone_ == nullptr || !moment.has_time()) return false;
    const auto offset = zone_->offset_at(moment.instant());
    if (!offset || *offset == moment.offset_minutes()) return false;
    const std::string zone = engagement_.zone.str();
    if (may_travel && zones_.has_elsewhere(zone, moment)) return false;
    const auto right = with_offset_of(*zone_, moment);
    Finding& finding = report_.add(
        engagement_.head, moment,
        right ? fmt::format("the time in {} is then {}, not {}", zone,
                            words(right->offset_minutes()), words(moment.offset_minutes()))
              : fmt::format("there is no {} on that day in {}: clocks go forward", moment.time(),
                            zone));
    finding.note(place_of(engagement_.head, engagement_.zone), "its zone");
    if (right)
      finding.fix(fmt::format("write {}, or correct the zone", right->str()), right->str());
    else
      finding.fix("write the time as clocks show it there");
    return true;
  }

  /// Without a zone that says why, two times of one place have one offset.
  void same(const Moment& one, const Moment& other, std::string_view what) {
    if (!one.has_time() || !other.has_time() || one.offset_minutes() == other.offset_minutes())
      return;
    if (zone_ != nullptr && zone_->offset_at(one.instant()) == one.offset_minutes() &&
        zone_->offset_at(other.instant()) == other.offset_minutes())
      return;
    report_
        .add(engagement_.head, other,
             fmt::format("{} at {}, and another time here is at {}", what,
                         words(other.offset_minutes()), words(one.offset_minutes())))
        .note(place_of(engagement_.head, one), "the other time")
        .fix(zone_ == nullptr ? "correct one of the two, or write the `zone` of the engagement"
                              : "correct one of the two");
  }

  const Engagement& engagement_;
  Zones& zones_;
  Report& report_;
  const base::TimeZone* zone_ = nullptr;
};

}  // namespace

extern const RuleSpec spec = {
    .severity = Severity::warning,
    .summary = "A time has an offset that its zone does not have on that day",
    .help =
        "Each time has its offset from UTC, and an engagement may have a `zone`. If the two "
        "disagree, most often because of summer time, a pack sends people an hour early or late. A "
        "meeting of a visit may be in another zone of the same country. This is not checked if "
        "this machine has no time zone data (package tzdata), or none for the zone, nor in years "
        "after 2037.",
    .example =
        "start: 2026-03-28T09:30+02:00\n"
        "zone: Europe/Zurich",
    .repository =
        [](const Context& context, Report& report) {
          Zones zones;
          for (const Engagement* engagement : context.data().engagements())
            Check(*engagement, zones, report).all();
        },
};

}  // namespace rapport::rules::offset_not_of_zone_rule
