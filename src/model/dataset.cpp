#include "model/dataset.hpp"

#include "base/hash.hpp"

#include <algorithm>

namespace rapport::model {
namespace {

constexpr auto by_id = [](const auto* a, const auto* b) {
  return a->id() != b->id() ? a->id() < b->id() : a->head.source->path < b->head.source->path;
};

}  // namespace

void Dataset::build(std::vector<Partner*> partners, std::vector<Engagement*> engagements,
                    std::vector<FoundRef> refs) {
  partners_ = std::move(partners);
  engagements_ = std::move(engagements);
  std::ranges::sort(partners_, by_id);
  std::ranges::sort(engagements_, by_id);
  number();
  index_ids();
  resolve(refs);
  for (Engagement* letter : engagements_)
    if (letter->communication)
      if (const Engagement* matter = engagement(letter->part_of)) complete(*letter, *matter);
}

void Dataset::number() {
  std::uint32_t index = 0;
  for (Partner* partner : partners_) partner->head.index = index++;
  for (Engagement* engagement : engagements_) engagement->head.index = index++;
}

void Dataset::index_ids() {
  std::size_t slots = 64;
  while (slots < size() * 2) slots *= 2;
  slots_.assign(slots, 0);
  for (std::uint32_t i = 0; i < size(); ++i) {
    const std::string_view id = head(i).id();
    std::size_t at = base::hash(id) & (slots - 1);
    while (slots_[at] != 0 && head(slots_[at] - 1).id() != id) at = (at + 1) & (slots - 1);
    if (slots_[at] == 0) slots_[at] = i + 1;
  }
}

void Dataset::resolve(std::vector<FoundRef>& refs) {
  std::vector<std::uint32_t> counts(size() + 1, 0);
  for (FoundRef& found : refs) {
    Ref& ref = *found.use.ref;
    if (ref.id() == "office" || ref.id() == "holder") {
      ref.resolve(Ref::office);
    } else if (const Head* target = find(ref.id())) {
      ref.resolve(target->index + 1);
      ++counts[target->index + 1];
    }
  }
  for (std::size_t i = 1; i < counts.size(); ++i) counts[i] += counts[i - 1];
  back_start_ = counts;
  back_.resize(counts.back());
  std::ranges::sort(refs, {}, [](const FoundRef& found) {
    return std::pair{found.from->index, found.use.ref->offset()};
  });
  for (const FoundRef& found : refs) {
    const std::uint32_t target = found.use.ref->target();
    if (target == 0 || target == Ref::office) continue;
    back_[counts[target - 1]++] = {found.from, found.use.row, found.use.ref};
  }
}

const Head& Dataset::head(std::uint32_t index) const {
  if (index < partners_.size()) return partners_[index]->head;
  return engagements_[index - partners_.size()]->head;
}

const Head* Dataset::find(std::string_view id) const {
  if (slots_.empty()) return nullptr;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = base::hash(id) & mask; slots_[at] != 0; at = (at + 1) & mask)
    if (head(slots_[at] - 1).id() == id) return &head(slots_[at] - 1);
  return nullptr;
}

const Partner* Dataset::partner(std::string_view id) const {
  const Head* found = find(id);
  return found != nullptr && found->kind == RecordKind::partner ? &partner(*found) : nullptr;
}

const Engagement* Dataset::engagement(std::string_view id) const {
  const Head* found = find(id);
  return found != nullptr && found->kind == RecordKind::engagement ? &engagement(*found) : nullptr;
}

const Partner* Dataset::partner(const Ref& ref) const {
  if (ref.target() == 0 || ref.target() > partners_.size()) return nullptr;
  return partners_[ref.target() - 1];
}

const Engagement* Dataset::engagement(const Ref& ref) const {
  if (ref.target() == 0 || ref.is_office() || ref.target() <= partners_.size()) return nullptr;
  return engagements_[ref.target() - 1 - partners_.size()];
}

const Partner& Dataset::partner(const Head& head) const { return *partners_[head.index]; }

const Engagement& Dataset::engagement(const Head& head) const {
  return *engagements_[head.index - partners_.size()];
}

std::span<const BackRef> Dataset::used_by(const Head& head) const {
  const std::uint32_t start = back_start_[head.index];
  return {back_.data() + start, back_start_[head.index + 1] - start};
}

}  // namespace rapport::model
