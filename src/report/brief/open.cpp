// What is open: cases of the State, needs, and commitments both ways.
#include "base/text.hpp"
#include "mandate/questions/history.hpp"
#include "report/brief/brief.hpp"

#include <algorithm>

namespace rapport::report {
namespace {

using model::Commitment;
using model::Engagement;
using templates::List;
using templates::Value;

bool is_open(model::Word<model::NeedStatus> status) {
  using enum model::NeedStatus;
  return !status || status == open || status == partly || status == referred;
}

struct Party {
  std::string names;
  std::vector<std::string> ids;
};

Party party(const release::Links& links) {
  Party party{.names = base::join(names(links), ", "), .ids = {}};
  for (const auto& partner : links.shown) {
    party.ids.emplace_back(partner.id());
  }
  return party;
}

/// Without a line when what it says may not be shown.
CommitmentLine line(const release::Cleared<Commitment>& commitment) {
  const auto what = commitment.show<&Commitment::what>();
  if (!what) return {};
  Party by = party(commitment.links<&Commitment::by>());
  Party to = party(commitment.links<&Commitment::to>());
  by.ids.insert(by.ids.end(), to.ids.begin(), to.ids.end());
  return {.line = Value::object()
                      .set("by", by.names)
                      .set("by_office", commitment.is_office<&Commitment::by>())
                      .set("to", to.names)
                      .set("to_office", commitment.is_office<&Commitment::to>())
                      .set("what", value(what))
                      .set("due", value(commitment.get<&Commitment::due>())),
          .parties = std::move(by.ids)};
}

}  // namespace

Value open_cases(const Brief& brief) {
  if (!brief.is_for_office()) return List();
  const auto ids = brief.released.ask(questions::open_cases, brief.state);
  List list;
  for (const auto& matter : brief.quote(ids)) {
    const auto block = matter.block<&Engagement::case_>();
    std::vector<Value> victims;
    for (const auto& victim : block.list<&model::Case::alleged_victims>())
      if (const auto name = brief.released.victim_name(victim))
        victims.push_back(Value::object().set("name", value(name)));
    list.push_back(Value::object()
                       .set("id", std::string(matter.id()))
                       .set("title", value(matter.show<&Engagement::title>()))
                       .set("status", in_words(block.show<&model::Case::status>()))
                       .set("start", value(matter.get<&Engagement::start>()))
                       .set("has_victims", !victims.empty())
                       .set("victims", in_order(std::move(victims))));
  }
  return list;
}

Value needs(const Brief& brief) {
  const auto ids = brief.released.ask(questions::with_needs, brief.state);
  List list;
  for (const auto& engagement : brief.quote(ids))
    for (const auto& need : engagement.list<&Engagement::needs>()) {
      const auto text = need.show<&model::Need::text>();
      if (is_open(need.get<&model::Need::status>()) && text)
        list.push_back(Value::object()
                           .set("text", value(text))
                           .set("status", in_words(need.show<&model::Need::status>()))
                           .set("circle", in_words(need.show<&model::Need::circle>()))
                           .set("since", value(engagement.get<&Engagement::start>())));
    }
  return list;
}

std::vector<CommitmentLine> open_commitments(const Brief& brief) {
  std::vector<CommitmentLine> list;
  // A record with several commitments is asked for once.
  std::vector<release::Cleared<Engagement>> cleared;
  const questions::OpenCommitment* before = nullptr;
  for (const questions::OpenCommitment& open : brief.coverage.commitments) {
    if (before == nullptr || before->record != open.record)
      cleared = brief.quote(std::span(&open.record, 1));
    before = &open;
    if (cleared.empty()) continue;
    const auto commitments = cleared.front().list<&Engagement::commitments>();
    if (open.item >= commitments.size()) continue;
    CommitmentLine one = line(commitments[open.item]);
    if (!one.line.holds()) continue;
    one.line.set("overdue", open.overdue);
    list.push_back(std::move(one));
  }
  return list;
}

Value commitments(const std::vector<CommitmentLine>& lines) {
  List list;
  for (const CommitmentLine& one : lines) list.push_back(one.line);
  return list;
}

}  // namespace rapport::report
