#include "query/derived.hpp"
#include "value/codec.hpp"

#include <array>

namespace rapport::query::sent_derived {
namespace {

void values(const model::RecordHeader& head, const Context& context, const Sink& sink) {
  const auto& letter = context.data.engagement(head).communication;
  if (letter && letter->sent) sink(&letter->sent);
}

constexpr std::array<std::string_view, 1> rests_on = {"communication.sent"};

}  // namespace

extern const Derived spec;
const Derived spec = {
    .heading = "SENT",
    .doc = "When the letter was sent.",
    .example = "sent:2025",
    .is_of_engagements = true,
    .only_of = letters_only,
    .type = value::type_of<value::Date>,
    .reveals = value::Reveals::open,
    .rests_on = rests_on,
    .values = &values,
};

}  // namespace rapport::query::sent_derived
