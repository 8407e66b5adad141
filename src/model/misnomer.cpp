#include "model/misnomer.hpp"

#include <algorithm>

namespace rapport::model {
namespace {

struct Misnomer {
  std::string_view said;
  std::string_view meant;
};

/// Of two for one word, the first that the block has.
constexpr Misnomer misnomers[] = {
    {"with", "partners"},
    {"participants", "partners"},
    {"attendees", "partners"},
    {"email", "contacts"},
    {"emails", "contacts"},
    {"phone", "contacts"},
    {"phones", "contacts"},
    {"date", "start"},
    {"date", "on"},
    {"state", "country"},
    {"topic", "themes"},
    {"topics", "themes"},
    {"language", "languages"},
    {"notes", "summary"},
    {"note", "notes"},
    {"note", "summary"},
    {"description", "summary"},
};

}  // namespace

std::string_view meant_field(const value::Type& block, std::string_view said) {
  const auto rows = block.rows().rows;
  for (const auto& [word, field] : misnomers)
    if (word == said && std::ranges::count(rows, field, &value::Field::name) != 0) return field;
  return {};
}

}  // namespace rapport::model
