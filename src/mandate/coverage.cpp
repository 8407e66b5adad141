#include "mandate/coverage.hpp"

#include "base/unicode.hpp"
#include "mandate/circle.hpp"

#include <algorithm>
#include <array>

namespace rapport::mandate {
namespace {

using model::Circle;
using model::Dataset;
using model::Date;
using model::Engagement;
using model::Partner;
using model::Slot;

struct Expected {
  Circle circle;
  bool usual;
};

// Whom visits meet, in the order in which reports list them.
constexpr std::array expected = {
    Expected{Circle::government, false},
    Expected{Circle::legislature, false},
    Expected{Circle::judiciary, false},
    Expected{Circle::local_authorities, false},
    Expected{Circle::nhri, false},
    Expected{Circle::defenders, false},
    Expected{Circle::women_defenders, false},
    Expected{Circle::civil_society, false},
    Expected{Circle::embassies, true},
    Expected{Circle::academics, true},
    Expected{Circle::media, true},
    Expected{Circle::business, true},
};

/// Met by what the meeting is.
bool counts_in(const Slot& slot, Circle circle) {
  if (circle == Circle::media && slot.setting == model::Setting::press) return true;
  return circle == Circle::embassies && slot.setting == model::Setting::diplomatic;
}

bool counts_in(const value::Block<model::Attended>& attendance, Circle circle) {
  return attendance && std::ranges::any_of(attendance->groups, [&](const auto& group) {
           return group.circle == circle;
         });
}

/// Whom the visit meets: in its meetings, and as its record says without telling which.
class Programme {
 public:
  Programme(const Dataset& data, const value::Codes& codes, const Engagement& visit)
      : codes_(codes) {
    for (const Slot& slot : visit.visit->programme) {
      if (!model::takes_place(slot)) continue;
      met_.push_back({.slot = &slot, .attendance = &slot.attendance, .partners = {}});
      for (const auto& ref : slot.with)
        if (const Partner* partner = data.partner(ref)) met_.back().partners.push_back(partner);
    }
    for (const auto& part : visit.partners)
      if (const Partner* partner = data.partner(part.partner); partner && !stayed_away(part))
        met_.push_back({.slot = nullptr, .attendance = nullptr, .partners = {partner}});
    met_.push_back({.slot = nullptr, .attendance = &visit.attendance, .partners = {}});
  }

  bool meets(Circle circle) const {
    return std::ranges::any_of(met_, [&](const Met& met) {
      const auto belongs = [&](const Partner* partner) {
        return is_in_circle(*partner, circle, codes_);
      };
      if (met.slot != nullptr && counts_in(*met.slot, circle)) return true;
      if (met.attendance != nullptr && counts_in(*met.attendance, circle)) return true;
      // They are met as a group when a meeting is theirs alone: that is what the circle is for.
      if (circle == Circle::women_defenders)
        return !met.partners.empty() && std::ranges::all_of(met.partners, belongs);
      return std::ranges::any_of(met.partners, belongs);
    });
  }

  bool meets_authority_of(const model::Text& area) const {
    const std::string wanted = base::fold(area.str());
    return meets_partner([&](const Partner& partner) {
      return is_in_circle(partner, Circle::local_authorities, codes_) &&
             std::ranges::any_of(partner.areas, [&](const model::Text& own) {
               return base::fold(own.str()) == wanted;
             });
    });
  }

  bool meets(const Partner* wanted) const {
    return wanted != nullptr &&
           meets_partner([&](const Partner& partner) { return &partner == wanted; });
  }

  /// The competent presence when one is known; where none is, whoever is there for the UN.
  bool meets(const Presences& presences) const {
    return meets_partner([&](const Partner& partner) {
      if (presences.ranked.empty()) return is_in_circle(partner, Circle::un, codes_);
      return partner.listed_as && partner.listed_as.row() == presences.ranked[0].id;
    });
  }

 private:
  struct Met {
    const Slot* slot;
    const value::Block<model::Attended>* attendance;
    std::vector<const Partner*> partners;
  };

  template <class Is>
  bool meets_partner(const Is& is) const {
    return std::ranges::any_of(met_, [&](const Met& met) {
      return std::ranges::any_of(met.partners,
                                 [&](const Partner* partner) { return is(*partner); });
    });
  }

  const value::Codes& codes_;
  std::vector<Met> met_;
};

std::vector<Gap> gaps_of(const Programme& programme, const Engagement& visit) {
  std::vector<Gap> gaps;
  for (const Expected& row : expected) {
    if (row.circle == Circle::local_authorities && !visit.areas.empty()) {
      for (const model::Text& area : visit.areas)
        if (!programme.meets_authority_of(area))
          gaps.push_back({.circle = row.circle, .usual = row.usual, .area = area});
    } else if (!programme.meets(row.circle)) {
      gaps.push_back({.circle = row.circle, .usual = row.usual, .area = {}});
    }
  }
  return gaps;
}

/// The State's own, in the capital and abroad.
bool is_of_state(const Partner* partner, model::StateCode state) {
  return state && partner != nullptr && partner->group() == model::Group::states &&
         partner->country == state;
}

bool is_in_or_about(const Engagement& record, const Engagement& visit) {
  return (visit.country && record.country == visit.country) ||
         (visit.territory && record.territory == visit.territory);
}

bool is_over(const Engagement& visit) {
  return visit.status == model::Status::held || visit.status == model::Status::cancelled;
}

std::vector<OpenCommitment> open_commitments(const Dataset& data, const Programme& programme,
                                             const Engagement& visit, Date on) {
  std::vector<OpenCommitment> found;
  const auto is_with = [&](const value::Ref& ref) {
    const Partner* partner = data.partner(ref);
    return programme.meets(partner) || is_of_state(partner, visit.country);
  };
  for (const Engagement* record : data.engagements())
    for (std::size_t i = 0; i < record->commitments.size(); ++i) {
      const model::Commitment& commitment = record->commitments[i];
      if (!model::is_open(commitment)) continue;
      if (record != &visit && !is_in_or_about(*record, visit) && !is_with(commitment.by) &&
          !is_with(commitment.to) && !is_related(data, visit, *record))
        continue;
      found.push_back({.record = record->head.index,
                       .item = i,
                       .by_office = commitment.by.is_office(),
                       .overdue = commitment.due && value::sure_after(on, commitment.due)});
    }
  return found;
}

bool is_to_state(const Dataset& data, const Engagement& record, model::StateCode state) {
  if (!record.communication || !record.communication->sent || !state) return false;
  const Partner* addressee = data.partner(record.communication->addressee);
  return addressee != nullptr && addressee->group() == model::Group::states &&
         addressee->country == state;
}

std::vector<LetterToState> letters_to(const Dataset& data, model::StateCode state,
                                      const Terms& terms, Date on) {
  std::vector<const Engagement*> letters;
  for (const Engagement* record : data.engagements())
    if (is_to_state(data, *record, state) && !value::sure_after(record->communication->sent, on))
      letters.push_back(record);
  std::ranges::stable_sort(letters, [](const Engagement* a, const Engagement* b) {
    return value::sorts_before(b->communication->sent, a->communication->sent);
  });
  std::vector<LetterToState> found;
  for (const Engagement* letter : letters)
    found.push_back({letter->head.index, reply_state(*letter->communication, terms, on)});
  return found;
}

}  // namespace

bool stayed_away(const model::Participation& part) {
  return part.status == model::Attendance::declined || part.status == model::Attendance::absent_;
}

bool is_related(const Dataset& data, const Engagement& visit, const Engagement& record) {
  return std::ranges::any_of(
      visit.related, [&](const value::Ref& ref) { return data.engagement(ref) == &record; });
}

bool belongs_to(const Dataset& data, const Engagement& visit, const Engagement& record,
                std::span<const Partner* const> met, const Counts& counts) {
  if (is_in_or_about(record, visit)) return true;
  return std::ranges::any_of(record.partners, [&](const model::Participation& part) {
    const Partner* partner = data.partner(part.partner);
    return partner != nullptr && !stayed_away(part) &&
           (is_of_state(partner, visit.country) || std::ranges::binary_search(met, partner)) &&
           counts(part, *partner, record);
  });
}

Coverage coverage(const Dataset& data, const reference::Library& library, const Engagement& visit,
                  const Terms& terms, Date on) {
  Coverage answer;
  if (!visit.visit) return answer;
  const Programme programme(data, library.codes(), visit);
  const Date start = visit.start ? visit.start.date() : on;
  answer.is_over = is_over(visit);
  answer.has_programme = !visit.visit->programme.empty();
  if (!answer.is_over) answer.gaps = gaps_of(programme, visit);
  answer.presences = presences(library, {visit.country, visit.territory}, start);
  answer.presence_met = programme.meets(answer.presences);
  answer.commitments = open_commitments(data, programme, visit, on);
  answer.letters = letters_to(data, visit.country, terms, on);
  return answer;
}

}  // namespace rapport::mandate
