#include "model/matter.hpp"

#include "model/dataset.hpp"

namespace rapport::model {

const Engagement* case_of(const Dataset& data, const Engagement& part) {
  const Engagement* const whole = data.engagement(part.part_of);
  return whole != nullptr && whole->case_ ? whole : nullptr;
}

const Engagement& case_or_itself(const Dataset& data, const Engagement& engagement) {
  if (engagement.case_) return engagement;
  const Engagement* found = case_of(data, engagement);
  return found != nullptr ? *found : engagement;
}

std::vector<const Engagement*> letters_of(const Dataset& data, const Engagement& matter) {
  std::vector<const Engagement*> letters;
  if (!matter.case_) return letters;
  for (const BackRef& use : data.used_by(matter.head)) {
    if (use.from->kind != RecordKind::engagement) continue;
    const Engagement& letter = data.engagement(*use.from);
    if (letter.communication && use.ref == &letter.part_of) letters.push_back(&letter);
  }
  return letters;
}

}  // namespace rapport::model
