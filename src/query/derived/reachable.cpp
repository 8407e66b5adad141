#include "query/derived.hpp"
#include "value/codec.hpp"

namespace rapport::query::reachable_derived {
namespace {

using Value = value::Word<model::Audience>;

void values(const model::RecordHeader& head, const Context& context, const Sink& sink) {
  if (!context.reaches) return;
  const model::Partner& partner = context.data.partner(head);
  for (std::size_t i = 1; i <= value::words_of<model::Audience>.size(); ++i) {
    const auto audience = static_cast<model::Audience>(i);
    const Value word(audience, 0);
    if (context.reaches(partner, audience)) sink(&word);
  }
}

}  // namespace

extern const Derived spec;
const Derived spec = {
    .heading = "REACHABLE",
    .doc =
        "The audiences that may be given a safe channel to it today, as `rapport contacts "
        "--audience` gives it; `office` means that we may contact it. For the office only.",
    .example = "reachable:ohchr",
    .is_of_partners = true,
    .type = value::type_of<Value>,
    .reveals = value::Reveals::source,
    .has_many = true,
    .values = &values,
};

}  // namespace rapport::query::reachable_derived
