#include "query/derived.hpp"
#include "query/state.hpp"
#include "value/codec.hpp"

#include <array>

namespace rapport::query::un_status_derived {
namespace {

value::StateCode state(const model::RecordHeader& head, const Context& context) {
  if (head.kind == model::RecordKind::partner) return context.data.partner(head).country;
  return state_of(context.data.engagement(head), context);
}

void values(const model::RecordHeader& head, const Context& context, const Sink& sink) {
  if (context.library == nullptr) return;
  const auto* row = context.library->row(state(head, context));
  if (row != nullptr && row->un_status) sink(&row->un_status);
}

constexpr std::array<std::string_view, 1> rests_on = {"country"};
constexpr std::array<std::string_view, 1> for_the_office = {"communication.addressee"};

}  // namespace

extern const Derived spec;
const Derived spec = {
    .heading = "UN STATUS",
    .doc = "Whether its State is a member of the United Nations, an observer or neither, today.",
    .example = "un_status:member",
    .is_of_partners = true,
    .is_of_engagements = true,
    .type = value::type_of<value::Word<model::UnStatus>>,
    .reveals = value::Reveals::open,
    .rests_on = rests_on,
    .rests_on_for_office = for_the_office,
    .values = &values,
};

}  // namespace rapport::query::un_status_derived
