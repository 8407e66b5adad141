#include "mandate/questions/letter.hpp"

#include "model/dataset.hpp"
#include "model/matter.hpp"
#include "model/protection.hpp"

#include <algorithm>

namespace rapport::mandate::questions {
namespace {

using model::Dataset;
using model::Engagement;
using model::RecordId;

const Engagement& letter_of(const Dataset& data, RecordId letter) {
  return data.engagement(data.head(letter.index));
}

const Engagement* case_of(const Dataset& data, RecordId letter) {
  return model::case_of(data, letter_of(data, letter));
}

/// What was sent does not change with its case.
const Engagement* case_of_draft(const Dataset& data, RecordId letter) {
  return letter_of(data, letter).communication->sent ? nullptr : case_of(data, letter);
}

}  // namespace

model::Classification label_of_letter(const Dataset& data, RecordId letter) {
  return model::classification(letter_of(data, letter));
}

std::vector<RecordId> letters_beside(const Dataset& data, RecordId letter) {
  std::vector<RecordId> ids;
  const Engagement& own = letter_of(data, letter);
  const auto& sent = own.communication->sent;
  const auto add = [&](const Engagement& other) {
    // What was sent does not speak of letters that came later.
    const auto& other_sent = other.communication->sent;
    if (sent && (!other_sent || value::sure_after(other_sent, sent))) return;
    // Of two records with one id it is the one that is found by it.
    ids.push_back({data.find(other.id())->index});
  };
  if (const Engagement* matter = model::case_of(data, own))
    for (const Engagement* other : model::letters_of(data, *matter))
      if (other != &own) add(*other);
  const Engagement* followed = data.engagement(own.communication->follows);
  if (followed != nullptr && followed != &own && followed->communication) add(*followed);
  std::ranges::sort(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

model::Date day_sent(const Dataset& data, RecordId letter) {
  return letter_of(data, letter).communication->sent;
}

bool addressee_takes_article(const Dataset& data, RecordId letter) {
  const auto& addressee = *data.partner(letter_of(data, letter).communication->addressee);
  return !model::is_person(addressee) && addressee.kind != model::PartnerKind::business &&
         model::group_of(*addressee.kind) != model::Group::civil_society;
}

ReplyLevel level_of_reply(const Dataset& data, RecordId letter, const Terms& terms,
                          model::Date on) {
  return reply_state(data, letter_of(data, letter), terms, on).level;
}

Publicity publicity(const Dataset& data, RecordId letter, const value::Codes& codes) {
  const Engagement& own = letter_of(data, letter);
  return {.on_legislation = is_on_legislation(own, codes),
          .recorded = recorded_publication(*own.communication)};
}

bool can_be_reached(const Dataset& data, RecordId partner) {
  const model::Partner& found = data.partner(data.head(partner.index));
  return !model::is_out_of_reach(found) && std::ranges::any_of(found.contacts, &model::is_usable);
}

std::vector<bool> dead_victims(const Dataset& data, RecordId letter, model::Date on) {
  std::vector<bool> dead;
  for (const auto& victim : letter_of(data, letter).communication->alleged_victims) {
    const model::Partner* partner = data.partner(victim.partner);
    dead.push_back(partner != nullptr && model::is_dead(*partner) &&
                   !value::sure_after(partner->situation->since, on));
  }
  return dead;
}

bool is_about_one_person(const Dataset& data, RecordId letter) {
  const auto& victims = letter_of(data, letter).communication->alleged_victims;
  if (victims.size() != 1) return false;
  const auto& victim = *victims.begin();
  if (const model::Partner* partner = data.partner(victim.partner))
    return model::is_person(*partner);
  std::size_t count = 0;
  for (const model::Count number : {victim.women, victim.men, victim.minors})
    if (number && !number.is_unknown()) count += static_cast<std::size_t>(*number);
  return count == 1;
}

bool has_statement(const Dataset& data, RecordId letter) {
  const Engagement* matter = case_of_draft(data, letter);
  return matter != nullptr && std::ranges::any_of(data.engagements(), [&](const Engagement* other) {
           return other->statement && model::case_of(data, *other) == matter &&
                  !(other->status == model::Status::cancelled);
         });
}

bool has_reprisal(const Dataset& data, RecordId letter) {
  const Engagement* matter = case_of_draft(data, letter);
  return matter != nullptr &&
         std::ranges::any_of(matter->case_->incidents, [](const model::Incident& incident) {
           return incident.reprisal.is_yes();
         });
}

bool has_dated_incident(const Dataset& data, RecordId letter) {
  const Engagement* matter = case_of(data, letter);
  return matter != nullptr &&
         std::ranges::any_of(matter->case_->incidents, [](const model::Incident& incident) {
           return incident.on && !incident.on.is_unknown();
         });
}

model::CaseStatus status_of_case(const Dataset& data, RecordId letter) {
  const Engagement* matter = case_of(data, letter);
  return matter == nullptr ? model::CaseStatus::decided : *matter->case_->status;
}

}  // namespace rapport::mandate::questions
