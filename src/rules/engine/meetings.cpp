#include "rules/engine/meetings.hpp"

namespace rapport::rules {
namespace {

bool was_there(const model::Participation& participation) {
  using enum model::Attendance;
  if (participation.status == declined || participation.status == absent_ ||
      participation.status == represented)
    return false;
  switch (*participation.role) {
    case model::Role::source:
    case model::Role::alleged_victim:
    case model::Role::alleged_perpetrator:
    case model::Role::author:
    case model::Role::addressee:
    case model::Role::co_signatory:
    case model::Role::sponsor:
      return false;
    default:
      return true;
  }
}

}  // namespace

const value::Ref* Meeting::at(std::size_t i) const {
  if (slot_ == nullptr) return was_there((*partners_)[i]) ? &(*partners_)[i].partner : nullptr;
  return i < slot_->with.size() ? &slot_->with[i] : &slot_->attended[i - slot_->with.size()];
}

bool Meeting::is_repeat(std::size_t i) const {
  const auto* ref = at(i);
  for (std::size_t j = 0; j < i; ++j)
    if (const auto* other = at(j); other != nullptr && other->target() == ref->target())
      return true;
  return false;
}

bool Meeting::has(std::uint32_t target) const {
  for (std::size_t i = 0; i < size(); ++i)
    if (const auto* ref = at(i); ref != nullptr && ref->target() == target) return true;
  return false;
}

bool brings_together(const model::Engagement& engagement) {
  using enum model::EngagementKind;
  switch (*engagement.kind) {
    case absent:
    case case_:
    case communication:
    case statement:
    case correspondence:
    case report:
    case call_for_input:
    case cooperation:
    case visit:
      return false;
    default:
      return true;
  }
}

}  // namespace rapport::rules
