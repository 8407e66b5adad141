#include "mandate/circle.hpp"

#include "query/derived.hpp"
#include "value/codec.hpp"

#include <array>

namespace rapport::query::circle_derived {
namespace {

using Value = value::Word<model::Circle>;

/// The circle it is listed under comes first.
void values(const model::RecordHeader& head, const Context& context, const Sink& sink) {
  const model::Partner& partner = context.data.partner(head);
  const model::Circle own = mandate::circle_of(partner);
  const Value first(own, 0);
  sink(&first);
  for (std::size_t i = 1; i <= value::words_of<model::Circle>.size(); ++i) {
    const auto circle = static_cast<model::Circle>(i);
    const Value further(circle, 0);
    if (circle != own && mandate::is_in_circle(partner, circle, context.codes)) sink(&further);
  }
}

constexpr std::array<std::string_view, 4> rests_on = {"kind", "gender", "themes", "level"};

}  // namespace

extern const Derived spec;
const Derived spec = {
    .heading = "CIRCLE",
    .doc = "The circles of partners it belongs to.",
    .example = "circle:women-defenders",
    .is_of_partners = true,
    .type = value::type_of<Value>,
    .reveals = value::Reveals::identity,
    .has_many = true,
    .rests_on = rests_on,
    .values = &values,
};

}  // namespace rapport::query::circle_derived
