// An example for each field that can be asked for.
#include "query/queryable_fields.hpp"
#include "value/scalars.hpp"

#include <fmt/format.h>

namespace rapport::query {
namespace {

using value::Shape;

std::string value_of(const value::Type& type, const value::Codes& codes) {
  switch (type.shape) {
    case Shape::date:
    case Shape::moment:
      return "2025";
    case Shape::flag:
      return "yes";
    case Shape::count:
      return ">=10";
    case Shape::duration:
      return "30d";
    case Shape::word:
      return std::string(type.words.front());
    case Shape::code:
      return std::string(codes.all(type.set).front());
    case Shape::listed:
      return "mechanism/achpr-sr-hrd";
    case Shape::ref:
    case Shape::pattern:
      return "~xxa";
    default:
      break;
  }
  if (type.name == value::AmountForm::name) return ">=1000";
  return type.name == value::LanguageForm::name ? "es" : "~river";
}

}  // namespace

std::string example_of(const QueryableField& field, const value::Codes& codes) {
  if (!field.example.empty()) return std::string(field.example);
  if (field.type->shape == Shape::block) return fmt::format("has:{}", field.name);
  return fmt::format("{}:{}", field.name, value_of(*field.type, codes));
}

}  // namespace rapport::query
