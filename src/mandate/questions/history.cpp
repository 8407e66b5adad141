#include "mandate/questions/history.hpp"

#include "mandate/visit.hpp"
#include "model/dataset.hpp"

#include <algorithm>
#include <span>

namespace rapport::mandate::questions {
namespace {

using model::CaseStatus;
using model::Dataset;
using model::Date;
using model::Engagement;
using model::Partner;
using model::RecordId;

/// The day it began; of what took place once between two days, the first.
Date began(const Engagement& engagement) {
  if (engagement.start || engagement.between.empty()) return engagement.start.date();
  return engagement.between[0];
}

bool is_later(const Engagement& a, const Engagement& b) {
  const bool same_day = began(a) == began(b);
  return same_day ? a.start.minutes() > b.start.minutes() : value::sorts_before(began(b), began(a));
}

bool was_held(const Engagement& engagement, const Date& on) {
  return engagement.status == model::Status::held && !engagement.communication &&
         !(engagement.kind == model::EngagementKind::case_) &&
         !value::sure_after(began(engagement), on);
}

Part part_of(const Partner& partner, const model::Participation& part) {
  return {{partner.head.index}, part.role == model::Role::source};
}

void sort_latest_first(const Dataset& data, std::vector<Past>& past) {
  std::ranges::stable_sort(past, [&](const Past& a, const Past& b) {
    return is_later(data.engagement(data.head(a.record.index)),
                    data.engagement(data.head(b.record.index)));
  });
}

template <class Wanted>
std::vector<RecordId> latest_first(const Dataset& data, const Wanted& wanted) {
  std::vector<const Engagement*> found;
  for (const Engagement* engagement : data.engagements())
    if (wanted(*engagement)) found.push_back(engagement);
  std::ranges::stable_sort(
      found, [](const Engagement* a, const Engagement* b) { return is_later(*a, *b); });
  std::vector<RecordId> ids;
  for (const Engagement* engagement : found) ids.push_back({engagement->head.index});
  return ids;
}

}  // namespace

std::vector<Past> past_of_visit(const Dataset& data, RecordId visit,
                                const std::vector<RecordId>& met, Date on) {
  const Engagement& own = data.engagement(data.head(visit.index));
  std::vector<Past> past;
  for (const Engagement* each : data.engagements()) {
    if (each->id() == own.id() || !was_held(*each, on)) continue;
    Past one{.record = {each->head.index},
             .exists = exists(*each, own),
             .is_related = is_related(data, own, *each),
             .parts = {}};
    for (const auto& part : each->partners) {
      const Partner* partner = data.partner(part.partner);
      if (partner == nullptr || stayed_away(part)) continue;
      if (is_of_state(partner, own.country) ||
          std::ranges::binary_search(met, RecordId{partner->head.index}))
        one.parts.push_back(part_of(*partner, part));
    }
    if (one.exists || one.is_related || !one.parts.empty()) past.push_back(std::move(one));
  }
  sort_latest_first(data, past);
  return past;
}

std::vector<Past> past_with(const Dataset& data, RecordId partner, RecordId visit, Date on) {
  const std::string_view own = data.head(visit.index).id();
  std::vector<Past> past;
  const model::RecordHeader* last = nullptr;
  for (const auto& use : data.used_by(data.head(partner.index))) {
    if (use.from == last || use.from->kind != model::RecordKind::engagement) continue;
    last = use.from;
    const Engagement& engagement = data.engagement(*use.from);
    if (engagement.id() == own || !was_held(engagement, on)) continue;
    Past one{.record = {engagement.head.index}, .parts = {}};
    for (const auto& part : engagement.partners) {
      const Partner* found = data.partner(part.partner);
      if (found != nullptr && found->head.index == partner.index && !stayed_away(part))
        one.parts.push_back(part_of(*found, part));
    }
    if (!one.parts.empty()) past.push_back(std::move(one));
  }
  sort_latest_first(data, past);
  return past;
}

std::vector<RecordId> open_cases(const Dataset& data, model::StateCode state) {
  if (!state) return {};
  return latest_first(data, [state](const Engagement& engagement) {
    if (!engagement.case_) return false;
    const auto& matter = *engagement.case_;
    const bool is_of_state =
        engagement.country == state || std::ranges::find(matter.where, state) != matter.where.end();
    return is_of_state && !model::is_over(matter);
  });
}

std::vector<RecordId> with_needs(const Dataset& data, model::StateCode state) {
  if (!state) return {};
  return latest_first(data, [state](const Engagement& engagement) {
    return !engagement.needs.empty() && engagement.country == state;
  });
}

}  // namespace rapport::mandate::questions
