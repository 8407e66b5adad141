#include "cli/answer/release.hpp"

#include "base/text.hpp"
#include "cli/answer/show.hpp"
#include "cli/recipient.hpp"
#include "cli/records.hpp"
#include "cli/session.hpp"
#include "model/record_type.hpp"
#include "release/consent.hpp"
#include "release/released.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

namespace rapport::cli {
namespace {

using model::Audience;
using model::RecordKind;
using release::Verdict;
using value::Reveals;

std::string plain(std::string_view word) { return base::replace_all(word, "-", " "); }

view::Value say(Verdict verdict, std::string_view given_for = {}) {
  switch (verdict.how) {
    case release::How::full:
      return {.text = fmt::format("shown: {}", plain(release::word(verdict.reason))),
              .tone = view::Tone::good};
    case release::How::initials:
      return {.text = fmt::format("initials: {}", plain(release::word(verdict.reason))),
              .tone = view::Tone::warning};
    case release::How::described:
      return {.text = fmt::format("described: {}", plain(release::word(verdict.reason))),
              .tone = view::Tone::warning};
    case release::How::withheld:
      break;
  }
  std::string reason = plain(release::word(verdict.reason));
  if (verdict.reason == release::Reason::consent_other_case && !given_for.empty())
    reason += fmt::format(" ({})", given_for);
  return {.text = fmt::format("withheld: {}", reason), .tone = view::Tone::bad};
}

std::string_view word(Reveals reveals) {
  switch (reveals) {
    case Reveals::unstated:
      return "for the office";
    case Reveals::open:
      return "open fields";
    case Reveals::identity:
      return "identity";
    case Reveals::contact:
      return "contacts";
    case Reveals::place:
      return "place";
    case Reveals::content:
      return "content";
    case Reveals::link:
      return "links";
    case Reveals::source:
      return "source";
  }
  return {};
}

/// The fields the record has, by what they give away.
std::map<Reveals, std::vector<std::string>> fields_of(const model::Partner& partner) {
  std::map<Reveals, std::vector<std::string>> fields;
  for (const value::Row& row : model::partner_type().rows().rows)
    if (row.type->present(row.of(&partner)))
      fields[row.meta.reveals].push_back(base::replace_all(row.name, "_", " "));
  return fields;
}

class Card {
 public:
  Card(Session& session, const model::Partner& partner, model::Use use,
       const model::Engagement* matter, const std::string& to)
      : session_(session),
        records_(*session.records()),
        partner_(partner),
        use_(use),
        matter_(matter),
        to_(to),
        fields_(fields_of(partner)) {}

  /// Audiences that the recipient is none of see nothing of it, and are passed over; where all are,
  /// the last one says why.
  base::Result<std::vector<view::Section>> sections() {
    std::vector<view::Section> sections;
    std::optional<base::Failure> trouble;
    for (std::size_t i = 1; i <= value::words_of<Audience>.size(); ++i) {
      const auto audience = static_cast<Audience>(i);
      auto purpose = purpose_for(audience);
      if (auto narrowed = narrow(session_, to_, purpose); !narrowed) {
        trouble = narrowed.failure();
        continue;
      }
      auto lines = lines_for(std::move(purpose));
      const std::string name(value::word(audience));
      if (!sections.empty() && same(sections.back().lines, lines)) {
        sections.back().heading += ", " + name;
        continue;
      }
      sections.push_back({.key = name, .heading = name, .lines = std::move(lines)});
    }
    if (sections.empty() && trouble) return *trouble;
    return sections;
  }

 private:
  /// Audiences next to each other that see the same are told together.
  static bool same(const std::vector<view::Line>& a, const std::vector<view::Line>& b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (a[i].label != b[i].label || a[i].values.size() != b[i].values.size()) return false;
      for (std::size_t j = 0; j < a[i].values.size(); ++j)
        if (a[i].values[j].text != b[i].values[j].text) return false;
    }
    return true;
  }

  release::Purpose purpose_for(Audience audience) const {
    release::Purpose purpose{.audience = audience, .use = use_, .on = session_.today()};
    purpose.subject = matter_;
    if (matter_ != nullptr && matter_->communication)
      if (const auto* addressee = records_.dataset.partner(matter_->communication->addressee))
        purpose.state = addressee->country;
    // Of a case the State concerned is where it happened; another one is named with --to.
    if (audience != Audience::other_states && matter_ != nullptr && matter_->case_ &&
        !matter_->case_->where.empty())
      purpose.state = *matter_->case_->where.begin();
    return purpose;
  }

  std::vector<view::Line> lines_for(release::Purpose purpose) {
    const release::Gate gate(records_.dataset, session_.library().codes(), std::move(purpose));
    std::vector<view::Line> lines;
    const auto* act = gate.permission(partner_, use_).act;
    const auto given_for = act == nullptr ? std::string_view{} : act->case_.id();
    lines.push_back(
        {.key = "entry", .label = "the partner", .values = {say(gate.entry(partner_), given_for)}});
    const auto verdicts = gate.verdicts(partner_);
    for (const auto& [reveals, names] : fields_) {
      view::Value value = say(verdicts[reveals], given_for);
      value.below.push_back({.text = base::join(names, ", "), .tone = view::Tone::faint});
      const std::string label(word(reveals));
      lines.push_back(
          {.key = base::replace_all(label, " ", "_"), .label = label, .values = {value}});
      if (reveals == Reveals::contact && verdicts[reveals].shows()) add_channels(lines, gate);
    }
    return lines;
  }

  void add_channels(std::vector<view::Line>& lines, const release::Gate& gate) const {
    for (const model::Contact& contact : partner_.contacts) {
      view::Value value = say(gate.channel(partner_, contact));
      lines.push_back({.key = "channel",
                       .label = fmt::format("  {} {}", contact.key.str(), contact.channel.str()),
                       .values = {std::move(value)}});
    }
  }

  Session& session_;
  const Records& records_;
  const model::Partner& partner_;
  model::Use use_;
  const model::Engagement* matter_;
  const std::string& to_;
  std::map<Reveals, std::vector<std::string>> fields_;
};

/// Without its case, what was agreed to looks like nothing.
void tell_case(const Session& session, const model::Partner& partner, model::Use use) {
  if (!release::needs_case(use)) return;
  std::vector<std::string_view> cases;
  for (const model::ConsentAct& act : partner.consent) {
    const bool gives = model::gives(act);
    const bool lists =
        std::ranges::any_of(act.uses, [use](const auto& word) { return word == use; });
    if (gives && lists && act.case_ && std::ranges::count(cases, act.case_.id()) == 0)
      cases.push_back(act.case_.id());
  }
  for (const auto id : cases)
    session.note(fmt::format("consent for {} is to a case: see --case {}", value::word(use), id));
}

}  // namespace

base::Result<view::Card> release_card(Session& session, const std::string& id, model::Use use,
                                      const std::string& matter, const std::string& to) {
  const Records& records = *session.records();
  const model::Partner* const partner = records.dataset.partner(id);
  if (partner == nullptr) return no_record(session, id, RecordKind::partner);
  const model::Engagement* about = nullptr;
  if (!matter.empty() && (about = records.dataset.engagement(matter)) == nullptr)
    return no_record(session, matter, RecordKind::engagement);
  const model::RecordId only[] = {{partner->head.index}};
  if (auto can = session.can_answer(only); !can) return can.failure();
  view::Card card{.id = id,
                  .title = fmt::format("{}: who sees what, for {}{}", id, value::word(use),
                                       matter.empty() ? "" : fmt::format(", in {}", matter)) +
                           (to.empty() ? std::string{} : ", to " + to)};
  auto sections = Card(session, *partner, use, about, to).sections();
  if (!sections) return sections.failure();
  card.sections = std::move(*sections);
  if (about == nullptr) tell_case(session, *partner, use);
  return card;
}

}  // namespace rapport::cli
