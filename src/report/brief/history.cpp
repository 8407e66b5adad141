// What was before: engagements, letters and their replies, needs and promises that are open.
#include "mandate/clocks.hpp"
#include "report/brief/brief.hpp"

#include <algorithm>

namespace rapport::report {
namespace {

using model::Engagement;
using model::EngagementKind;
using release::RecordId;
using templates::List;
using templates::Value;

bool is_letter(const Engagement& engagement) { return static_cast<bool>(engagement.communication); }

bool concerns(const model::Dataset& data, const Engagement& engagement, model::StateCode state) {
  if (!is_letter(engagement)) return engagement.country == state;
  const model::Partner* addressee = data.partner(engagement.communication->addressee);
  return addressee != nullptr && addressee->country == state &&
         addressee->group() == model::Group::states;
}

/// By start, the latest first.
template <class Wanted>
std::vector<RecordId> latest_first(const Brief& brief, Wanted&& wanted) {
  return brief.released.ask([&](const model::Dataset& data) {
    std::vector<const Engagement*> found;
    for (const Engagement* engagement : data.engagements())
      if (wanted(data, *engagement)) found.push_back(engagement);
    std::ranges::stable_sort(found, [](const Engagement* a, const Engagement* b) {
      return value::sorts_before(b->start, a->start);
    });
    std::vector<RecordId> ids;
    for (const Engagement* engagement : found) ids.push_back({engagement->head.index});
    return ids;
  });
}

Value line(const Brief& brief, const release::Cleared<Engagement>& engagement) {
  (void)brief;
  return Value::object()
      .set("when", value(engagement.get<&Engagement::start>()))
      .set("kind", value(engagement.show<&Engagement::kind>()))
      .set("title", value(engagement.show<&Engagement::title>()))
      .set("place", value(engagement.show<&Engagement::place>()))
      .set("summary", value(engagement.show<&Engagement::public_summary>()));
}

bool was_held(const Engagement& engagement, const model::Date& on) {
  return engagement.status == model::Status::held && engagement.start &&
         !value::sure_after(engagement.start.date(), on);
}

std::string party(const release::Links& links, bool is_office, std::string_view office) {
  if (is_office) return std::string(office);
  std::string names;
  for (const auto& partner : links.shown)
    names += (names.empty() ? "" : ", ") + partner.show<&model::Partner::name>().text();
  return names;
}

}  // namespace

Value history(const Brief& brief) {
  const auto ids =
      latest_first(brief, [&](const model::Dataset& data, const Engagement& engagement) {
        return engagement.id() != brief.request.subject && !is_letter(engagement) &&
               engagement.kind != EngagementKind::case_ &&
               concerns(data, engagement, brief.state) && was_held(engagement, brief.on);
      });
  List list;
  for (const auto& engagement : brief.released.engagements(ids))
    list.push_back(line(brief, engagement));
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
  for (const auto& engagement : brief.released.engagements(ids))
    list.push_back(line(brief, engagement));
  return list;
}

Value letters(const Brief& brief) {
  const auto ids =
      latest_first(brief, [&](const model::Dataset& data, const Engagement& engagement) {
        return is_letter(engagement) && engagement.communication->sent &&
               concerns(data, engagement, brief.state);
      });
  const auto terms = mandate::terms(brief.released.office());
  List list;
  for (const auto& letter : brief.released.engagements(ids)) {
    const auto block = letter.block<&Engagement::communication>();
    const std::string id(letter.id());
    const auto reply = brief.released.ask([&](const model::Dataset& data) {
      return mandate::reply_state(*data.engagement(id)->communication, terms, brief.on);
    });
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
                           .set("status", value(need.show<&model::Need::status>()))
                           .set("circle", value(need.show<&model::Need::circle>()))
                           .set("since", value(engagement.get<&Engagement::start>())));
    }
  return list;
}

Value commitments(const Brief& brief) {
  const auto ids =
      latest_first(brief, [&](const model::Dataset& data, const Engagement& engagement) {
        return !engagement.commitments.empty() && concerns(data, engagement, brief.state);
      });
  const std::string office = brief.released.office().name.str();
  List list;
  for (const auto& engagement : brief.released.engagements(ids))
    for (const auto& promise : engagement.list<&Engagement::commitments>()) {
      const auto status = promise.get<&model::Commitment::status>();
      const auto what = promise.show<&model::Commitment::what>();
      if ((status && !(status == model::CommitmentStatus::open)) || !what) continue;
      const auto due = promise.get<&model::Commitment::due>();
      list.push_back(Value::object()
                         .set("by", party(promise.links<&model::Commitment::by>(),
                                          promise.is_office<&model::Commitment::by>(), office))
                         .set("to", party(promise.links<&model::Commitment::to>(),
                                          promise.is_office<&model::Commitment::to>(), office))
                         .set("what", value(what))
                         .set("due", value(due))
                         .set("overdue", value::sure_before(due, brief.on)));
    }
  return list;
}

}  // namespace rapport::report
