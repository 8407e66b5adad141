// What was before: engagements, letters and their replies.
#include "mandate/questions/history.hpp"

#include "report/brief/brief.hpp"

#include <algorithm>
#include <span>

namespace rapport::report {
namespace {

using model::Engagement;
using model::RecordId;
using questions::Past;
using templates::List;
using templates::Value;

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

/// This edition may tell of a part in it: of nobody's as a source, and of none that may not be
/// linked.
bool may_tell(const Brief& brief, const Past& past) {
  return std::ranges::any_of(past.parts, [&](const questions::Part& part) {
    return brief.is_for_office() ||
           (!part.as_source && brief.released.shows_link(part.partner, past.record));
  });
}

/// The best reply, and the last one where that is another. A flag for each nature, so that the
/// template words them; of one that its sender asked not to publish others read the date.
Value replies(const Brief& brief, const mandate::ReplyState& state) {
  using enum model::ReplyNature;
  const model::Audience audience = brief.released.purpose().audience;
  const bool reads_all = reads_unpublished(audience) || audience == model::Audience::state;
  std::vector<Value> list;
  for (const mandate::ReplyTold* reply : {&state.best, &state.last}) {
    if (reply->nature == absent) continue;
    const bool is_kept = reply->withheld && !reads_all;
    const auto nature = is_kept ? absent : reply->nature;
    list.push_back(Value::object()
                       .set("withheld", is_kept)
                       .set("acknowledged", nature == acknowledgement)
                       .set("asked_time", nature == extension_request)
                       .set("refused", nature == refusal)
                       .set("partial", nature == partial)
                       .set("substantive", nature == substantive)
                       .set("on", value(reply->on))
                       .set("late", reply->late && !is_kept));
  }
  return in_order(std::move(list));
}

Value lines(const Brief& brief, std::span<const RecordId> ids) {
  List list;
  for (const auto& engagement : brief.quote(ids)) list.push_back(line(engagement));
  return list;
}

}  // namespace

std::string Brief::name_of(model::TerritoryCode named) const {
  if (std::string text = disclaimer(library, named, request.language); !text.empty())
    disclaimers->insert(std::move(text));
  return territory_name(library, named, request.language);
}

std::vector<release::Cleared<Engagement>> Brief::quote(std::span<const RecordId> ids) const {
  std::vector<release::Cleared<Engagement>> cleared;
  for (const RecordId& id : ids) {
    auto one = released.engagements(std::span(&id, 1));
    if (one.empty()) continue;
    quoted->insert(id);
    name_of(one.front().get<&Engagement::territory>());  // its title may name it
    cleared.push_back(one.front());
  }
  return cleared;
}

Value history(const Brief& brief, const std::vector<Meeting>& meetings) {
  const auto past = brief.released.ask(questions::past_of_visit, brief.visit.record(),
                                       all_met(meetings), brief.on);
  std::vector<RecordId> ids;
  for (const Past& one : past)
    // What the office relates to the visit is its own to know.
    if (one.exists || (one.is_related && brief.is_for_office()) || may_tell(brief, one))
      ids.push_back(one.record);
  return lines(brief, ids);
}

Value engagements_with(const Brief& brief, RecordId partner, std::size_t most) {
  std::vector<RecordId> ids;
  for (const Past& one :
       brief.released.ask(questions::past_with, partner, brief.visit.record(), brief.on))
    if (ids.size() < most && may_tell(brief, one)) ids.push_back(one.record);
  return lines(brief, ids);
}

Value letters(const Brief& brief) {
  const bool marks_unpublished = model::reads_unpublished(brief.released.purpose().audience);
  List list;
  for (const auto& [id, state] : brief.coverage.letters) {
    for (const auto& letter : brief.quote(std::span(&id, 1))) {
      const auto block = letter.block<&Engagement::communication>();
      list.push_back(
          Value::object()
              .set("reference", value(block.show<&model::Communication::reference>()))
              .set("type", value(block.show<&model::Communication::type>()))
              .set("sent", value(block.get<&model::Communication::sent>()))
              .set("title", value(letter.show<&Engagement::title>()))
              .set("replies", replies(brief, state))
              .set("overdue", state.overdue)
              .set("not_public", marks_unpublished && !brief.released.is_published(letter)));
    }
  }
  return list;
}

}  // namespace rapport::report
