// What an output must not show, for the scan of its bytes: the names of people, and how to reach
// them.
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "names/policy.hpp"
#include "release/marks.hpp"
#include "release/release.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace rapport::release {
namespace {

using model::Engagement;
using model::Partner;

void add_secret(std::string text, const model::RecordHeader& head, Secret::Kind kind,
                std::vector<Secret>& into) {
  if (!text.empty() && !text.starts_with("sealed:"))
    into.push_back({std::move(text), std::string(head.id()), kind});
}

/// A focal point, say, who has no record of their own.
void add_person(const model::RecordHeader& head, const value::Text& name, const value::Text& phone,
                std::vector<Secret>& into) {
  if (names::is_enough(name.str())) add_secret(name.str(), head, Secret::Kind::name, into);
  if (names::is_number(phone.str())) add_secret(phone.str(), head, Secret::Kind::address, into);
}

/// Under `initials` they are a name for certain. With `none` "Two relatives, aged 15" may be there:
/// what of it may be a name is looked for as it is written, and no pair of its words.
void add_victim(const model::RecordHeader& head, const model::AllegedVictim& victim,
                std::vector<Secret>& into) {
  if (victim.name_as == model::NameAs::initials) return add_person(head, victim.text, {}, into);
  for (std::string& name : names::names_in_words(victim.text.str()))
    add_secret(std::move(name), head, Secret::Kind::text, into);
}

/// Those that it does not take from its case.
std::vector<const model::List<model::AllegedVictim>*> own_victims_of(const Engagement& engagement) {
  std::vector<const model::List<model::AllegedVictim>*> lists;
  if (engagement.case_) lists.push_back(&engagement.case_->alleged_victims);
  const value::Field& row = value::field_of<&model::Communication::alleged_victims>();
  if (engagement.communication && &model::origin(engagement, row) == &engagement.head)
    lists.push_back(&engagement.communication->alleged_victims);
  return lists;
}

/// The same for one number, however it is grouped.
std::string compared(const value::Text& address) {
  const std::string said = base::fold(address.str());
  if (!names::is_number(said)) return said;
  std::string digits;
  std::ranges::copy_if(said, std::back_inserter(digits), base::is_digit);
  return digits;
}

/// The channels that may not be printed. One number often is in a record twice, for calls and for
/// messages: where either of them may be, it may.
std::vector<const model::Contact*> closed_channels(const Gate& gate, const Partner& partner) {
  std::vector<const model::Contact*> closed;
  std::vector<const model::Contact*> open;
  for (const auto& contact : partner.contacts)
    (gate.channel(partner, contact).shows() ? open : closed).push_back(&contact);
  if (closed.empty() || open.empty()) return closed;
  std::set<std::string> said;
  for (const auto* contact : open) said.insert(compared(contact->value));
  std::erase_if(closed,
                [&](const auto* contact) { return said.contains(compared(contact->value)); });
  return closed;
}

}  // namespace

std::vector<Secret> Release::protected_texts() const {
  std::vector<Secret> all;
  if (gate_.is_for_office()) return {};
  for (const Partner* partner : gate_.data().partners()) {
    if (is_protected(*partner) && !gate_.may_be_named(*partner)) names::add_names(*partner, all);
    for (const auto* contact : closed_channels(gate_, *partner))
      names::add_contact(*partner, *contact, all);
  }
  for (const Engagement* engagement : gate_.data().engagements()) {
    for (const auto* victims : own_victims_of(*engagement))
      for (const auto& victim : *victims)
        if (gate_.data().partner(victim.partner) == nullptr && is_named_in_words(victim))
          add_victim(engagement->head, victim, all);
    // Who helps on the spot is for the office, whatever the visit is to others.
    if (!engagement->visit) continue;
    for (const auto& point : engagement->visit->focal_points)
      add_person(engagement->head, point.name, point.phone, all);
  }
  return all;
}

std::optional<Secret> Release::find_person(std::string_view text) const {
  std::vector<Secret> all;
  for (const Partner* partner : gate_.data().partners()) {
    if (!is_protected(*partner)) continue;
    names::add_names(*partner, all);
    for (const auto& contact : partner->contacts) names::add_contact(*partner, contact, all);
  }
  const Secret* found = release::find_leak(text, all);
  return found == nullptr ? std::nullopt : std::optional(*found);
}

}  // namespace rapport::release
