#include "query/derived.hpp"

namespace rapport::query {

const Derived* find_derived(std::string_view name, model::RecordKind kind) {
  for (const auto& derived : all_derived())
    if (derived.name == name && derived->is_of(kind)) return derived.spec;
  return nullptr;
}

}  // namespace rapport::query
