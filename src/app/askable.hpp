// The fields that an audience may ask for, for completion.
#pragma once

#include "model/record.hpp"
#include "model/vocabulary.hpp"
#include "value/field.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::app {

struct AskableField {
  std::string name;         // "theme", "contacts.channel"
  const value::Type* type;  // of one value; a block has no values to ask for
  value::Refers refers;     // `id`: its own kind
};

std::vector<AskableField> askable_fields(model::RecordKind kind, model::Audience audience);

/// The field that is asked for by that name: of a block, its field of the same name.
std::optional<AskableField> askable_field(std::string_view name, model::RecordKind kind,
                                          model::Audience audience);

}  // namespace rapport::app
