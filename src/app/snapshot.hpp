// An office's repository as it was read once, with the reference data. Every output rests on one,
// and keeps it for as long as it lives. Nothing here knows a terminal.
#pragma once

#include "base/result.hpp"
#include "model/record.hpp"
#include "model/vocabulary.hpp"
#include "reference/reference_data.hpp"
#include "value/trouble.hpp"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::model {
enum class EngagementKind : std::uint8_t;
}
namespace rapport::store {
struct OnRecord;
struct Reading;
struct Texts;
}  // namespace rapport::store

namespace rapport::app {

struct Records;  // app/records.hpp: not for commands

/// The shipped reference data with the office's own rows, where there is an office.
struct Reference {
  std::string root = {};  // empty: shipped rows only
  reference::ReferenceData library = {};
  std::vector<value::PathTrouble> troubles = {};  // what kept files of reference/ from being read

  /// Fails when one of them may have the row that is asked for.
  base::Done own_rows_are_readable() const;
};

std::shared_ptr<const Reference> read_reference(const std::string& root);
/// The rows among `texts`, which are those of the same repository at another time.
std::shared_ptr<const Reference> read_reference(const std::string& root, const store::Texts& texts);

class Snapshot : public std::enable_shared_from_this<Snapshot> {
 public:
  /// Reads all records of the root of `reference`. Those that cannot be read are not in it, and
  /// `unreadable` names them. Each is shown to `on_record` first.
  static base::Result<std::shared_ptr<const Snapshot>> read(
      std::shared_ptr<const Reference> reference, unsigned threads,
      const store::OnRecord& on_record);
  static base::Result<std::shared_ptr<const Snapshot>> read(
      std::shared_ptr<const Reference> reference, unsigned threads);
  /// Reads the records among `texts`; the snapshot keeps their memory.
  static base::Result<std::shared_ptr<const Snapshot>> of(
      std::shared_ptr<const Reference> reference, unsigned threads, store::Texts texts);
  /// For what is printed from a repository and not from its records.
  static std::shared_ptr<const Snapshot> without_records(
      std::shared_ptr<const Reference> reference);
  ~Snapshot();
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

  const std::string& root() const { return reference_->root; }
  const Reference& reference() const { return *reference_; }
  const std::shared_ptr<const Reference>& shared_reference() const { return reference_; }
  const reference::ReferenceData& library() const { return reference_->library; }

  /// All files as they were read, the office's own rows too.
  store::Texts texts() const;

  /// For what app/ itself does with the records.
  const Records& records() const { return *records_; }

  /// Fails when a file cannot be read as a record: any answer might need what it says.
  base::Done is_readable() const;

  /// The ids of all records of a kind, sorted.
  std::vector<std::string_view> ids(model::RecordKind kind) const;
  /// Those of engagements of one kind.
  std::vector<std::string_view> ids(model::EngagementKind kind) const;

  /// Fails when one of these records, or one it refers to, has a value that could not be read, or
  /// when it shares its id with another: an answer from it would be wrong.
  base::Done can_answer(std::span<const model::RecordId> records) const;

  /// Fails when any record has a value that could not be read.
  base::Done all_values_are_read() const;

 private:
  explicit Snapshot(std::shared_ptr<const Reference> reference);

  void take(store::Reading reading, unsigned threads);

  std::shared_ptr<const Reference> reference_;
  std::unique_ptr<Records> records_;
};

}  // namespace rapport::app
