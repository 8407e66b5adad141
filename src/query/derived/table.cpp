// The list of the derived fields.
#include "query/derived/derived.hpp"

#include <algorithm>
#include <array>

namespace rapport::query {

extern const Derived addressee_derived;
extern const Derived case_derived;
extern const Derived circle_derived;
extern const Derived country_derived;
extern const Derived engaged_derived;
extern const Derived group_derived;
extern const Derived id_derived;
extern const Derived joint_derived;
extern const Derived member_derived;
extern const Derived reply_derived;
extern const Derived sent_derived;
extern const Derived signed_derived;
extern const Derived status_derived;
extern const Derived when_derived;
extern const Derived with_derived;

std::span<const Derived* const> all_derived() {
  static constexpr std::array table = {
      &addressee_derived, &case_derived,   &circle_derived, &country_derived, &engaged_derived,
      &group_derived,     &id_derived,     &joint_derived,  &member_derived,  &reply_derived,
      &sent_derived,      &signed_derived, &status_derived, &when_derived,    &with_derived,
  };
  return table;
}

const Derived* find_derived(std::string_view name, model::RecordKind kind) {
  for (const Derived* derived : all_derived())
    if (derived->name == name && derived->is_of(kind)) return derived;
  return nullptr;
}

}  // namespace rapport::query
