// What every record begins with: the file it was read from and its place in the dataset.
#pragma once

#include "value/date.hpp"
#include "value/field.hpp"
#include "value/list.hpp"
#include "value/moment.hpp"
#include "value/scalars.hpp"
#include "value/source.hpp"
#include "value/text.hpp"
#include "value/word.hpp"

#include <cstdint>
#include <string_view>

namespace rapport::model {

using value::Amount;
using value::Block;
using value::Count;
using value::Currency;
using value::Date;
using value::Duration;
using value::Flag;
using value::Hours;
using value::InstrumentCode;
using value::Key;
using value::LanguageTag;
using value::List;
using value::ListedRow;
using value::MandateCode;
using value::Moment;
using value::OrganisationCode;
using value::Ref;
using value::StateCode;
using value::TerritoryCode;
using value::Text;
using value::ThemeCode;
using value::Url;
using value::Uuid;
using value::Word;
using value::Zone;

using value::field;
using value::OrKey;
using value::Refers;
using value::Reveals;

enum class RecordKind : std::uint8_t { partner, engagement };

struct RecordHeader {
  const value::Source* source = nullptr;
  std::uint32_t index = 0;  // in the dataset: partners first, then engagements
  RecordKind kind = RecordKind::partner;
  bool has_errors = false;  // a value of it could not be read

  std::string_view id() const { return source->stem; }
};

inline bool leads_to(const value::Ref& ref, const RecordHeader& record) {
  return ref.target() == record.index + 1;
}

/// A record by its number: what a question to all of them answers with, and worth nothing without
/// the release that shows it.
struct RecordId {
  std::uint32_t index = 0;
  friend auto operator<=>(const RecordId&, const RecordId&) = default;
};

}  // namespace rapport::model
