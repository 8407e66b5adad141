// The list of the derived fields.
#include "query/derived/derived.hpp"

#include <algorithm>
#include <array>

namespace rapport::query {

namespace addressee_derived {
extern const Derived spec;
}
namespace case_derived {
extern const Derived spec;
}
namespace circle_derived {
extern const Derived spec;
}
namespace country_derived {
extern const Derived spec;
}
namespace engaged_derived {
extern const Derived spec;
}
namespace group_derived {
extern const Derived spec;
}
namespace id_derived {
extern const Derived spec;
}
namespace joint_derived {
extern const Derived spec;
}
namespace member_derived {
extern const Derived spec;
}
namespace reply_derived {
extern const Derived spec;
}
namespace sent_derived {
extern const Derived spec;
}
namespace signed_derived {
extern const Derived spec;
}
namespace status_derived {
extern const Derived spec;
}
namespace when_derived {
extern const Derived spec;
}
namespace with_derived {
extern const Derived spec;
}

std::span<const Derived* const> all_derived() {
  static constexpr std::array table = {
      &addressee_derived::spec, &case_derived::spec,  &circle_derived::spec, &country_derived::spec,
      &engaged_derived::spec,   &group_derived::spec, &id_derived::spec,     &joint_derived::spec,
      &member_derived::spec,    &reply_derived::spec, &sent_derived::spec,   &signed_derived::spec,
      &status_derived::spec,    &when_derived::spec,  &with_derived::spec,
  };
  return table;
}

const Derived* find_derived(std::string_view name, model::RecordKind kind) {
  for (const Derived* derived : all_derived())
    if (derived->name == name && derived->is_of(kind)) return derived;
  return nullptr;
}

}  // namespace rapport::query
