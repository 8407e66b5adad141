#include "release/marks.hpp"

#include "base/unicode.hpp"
#include "model/matter.hpp"
#include "release/describe.hpp"
#include "release/gate.hpp"

#include <algorithm>
#include <unordered_map>

namespace rapport::release {
namespace {

constexpr std::string_view spaces = " \n";

/// The end of what is written so far, longer than any gap between two words: a text may be nothing
/// but spaces, and each mark in it looks back.
std::string_view end_of(std::string_view written) {
  constexpr std::size_t reach = 80;
  return written.substr(written.size() - std::min(written.size(), reach));
}

/// "Mr. K.M." at the end of a sentence has one point.
void drop_second_point(const std::string& out, std::string_view said, std::size_t& from) {
  if (out.ends_with('.') && said.substr(from).starts_with('.')) ++from;
}

/// "X, <introduced>, and Y" without the introduction is "X and Y", wherever the lines end.
void drop_clause(std::string& out, std::string_view said, std::size_t& from) {
  const std::string_view end = end_of(out);
  const auto comma = end.find_last_not_of(spaces);
  if (comma == end.npos || end[comma] != ',') return;
  out.resize(out.size() - end.size() + comma);
  const std::string_view rest = said.substr(from);
  if (rest.size() > 1 && rest[0] == ',' && spaces.find(rest[1]) != spaces.npos) ++from;
  drop_second_point(out, said, from);
}

/// A description ("a woman human rights defender") may open a sentence, or a paragraph.
bool opens_sentence(std::string_view before) {
  const auto last = before.find_last_not_of(spaces);
  if (last == before.npos) return true;
  const std::string_view gap = before.substr(last + 1);
  const bool shortened = last >= 2 && before[last] == '.' && before[last - 2] == '.';  // "a.m."
  const bool ends =
      !shortened && (before[last] == '.' || before[last] == '?' || before[last] == '!');
  return (ends && !gap.empty()) || std::ranges::count(gap, '\n') > 1;
}

void capitalise(std::string& said) {
  std::string_view rest = said;
  if (rest.empty()) return;
  base::next_code_point(rest);
  const std::string_view first(said.data(), said.size() - rest.size());
  said = base::upper(first) + std::string(rest);
}

}  // namespace

Mark mark_at(std::string_view text, std::size_t start) {
  const auto end = text.find_first_of("<>", start + 1);
  if (end == std::string_view::npos || text[end] != '>') return {};
  std::string_view inside = text.substr(start + 1, end - start - 1);
  constexpr std::string_view introduce = ".introduce_as";
  const bool introduces = inside.ends_with(introduce);
  if (introduces) inside.remove_suffix(introduce.size());
  if (!value::is_id(inside)) return {};
  return {start, end + 1, inside, introduces};
}

Mark next_mark(std::string_view text, std::size_t from) {
  for (auto start = text.find('<', from); start != std::string_view::npos;
       start = text.find('<', start + 1))
    if (const Mark mark = mark_at(text, start); mark.end != 0) return mark;
  return {};
}

const model::Engagement* case_about(const model::Dataset& data, const model::RecordHeader& head) {
  if (head.kind != model::RecordKind::engagement) return nullptr;
  return &model::case_or_itself(data, data.engagement(head));
}

std::vector<const model::AllegedVictim*> victims_in_reach(const model::Dataset& data,
                                                          const model::RecordHeader& head) {
  std::vector<const model::AllegedVictim*> victims;
  if (head.kind != model::RecordKind::engagement) return victims;
  const model::Engagement& own = data.engagement(head);
  if (own.communication)
    for (const auto& victim : own.communication->alleged_victims) victims.push_back(&victim);
  if (own.communication && own.communication->sent) return victims;
  const model::Engagement* matter = case_about(data, head);
  if (matter->case_)
    for (const auto& victim : matter->case_->alleged_victims) victims.push_back(&victim);
  return victims;
}

const model::AllegedVictim* find_victim(const model::Dataset& data, const model::RecordHeader& head,
                                        std::string_view key) {
  for (const model::AllegedVictim* victim : victims_in_reach(data, head))
    if (victim->key.raw() == key) return victim;
  return nullptr;
}

Verdict limited(Verdict allowed, const model::AllegedVictim& victim) {
  if (allowed.reason == Reason::office_sees_all || !victim.name_as) return allowed;
  Disclosure most = Disclosure::described;
  if (victim.name_as == model::NameAs::full) most = Disclosure::full;
  if (victim.name_as == model::NameAs::initials) most = Disclosure::initials;
  allowed.how = std::min(allowed.how, most);
  return allowed;
}

bool is_named_in_words(const model::AllegedVictim& victim) {
  return victim.name_as == model::NameAs::initials || victim.name_as == model::NameAs::none;
}

bool is_source(const model::Partner& partner, const model::Engagement& matter) {
  const auto is = [&partner](const value::Ref& ref) { return model::leads_to(ref, partner.head); };
  const auto told = [&is](const auto& item) { return is(item.from); };
  const auto raised = [&is](const model::Need& need) {
    return std::ranges::any_of(need.raised_by, is);
  };
  if (matter.case_ && std::ranges::any_of(matter.case_->submissions, told)) return true;
  return std::ranges::any_of(matter.experiences, told) ||
         std::ranges::any_of(matter.needs, raised) ||
         std::ranges::any_of(matter.partners, [&is](const model::Participation& participation) {
           return participation.role == model::Role::source && is(participation.partner);
         });
}

namespace {

/// The alleged victim who has this record.
const model::AllegedVictim* victim_of(const model::Engagement& engagement,
                                      const model::Partner& partner) {
  const auto find = [&partner](const auto& victims) -> const model::AllegedVictim* {
    for (const auto& victim : victims)
      if (model::leads_to(victim.partner, partner.head)) return &victim;
    return nullptr;
  };
  if (engagement.communication)
    if (const auto* victim = find(engagement.communication->alleged_victims)) return victim;
  return engagement.case_ ? find(engagement.case_->alleged_victims) : nullptr;
}

}  // namespace

std::string Gate::mark(std::string_view key, const model::RecordHeader& head) const {
  if (const model::AllegedVictim* victim = find_victim(data_, head, key))
    return victim_name(*victim, head).text();
  const model::Partner* partner = data_.partner(key);
  if (partner == nullptr) return {};
  const model::Engagement* matter = case_about(data_, head);
  const bool in_matter = matter != nullptr && (matter->case_ || matter->communication);
  if (in_matter) {
    const model::AllegedVictim* victim = victim_of(*matter, *partner);
    if (victim == nullptr && head.kind == model::RecordKind::engagement)
      victim = victim_of(data_.engagement(head), *partner);
    if (victim != nullptr) return victim_name(*victim, head).text();
    // Without another role in the matter a source is never named.
    if (!is_for_office() && is_source(*partner, *matter)) return std::string(description(*partner));
  }
  // To be named in an engagement is to be linked to it.
  return addressed(*partner,
                   in_matter ? victim(*partner, *matter, purpose_.state) : link(*partner, head));
}

std::string Gate::addressed(const model::Partner& partner, Verdict verdict) const {
  if (!verdict.shows()) return std::string(description(partner));
  std::string name = this->name(partner, verdict).text();
  if (!partner.honorific || verdict.how == Disclosure::described) return name;
  keep(partner.honorific, partner.head);
  return partner.honorific.str() + " " + name;
}

/// Of who has no record the record's own words: a description as it is written, a name as
/// `name_as` says.
ReleasedText Gate::in_words(const model::AllegedVictim& victim) const {
  const bool exists = static_cast<bool>(victim.text);
  if (is_for_office() || !is_named_in_words(victim))
    return {victim.text.str(), {Disclosure::full, Reason::open_value}, exists};
  const std::string letters = initials(victim.text.str());
  if (victim.name_as == model::NameAs::initials && !letters.empty())
    return {letters, {Disclosure::initials, Reason::open_value}, exists};
  return {std::string(unnamed), {Disclosure::described, Reason::consent_no_name}, true};
}

ReleasedText Gate::victim_name(const model::AllegedVictim& victim,
                               const model::RecordHeader& head) const {
  const model::Partner* partner = data_.partner(victim.partner);
  if (partner == nullptr) {
    ReleasedText words = in_words(victim);
    if (words.verdict().how == Disclosure::full) keep(victim.text, head);
    return words;
  }
  const Verdict verdict =
      limited(this->victim(*partner, *case_about(data_, head), purpose_.state), victim);
  return {addressed(*partner, verdict),
          {verdict.shows() ? verdict.how : Disclosure::described, verdict.reason},
          true};
}

ReleasedText Gate::name(const model::Partner& partner, Verdict verdict) const {
  switch (verdict.how) {
    case Disclosure::full:
      keep(partner.name, partner.head);
      return {partner.name.str(), verdict, static_cast<bool>(partner.name)};
    case Disclosure::initials:
      if (std::string letters = initials(partner.name.str()); !partner.name || !letters.empty())
        return {std::move(letters), verdict, static_cast<bool>(partner.name)};
      [[fallthrough]];
    case Disclosure::described:
      return {std::string(description(partner)), verdict, true};
    case Disclosure::withheld:
      break;
  }
  return {{}, verdict, true};
}

std::optional<std::string> Gate::words_for(const Mark& mark,
                                           const model::RecordHeader& head) const {
  if (!mark.introduces) return this->mark(mark.key, head);
  const model::AllegedVictim* victim = find_victim(data_, head, mark.key);
  if (victim == nullptr || !victim->introduce_as) return std::nullopt;
  const model::Partner* partner = data_.partner(victim->partner);
  // How somebody is introduced names them as surely as the name does.
  const Disclosure how =
      partner == nullptr
          ? in_words(*victim).verdict().how
          : limited(this->victim(*partner, *case_about(data_, head), purpose_.state), *victim).how;
  if (how != Disclosure::full) return std::nullopt;
  keep(victim->introduce_as, head);
  return victim->introduce_as.str();
}

ReleasedText Gate::render(const value::Text& text, const model::RecordHeader& head,
                          Verdict verdict) const {
  if (!text) return {};
  if (!verdict.shows()) return {{}, verdict, true};
  keep(text, head);
  const std::string said = text.str();
  std::string out;
  std::unordered_map<std::string_view, std::optional<std::string>> known;  // by mark
  std::size_t from = 0;
  for (Mark at = next_mark(said, 0); at.end != 0; at = next_mark(said, from)) {
    out.append(said, from, at.start - from);
    from = at.end;
    const auto mark = std::string_view(said).substr(at.start, at.end - at.start);
    const auto [found, is_new] = known.try_emplace(mark);
    if (is_new) found->second = words_for(at, head);
    if (!found->second) {
      drop_clause(out, said, from);
      continue;
    }
    std::string words = *found->second;
    if (!at.introduces && opens_sentence(end_of(out))) capitalise(words);
    out += words;
    if (!at.introduces) drop_second_point(out, said, from);
  }
  out.append(said, from);
  return {std::move(out), verdict, true};
}

ReleasedText Gate::show(const value::Field& row, const void* record, const Verdicts& verdicts,
                        const model::RecordHeader& head) const {
  const void* value = row.of(record);
  if (!row.type->present(value)) return {};
  return show(row, *row.type, value, verdicts[row.meta.reveals], head);
}

ReleasedText Gate::show(const value::Field& row, const value::Type& type, const void* value,
                        Verdict verdict, const model::RecordHeader& head) const {
  if (!verdict.shows()) return {{}, verdict, true};
  // Who is not shown in full is shown by one row, the name; their other rows would say more.
  if (verdict.how != Disclosure::full) {
    if (&row != &value::field_of<&model::Partner::name>())
      return {{}, {Disclosure::withheld, verdict.reason}, true};
    return name(data_.partner(head), verdict);
  }
  if (type.shape == value::Shape::text)
    return render(*static_cast<const value::Text*>(value), head, verdict);
  if (type.print == nullptr) return {};
  if (type.shape == value::Shape::ref)
    if (const Verdict named = reference(*static_cast<const value::Ref*>(value), head);
        !named.shows())
      return {{}, named, true};
  return {type.print(value, codes_), verdict, true};
}

}  // namespace rapport::release
