#include "app/release.hpp"

#include "app/no_record.hpp"
#include "app/recipient.hpp"
#include "app/records.hpp"
#include "base/text.hpp"
#include "mandate/consent.hpp"
#include "model/record_type.hpp"
#include "release/release.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

namespace rapport::app {
namespace {

using model::Audience;
using model::RecordKind;
using release::Verdict;
using value::Reveals;

view::Value say(Verdict verdict, std::string_view given_for = {}) {
  switch (verdict.how) {
    case release::Disclosure::full:
      return {.text = fmt::format("shown: {}", value::label(release::word(verdict.reason))),
              .tone = view::Tone::good};
    case release::Disclosure::initials:
      return {.text = fmt::format("initials: {}", value::label(release::word(verdict.reason))),
              .tone = view::Tone::warning};
    case release::Disclosure::described:
      return {.text = fmt::format("described: {}", value::label(release::word(verdict.reason))),
              .tone = view::Tone::warning};
    case release::Disclosure::withheld:
      break;
  }
  std::string reason = value::label(release::word(verdict.reason));
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
  for (const value::Field& row : model::partner_type().rows().rows)
    if (row.type->present(row.of(&partner)))
      fields[row.meta.reveals].push_back(value::label(row.name));
  return fields;
}

class Card {
 public:
  Card(const Snapshot& snapshot, const ReleaseRequest& request, const model::Partner& partner,
       const model::Engagement* matter)
      : snapshot_(snapshot),
        request_(request),
        partner_(partner),
        matter_(matter),
        fields_(fields_of(partner)) {}

  /// Audiences that the recipient is none of see nothing of it, and are passed over; where all are,
  /// the last one says why.
  base::Result<std::vector<view::Section>> sections() {
    std::vector<view::Section> sections;
    std::optional<base::Failure> trouble;
    for (std::size_t i = 1; i <= value::words_of<Audience>.size(); ++i) {
      const auto audience = static_cast<Audience>(i);
      auto purpose = purpose_for(audience);
      if (auto narrowed = narrow(snapshot_, request_.to, purpose); !narrowed) {
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
    release::Purpose purpose{
        .audience = audience, .use = request_.use, .on = request_.occasion.today};
    purpose.subject = matter_;
    if (matter_ != nullptr && matter_->communication)
      if (const auto* addressee =
              snapshot_.records().dataset.partner(matter_->communication->addressee))
        purpose.state = addressee->country;
    // Of a case the State concerned is where it happened; another one is named with --to.
    if (audience != Audience::other_states && matter_ != nullptr && matter_->case_ &&
        !matter_->case_->where.empty())
      purpose.state = *matter_->case_->where.begin();
    return purpose;
  }

  std::vector<view::Line> lines_for(release::Purpose purpose) {
    const release::Gate gate(snapshot_.records().dataset, snapshot_.library().codes(),
                             std::move(purpose));
    std::vector<view::Line> lines;
    const auto* act = gate.permission(partner_, request_.use).act;
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

  const Snapshot& snapshot_;
  const ReleaseRequest& request_;
  const model::Partner& partner_;
  const model::Engagement* matter_;
  std::map<Reveals, std::vector<std::string>> fields_;
};

/// Without its case, what was agreed to looks like nothing.
std::vector<Note> cases_agreed_to(const model::Partner& partner, model::Use use) {
  std::vector<Note> notes;
  if (!mandate::needs_case(use)) return notes;
  std::vector<std::string_view> cases;
  for (const model::ConsentAct& act : partner.consent) {
    const bool gives = model::gives(act);
    const bool lists =
        std::ranges::any_of(act.uses, [use](const auto& word) { return word == use; });
    if (gives && lists && act.case_ && std::ranges::count(cases, act.case_.id()) == 0)
      cases.push_back(act.case_.id());
  }
  for (const auto id : cases)
    notes.push_back({NoteCode::consent_of_case, {std::string(value::word(use)), std::string(id)}});
  return notes;
}

}  // namespace

base::Result<Output> explain_release(const Snapshot& snapshot, const ReleaseRequest& request) {
  const Records& records = snapshot.records();
  const model::Partner* const partner = records.dataset.partner(request.partner);
  if (partner == nullptr) return no_record(snapshot, request.partner, RecordKind::partner);
  const model::Engagement* matter = nullptr;
  if (!request.case_.empty() && (matter = records.dataset.engagement(request.case_)) == nullptr)
    return no_record(snapshot, request.case_, RecordKind::engagement);
  const model::RecordId only[] = {{partner->head.index}};
  if (auto can = snapshot.can_answer(only); !can) return can.failure();
  view::Card card{
      .id = request.partner,
      .title = fmt::format("{}: who sees what, for {}{}", request.partner, value::word(request.use),
                           request.case_.empty() ? "" : fmt::format(", in {}", request.case_)) +
               (request.to.empty() ? std::string{} : ", to " + request.to)};
  auto sections = Card(snapshot, request, *partner, matter).sections();
  if (!sections) return sections.failure();
  card.sections = std::move(*sections);
  auto notes = matter == nullptr ? cases_agreed_to(*partner, request.use) : std::vector<Note>{};
  // Which fields a record has, and what was agreed to, is the office's.
  return Output{.basis = office_basis(snapshot, request.occasion.today),
                .content = view::Cards{.cards = {std::move(card)}},
                .notes = std::move(notes)};
}

}  // namespace rapport::app
