#include "rules/engine/letter_people.hpp"

#include "model/matter.hpp"
#include "release/describe.hpp"
#include "release/gate.hpp"

namespace rapport::rules {
namespace {

bool is_only_described(const model::AllegedVictim& victim) {
  return victim.name_as == model::NameAs::described || victim.name_as == model::NameAs::none;
}

/// Nothing will be sent any more.
bool is_over(const Engagement& letter, const Engagement& matter) {
  if (letter.communication->sent) return letter.communication->sent.is_unknown();
  if (letter.status == model::Status::cancelled) return true;
  return matter.case_ && model::is_over(*matter.case_);
}

}  // namespace

mandate::ConsentQuery ask_for(const Engagement& letter, const Partner& addressee,
                              const Engagement& matter, const Context& context) {
  const auto& sent = letter.communication->sent;
  return {.use = model::Use::letter,
          .audience = release::audience_of(addressee, &matter),
          .case_ = matter.id(),
          .state = addressee.country,
          .on = sent ? sent : context.today};
}

std::vector<NamedVictim> named_victims(const Engagement& letter, const Context& context) {
  const auto& data = context.data();
  const auto* whole = model::case_of(data, letter);
  const Engagement& matter = whole != nullptr ? *whole : letter;
  const auto* addressee = data.partner(letter.communication->addressee);
  // Which consent counts is not known before its case is: that is a fault of its own, or of a file
  // that could not be read.
  if (letter.part_of && data.engagement(letter.part_of) == nullptr) return {};
  if (addressee == nullptr || letter.head.has_errors || is_over(letter, matter)) return {};
  const RecordHeader& in =
      model::origin(letter, value::field_of<&model::Communication::alleged_victims>());
  std::vector<NamedVictim> named;
  for (const auto& victim : letter.communication->alleged_victims) {
    const auto* partner = data.partner(victim.partner);
    if (partner == nullptr || partner->head.has_errors || is_only_described(victim)) continue;
    if (!model::is_protected(*partner)) continue;
    named.push_back({&in, &victim, partner, ask_for(letter, *addressee, matter, context),
                     release::youngest_fact(matter, letter.communication->sent), &matter.head});
  }
  return named;
}

const Engagement* letter_of(const Engagement& matter, const model::BackRef& use,
                            const Context& context) {
  if (use.from->kind != model::RecordKind::engagement) return nullptr;
  const Engagement& letter = context.data().engagement(*use.from);
  return letter.communication && letter.part_of.id() == matter.id() ? &letter : nullptr;
}

}  // namespace rapport::rules
