// Who meets whom: the slots of a programme, and engagements that people take part in together.
#pragma once

#include "model/engagement.hpp"

namespace rapport::rules {

/// Those in one room, as the record lists them; a view of it.
class Meeting {
 public:
  explicit Meeting(const model::Slot& slot) : slot_(&slot) {}
  explicit Meeting(const model::Engagement& engagement) : partners_(&engagement.partners) {}

  const model::Slot* slot() const { return slot_; }
  std::size_t size() const {
    return slot_ != nullptr ? slot_->with.size() + slot_->attended.size() : partners_->size();
  }
  /// Null for one who was not there: declined, represented, or named in another role.
  const value::Ref* at(std::size_t i) const;
  /// The first entry of the same partner is an earlier one.
  bool is_repeat(std::size_t i) const;
  bool has(std::uint32_t target) const;

 private:
  const model::Slot* slot_ = nullptr;
  const model::List<model::Participation>* partners_ = nullptr;
};

/// The engagement itself is one where people meet.
bool brings_together(const model::Engagement& engagement);

template <class Visit>
void each_meeting(const model::Engagement& engagement, Visit&& visit) {
  if (engagement.status == model::Status::cancelled) return;
  if (engagement.partners.size() > 1 && brings_together(engagement)) visit(Meeting(engagement));
  if (!engagement.visit) return;
  for (const auto& slot : engagement.visit->programme)
    if (model::takes_place(slot)) visit(Meeting(slot));
}

}  // namespace rapport::rules
