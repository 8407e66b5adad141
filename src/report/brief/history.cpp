// What was before: engagements, letters and their replies, needs and promises that are open.
#include "report/brief/brief.hpp"

#include <algorithm>
#include <span>

namespace rapport::report {
namespace {

using model::Engagement;
using model::EngagementKind;
using release::RecordId;
using templates::List;
using templates::Value;

bool concerns(const model::Dataset& data, const Engagement& engagement, model::StateCode state) {
  if (!engagement.communication) return engagement.country == state;
  const model::Partner* addressee = data.partner(engagement.communication->addressee);
  return addressee != nullptr && addressee->country == state &&
         addressee->group() == model::Group::states;
}

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

/// The latest first.
template <class Wanted>
std::vector<RecordId> latest_first(const Brief& brief, Wanted&& wanted) {
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

std::string party(const release::Links& links, bool is_office, std::string_view office) {
  if (is_office) return std::string(office);
  std::string names;
  for (const auto& partner : links.shown)
    names += (names.empty() ? "" : ", ") + partner.show<&model::Partner::name>().text();
  return names;
}

/// Nothing when what was promised may not be shown.
Value promised(const release::Cleared<model::Commitment>& promise, std::string_view office) {
  using model::Commitment;
  const auto what = promise.show<&Commitment::what>();
  if (!what) return {};
  return Value::object()
      .set("by",
           party(promise.links<&Commitment::by>(), promise.is_office<&Commitment::by>(), office))
      .set("to",
           party(promise.links<&Commitment::to>(), promise.is_office<&Commitment::to>(), office))
      .set("what", value(what))
      .set("due", value(promise.get<&Commitment::due>()));
}

}  // namespace

Value history(const Brief& brief) {
  const auto ids =
      latest_first(brief, [&](const model::Dataset& data, const Engagement& engagement) {
        return engagement.id() != brief.request.subject &&
               concerns(data, engagement, brief.state) && was_held(engagement, brief.on);
      });
  List list;
  for (const auto& engagement : brief.released.engagements(ids)) list.push_back(line(engagement));
  return list;
}

Value engagements_with(const Brief& brief, std::string_view partner, std::size_t most) {
  auto ids = latest_first(brief, [&](const model::Dataset& data, const Engagement& engagement) {
    if (engagement.id() == brief.request.subject || !was_held(engagement, brief.on)) return false;
    return std::ranges::any_of(engagement.partners, [&](const model::Participation& taken) {
      const model::Partner* found = data.partner(taken.partner);
      return found != nullptr && found->id() == partner;
    });
  });
  if (ids.size() > most) ids.resize(most);
  List list;
  for (const auto& engagement : brief.released.engagements(ids)) list.push_back(line(engagement));
  return list;
}

Value letters(const Brief& brief) {
  List list;
  for (const auto& [record, reply] : brief.coverage.letters) {
    const RecordId id{record};
    for (const auto& letter : brief.released.engagements(std::span(&id, 1))) {
      const auto block = letter.block<&Engagement::communication>();
      using Level = mandate::ReplyLevel;
      list.push_back(Value::object()
                         .set("reference", value(block.show<&model::Communication::reference>()))
                         .set("type", value(block.show<&model::Communication::type>()))
                         .set("sent", value(block.get<&model::Communication::sent>()))
                         .set("title", value(letter.show<&Engagement::title>()))
                         .set("replied_on", value(reply.on))
                         .set("no_reply", reply.level == Level::none)
                         .set("acknowledged", reply.level == Level::acknowledged)
                         .set("refused", reply.level == Level::refused)
                         .set("partial", reply.level == Level::partial)
                         .set("substantive", reply.level == Level::substantive)
                         .set("late", reply.late)
                         .set("overdue", reply.overdue));
    }
  }
  return list;
}

Value needs(const Brief& brief) {
  const auto ids =
      latest_first(brief, [&](const model::Dataset& data, const Engagement& engagement) {
        return !engagement.needs.empty() && concerns(data, engagement, brief.state);
      });
  List list;
  for (const auto& engagement : brief.released.engagements(ids))
    for (const auto& need : engagement.list<&Engagement::needs>()) {
      const auto status = need.get<&model::Need::status>();
      const bool open = !status || status == model::NeedStatus::open ||
                        status == model::NeedStatus::partly ||
                        status == model::NeedStatus::referred;
      const auto text = need.show<&model::Need::text>();
      if (open && text)
        list.push_back(Value::object()
                           .set("text", value(text))
                           .set("status", in_words(need.show<&model::Need::status>()))
                           .set("circle", in_words(need.show<&model::Need::circle>()))
                           .set("since", value(engagement.get<&Engagement::start>())));
    }
  return list;
}

Value commitments(const Brief& brief) {
  const std::string office = brief.released.office().name.str();
  List list;
  RecordId asked;  // a record with several promises is asked for once
  std::vector<release::Cleared<Engagement>> cleared;
  const mandate::OpenCommitment* before = nullptr;
  for (const mandate::OpenCommitment& open : brief.coverage.commitments) {
    asked.index = open.record;
    if (before == nullptr || before->record != open.record)
      cleared = brief.released.engagements(std::span(&asked, 1));
    before = &open;
    if (cleared.empty()) continue;
    const auto promises = cleared.front().list<&Engagement::commitments>();
    if (open.item >= promises.size()) continue;
    if (Value line = promised(promises[open.item], office); line.holds())
      list.push_back(std::move(line.set("overdue", open.overdue)));
  }
  return list;
}

}  // namespace rapport::report
