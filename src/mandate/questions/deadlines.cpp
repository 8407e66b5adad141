#include "mandate/questions/deadlines.hpp"

#include "mandate/attendance.hpp"
#include "mandate/consent_end.hpp"
#include "model/dataset.hpp"
#include "model/matter.hpp"

#include <algorithm>

namespace rapport::mandate::questions {
namespace {

using model::CaseStatus;
using model::Date;
using model::Engagement;
using model::Partner;

class Finder {
 public:
  Finder(const model::Dataset& data, const DeadlineTerms& asked, const value::Codes& codes, Date on)
      : data_(data), asked_(asked), codes_(codes), on_(on) {}

  std::vector<Deadline> find() {
    for (const Engagement* engagement : data_.engagements()) of(*engagement);
    for (const Partner* partner : data_.partners()) of(*partner);
    return sorted();
  }

  std::vector<Deadline> find(const model::RecordHeader& head) {
    if (head.kind == model::RecordKind::partner)
      of(data_.partner(head));
    else
      of(data_.engagement(head));
    return sorted();
  }

 private:
  void of(const Engagement& engagement) {
    commitments(engagement);
    reply(engagement);
    publication(engagement);
    if (!is_over(data_, engagement)) signatures(engagement);
  }
  void of(const Partner& partner) {
    consent(partner);
    check_in(partner);
  }

  std::vector<Deadline> sorted() {
    std::ranges::stable_sort(found_, [](const Deadline& a, const Deadline& b) {
      return value::sorts_before(a.on, b.on);
    });
    return std::move(found_);
  }

  bool add(Due what, const Date& on, const model::RecordHeader& head, std::size_t item,
           bool may_be_late) {
    if (!on || on.is_unknown()) return false;
    if (asked_.until && value::sure_after(on, asked_.until)) return false;
    const bool is_past = value::sure_before(on, on_);
    if (is_past && !may_be_late) return false;
    found_.push_back({what, on, {head.index}, static_cast<std::uint32_t>(item), is_past});
    return true;
  }

  void commitments(const Engagement& engagement) {
    const auto& list = engagement.commitments;
    for (std::size_t i = 0; i < list.size(); ++i)
      if (is_due(data_, engagement, list[i]) &&
          add(Due::commitment, list[i].due, engagement.head, i, true))
        found_.back().by_office = list[i].by.is_office();
  }

  void publication(const Engagement& engagement) {
    if (!engagement.communication || !engagement.communication->sent) return;
    const auto& letter = *engagement.communication;
    if (!letter.publication || !letter.publication->on)
      add(Due::publicity, publication_due(engagement, asked_.terms, codes_), engagement.head, 0,
          false);
  }

  void reply(const Engagement& engagement) {
    if (!engagement.communication || !engagement.communication->sent) return;
    if (!waits_for_reply(data_, engagement, asked_.terms)) return;
    const auto& letter = *engagement.communication;
    const auto state = reply_state(data_, engagement, asked_.terms, on_, asked_.replies);
    if (state.level <= ReplyLevel::acknowledged &&
        add(Due::reply, reply_due(letter, asked_.terms), engagement.head, 0, true))
      found_.back().reply = state.best;
  }

  /// Of a draft that takes them from its case they are the case's.
  void signatures(const Engagement& engagement) {
    if (engagement.case_) return ask(engagement, engagement.case_->co_signatories, {});
    if (!engagement.communication || engagement.communication->sent) return;
    const auto& letter = *engagement.communication;
    const value::Field& row = value::field_of<&model::Communication::co_signatories>();
    if (&model::origin(engagement, row) != &engagement.head) return;
    ask(engagement, letter.co_signatories, *letter.type);
  }
  void ask(const Engagement& engagement, const model::List<model::CoSignatory>& signers,
           model::CommunicationType type) {
    for (std::size_t i = 0; i < signers.size(); ++i)
      if (signers[i].status == model::CosignStatus::asked)
        add(Due::signature, cosign_due(signers[i], type, asked_.terms), engagement.head, i, true);
  }

  void consent(const Partner& partner) {
    if (partner.consent.empty()) return;
    const auto ends = ends_of_consent(partner, on_);
    for (std::size_t i = 0; i < ends.size(); ++i)
      if (ends[i]) add(Due::consent, Date::of(ends[i].first()), partner.head, i, false);
  }

  void check_in(const Partner& partner) {
    if (!partner.risk || !partner.risk->check_in || model::is_dead(partner)) return;
    add(Due::check_in, check_in_due(partner, last_meeting(partner)), partner.head, 0, true);
  }

  /// The last day on which they surely met the office.
  Date last_meeting(const Partner& partner) const {
    Date last;
    const model::RecordHeader* before = nullptr;
    for (const auto& use : data_.used_by(partner.head)) {
      if (use.from->kind != model::RecordKind::engagement || use.from == before) continue;
      before = use.from;
      for (const Presence& one : who_was_there(data_.engagement(*use.from), on_)) {
        if (one.was_there != value::Truth::yes || !model::leads_to(*one.partner, partner.head))
          continue;
        const Date day = last_sure_day(one.when);
        if (!value::sure_before(day, on_)) continue;
        if (!last || value::sorts_before(last, day)) last = day;
      }
    }
    return last;
  }

  const model::Dataset& data_;
  const DeadlineTerms& asked_;
  const value::Codes& codes_;
  Date on_;
  std::vector<Deadline> found_;
};

}  // namespace

std::vector<Deadline> deadlines(const model::Dataset& data, const DeadlineTerms& asked,
                                const value::Codes& codes, Date on) {
  return Finder(data, asked, codes, on).find();
}

std::vector<Deadline> deadlines_of(const model::Dataset& data, model::RecordId record,
                                   const DeadlineTerms& asked, const value::Codes& codes, Date on) {
  return Finder(data, asked, codes, on).find(data.head(record.index));
}

}  // namespace rapport::mandate::questions
