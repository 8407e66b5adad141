#include "model/dataset.hpp"

#include "base/fast_equal.hpp"
#include "base/hash.hpp"
#include "base/parallel_for.hpp"
#include "model/id.hpp"
#include "model/matter.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace rapport::model {
namespace {

constexpr std::size_t most_at_once = 32;      // references
constexpr std::size_t parallel_block = 4096;  // less is done before a thread has started

/// A record with the beginning of its id, so that sorting seldom has to look at the record.
template <class Record>
struct Entry {
  std::array<std::uint64_t, 3> start;
  Record* record;
};

/// The first 24 bytes as numbers that compare as the bytes do.
std::array<std::uint64_t, 3> start_of(std::string_view id) {
  std::array<unsigned char, 24> bytes{};
  std::memcpy(bytes.data(), id.data(), std::min(id.size(), bytes.size()));
  std::array<std::uint64_t, 3> start{};
  for (std::size_t i = 0; i < bytes.size(); ++i) start[i / 8] = start[i / 8] << 8 | bytes[i];
  return start;
}

template <class Record>
bool is_before(const Entry<Record>& a, const Entry<Record>& b) {
  if (a.start != b.start) return a.start < b.start;
  const RecordHeader& left = a.record->head;
  const RecordHeader& right = b.record->head;
  return left.id() != right.id() ? left.id() < right.id() : left.source->path < right.source->path;
}

template <class Record>
void sort_by_id(std::vector<Record*>& records, const base::ParallelFor& pool) {
  std::vector<Entry<Record>> entries(records.size());
  pool.run(
      records.size(),
      [&](unsigned, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
          entries[i] = {start_of(records[i]->id()), records[i]};
      },
      parallel_block);
  std::ranges::sort(entries, is_before<Record>);
  for (std::size_t i = 0; i < records.size(); ++i) records[i] = entries[i].record;
}

}  // namespace

void Dataset::build(std::vector<Partner*> partners, std::vector<Engagement*> engagements,
                    std::vector<FoundRef> refs, unsigned threads) {
  partners_ = std::move(partners);
  engagements_ = std::move(engagements);
  as_read_.reserve(size());
  for (const Partner* partner : partners_) as_read_.push_back(&partner->head);
  for (const Engagement* engagement : engagements_) as_read_.push_back(&engagement->head);
  const base::ParallelFor pool(threads);
  pool.run(
      2,
      [&](unsigned, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
          i == 0 ? sort_by_id(partners_, base::ParallelFor(1))
                 : sort_by_id(engagements_, base::ParallelFor(1));
      },
      1);
  index_ids(pool);
  resolve(refs, pool);
  for (Engagement* letter : engagements_)
    if (letter->communication)
      if (const Engagement* matter = case_of(*this, *letter))
        complete(*letter, *matter, *completed_);
}

/// Numbers the records in their order, and has their ids at hand.
void Dataset::index_ids(const base::ParallelFor& pool) {
  std::vector<std::uint64_t> hashes(size());
  ids_.resize(size());
  const auto number = [&](RecordHeader& head, std::size_t index) {
    head.index = static_cast<std::uint32_t>(index);
    ids_[index] = head.id();
    hashes[index] = base::hash(ids_[index]);
  };
  pool.run(
      size(),
      [&](unsigned, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
          number(
              i < partners_.size() ? partners_[i]->head : engagements_[i - partners_.size()]->head,
              i);
      },
      parallel_block);
  std::size_t slots = 64;
  while (slots < size() * 2) slots *= 2;
  slots_.assign(slots, {});
  for (std::uint32_t i = 0; i < size(); ++i) {
    Slot& slot = slots_[slot_of(ids_[i], hashes[i])];
    if (slot.index_after == 0)
      slot = {static_cast<std::uint32_t>(hashes[i] >> 32), i + 1};
    else
      duplicates_.push_back(i);
  }
}

/// Where `id` stands, or the empty place where it would.
std::size_t Dataset::slot_of(std::string_view id, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  const auto tag = static_cast<std::uint32_t>(hash >> 32);
  std::size_t at = hash & mask;
  while (slots_[at].index_after != 0 &&
         (slots_[at].tag != tag || !base::fast_equal(ids_[slots_[at].index_after - 1], id)))
    at = (at + 1) & mask;
  return at;
}

void Dataset::resolve(std::vector<FoundRef>& refs, const base::ParallelFor& pool) {
  std::vector<std::uint32_t> from(refs.size());  // records, which are far apart in memory
  std::vector<std::uint32_t> targets(refs.size());
  pool.run(
      refs.size(),
      [&](unsigned, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; i += most_at_once)
          resolve(std::span(refs).subspan(i, std::min(most_at_once, end - i)));
        for (std::size_t i = begin; i < end; ++i) {
          from[i] = refs[i].from->index;
          const Ref& ref = *refs[i].use.ref;
          targets[i] = ref.is_office() ? 0 : ref.target();
        }
      },
      parallel_block);
  // By record: those of one record were found in the order of its text, so counting is enough.
  std::vector<std::uint32_t> starts(size() + 1, 0);
  for (const std::uint32_t record : from) ++starts[record + 1];
  for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
  std::vector<std::uint32_t> order(refs.size());
  for (std::uint32_t i = 0; i < refs.size(); ++i) order[starts[from[i]]++] = i;
  index_uses(refs, order, targets);
}

/// Each step asks for the memory of the next one, for all of them: it is far apart, and waiting for
/// it one by one would take most of the time.
void Dataset::resolve(std::span<FoundRef> refs) const {
  std::array<std::uint64_t, most_at_once> hashes;
  std::array<std::uint32_t, most_at_once> likely;
  for (const FoundRef& found : refs) __builtin_prefetch(found.use.ref->id().data());
  for (std::size_t i = 0; i < refs.size(); ++i) {
    hashes[i] = base::hash(refs[i].use.ref->id());
    __builtin_prefetch(&slots_[hashes[i] & (slots_.size() - 1)]);
  }
  for (std::size_t i = 0; i < refs.size(); ++i) {
    likely[i] = slots_[hashes[i] & (slots_.size() - 1)].index_after;
    if (likely[i] != 0) __builtin_prefetch(&ids_[likely[i] - 1]);
  }
  for (std::size_t i = 0; i < refs.size(); ++i)
    if (likely[i] != 0) __builtin_prefetch(ids_[likely[i] - 1].data());
  for (std::size_t i = 0; i < refs.size(); ++i) {
    Ref& ref = *refs[i].use.ref;
    const std::uint32_t index_after = slots_[slot_of(ref.id(), hashes[i])].index_after;
    ref.resolve(stands_for_office(ref.id()) ? Ref::office : index_after);
  }
}

/// `order`: the references by the record they stand in. `targets`: 1 + the record they mean, 0 for
/// none.
void Dataset::index_uses(const std::vector<FoundRef>& refs, const std::vector<std::uint32_t>& order,
                         const std::vector<std::uint32_t>& targets) {
  std::vector<std::uint32_t> starts(size() + 1, 0);
  for (const std::uint32_t target : targets)
    if (target != 0) ++starts[target];
  for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
  back_start_ = starts;
  back_.resize(starts.back());
  for (const std::uint32_t i : order)
    if (targets[i] != 0)
      back_[starts[targets[i] - 1]++] = {refs[i].from, refs[i].use.row, refs[i].use.ref};
}

const RecordHeader& Dataset::head(std::uint32_t index) const {
  if (index < partners_.size()) return partners_[index]->head;
  return engagements_[index - partners_.size()]->head;
}

const RecordHeader* Dataset::find(std::string_view id) const {
  if (slots_.empty()) return nullptr;
  const Slot& slot = slots_[slot_of(id, base::hash(id))];
  return slot.index_after == 0 ? nullptr : &head(slot.index_after - 1);
}

const Partner* Dataset::partner(std::string_view id) const {
  const RecordHeader* found = find(id);
  return found != nullptr && found->kind == RecordKind::partner ? &partner(*found) : nullptr;
}

const Engagement* Dataset::engagement(std::string_view id) const {
  const RecordHeader* found = find(id);
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

const RecordHeader* Dataset::target(const Ref& ref, value::Refers kind) const {
  if (ref.target() == 0 || ref.is_office() || ref.target() > size()) return nullptr;
  const RecordHeader& found = head(ref.target() - 1);
  const bool is_partner = found.kind == RecordKind::partner;
  return kind == (is_partner ? value::Refers::partner : value::Refers::engagement) ? &found
                                                                                   : nullptr;
}

const Partner& Dataset::partner(const RecordHeader& head) const { return *partners_[head.index]; }

const Engagement& Dataset::engagement(const RecordHeader& head) const {
  return *engagements_[head.index - partners_.size()];
}

std::span<const BackRef> Dataset::used_by(const RecordHeader& head) const {
  const std::uint32_t start = back_start_[head.index];
  return {back_.data() + start, back_start_[head.index + 1] - start};
}

}  // namespace rapport::model
