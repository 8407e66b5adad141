#include "query/derived.hpp"
#include "value/codec.hpp"

#include <array>

namespace rapport::query::group_derived {
namespace {

using Value = value::Word<model::Group>;

void values(const model::RecordHeader& head, const Context& context, const Sink& sink) {
  const Value group(context.data.partner(head).group(), 0);
  if (group) sink(&group);
}

constexpr std::array<std::string_view, 1> rests_on = {"kind"};

}  // namespace

extern const Derived spec;
const Derived spec = {
    .heading = "GROUP",
    .doc = "The group its kind belongs to.",
    .example = "group:civil-society",
    .is_of_partners = true,
    .type = value::type_of<Value>,
    .reveals = value::Reveals::open,
    .rests_on = rests_on,
    .values = &values,
};

}  // namespace rapport::query::group_derived
