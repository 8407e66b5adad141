#include "model/matter.hpp"
#include "query/derived.hpp"
#include "query/linked.hpp"
#include "value/codec.hpp"

#include <array>

namespace rapport::query::letters_derived {
namespace {

void give(const model::Engagement& letter, const Sink& sink) {
  value::Ref ref(letter.id(), 0);
  ref.resolve(letter.head.index + 1);
  sink(&ref);
}

void values(const model::RecordHeader& head, const Context& context, const Sink& sink) {
  if (head.kind == model::RecordKind::engagement) {
    for (const auto* letter : model::letters_of(context.data, context.data.engagement(head)))
      give(*letter, sink);
    return;
  }
  for (const model::RecordHeader* from : linked_engagements(head, context)) {
    const model::Engagement& letter = context.data.engagement(*from);
    if (letter.communication && model::leads_to(letter.communication->addressee, head))
      give(letter, sink);
  }
}

constexpr std::array<std::string_view, 3> rests_on = {"kind", "part_of", "communication.addressee"};

}  // namespace

extern const Derived spec;
const Derived spec = {
    .heading = "LETTERS",
    .doc = "For a case, the letters that are part of it; for a partner, those addressed to it.",
    .example = "kind:case not has:letters",
    .is_of_partners = true,
    .is_of_engagements = true,
    .type = value::type_of<value::Ref>,
    .reveals = value::Reveals::link,
    .refers = value::Refers::engagement,
    .has_many = true,
    .asks_engagements = true,
    .engagements_ask_others = true,
    .rests_on = rests_on,
    .values = &values,
};

}  // namespace rapport::query::letters_derived
