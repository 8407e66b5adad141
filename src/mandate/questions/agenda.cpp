#include "mandate/questions/agenda.hpp"

#include "mandate/attendance.hpp"
#include "model/dataset.hpp"
#include "model/matter.hpp"
#include "model/office.hpp"

#include <algorithm>
#include <map>

namespace rapport::mandate::questions {
namespace {

using model::Date;
using model::Engagement;

bool is_planned(const Engagement& engagement) {
  return engagement.status != model::Status::held &&
         engagement.status != model::Status::cancelled &&
         engagement.status != model::Status::postponed;
}

/// Nobody has looked at it since it was due.
bool is_to_review(const model::Goal& goal) {
  return goal.status != model::GoalStatus::met && goal.status != model::GoalStatus::dropped &&
         std::ranges::none_of(goal.reviews, [&](const model::GoalReview& review) {
           return review.on && !value::sure_before(review.on, goal.next_review);
         });
}

class Planner {
 public:
  Planner(const AgendaTerms& asked, Date on) : asked_(asked), on_(on) {}

  void of(const Engagement& engagement) {
    if (is_planned(engagement)) plans_of(engagement);
    for (std::size_t i = 0; i < engagement.goals.size(); ++i)
      if (is_to_review(engagement.goals[i]) && is_by_then(engagement.goals[i].next_review))
        add(Planned::goal, engagement.goals[i].next_review, engagement, i);
    const Date raised = period(engagement).from;
    for (std::size_t i = 0; i < engagement.needs.size(); ++i) {
      const auto status = engagement.needs[i].status;
      if ((!status || status == model::NeedStatus::open) &&
          value::sure_before(raised, asked_.raised_before))
        add(Planned::need, raised, engagement, i);
    }
  }

  std::vector<Plan> sorted() {
    std::ranges::stable_sort(
        plans_, [](const Plan& a, const Plan& b) { return value::sorts_before(a.on, b.on); });
    return std::move(plans_);
  }

 private:
  void plans_of(const Engagement& engagement) {
    if (engagement.case_) return steps(engagement, engagement.case_->steps, Planned::case_step);
    if (engagement.statement && is_ahead(public_from(*engagement.statement)))
      return add(Planned::statement, public_from(*engagement.statement), engagement, 0);
    const Date end = engagement.end ? engagement.end.date() : engagement.start.date();
    if (is_by_then(engagement.start.date()) && !value::sure_before(end, on_))
      add(Planned::engagement, engagement.start.date(), engagement, 0);
    if (!engagement.visit) return;
    steps(engagement, engagement.visit->steps, Planned::visit_step);
    programme(engagement);
  }

  static Date public_from(const model::Statement& statement) {
    return statement.embargo_until ? statement.embargo_until.date() : statement.issued.date();
  }

  template <class Step>
  void steps(const Engagement& engagement, const model::List<Step>& list, Planned what) {
    for (std::size_t i = 0; i < list.size(); ++i)
      if (is_ahead(list[i].on)) add(what, list[i].on, engagement, i);
  }

  /// One plan a day: the programme of a visit is a document of its own.
  void programme(const Engagement& engagement) {
    std::map<Date::Days, std::uint32_t> days;
    for (const model::Slot& slot : engagement.visit->programme) {
      const Date day = slot.at.date();
      if (model::takes_place(slot) && slot.status != model::SlotStatus::held && is_ahead(day))
        ++days[day.first()];
    }
    for (const auto& [day, count] : days) {
      add(Planned::programme, Date::of(day), engagement, 0);
      plans_.back().count = count;
    }
  }

  bool is_by_then(const Date& date) const {
    return date && !date.is_unknown() && date.precision() != value::Precision::year &&
           !value::sure_after(date, asked_.until);
  }
  bool is_ahead(const Date& date) const {
    return is_by_then(date) && !value::sure_before(date, on_);
  }

  void add(Planned what, const Date& on, const Engagement& engagement, std::size_t item) {
    plans_.push_back({what, on, {engagement.head.index}, static_cast<std::uint32_t>(item)});
  }

  const AgendaTerms& asked_;
  Date on_;
  std::vector<Plan> plans_;
};

class StaffRecords {
 public:
  StaffRecords(const model::Dataset& data, const model::Staff& staff)
      : data_(data), staff_(staff) {}

  std::vector<model::RecordId> find() {
    for (const Engagement* engagement : data_.engagements()) {
      const Engagement* matter = model::case_of(data_, *engagement);
      if (has_part(*engagement) || (matter != nullptr && has_part(*matter)))
        found_.push_back({engagement->head.index});
    }
    std::ranges::sort(found_);
    for (const model::Partner* partner : data_.partners())
      if (is_named(partner->head)) partners_.push_back({partner->head.index});
    found_.insert(found_.begin(), partners_.begin(), partners_.end());
    std::ranges::sort(found_);
    return std::move(found_);
  }

 private:
  bool has_part(const Engagement& engagement) const {
    const Date then = period(engagement).from;
    const auto is_staff = [&](std::string_view who) {
      return who == staff_.key.str() || (who == "holder" && held_mandate(then));
    };
    const auto did = [&](const auto& step) { return is_staff(step.by.id()); };
    return std::ranges::any_of(engagement.delegation,
                               [&](const auto& each) { return is_staff(each.who.str()); }) ||
           (engagement.case_ && std::ranges::any_of(engagement.case_->steps, did)) ||
           (engagement.visit && std::ranges::any_of(engagement.visit->steps, did));
  }

  bool held_mandate(const Date& then) const {
    return staff_.role == model::StaffRole::holder &&
           value::within(then, staff_.since, staff_.until) != value::Truth::no;
  }

  bool is_named(const model::RecordHeader& partner) const {
    return std::ranges::any_of(data_.used_by(partner), [&](const model::BackRef& use) {
      return std::ranges::binary_search(found_, model::RecordId{use.from->index});
    });
  }

  const model::Dataset& data_;
  const model::Staff& staff_;
  std::vector<model::RecordId> found_;
  std::vector<model::RecordId> partners_;
};

}  // namespace

std::vector<Plan> agenda(const model::Dataset& data, const AgendaTerms& asked, Date on) {
  Planner planner(asked, on);
  for (const Engagement* engagement : data.engagements()) planner.of(*engagement);
  return planner.sorted();
}

std::vector<model::RecordId> records_of_staff(const model::Dataset& data,
                                              const model::Office& office, std::size_t staff) {
  return StaffRecords(data, office.staff[staff]).find();
}

}  // namespace rapport::mandate::questions
