#include "mandate/questions/coverage.hpp"

#include "base/unicode.hpp"
#include "mandate/circle.hpp"
#include "mandate/competence.hpp"
#include "mandate/visit.hpp"
#include "model/dataset.hpp"

#include <algorithm>
#include <array>

namespace rapport::mandate::questions {
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

/// Met by what the meeting is. Of a diplomatic one that holds only where nobody says who is met: a
/// regional organisation is diplomatic, and no embassy.
bool counts_in(const Slot& slot, Circle circle) {
  if (circle == Circle::media && slot.setting == model::Setting::press) return true;
  if (circle != Circle::embassies || slot.setting != model::Setting::diplomatic) return false;
  const auto has_circle = [](const model::AttendanceGroup& group) {
    return static_cast<bool>(group.circle);
  };
  return slot.with.empty() &&
         (!slot.attendance || std::ranges::none_of(slot.attendance->groups, has_circle));
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
  bool meets(const std::optional<value::RowId>& presence) const {
    return meets_partner([&](const Partner& partner) {
      if (!presence) return is_in_circle(partner, Circle::un, codes_);
      return partner.listed_as && partner.listed_as.row() == *presence;
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
      for (std::size_t i = 0; i < visit.areas.size(); ++i)
        if (!programme.meets_authority_of(visit.areas[i]))
          gaps.push_back({.circle = row.circle, .usual = row.usual, .area = i});
    } else if (!programme.meets(row.circle)) {
      gaps.push_back({.circle = row.circle, .usual = row.usual, .area = {}});
    }
  }
  return gaps;
}

bool has_passed(const Engagement& visit) {
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
      if (!is_due(data, *record, commitment)) continue;
      if (record != &visit && !exists(*record, visit) && !is_with(commitment.by) &&
          !is_with(commitment.to) && !is_related(data, visit, *record))
        continue;
      found.push_back({.record = {record->head.index},
                       .item = i,
                       .by_office = commitment.by.is_office(),
                       .overdue = commitment.due && value::sure_after(on, commitment.due) &&
                                  !is_over(data, *record)});
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
    found.push_back({{letter->head.index}, reply_state(data, *letter, terms, on)});
  return found;
}

}  // namespace

Coverage coverage(const Dataset& data, model::RecordId id, const reference::ReferenceData& library,
                  const Terms& terms, Date on) {
  Coverage answer;
  const Engagement& visit = data.engagement(data.head(id.index));
  if (!visit.visit) return answer;
  const Programme programme(data, library.codes(), visit);
  const Date start = visit.start ? visit.start.date() : on;
  const auto present = presences(library, {visit.country, visit.territory}, start);
  answer.is_over = has_passed(visit);
  answer.has_programme = !visit.visit->programme.empty();
  if (!answer.is_over) answer.gaps = gaps_of(programme, visit);
  if (!present.ranked.empty()) answer.presence = present.ranked[0].id;
  answer.presence_met = programme.meets(answer.presence);
  answer.commitments = open_commitments(data, programme, visit, on);
  answer.letters = letters_to(data, visit.country, terms, on);
  return answer;
}

}  // namespace rapport::mandate::questions
