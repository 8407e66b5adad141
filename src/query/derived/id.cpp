#include "query/derived.hpp"
#include "value/codec.hpp"

#include <array>

namespace rapport::query::id_derived {
namespace {

void values(const model::RecordHeader& head, const Context&, const Sink& sink) {
  value::Ref self(head.id(), 0);
  self.resolve(head.index + 1);
  sink(&self);
}

constexpr std::array<std::string_view, 1> rests_on = {"id"};

}  // namespace

extern const Derived spec;
const Derived spec = {
    .heading = "ID",
    .doc = "The record's id, the name of its file.",
    .example = "id:hrd-k7m2qx",
    .is_of_partners = true,
    .is_of_engagements = true,
    .type = value::type_of<value::Ref>,
    .reveals = value::Reveals::open,
    .refers = value::Refers::record,
    .rests_on = rests_on,
    .values = &values,
};

}  // namespace rapport::query::id_derived
