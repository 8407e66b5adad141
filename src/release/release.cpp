#include "release/release.hpp"

#include "mandate/apart.hpp"
#include "model/dataset.hpp"
#include "release/marks.hpp"

#include <algorithm>
#include <numeric>

namespace rapport::release {
namespace {

using model::Engagement;
using model::Partner;
using model::RecordKind;

/// Those of the list who must not stand in it: whom somebody of it keeps apart from, or accuses.
/// Who is protected stays.
class Apart {
 public:
  Apart(const model::Dataset& data, const std::vector<const Partner*>& list, const value::Date& day)
      : data_(data), list_(list), day_(day), out_(list.size(), false) {
    for (const bool of_protected : {true, false})
      for (std::size_t i = 0; i < list.size(); ++i)
        if (!out_[i] && is_protected(*list[i]) == of_protected) look(i);
  }

  const std::vector<bool>& out() const { return out_; }

 private:
  void look(std::size_t i) {
    const Partner& one = *list_[i];
    if (one.keep_apart.empty() && !mandate::accuses_somebody(data_, one)) return;
    for (std::size_t j = 0; j < list_.size(); ++j) {
      const Partner& other = *list_[j];
      if (i == j || out_[j]) continue;
      if (!mandate::accuses(data_, one, other, day_) &&
          !mandate::keeps_apart(data_, one, other, day_))
        continue;
      const bool stays = is_protected(other) && !is_protected(one);
      out_[stays ? i : j] = true;
      if (stays) return;
    }
  }

  const model::Dataset& data_;
  const std::vector<const Partner*>& list_;
  value::Date day_;
  std::vector<bool> out_;
};

}  // namespace

std::size_t Withheld::total() const {
  return std::accumulate(counts_.begin(), counts_.end(), std::size_t{0});
}

std::vector<std::pair<Reason, std::size_t>> Withheld::by_reason() const {
  std::vector<std::pair<Reason, std::size_t>> list;
  for (std::size_t i = 0; i < counts_.size(); ++i)
    if (counts_[i] != 0) list.emplace_back(static_cast<Reason>(i), counts_[i]);
  return list;
}

Release::Release(const model::Dataset& data, const reference::ReferenceData& reference,
                 const model::Office& office, Purpose purpose)
    : reference_(reference), office_(office), gate_(data, reference.codes(), std::move(purpose)) {
  if (!gate_.is_for_office()) gate_.keep_handed_out(handed_out_);
}

std::vector<Cleared<Partner>> Release::partners(std::span<const RecordId> ids) {
  std::vector<Cleared<Partner>> cleared;
  for (const RecordId id : ids) {
    const model::RecordHeader& head = gate_.data().head(id.index);
    if (head.kind != RecordKind::partner) continue;
    const Partner& partner = gate_.data().partner(head);
    const Verdict entry = gate_.in_list(partner);
    if (entry.shows())
      cleared.push_back({gate_, head, partner, gate_.verdicts(partner)});
    else
      withheld_.add(entry.reason);
  }
  return cleared;
}

std::vector<Cleared<Partner>> Release::in_one_list(std::vector<Cleared<Partner>> list, Kept kept) {
  if (!gate_.is_for_office()) part_sides(list, kept);
  std::vector<const Partner*> partners;
  for (const auto& partner : list) partners.push_back(partner.value_);
  const Apart apart(gate_.data(), partners, gate_.purpose().on);
  std::size_t at = 0;
  std::erase_if(list, [&](const auto&) {
    if (!apart.out()[at++]) return false;
    withheld_.add(Reason::kept_apart);
    return true;
  });
  return list;
}

void Release::part_sides(std::vector<Cleared<Partner>>& cleared, Kept kept) {
  const auto of_society = [](const Cleared<Partner>& partner) {
    return is_civil_society(*partner.value_);
  };
  const auto of_states = [](const Cleared<Partner>& partner) {
    return is_authority(*partner.value_);
  };
  if (std::ranges::none_of(cleared, of_society) || std::ranges::none_of(cleared, of_states)) return;
  const auto left_out = kept == Kept::civil_society ? std::erase_if(cleared, of_states)
                                                    : std::erase_if(cleared, of_society);
  for (std::size_t i = 0; i < left_out; ++i) withheld_.add(Reason::kept_separate);
}

std::vector<Cleared<Engagement>> Release::engagements(std::span<const RecordId> ids) {
  std::vector<Cleared<Engagement>> cleared;
  for (const RecordId id : ids) {
    const model::RecordHeader& head = gate_.data().head(id.index);
    if (head.kind != RecordKind::engagement) continue;
    const Engagement& engagement = gate_.data().engagement(head);
    const Verdict seen = gate_.visible(engagement);
    if (seen.shows())
      cleared.push_back({gate_, head, engagement, gate_.verdicts(engagement)});
    else
      withheld_.add(seen.reason);
  }
  return cleared;
}

Cleared<Partner> Release::partner(std::string_view id) {
  const Partner* partner = gate_.data().partner(id);
  if (partner == nullptr) return {};
  if (!gate_.entry(*partner).shows()) return {};
  return {gate_, partner->head, *partner, gate_.verdicts(*partner)};
}

Cleared<Engagement> Release::engagement(std::string_view id) {
  const Engagement* engagement = gate_.data().engagement(id);
  if (engagement == nullptr) return {};
  if (!gate_.visible(*engagement).shows()) return {};
  return {gate_, engagement->head, *engagement, gate_.verdicts(*engagement)};
}

Cleared<Engagement> Release::engagement(RecordId id) {
  const Engagement& engagement = gate_.data().engagement(gate_.data().head(id.index));
  if (!gate_.visible(engagement).shows()) return {};
  return {gate_, engagement.head, engagement, gate_.verdicts(engagement)};
}

bool Release::shows_link(RecordId partner, RecordId engagement) const {
  const model::Dataset& data = gate_.data();
  return gate_
      .link(data.partner(data.head(partner.index)), data.engagement(data.head(engagement.index)))
      .shows();
}

model::Circle Release::circle(const Cleared<Partner>& partner) const {
  return mandate::circle_of(*partner.value_);
}

bool Release::is_with_help_of_ohchr(const Cleared<model::Slot>& slot) const {
  Purpose for_ohchr = purpose();
  for_ohchr.audience = model::Audience::ohchr;
  return Gate(gate_.data(), gate_.codes(), std::move(for_ohchr))
      .is_helped_by_ohchr(*slot.value_, *slot.head_);
}

std::vector<Release::ReservedTime> Release::reserved_times(std::string_view visit) const {
  std::vector<ReservedTime> times;
  const Engagement* engagement = gate_.data().engagement(visit);
  if (engagement == nullptr || !engagement->visit || !gate_.visible(*engagement).shows())
    return times;
  for (const model::Slot& slot : engagement->visit->programme)
    if (slot.shown_as == model::ShownAs::reserved && !gate_.slot(slot, engagement->head).shows())
      times.push_back({slot.at, slot.until});
  return times;
}

ReleasedText Release::summary_of(const Cleared<Engagement>& engagement) const {
  auto own = engagement.show<&Engagement::public_summary>();
  // What was sent does not change with its case.
  const auto& letter = engagement.value_->communication;
  if (own || (letter && letter->sent)) return own;
  const Engagement* matter = case_about(gate_.data(), *engagement.head_);
  const bool is_subject = engagement.value_ == purpose().subject;
  const Verdict seen = is_subject ? full(Reason::open_value) : gate_.visible(*matter);
  return gate_.render(matter->public_summary, matter->head, seen);
}

Release::Addressee Release::addressee_of(RecordId letter) const {
  const Engagement& engagement = gate_.data().engagement(gate_.data().head(letter.index));
  if (!engagement.communication) return {};
  const Partner* partner = gate_.data().partner(engagement.communication->addressee);
  if (partner == nullptr) return {};
  if (partner->group() == model::Group::states) return {.state = partner->country};
  if (gate_.entry(*partner).reason != Reason::public_body) return {};
  return {.name = partner->name.str()};
}

Cleared<model::Contact> Release::safe_channel(const Cleared<Partner>& partner) const {
  const model::Contact* best = nullptr;
  for (const model::Contact& contact : partner.value_->contacts) {
    if (!gate_.channel(*partner.value_, contact).shows()) continue;
    const bool preferred = contact.use == model::ContactUse::preferred;
    if (best == nullptr || (preferred && best->use != model::ContactUse::preferred))
      best = &contact;
  }
  if (best == nullptr) return {};
  return {gate_, *partner.head_, *best, partner.verdicts_};
}

}  // namespace rapport::release
