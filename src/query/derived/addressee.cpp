#include "query/derived.hpp"
#include "value/codec.hpp"

#include <array>

namespace rapport::query::addressee_derived {
namespace {

void values(const model::RecordHeader& head, const Context& context, const Sink& sink) {
  const auto& letter = context.data.engagement(head).communication;
  if (letter && letter->addressee) sink(&letter->addressee);
}

constexpr std::array<std::string_view, 1> rests_on = {"communication.addressee"};

}  // namespace

extern const Derived spec;
const Derived spec = {
    .heading = "ADDRESSEE",
    .doc = "Who receives the letter.",
    .example = "addressee:xxa-mission-geneva",
    .is_of_engagements = true,
    .only_of = letters_only,
    .type = value::type_of<value::Ref>,
    .reveals = value::Reveals::link,
    .refers = value::Refers::partner,
    .rests_on = rests_on,
    .values = &values,
};

}  // namespace rapport::query::addressee_derived
