#include "rules/engine/letter_people.hpp"

#include "model/matter.hpp"
#include "release/describe.hpp"
#include "release/gate.hpp"

#include <fmt/format.h>

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

std::vector<NamedVictim> named_among(const model::List<model::AllegedVictim>& victims,
                                     const RecordHeader& in, const Engagement& letter,
                                     const Context& context) {
  const auto& data = context.data();
  const auto* whole = model::case_of(data, letter);
  const Engagement& matter = whole != nullptr ? *whole : letter;
  const auto* addressee = data.partner(letter.communication->addressee);
  // Which consent counts is not known before its case is: that is a fault of its own, or of a file
  // that could not be read.
  if (letter.part_of && data.engagement(letter.part_of) == nullptr) return {};
  if (addressee == nullptr || letter.head.has_errors || is_over(letter, matter)) return {};
  std::vector<NamedVictim> named;
  for (const auto& victim : victims) {
    const auto* partner = data.partner(victim.partner);
    if (partner == nullptr || partner->head.has_errors || is_only_described(victim)) continue;
    if (!model::is_protected(*partner)) continue;
    named.push_back({&in, &letter, addressee, &victim, partner,
                     ask_for(letter, *addressee, matter, context),
                     release::youngest_fact(matter, letter.communication->sent), &matter.head});
  }
  return named;
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
  const RecordHeader& in =
      model::origin(letter, value::field_of<&model::Communication::alleged_victims>());
  return named_among(letter.communication->alleged_victims, in, letter, context);
}

std::vector<NamedVictim> maybe_named_victims(const Engagement& letter, const Context& context) {
  const auto* matter = letter.communication ? model::case_of(context.data(), letter) : nullptr;
  if (matter == nullptr || matter->head.has_errors) return {};
  const auto& own = *letter.communication;
  if (!own.sent || own.text || model::has_own_text(own)) return {};
  return named_among(matter->case_->alleged_victims, matter->head, letter, context);
}

void NamedVictim::note_letter(Finding& finding) const {
  if (in != &letter->head)
    finding.note(place_of(letter->head, letter->communication->addressee),
                 fmt::format("by this letter to '{}'", addressee->id()));
}

std::string NamedVictim::letter_and_addressee() const {
  return fmt::format("'{}' to '{}'", letter->id(), addressee->id());
}

const Engagement* letter_of(const Engagement& matter, const model::BackRef& use,
                            const Context& context) {
  if (use.from->kind != model::RecordKind::engagement) return nullptr;
  const Engagement& letter = context.data().engagement(*use.from);
  return letter.communication && letter.part_of.id() == matter.id() ? &letter : nullptr;
}

}  // namespace rapport::rules
