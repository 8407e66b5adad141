#include "mandate/clocks.hpp"
#include "query/derived.hpp"
#include "value/codec.hpp"

#include <array>

namespace rapport::query::becomes_public_derived {
namespace {

void values(const model::RecordHeader& head, const Context& context, const Sink& sink) {
  const model::Engagement& engagement = context.data.engagement(head);
  const auto& letter = engagement.communication;
  if (!letter || !letter->sent || (letter->publication && letter->publication->on)) return;
  const value::Date due =
      mandate::publication_due(engagement, mandate::terms(context.office), context.codes);
  if (due) sink(&due);
}

constexpr std::array<std::string_view, 7> rests_on = {"themes",
                                                      "communication.type",
                                                      "communication.sent",
                                                      "communication.legislation",
                                                      "communication.alleged_victims",
                                                      "communication.publication.due",
                                                      "communication.publication.on"};

}  // namespace

extern const Derived spec;
const Derived spec = {
    .heading = "BECOMES PUBLIC",
    .doc = "When a letter that was sent becomes public, while it is not public yet.",
    .example = "becomes_public:<2026-05",
    .is_of_engagements = true,
    .only_of = letters_only,
    .type = value::type_of<value::Date>,
    .reveals = value::Reveals::open,
    .rests_on = rests_on,
    .values = &values,
};

}  // namespace rapport::query::becomes_public_derived
