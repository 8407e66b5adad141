// A record as one release lets it be read, field by field, for those who show any field: list, show
// and search. Reports have typed handles (cleared.hpp), under the same verdicts.
#pragma once

#include "release/cleared_field.hpp"
#include "release/gate.hpp"
#include "value/pinned.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::release {

class ClearedRecord {
 public:
  using Path = std::span<const value::Field* const>;

  /// The gate and the record must outlive it.
  ClearedRecord(const Gate& gate, const model::RecordHeader& head);

  std::string_view id() const { return head_->id(); }
  /// Whether it is in an output at all.
  Verdict entry() const;
  const Verdict& verdict(value::Reveals reveals) const { return verdicts_[reveals]; }

  /// The name of a partner or the title of an engagement, else its id.
  std::string title() const;
  /// That a partner wants not to be contacted, for the office; of others nothing.
  NoContact no_contact() const;

  /// Its fields in the order of its table, those of which something may be read.
  std::vector<ClearedField> fields() const;

  /// Every value at `path`, each text once. The record a value lies in decides, with every item and
  /// every link on the way to it; a reference is its id alone. Of a list that is pinned, the one
  /// item.
  std::vector<ReleasedText> values(Path path, const value::PinnedItems* pins = nullptr) const;

  /// The records that the references at `path` lead to, those that may be read by that link.
  std::vector<ClearedRecord> linked(Path path, const value::PinnedItems* pins = nullptr) const;

  /// Whether an item at `path` may be read.
  bool shows_item(Path path, const value::PinnedItems& pins) const;

  /// A value that was computed of this record, of a class of its own.
  struct Computed {
    const void* value;
    const value::Type& type;
    value::Reveals reveals;
    value::Refers refers = value::Refers::nothing;
    bool is_sure = true;
    bool stands_in = false;  // it is what another field says, and is printed as that
  };
  /// Adds what may be read of it, or at `path` behind it where it is a reference.
  void add_computed(const Computed& computed, Path path, std::vector<ReleasedText>& to,
                    const value::PinnedItems* pins = nullptr) const;
  /// The same of the records it leads to.
  void add_linked(const Computed& computed, Path path, std::vector<ClearedRecord>& to,
                  const value::PinnedItems* pins = nullptr) const;

 private:
  friend class RecordWalk;

  /// Where a block lies: in the record or its blocks alone, or in an item of a list.
  enum class Within { record, item };

  ClearedField clear(const value::Field& row, const value::Type& type, const void* value,
                     const Verdicts& verdicts, Within within) const;
  std::vector<ClearedField> clear_block(const void* fields, const value::Type& block,
                                        const Verdicts& verdicts, Within within) const;
  void clear_reference(ClearedField& field, const value::Ref& ref) const;

  const Gate* gate_;
  const model::RecordHeader* head_;
  Verdicts verdicts_;
};

}  // namespace rapport::release
