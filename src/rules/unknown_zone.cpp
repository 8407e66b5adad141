#include "base/nearest.hpp"
#include "base/unicode.hpp"
#include "base/zone.hpp"
#include "model/dataset.hpp"
#include "rules/engine/faults.hpp"

#include <fmt/format.h>

#include <map>
#include <string>
#include <vector>

namespace rapport::rules::unknown_zone_rule {
namespace {

/// Each name is looked up once a run.
class Zones {
 public:
  bool has(const std::string& name) {
    const auto [known, is_new] = known_.try_emplace(name, false);
    if (is_new) known->second = base::TimeZone::find(name).has_value();
    return known->second;
  }
  std::string_view nearest(std::string_view name) {
    if (all_.empty()) all_ = base::all_time_zones();
    base::Nearest search(name);
    for (const auto& zone : all_) search.offer(zone);
    return search.best();
  }

 private:
  std::map<std::string, bool> known_;
  std::vector<std::string> all_;
};

void check(const RecordHeader& head, const value::Zone& zone, Zones& zones, Report& report) {
  if (!zone || zones.has(zone.str())) return;
  Finding& finding =
      report.add(head, zone, fmt::format("there is no time zone {}", quote(zone.str()))).quoting();
  if (const auto near = zones.nearest(zone.str()); !near.empty())
    finding.fix(fmt::format("write {}", near), std::string(near));
  else
    finding.fix("write one such as America/Guatemala or UTC");
}

}  // namespace

extern const RuleSpec spec = {
    .severity = Severity::warning,
    .summary = "A time zone is not in the tz database",
    .help =
        "Zones are called by their name in the tz database, Europe/Zurich, and the hours of a "
        "channel and the times of a visit depend on it. This is not checked if this machine has no "
        "time zone data (package tzdata).",
    .example = "zone: Europe/Zuerich",
    .repository =
        [](const Context& context, Report& report) {
          if (!base::has_time_zones()) return;
          Zones zones;
          for (const Engagement* engagement : context.data().engagements())
            check(engagement->head, engagement->zone, zones, report);
          for (const Partner* partner : context.data().partners())
            for (const auto& contact : partner->contacts)
              check(partner->head, contact.zone, zones, report);
        },
};

}  // namespace rapport::rules::unknown_zone_rule
