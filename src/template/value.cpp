#include "template/value.hpp"

#include <algorithm>
#include <array>
#include <cassert>

namespace rapport::templates {

Value::Value(List list) : is_(std::move(list)) {}

Value Value::object() {
  Value value;
  value.is_ = Object();
  return value;
}

Value& Value::set(std::string_view name, Value value) {
  auto* members = std::get_if<Object>(&is_);
  assert(members && "only an object has members");
  const auto found = std::ranges::find(*members, name, &Member::name);
  if (found != members->end())
    found->value = std::move(value);
  else
    members->push_back({std::string(name), std::move(value)});
  return *this;
}

const Value* Value::find(std::string_view name) const {
  const auto* own = members();
  if (!own) return nullptr;
  const auto found = std::ranges::find(*own, name, &Member::name);
  return found == own->end() ? nullptr : &found->value;
}

bool Value::holds() const {
  if (const auto* yes = flag()) return *yes;
  if (const auto* own = number()) return *own != 0;
  if (const auto* own = text()) return !own->empty();
  if (const auto* own = list()) return !own->empty();
  if (const auto* own = date()) return own->year != 0;
  return !is_nothing();
}

const char* Value::kind() const {
  constexpr auto kinds = std::to_array<const char*>(
      {"nothing", "a flag", "a number", "a text", "a date", "a list", "an object"});
  return kinds[is_.index()];
}

}  // namespace rapport::templates
