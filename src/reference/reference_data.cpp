#include "reference/reference_data.hpp"

#include "model/record_type.hpp"
#include "reference/kinds.hpp"
#include "reference/shipped.hpp"
#include "value/decoder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cstring>

namespace rapport::reference {

using model::ReferenceFile;

struct ReferenceData::File {
  value::Source source;
  yaml::Tree tree;
  yaml::Parsed parsed;
  bool is_parsed = false;
  const ReferenceFile* rows = nullptr;
  std::vector<value::Fault> faults;
};

namespace {

constexpr std::string_view ratification_rows = "\nratifications:";

/// Whatever the office's row says takes the place of what the shipped row says.
template <class T>
void lay_over(T& row, const T& own) {
  for (const value::Field& field : value::rows_of<T>().rows)
    if (field.type->present(field.of(&own)))
      std::memcpy(field.member(&row), field.of(&own), field.type->size);
}

template <class T>
void fill_from_file(T& row, const ReferenceFile& file) {
  if constexpr (requires { row.as_of; })
    if (!row.as_of) row.as_of = file.as_of;
  if constexpr (requires { row.source; })
    if (!row.source) row.source = file.source;
}

}  // namespace

ReferenceData::ReferenceData() {
  for (const base::Embedded& file : shipped_files()) {
    const auto stem = file.name.substr(0, file.name.rfind('.'));
    shipped_.emplace_back().source = {.text = file.text, .path = file.name, .stem = stem};
  }
}

ReferenceData::~ReferenceData() = default;

void ReferenceData::add(const value::Source& source) {
  assert(!codes_known_);
  own_.emplace_back().source = source;
  own_files_.push_back({.source = &source, .parsed = {}, .faults = {}});
}

void ReferenceData::parse(File& file) const {
  if (file.is_parsed) return;
  file.parsed = yaml::parse(file.source.text, file.tree);
  file.is_parsed = true;
}

const value::Codes& ReferenceData::codes() const {
  if (!codes_known_) {
    const std::scoped_lock lock(mutex_);
    know_codes();
  }
  return codes_;
}

void ReferenceData::know_codes() const {
  if (codes_known_) return;
  for (const File& file : shipped_) add_shipped_codes(file.source.text, codes_);
  for (std::size_t set = 0; set < shipped_codes_.size(); ++set)
    shipped_codes_[set] = codes_.all(static_cast<value::CodeSet>(set)).size();
  for (File& file : own_) {
    parse(file);
    add_codes(file.source.text, file.tree, arena_, codes_);
  }
  codes_known_ = true;
}

const ReferenceFile* ReferenceData::decode(File& file) const {
  if (file.rows != nullptr) return file.rows;
  know_codes();
  parse(file);
  ReferenceFile& rows = arena_.take<ReferenceFile>(1)[0];
  value::Decoded found;
  // Its lists are the rows themselves, and what is missing in them is mostly in a shipped row.
  constexpr value::DecodeLimits limits{.items = value::code_limit, .faults = value::code_limit};
  value::Decoder decoder(file.source.text, file.tree, codes_, arena_, found, limits);
  if (!file.tree.nodes.empty()) decoder.fields(0, model::reference_type(), &rows);
  file.faults = std::move(found.faults);
  return file.rows = &rows;
}

/// What an office's row leaves out stands in the shipped row of its code.
bool ReferenceData::is_amended(const File& file, const value::Fault& fault) const {
  if (fault.code != value::FaultCode(value::Problem::missing_field)) return false;
  const auto [set, code] = code_of_row(file.source.text, file.tree, arena_, fault.offset);
  const auto index = codes_.find(set, code);
  return index != 0 && index <= shipped_codes_[static_cast<std::size_t>(set)];
}

void ReferenceData::decode_own() const {
  if (own_decoded_) return;
  for (std::size_t i = 0; i < own_.size(); ++i) {
    File& file = own_[i];
    parse(file);
    own_files_[i].parsed = file.parsed;
    if (file.parsed.error.problem != yaml::Problem::none) continue;
    own_files_[i].rows = decode(file);
    own_files_[i].faults = file.faults;
    std::erase_if(own_files_[i].faults,
                  [&](const value::Fault& fault) { return is_amended(file, fault); });
  }
  own_decoded_ = true;
}

std::span<const OwnFile> ReferenceData::own_files() const {
  if (!own_decoded_) {
    const std::scoped_lock lock(mutex_);
    know_codes();
    decode_own();
  }
  return own_files_;
}

std::span<const value::Fault> ReferenceData::shipped_faults() const {
  const std::scoped_lock lock(mutex_);
  shipped_faults_.clear();
  for (File& file : shipped_) {
    decode(file);
    if (file.parsed.error.problem != yaml::Problem::none)
      shipped_faults_.push_back(
          {file.parsed.error.problem, file.parsed.error.offset, file.parsed.error.length});
    shipped_faults_.insert(shipped_faults_.end(), file.faults.begin(), file.faults.end());
  }
  return shipped_faults_;
}

/// Rows with a code stand at its index; others follow one another, the office's behind.
template <class T>
Table<T> ReferenceData::load() const {
  constexpr Kind<T> kind = kind_of<T>();
  decode_own();
  File& file = *std::ranges::find(shipped_, kind.file, [](const File& f) { return f.source.stem; });
  const auto& shipped = decode(file)->*kind.rows;
  std::size_t count = shipped.size();
  for (const OwnFile& own : own_files_)
    if (own.rows != nullptr) count += (own.rows->*kind.rows).size();
  if (kind.set != value::CodeSet::absent) count = codes_.all(kind.set).size();
  const auto rows = arena_.take<T>(count);
  const auto from = arena_.take<Provenance>(count);
  std::size_t next = 0;
  const auto put = [&](const T& row, Provenance provenance) {
    std::size_t at = next++;
    if constexpr (requires { row.code.view(arena_); })
      if (kind.set != value::CodeSet::absent)
        at = codes_.find(kind.set, row.code.view(arena_)) - std::size_t{1};
    if (at >= count) return;  // a row without a code: a finding says so
    const bool there = static_cast<bool>(from[at].file);
    provenance.written = &row;
    if (there) {
      provenance.origin = Origin::amended;
      const auto under = arena_.take<Provenance>(1);
      under[0] = from[at];
      provenance.under = under.data();
    }
    from[at] = provenance;
    T own = row;
    fill_from_file(own, *provenance.file);
    if (there)
      lay_over(rows[at], own);
    else
      rows[at] = own;
  };
  for (const T& row : shipped) put(row, {Origin::shipped, file.rows, nullptr});
  for (const OwnFile& own : own_files_)
    if (own.rows != nullptr)
      for (const T& row : own.rows->*kind.rows) put(row, {Origin::office, own.rows, own.source});
  return {rows, from};
}

/// All of them would take as long to read as everything else together, and a command asks for one
/// or two States.
const ReferenceFile& ReferenceData::shipped_ratifications(model::StateCode state) const {
  auto& slot = by_state_[state.index() - 1U];
  if (slot != nullptr) return *slot;
  const std::string_view whole = shipped("ratifications");
  const std::string_view head =
      whole.substr(0, whole.find(ratification_rows) + ratification_rows.size());
  const std::string begin = fmt::format("\n  - code: {}\n", codes_.name(state.row()));
  const auto at = whole.find(begin, head.size() - 1);
  slot = &arena_.take<ReferenceFile>(1)[0];
  if (at == std::string_view::npos) return *slot;
  const auto end = std::min(whole.find("\n  - ", at + begin.size()), whole.size());
  File file;
  file.source.text = arena_.copy(fmt::format("{}{}\n", head, whole.substr(at, end - at)));
  slot = decode(file);
  return *slot;
}

std::vector<Ratification> ReferenceData::ratifications(model::StateCode state) const {
  std::vector<Ratification> found;
  if (!state) return found;
  const std::scoped_lock lock(mutex_);
  know_codes();
  decode_own();
  by_state_.resize(codes_.all(value::CodeSet::state).size());
  const auto add = [&](const ReferenceFile& file, Provenance provenance) {
    for (const auto& row : file.ratifications)
      if (row.code == state) {
        found.push_back({row, provenance});
        fill_from_file(found.back().row, file);
      }
  };
  const ReferenceFile& first = shipped_ratifications(state);
  add(first, {Origin::shipped, &first, nullptr});
  for (const OwnFile& own : own_files_)
    if (own.rows != nullptr) add(*own.rows, {Origin::office, own.rows, own.source});
  return found;
}

template <class T>
const Table<T>& ReferenceData::table() const {
  Lazy<T>& lazy = std::get<Lazy<T>>(tables_);
  if (!lazy.loaded) {
    const std::scoped_lock lock(mutex_);
    if (!lazy.loaded) {
      know_codes();
      lazy.table = load<T>();
      lazy.loaded = true;
    }
  }
  return lazy.table;
}

template <class T>
const T* ReferenceData::at(std::uint16_t index) const {
  const auto& rows = table<T>().rows;
  return index == 0 || index > rows.size() || !rows[index - 1U].code ? nullptr : &rows[index - 1U];
}

const model::StateRow* ReferenceData::row(model::StateCode code) const {
  return at<model::StateRow>(code.index());
}
const model::TerritoryRow* ReferenceData::row(model::TerritoryCode code) const {
  return at<model::TerritoryRow>(code.index());
}
const model::OrganisationRow* ReferenceData::row(model::OrganisationCode code) const {
  return at<model::OrganisationRow>(code.index());
}
const model::MandateRow* ReferenceData::row(model::MandateCode code) const {
  return at<model::MandateRow>(code.index());
}
const model::ThemeRow* ReferenceData::row(model::ThemeCode code) const {
  return at<model::ThemeRow>(code.index());
}
const model::MechanismRow* ReferenceData::row(model::MechanismCode code) const {
  return at<model::MechanismRow>(code.index());
}
const model::InstrumentRow* ReferenceData::row(model::InstrumentCode code) const {
  return at<model::InstrumentRow>(code.index());
}
const model::InstrumentRow* ReferenceData::row(model::TreatyCode code) const {
  for (const auto& row : table<model::InstrumentRow>())
    if (row.treaty == code && code) return &row;
  return nullptr;
}

template const Table<model::RegionalGroupRow>& ReferenceData::table() const;
template const Table<model::RegionRow>& ReferenceData::table() const;
template const Table<model::OrganisationRow>& ReferenceData::table() const;
template const Table<model::StateRow>& ReferenceData::table() const;
template const Table<model::TerritoryRow>& ReferenceData::table() const;
template const Table<model::MandateRow>& ReferenceData::table() const;
template const Table<model::ThemeCategoryRow>& ReferenceData::table() const;
template const Table<model::ThemeRow>& ReferenceData::table() const;
template const Table<model::MechanismRow>& ReferenceData::table() const;
template const Table<model::PresenceRow>& ReferenceData::table() const;
template const Table<model::EndedMissionRow>& ReferenceData::table() const;
template const Table<model::AgencyRow>& ReferenceData::table() const;
template const Table<model::InstrumentRow>& ReferenceData::table() const;
template const Table<model::RatificationRow>& ReferenceData::table() const;
template const Table<model::RatificationChange>& ReferenceData::table() const;
template const Table<model::StandingInvitationRow>& ReferenceData::table() const;
template const Table<model::NhriRow>& ReferenceData::table() const;

template const model::OrganisationRow* ReferenceData::at(std::uint16_t) const;
template const model::StateRow* ReferenceData::at(std::uint16_t) const;
template const model::TerritoryRow* ReferenceData::at(std::uint16_t) const;
template const model::MandateRow* ReferenceData::at(std::uint16_t) const;
template const model::ThemeRow* ReferenceData::at(std::uint16_t) const;
template const model::MechanismRow* ReferenceData::at(std::uint16_t) const;
template const model::PresenceRow* ReferenceData::at(std::uint16_t) const;
template const model::AgencyRow* ReferenceData::at(std::uint16_t) const;
template const model::InstrumentRow* ReferenceData::at(std::uint16_t) const;

}  // namespace rapport::reference
