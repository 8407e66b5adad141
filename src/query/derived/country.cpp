#include "query/derived.hpp"
#include "query/state.hpp"
#include "value/codec.hpp"

#include <array>

namespace rapport::query::country_derived {
namespace {

void values(const model::RecordHeader& head, const Context& context, const Sink& sink) {
  if (const auto state = state_of(context.data.engagement(head), context)) sink(&state);
}

constexpr std::array<std::string_view, 2> rests_on = {"country", "territory"};
constexpr std::array<std::string_view, 1> for_the_office = {"communication.addressee"};

}  // namespace

extern const Derived spec;
const Derived spec = {
    .heading = "COUNTRY",
    .doc = "The State it was in or about; for a letter without one, the State of its addressee.",
    .example = "country:HND",
    .is_of_engagements = true,
    .type = value::type_of<value::StateCode>,
    .reveals = value::Reveals::open,
    .rests_on = rests_on,
    .rests_on_for_office = for_the_office,
    .values = &values,
};

}  // namespace rapport::query::country_derived
