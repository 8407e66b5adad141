#include "report/today/plans.hpp"

#include "base/text.hpp"
#include "report/deadlines/lines.hpp"
#include "report/engine/values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace rapport::report {
namespace {

using mandate::questions::Plan;
using mandate::questions::Planned;
using model::Engagement;
using release::Cleared;

/// A page of one line each has room for so many.
constexpr std::size_t names_shown = 3;

std::string some(std::vector<std::string> names) {
  const std::size_t more = names.size() > names_shown ? names.size() - names_shown : 0;
  names.resize(names.size() - more);
  std::string text = base::join(names, ", ");
  if (more != 0) text += fmt::format(" and {} more", more);
  return text;
}

std::string title_of(const Cleared<Engagement>& engagement) {
  return engagement.show<&Engagement::title>().text();
}

PlanLine engagement_plan(const Cleared<Engagement>& engagement) {
  std::string what = title_of(engagement);
  append_part(what, ", ", engagement.show<&Engagement::status>().text());
  if (const auto end = engagement.get<&Engagement::end>())
    append_part(what, ", until ", end.date().in_words());
  std::vector<std::string> who;
  for (const auto& part : engagement.list<&Engagement::partners>())
    for (const auto& name : names(part.links<&model::Participation::partner>()))
      who.push_back(name);
  return {in_words(engagement.show<&Engagement::kind>().text()), std::move(what),
          some(std::move(who))};
}

PlanLine programme_plan(const Cleared<Engagement>& visit, std::size_t meetings) {
  return {"programme", fmt::format("{} {}", meetings, meetings == 1 ? "meeting" : "meetings"),
          title_of(visit)};
}

PlanLine visit_step_plan(const Cleared<Engagement>& engagement, std::size_t item) {
  const auto visit = engagement.block<&Engagement::visit>();
  if (!visit) return {};
  const auto steps = visit.list<&model::Visit::steps>();
  if (item >= steps.size()) return {};
  return {"visit", in_words(steps[item].show<&model::Step::step>().text()), title_of(engagement)};
}

PlanLine case_step_plan(const Cleared<Engagement>& engagement, std::size_t item) {
  const auto matter = engagement.block<&Engagement::case_>();
  if (!matter) return {};
  const auto steps = matter.list<&model::Case::steps>();
  if (item >= steps.size()) return {};
  return {"case", steps[item].show<&model::CaseStep::step>().text(), title_of(engagement)};
}

PlanLine goal_plan(const Cleared<Engagement>& engagement, std::size_t item) {
  const auto goals = engagement.list<&Engagement::goals>();
  if (item >= goals.size()) return {};
  return {"review", goals[item].show<&model::Goal::text>().text(),
          some(names(goals[item].links<&model::Goal::with>()))};
}

PlanLine need_plan(const Cleared<Engagement>& engagement, std::size_t item) {
  const auto needs = engagement.list<&Engagement::needs>();
  if (item >= needs.size()) return {};
  std::string who = some(names(needs[item].links<&model::Need::raised_by>()));
  if (who.empty()) who = in_words(needs[item].show<&model::Need::circle>().text());
  return {"need", needs[item].show<&model::Need::text>().text(), std::move(who)};
}

PlanLine line_of(const Plan& plan, const Cleared<Engagement>& engagement) {
  switch (plan.what) {
    case Planned::programme:
      return programme_plan(engagement, plan.count);
    case Planned::visit_step:
      return visit_step_plan(engagement, plan.item);
    case Planned::case_step:
      return case_step_plan(engagement, plan.item);
    case Planned::goal:
      return goal_plan(engagement, plan.item);
    case Planned::need:
      return need_plan(engagement, plan.item);
    case Planned::engagement:
    case Planned::statement:
    case Planned::absent:
      break;
  }
  return engagement_plan(engagement);
}

}  // namespace

std::optional<PlanLine> plan_line(const Request& request, const Plan& plan) {
  const auto engagement = request.released.engagement(plan.record);
  if (!engagement) return {};
  PlanLine line = line_of(plan, engagement);
  if (line.what.empty()) return {};
  line.id = engagement.id();
  return line;
}

std::string names_to_check(const Request& request, model::RecordId letter) {
  const auto engagement = request.released.engagement(letter);
  if (!engagement) return {};
  const auto block = engagement.block<&Engagement::communication>();
  if (!block) return {};
  std::vector<std::string> named;
  for (const auto& victim : block.list<&model::Communication::alleged_victims>())
    if (const auto name = request.released.victim_name(victim)) {
      std::string text = name.text();
      const auto form = victim.show<&model::AllegedVictim::name_as>();
      if (form) text += fmt::format(" ({})", form.text());
      named.push_back(std::move(text));
    }
  return named.empty() ? "it names no one" : "names: " + base::join(named, ", ");
}

}  // namespace rapport::report
