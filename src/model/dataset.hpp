// All records of a repository, with their ids resolved and what refers to each of them.
#pragma once

#include "base/arena.hpp"
#include "base/parallel_for.hpp"
#include "model/engagement.hpp"
#include "model/office.hpp"
#include "model/partner.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace rapport::model {

/// A use of a record's id in another record.
struct BackRef {
  const RecordHeader* from;
  const value::Field* row;  // the field the id stands in
  const Ref* ref;
};

/// What the reader found of one reference: which record holds it.
struct FoundRef {
  const RecordHeader* from;
  value::RefUse use;
};

/// Read-only once built; shared by all threads. Records lie in arenas that outlive it.
class Dataset {
 public:
  /// Sorts both lists by id, numbers the records, resolves `refs` and completes draft letters from
  /// their cases (model/complete.cpp). Of two records with one id the first by path is found. The
  /// references of one record stand together in `refs`, in the order of its text.
  void build(std::vector<Partner*> partners, std::vector<Engagement*> engagements,
             std::vector<FoundRef> refs, unsigned threads = 0);

  std::span<Partner* const> partners() const { return partners_; }
  std::span<Engagement* const> engagements() const { return engagements_; }
  /// By index: partners first, then engagements.
  const RecordHeader& head(std::uint32_t index) const;
  std::size_t size() const { return partners_.size() + engagements_.size(); }
  /// All records as they lie in memory: walking many in this order takes half the time.
  std::span<const RecordHeader* const> as_read() const { return as_read_; }
  /// Records with the id of another one, by index; `find` gives the other one.
  std::span<const std::uint32_t> duplicates() const { return duplicates_; }

  const RecordHeader* find(std::string_view id) const;  // null: no such record
  const Partner* partner(std::string_view id) const;
  const Engagement* engagement(std::string_view id) const;
  const Partner* partner(const Ref& ref) const;        // null: absent, dangling, office or not one
  const Engagement* engagement(const Ref& ref) const;  // likewise
  /// The record of that kind it leads to; null when there is none.
  const RecordHeader* target(const Ref& ref, value::Refers kind) const;
  const Partner& partner(const RecordHeader& head) const;  // head.kind must be partner
  const Engagement& engagement(const RecordHeader& head) const;

  /// Every use of this record's id, by index of the record it stands in.
  std::span<const BackRef> used_by(const RecordHeader& head) const;

 private:
  /// A place of the table of ids: a part of the id's hash, and 1 + the record's index.
  struct Slot {
    std::uint32_t tag = 0;
    std::uint32_t index_after = 0;
  };

  void index_ids(const base::ParallelFor& pool);
  void resolve(std::vector<FoundRef>& refs, const base::ParallelFor& pool);
  void resolve(std::span<FoundRef> refs) const;
  void index_uses(const std::vector<FoundRef>& refs, const std::vector<std::uint32_t>& order,
                  const std::vector<std::uint32_t>& targets);
  std::size_t slot_of(std::string_view id, std::uint64_t hash) const;

  std::vector<Partner*> partners_;
  std::vector<Engagement*> engagements_;
  std::vector<const RecordHeader*> as_read_;
  std::vector<std::string_view> ids_;  // by index
  std::vector<std::uint32_t> duplicates_;
  std::vector<Slot> slots_;  // open addressing over ids
  std::vector<BackRef> back_;
  std::vector<std::uint32_t> back_start_;  // by index, one more than there are records
  std::unique_ptr<base::Arena> completed_ = std::make_unique<base::Arena>();  // of draft letters
};

/// Fills a draft letter from the case it is part of, which `matter` is: whole rows that it does not
/// say itself. Lists that it takes are copied into `arena`.
void complete(Engagement& letter, const Engagement& matter, base::Arena& arena);

/// The record whose file the row's value was read from: the letter itself, or its case.
const RecordHeader& origin(const Engagement& letter, const value::Field& row);

}  // namespace rapport::model
