// The reference data of one run: what is shipped, with the office's own rows laid over it. A kind
// is read when it is first asked for, and kept.
#pragma once

#include "base/arena.hpp"
#include "model/reference.hpp"
#include "value/fault.hpp"
#include "value/source.hpp"
#include "yaml/tree.hpp"

#include <array>
#include <atomic>
#include <deque>
#include <mutex>
#include <span>
#include <string_view>
#include <tuple>
#include <vector>

namespace rapport::reference {

/// `amended`: a shipped row in which the office replaced some values.
enum class Origin : std::uint8_t { shipped, office, amended };

/// Where a row comes from. The file's own as_of and source stand in each of its rows that gives
/// none; what is unverified about the whole file does not.
struct Provenance {
  Origin origin = Origin::shipped;
  const model::ReferenceFile* file = nullptr;  // for an amended row, the office's
  const value::Source* source = nullptr;       // null: shipped
  const void* written = nullptr;      // the row as it stands in that file, of the table's type
  const Provenance* under = nullptr;  // what it amends
};

/// The rows of one kind. Where the kind has codes, row i is the one of code index i + 1.
template <class T>
struct Table {
  std::span<const T> rows;
  std::span<const Provenance> provenance;  // one for each row

  const T* begin() const { return rows.data(); }
  const T* end() const { return rows.data() + rows.size(); }
  const Provenance& of(const T& row) const {
    return provenance[static_cast<std::size_t>(&row - rows.data())];
  }
};

/// What one row says of a State's treaties. The row is a copy, complete with its file's as_of.
struct Ratification {
  model::RatificationRow row;
  Provenance provenance;
};

/// One of the office's files, and what is wrong with it.
struct OwnFile {
  const value::Source* source = nullptr;
  yaml::Parsed parsed;
  std::vector<value::Fault> faults;
  const model::ReferenceFile* rows = nullptr;  // null when it could not be read to its end
};

class ReferenceData {
 public:
  ReferenceData();
  ~ReferenceData();
  ReferenceData(const ReferenceData&) = delete;
  ReferenceData& operator=(const ReferenceData&) = delete;

  /// A file of the office's `reference/`; before anything is asked. The source must stay.
  void add(const value::Source& source);

  /// All codes there are, for reading records. A code of an unreadable file is among them, so that
  /// one fault does not bring a hundred others.
  const value::Codes& codes() const;

  std::span<const OwnFile> own_files() const;

  template <class T>
  const Table<T>& table() const;

  /// The rows on a State's treaties, the office's behind the shipped one.
  std::vector<Ratification> ratifications(model::StateCode state) const;

  /// The row of a code; null when there is no such row.
  const model::StateRow* row(model::StateCode code) const;
  const model::TerritoryRow* row(model::TerritoryCode code) const;
  const model::OrganisationRow* row(model::OrganisationCode code) const;
  const model::MandateRow* row(model::MandateCode code) const;
  const model::ThemeRow* row(model::ThemeCode code) const;
  const model::MechanismRow* row(model::MechanismCode code) const;
  const model::InstrumentRow* row(model::InstrumentCode code) const;
  const model::InstrumentRow* row(model::TreatyCode code) const;  // the instrument of a treaty
  template <class T>
  const T* at(std::uint16_t index) const;

  /// What is wrong with the shipped files: nothing, as a test shows.
  std::span<const value::Fault> shipped_faults() const;

 private:
  struct File;
  template <class T>
  struct Lazy {
    std::atomic<bool> loaded = false;
    Table<T> table;
  };

  void know_codes() const;
  void parse(File& file) const;
  const model::ReferenceFile* decode(File& file) const;
  bool is_amended(const File& file, const value::Fault& fault) const;
  void decode_own() const;
  const model::ReferenceFile& shipped_ratifications(model::StateCode state) const;
  template <class T>
  Table<T> load() const;

  // Filled on demand behind `mutex_`; what was once handed out does not change.
  mutable std::mutex mutex_;
  mutable base::Arena arena_;
  mutable value::Codes codes_;
  mutable std::array<std::size_t, value::code_set_count + 1>
      shipped_codes_{};  // the first of a set
  mutable std::atomic<bool> codes_known_ = false;
  mutable std::deque<File> shipped_;
  mutable std::deque<File> own_;
  mutable std::vector<OwnFile> own_files_;
  mutable std::atomic<bool> own_decoded_ = false;
  mutable std::vector<const model::ReferenceFile*> by_state_;  // ratifications read so far
  mutable std::vector<value::Fault> shipped_faults_;
  mutable std::tuple<
      Lazy<model::RegionalGroupRow>, Lazy<model::RegionRow>, Lazy<model::OrganisationRow>,
      Lazy<model::StateRow>, Lazy<model::TerritoryRow>, Lazy<model::MandateRow>,
      Lazy<model::ThemeCategoryRow>, Lazy<model::ThemeRow>, Lazy<model::MechanismRow>,
      Lazy<model::PresenceRow>, Lazy<model::EndedMissionRow>, Lazy<model::AgencyRow>,
      Lazy<model::InstrumentRow>, Lazy<model::RatificationRow>, Lazy<model::RatificationChange>,
      Lazy<model::StandingInvitationRow>, Lazy<model::NhriRow>>
      tables_;
};

}  // namespace rapport::reference
