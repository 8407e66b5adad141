// Who a letter names, and what has to be asked of their consent.
#pragma once

#include "mandate/consent.hpp"
#include "model/dataset.hpp"
#include "rules/engine/rule.hpp"

#include <string>
#include <vector>

namespace rapport::rules {

struct NamedVictim {
  const RecordHeader* in = nullptr;  // the letter, or the case the victims are taken from
  const Engagement* letter = nullptr;
  const Partner* addressee = nullptr;
  const model::AllegedVictim* victim = nullptr;
  const Partner* partner = nullptr;
  mandate::ConsentQuery ask;
  value::Date facts;                       // the latest the letter contains
  const RecordHeader* facts_in = nullptr;  // the case

  Place place() const { return place_of(*in, victim->partner); }
  /// "'2026-al-xxa-dam' to 'xxa-mission-geneva'": a case may have several letters.
  std::string letter_and_addressee() const;
  /// Which letter names them, where that is not the place: a case may have several.
  void note_letter(Finding& finding) const;
};

/// The protected partners a letter would name or has named: not those it only describes.
std::vector<NamedVictim> named_victims(const Engagement& letter, const Context& context);

/// Of a letter that was sent, and does not say whom it named: those of its case whom it may have
/// named.
std::vector<NamedVictim> maybe_named_victims(const Engagement& letter, const Context& context);

template <class Visit>
void each_named_victim(const Engagement& letter, const Context& context, Visit&& visit) {
  if (!letter.communication || letter.communication->alleged_victims.empty()) return;
  for (const NamedVictim& named : named_victims(letter, context)) visit(named);
}

/// The question a letter to this addressee asks.
mandate::ConsentQuery ask_for(const Engagement& letter, const Partner& addressee,
                              const Engagement& matter, const Context& context);

/// The letter by which `use` makes itself part of the case; null when it is no such use.
const Engagement* letter_of(const Engagement& matter, const model::BackRef& use,
                            const Context& context);

}  // namespace rapport::rules
