#include "mandate/questions/cosign.hpp"

#include "mandate/clocks.hpp"
#include "model/dataset.hpp"
#include "model/matter.hpp"

#include <algorithm>

namespace rapport::mandate::questions {
namespace {

using model::Date;
using model::MandateCode;
using model::StateCode;
using model::ThemeCode;

template <class List, class Code>
bool contains(const List& list, const Code& code) {
  return std::ranges::find(list, code) != list.end();
}

std::vector<ThemeCode> themes_of(const model::Dataset& data, const model::Engagement& letter) {
  const auto* matter = model::case_of(data, letter);
  const auto& themes = letter.themes || matter == nullptr ? letter.themes : matter->themes;
  return {themes.begin(), themes.end()};
}

PastLetter past_letter(const model::Dataset& data, const model::Engagement& record) {
  const model::Communication& own = *record.communication;
  PastLetter letter{.sent = own.sent, .themes = themes_of(data, record), .signers = {}};
  if (own.lead) letter.signers.push_back(own.lead);
  for (const MandateCode mandate : own.signed_by)
    if (!contains(letter.signers, mandate)) letter.signers.push_back(mandate);
  return letter;
}

void gather_states(const model::Dataset& data, const model::Engagement& from, Matter& matter) {
  const auto add = [&](StateCode state) {
    if (state && !contains(matter.states, state)) matter.states.push_back(state);
  };
  if (from.case_)
    for (const StateCode state : from.case_->where) add(state);
  if (from.communication)
    if (const auto* addressee = data.partner(from.communication->addressee))
      if (addressee->group() == model::Group::states) add(addressee->country);
  add(from.country);
}

void gather_victims(const model::Dataset& data, const model::List<model::AllegedVictim>& victims,
                    Matter& matter) {
  for (const auto& victim : victims)
    if (const auto* partner = data.partner(victim.partner))
      for (const ThemeCode theme : partner->themes)
        if (!contains(matter.victim_themes, theme)) matter.victim_themes.push_back(theme);
}

void gather(const model::Dataset& data, const model::Engagement& from, Matter& matter) {
  const auto take = [&](const auto& block) {
    if (!matter.lead) matter.lead = block.lead;
    for (const auto& signer : block.co_signatories)
      if (!contains(matter.asked, signer.mandate)) matter.asked.push_back(signer.mandate);
    gather_victims(data, block.alleged_victims, matter);
  };
  gather_states(data, from, matter);
  if (from.communication) take(*from.communication);
  if (from.case_) take(*from.case_);
}

}  // namespace

Matter subject_matter(const model::Dataset& data, model::RecordId id, Date on) {
  const model::Engagement& record = data.engagement(data.head(id.index));
  Matter matter;
  matter.on = on;
  matter.themes = themes_of(data, record);
  gather(data, record, matter);
  if (const auto* from = model::case_of(data, record)) gather(data, *from, matter);
  for (const auto* letter : model::letters_of(data, record))
    for (const auto& signer : letter->communication->co_signatories)
      if (!contains(matter.asked, signer.mandate)) matter.asked.push_back(signer.mandate);
  return matter;
}

std::vector<PastLetter> past_letters(const model::Dataset& data, Date on) {
  std::vector<const model::Engagement*> sent;
  for (const auto* record : data.engagements())
    if (record->communication && record->communication->sent &&
        value::sure_before(record->communication->sent, on))
      sent.push_back(record);
  std::ranges::stable_sort(sent, [](const model::Engagement* a, const model::Engagement* b) {
    return value::sorts_before(b->communication->sent, a->communication->sent);
  });
  std::vector<PastLetter> letters;
  std::vector<const model::Engagement*> cases;
  for (const auto* record : sent) {
    // One matter is one habit, to however many addressees it was written.
    const auto* matter = model::case_of(data, *record);
    if (matter != nullptr && contains(cases, matter)) continue;
    if (matter != nullptr) cases.push_back(matter);
    letters.push_back(past_letter(data, *record));
  }
  return letters;
}

bool waits_for_answers(const model::Dataset& data, model::RecordId record) {
  return !is_over(data, data.engagement(data.head(record.index)));
}

std::vector<model::RecordId> letters_of_case(const model::Dataset& data, model::RecordId record) {
  std::vector<model::RecordId> ids;
  for (const auto* letter : model::letters_of(data, data.engagement(data.head(record.index))))
    ids.push_back({letter->head.index});
  return ids;
}

}  // namespace rapport::mandate::questions
