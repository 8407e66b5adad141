#include "release/people.hpp"

#include "base/parallel_for.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/dataset.hpp"
#include "names/policy.hpp"
#include "names/record_names.hpp"
#include "release/marks.hpp"

#include <algorithm>
#include <unordered_set>

namespace rapport::release {
namespace {

using model::Engagement;
using model::Partner;

/// Whatever an addressee will read that the office wrote itself.
std::string text_of(const Engagement& letter, const Engagement& matter) {
  std::string text = letter.public_summary.str();
  if (!letter.communication->sent) text += "\n" + matter.public_summary.str();
  text += "\n" + letter.communication->facts.str() + "\n" + letter.communication->concern.str();
  for (const auto& request : letter.communication->requests) text += "\n" + request.text.str();
  for (const auto& victim : letter.communication->alleged_victims)
    text += "\n" + victim.text.str() + "\n" + victim.introduce_as.str();
  return text;
}

/// Those whose name is one word that is in the text. That is enough where somebody of the office
/// reads who is meant: the name of a body often is one word.
std::unordered_set<const Partner*> named_by_one_word(const model::Dataset& data,
                                                     std::string_view text) {
  const std::string folded = base::fold(text);
  const auto all = base::words(folded);
  const std::unordered_set<std::string_view> words(all.begin(), all.end());
  std::unordered_set<const Partner*> named;
  for (const Partner* partner : data.partners())
    names::each_name(*partner, [&](std::string_view name, names::Secret::Kind, bool) {
      const std::string own = base::fold(name);
      const auto parts = base::words(own);
      if (parts.size() == 1 && words.contains(parts[0])) named.insert(partner);
    });
  return named;
}

/// Whoever a text names, in the order of their ids.
std::vector<const Partner*> named_in(const model::Dataset& data, std::string_view text) {
  const names::RecordNames all(data, base::ParallelFor(), [](const Partner&) { return true; });
  auto named = named_by_one_word(data, text);
  for (const Partner* partner : all.partners_in(text)) named.insert(partner);
  std::vector<const Partner*> sorted(named.begin(), named.end());
  std::ranges::sort(sorted, {}, [](const Partner* partner) { return partner->head.index; });
  return sorted;
}

void take(LetterPerson& person, const Permission& permission) {
  person.verdict = permission.verdict;
  if (permission.act == nullptr) return;
  person.act = permission.act->key.str();
  person.given = permission.act->on;
  person.until = permission.act->until;
}

/// Who has no record was not asked: what says no name describes them.
Disclosure how_in_words(model::NameAs name_as) {
  if (name_as == model::NameAs::full) return Disclosure::full;
  return name_as == model::NameAs::initials ? Disclosure::initials : Disclosure::described;
}

/// `partner` is their record; null when they have none. `on_its_day` is the gate of the day the
/// letter was sent.
LetterPerson victim(const Gate& gate, const Gate& on_its_day, const model::AllegedVictim& from,
                    const Partner* partner, const Engagement& matter) {
  LetterPerson person{.key = from.key.str()};
  if (partner == nullptr) {
    person.verdict = {how_in_words(*from.name_as), Reason::open_value};
    person.today = person.verdict;
    person.text = from.text.str();
    person.because = from.because.str();
    return person;
  }
  person.partner = partner->id();
  person.is_strictly_confidential =
      partner->classification == model::Classification::strictly_confidential;
  take(person, on_its_day.victim_permission(*partner, matter, gate.purpose().state));
  person.verdict = limited(person.verdict, from);
  person.today = limited(gate.victim(*partner, matter, gate.purpose().state), from);
  // What was sent long ago may still be published: that is asked of today.
  const Permission published = mandate::consent(*partner, {.use = model::Use::publish,
                                                           .audience = model::Audience::public_,
                                                           .case_ = matter.id(),
                                                           .state = gate.purpose().state,
                                                           .on = gate.purpose().on});
  person.may_be_published = published.verdict.how == Disclosure::full;
  return person;
}

bool is_open(const Verdict& entry) {
  return entry.reason == Reason::public_body || entry.reason == Reason::official_post;
}

/// Whose name is typed out: by their consent, else as they may be shown without one.
void name_in_text(LetterPerson& person, const Gate& gate, const Partner& partner,
                  const Engagement& matter) {
  const Verdict entry = gate.entry(partner);
  take(person, gate.victim_permission(partner, matter, gate.purpose().state));
  if (!person.verdict.shows() && (entry.shows() || is_open(entry))) person.verdict = entry;
}

bool is_victim(const std::vector<LetterPerson>& people, const Partner& partner) {
  return std::ranges::find(people, partner.id(), &LetterPerson::partner) != people.end();
}

}  // namespace

std::vector<LetterPerson> people_of_letter(const Gate& gate, std::string_view id) {
  std::vector<LetterPerson> people;
  const model::Dataset& data = gate.data();
  const Engagement* letter = data.engagement(id);
  if (letter == nullptr || !letter->communication) return people;
  const Engagement& matter = *case_about(data, letter->head);
  Purpose then = gate.purpose();
  const value::Date sent = letter->communication->sent;
  if (sent && !sent.is_unknown()) then.on = sent;
  const Gate on_its_day(data, gate.codes_, std::move(then));
  for (const auto& from : letter->communication->alleged_victims)
    people.push_back(victim(gate, on_its_day, from, data.partner(from.partner), matter));
  for (const Partner* partner : named_in(data, text_of(*letter, matter))) {
    if (is_victim(people, *partner)) continue;
    const bool told_us = is_source(*partner, matter) || is_source(*partner, *letter);
    if (is_open(gate.entry(*partner)) && !told_us) continue;
    LetterPerson person{.partner = std::string(partner->id()), .is_source = told_us};
    name_in_text(person, on_its_day, *partner, matter);
    LetterPerson now = person;
    name_in_text(now, gate, *partner, matter);
    person.today = now.verdict;
    people.push_back(std::move(person));
  }
  return people;
}

}  // namespace rapport::release
