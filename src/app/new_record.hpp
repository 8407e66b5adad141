// A record that is to be: its kind, its id and where it goes.
#pragma once

#include "app/new_id.hpp"
#include "base/result.hpp"
#include "model/vocabulary.hpp"
#include "value/date.hpp"
#include "value/field.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::app {

struct RecordKindName {
  std::string_view record;  // partner or engagement
  std::string_view kind;

  const value::Type& type() const;
  model::PartnerKind partner_kind() const;  // absent: an engagement
};

/// The words that a record's `kind` may have.
std::span<const std::string_view> kinds_of(std::string_view record);
/// A kind of either.
std::optional<RecordKindName> find_kind(std::string_view kind);

/// "2026-06-meeting-x7k2".
base::Result<std::string> draw_engagement_id(std::string_view kind, const value::Date& on,
                                             DrawId draw);
/// An id that says the name: "rio-verde-network"; empty where no letters are left.
std::string id_from_name(std::string_view name);

/// The folder of a new record.
std::string folder_of(const RecordKindName& kind, const value::Date& on);

/// Whether a record of that kind, to be filled in, has the row. A short one has what is required
/// and what is usual.
bool is_offered(const value::Field& row, const RecordKindName& kind, bool is_short);

/// The fields that such a record must have, as paths: title, communication.type. Of a partner also
/// its name.
struct RequiredField {
  std::string path;
  const value::Field* field;
};
std::vector<RequiredField> required_fields(const RecordKindName& kind);

}  // namespace rapport::app
