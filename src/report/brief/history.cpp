// What was before: engagements, letters and their replies.
#include "report/brief/brief.hpp"

#include <algorithm>
#include <span>

namespace rapport::report {
namespace {

using model::Engagement;
using model::EngagementKind;
using model::RecordId;
using templates::List;
using templates::Value;

/// The day it began; of what took place once between two days, the first.
model::Date began(const Engagement& engagement) {
  if (engagement.start || engagement.between.empty()) return engagement.start.date();
  return engagement.between[0];
}

bool is_later(const Engagement* a, const Engagement* b) {
  const bool same_day = began(*a) == began(*b);
  return same_day ? a->start.minutes() > b->start.minutes()
                  : value::sorts_before(began(*b), began(*a));
}

Value line(const release::Cleared<Engagement>& engagement) {
  const auto between = engagement.values<&Engagement::between>();
  const auto start = engagement.get<&Engagement::start>();
  const bool is_range = !start && !between.empty();
  return Value::object()
      .set("when", value(start))
      .set("from", is_range ? value(between.front()) : Value())
      .set("to", is_range ? value(between.back()) : Value())
      .set("kind", in_words(engagement.show<&Engagement::kind>()))
      .set("title", value(engagement.show<&Engagement::title>()))
      .set("place", value(engagement.show<&Engagement::place>()))
      .set("summary", value(engagement.show<&Engagement::public_summary>()));
}

bool was_held(const Engagement& engagement, const model::Date& on) {
  return engagement.status == model::Status::held && !engagement.communication &&
         !(engagement.kind == EngagementKind::case_) && !value::sure_after(began(engagement), on);
}

/// What this edition may tell of: nobody's part as a source, and no part that may not be linked.
bool may_tell(const Brief& brief, const model::Participation& part, const model::Partner& partner,
              const Engagement& engagement) {
  if (brief.is_for_office()) return true;
  return part.role != model::Role::source &&
         brief.released.gate().link(partner, engagement).shows();
}

/// Whom the visit meets, as this edition shows it.
std::vector<const model::Partner*> met_in(const model::Dataset& data,
                                          const std::vector<Meeting>& meetings) {
  std::vector<const model::Partner*> met;
  for (const Meeting& meeting : meetings)
    for (const auto& partner : meeting.with.shown) met.push_back(data.partner(partner.id()));
  std::ranges::sort(met);
  return met;
}

/// The best reply, and the last one where that is another. A flag for each nature, so that the
/// template words them.
Value replies(const mandate::ReplyState& state) {
  using enum model::ReplyNature;
  std::vector<Value> list;
  for (const mandate::ReplyTold* reply : {&state.best, &state.last}) {
    if (reply->nature == absent) continue;
    list.push_back(Value::object()
                       .set("acknowledged", reply->nature == acknowledgement)
                       .set("asked_time", reply->nature == extension_request)
                       .set("refused", reply->nature == refusal)
                       .set("partial", reply->nature == partial)
                       .set("substantive", reply->nature == substantive)
                       .set("on", value(reply->on))
                       .set("late", reply->late));
  }
  return in_order(std::move(list));
}

Value lines(const Brief& brief, std::span<const RecordId> ids) {
  List list;
  for (const auto& engagement : brief.quote(ids)) list.push_back(line(engagement));
  return list;
}

}  // namespace

std::vector<RecordId> latest_first(const Brief& brief, const Wanted& wanted) {
  return brief.released.ask([&](const model::Dataset& data) {
    std::vector<const Engagement*> found;
    for (const Engagement* engagement : data.engagements())
      if (wanted(data, *engagement)) found.push_back(engagement);
    std::ranges::stable_sort(found, is_later);
    std::vector<RecordId> ids;
    for (const Engagement* engagement : found) ids.push_back({engagement->head.index});
    return ids;
  });
}

std::vector<release::Cleared<Engagement>> Brief::quote(std::span<const RecordId> ids) const {
  std::vector<release::Cleared<Engagement>> cleared;
  for (const RecordId& id : ids) {
    auto one = released.engagements(std::span(&id, 1));
    if (one.empty()) continue;
    quoted->insert(id);
    cleared.push_back(one.front());
  }
  return cleared;
}

Value history(const Brief& brief, const std::vector<Meeting>& meetings) {
  std::vector<const model::Partner*> met;
  const auto ids =
      latest_first(brief, [&](const model::Dataset& data, const Engagement& engagement) {
        if (engagement.id() == brief.request.subject || !was_held(engagement, brief.on))
          return false;
        if (met.empty()) met = met_in(data, meetings);
        const Engagement& visit = *data.engagement(brief.request.subject);
        // What the office relates to the visit is its own to know.
        if (brief.is_for_office() && mandate::is_related(data, visit, engagement)) return true;
        return mandate::belongs_to(data, visit, engagement, met,
                                   [&](const auto& part, const auto& partner, const auto& record) {
                                     return may_tell(brief, part, partner, record);
                                   });
      });
  return lines(brief, ids);
}

Value engagements_with(const Brief& brief, std::string_view partner, std::size_t most) {
  auto ids = latest_first(brief, [&](const model::Dataset& data, const Engagement& engagement) {
    if (engagement.id() == brief.request.subject || !was_held(engagement, brief.on)) return false;
    return std::ranges::any_of(engagement.partners, [&](const model::Participation& part) {
      const model::Partner* found = data.partner(part.partner);
      return found != nullptr && found->id() == partner && !mandate::stayed_away(part) &&
             may_tell(brief, part, *found, engagement);
    });
  });
  if (ids.size() > most) ids.resize(most);
  return lines(brief, ids);
}

Value letters(const Brief& brief) {
  List list;
  for (const auto& [record, state] : brief.coverage.letters) {
    const RecordId id{record};
    for (const auto& letter : brief.quote(std::span(&id, 1))) {
      const auto block = letter.block<&Engagement::communication>();
      list.push_back(Value::object()
                         .set("reference", value(block.show<&model::Communication::reference>()))
                         .set("type", value(block.show<&model::Communication::type>()))
                         .set("sent", value(block.get<&model::Communication::sent>()))
                         .set("title", value(letter.show<&Engagement::title>()))
                         .set("replies", replies(state))
                         .set("overdue", state.overdue));
    }
  }
  return list;
}

}  // namespace rapport::report
