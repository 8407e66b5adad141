#include "model/partner.hpp"

namespace rapport::model {

Group group_of(PartnerKind kind) {
  using enum PartnerKind;
  if (kind == absent) return Group::absent;
  if (kind <= cooperating_person) return Group::defenders;
  if (kind <= trade_union) return Group::civil_society;
  if (kind <= resident_coordinator) return Group::united_nations;
  if (kind <= delegation) return Group::regional;
  if (kind <= embassy) return Group::states;
  if (kind <= independent_body) return Group::independent;
  if (kind <= armed_group) return Group::de_facto;
  return Group::others;
}

Form default_form(PartnerKind kind) {
  using enum PartnerKind;
  switch (kind) {
    case defender:
    case cooperating_person:
    case academic:
    case expert:
    case lawyer:
      return Form::person;
    default:
      return Form::body;
  }
}

bool is_dead(const Partner& partner) {
  if (!partner.situation) return false;
  const auto& state = partner.situation->state;
  return state == SituationState::killed || state == SituationState::died;
}

bool is_out_of_reach(const Partner& partner) {
  if (!partner.situation) return false;
  const auto& state = partner.situation->state;
  return is_dead(partner) || state == SituationState::detained ||
         state == SituationState::disappeared;
}

std::string Pattern::str() const {
  if (ref_) return std::string(ref_.id());
  return "kind:" + std::string(value::word(kind_));
}

}  // namespace rapport::model

namespace rapport::value {

void Codec<model::Pattern>::read(Decoder& decoder, std::uint32_t node, void* value) {
  std::string_view text;
  if (!decoder.scalar(node, text)) return;
  auto& pattern = *static_cast<model::Pattern*>(value);
  if (!text.starts_with("kind:")) {
    if (!is_id(text)) return decoder.fault(node, Problem::bad_id, type_of<model::Pattern>);
    pattern = model::Pattern(Ref(text, decoder.node(node).offset));
    return decoder.refer(pattern.ref());
  }
  const auto kind = parse_word<model::PartnerKind>(text.substr(5));
  if (!kind) return decoder.fault(node, Problem::unknown_word, type_of<Word<model::PartnerKind>>);
  pattern = model::Pattern(*kind, decoder.node(node).offset);
}

}  // namespace rapport::value
