// That somebody has to do with an engagement: whether that may be said, and in which places of the
// record it is.
#include "model/dataset.hpp"
#include "release/gate.hpp"

#include <algorithm>
#include <cstdint>
#include <span>

namespace rapport::release {
namespace {

using model::Engagement;
using model::Partner;
using model::Role;
using model::Setting;
using model::Use;
using value::Reveals;
using value::Shape;

bool holds(const value::List<value::Ref>& refs, const value::Ref& ref) {
  return std::ranges::any_of(refs, [&ref](const value::Ref& each) { return &each == &ref; });
}

const model::Slot* slot_with(const Engagement& engagement, const value::Ref& ref) {
  if (!engagement.visit) return nullptr;
  for (const model::Slot& slot : engagement.visit->programme)
    if (holds(slot.with, ref) || holds(slot.attended, ref)) return &slot;
  return nullptr;
}

const model::Participation* participation_of(const Engagement& engagement, const value::Ref& ref) {
  for (const auto& participation : engagement.partners)
    if (&participation.partner == &ref) return &participation;
  return nullptr;
}

/// A place in which they stand for the office alone: where they told us something, or where the
/// office wrote of them.
bool is_inner_place(const Engagement& engagement, const model::BackRef& use) {
  if (use.row->meta.reveals == Reveals::source || use.row->meta.reveals == Reveals::content)
    return true;
  const model::Participation* participation = participation_of(engagement, *use.ref);
  return participation != nullptr && participation->role == Role::source;
}

std::uint32_t index_of(const model::BackRef& use) { return use.from->index; }

bool is_told(const Engagement& engagement, const model::BackRef& use) {
  return is_inner_place(engagement, use) && use.row->meta.reveals != Reveals::content;
}

/// The references below `fields` that are in rows with a verdict which shows.
class Walk {
 public:
  Walk(const Gate& gate, const model::RecordHeader& head) : gate_(gate), head_(head) {}

  void rows(const value::FieldSet& set, const void* fields, const Verdicts& verdicts) {
    for (const value::Field& row : set.rows)
      if (verdicts[row.meta.reveals].shows()) value(*row.type, row.of(fields), verdicts);
  }
  std::vector<const value::Ref*> take() { return std::move(found_); }

 private:
  void value(const value::Type& type, const void* value, const Verdicts& verdicts) {
    if (!type.present(value)) return;
    if (type.shape == Shape::ref) {
      found_.push_back(static_cast<const value::Ref*>(value));
    } else if (type.shape == Shape::block) {
      const void* fields = type.fields(value);
      rows(type.rows(), fields, gate_.narrow(type, fields, verdicts, head_));
    } else if (type.shape == Shape::list) {
      const value::Items items = type.items(value);
      for (std::size_t i = 0; i < items.count; ++i)
        this->value(*type.element, items.data + i * type.element->size, verdicts);
    }
  }

  const Gate& gate_;
  const model::RecordHeader& head_;
  std::vector<const value::Ref*> found_;
};

}  // namespace

bool only_told_us(const model::Dataset& data, const Partner& partner,
                  const Engagement& engagement) {
  const auto all = data.used_by(partner.head);
  const auto first = std::ranges::lower_bound(all, engagement.head.index, {}, index_of);
  const auto last = std::ranges::upper_bound(all, engagement.head.index, {}, index_of);
  const std::span<const model::BackRef> uses(first, last);
  const auto told = [&](const model::BackRef& use) { return is_told(engagement, use); };
  const auto inner = [&](const model::BackRef& use) { return is_inner_place(engagement, use); };
  return std::ranges::any_of(uses, told) && std::ranges::all_of(uses, inner);
}

Verdict Gate::link(const Partner& partner, const Engagement& engagement) const {
  return link(partner, engagement, nullptr);
}

/// `slot`: in which they are met, where they are.
Verdict Gate::link(const Partner& partner, const Engagement& engagement,
                   const model::Slot* slot) const {
  const Verdict seen = visible(engagement);
  if (!seen.shows() || is_for_office()) return seen;
  if (const Reason reason = never(partner); reason != Reason::absent) return no(reason);
  if (only_told_us(data_, partner, engagement)) return no(Reason::source);
  if (is_open_to_all(partner))
    return unless_refused(
        partner, Use::list_as_participant,
        full(partner.capacity == model::Capacity::official ? Reason::official_post
                                                           : Reason::public_body));
  const Verdict listed = permission(partner, Use::list_as_participant).verdict;
  // Whom OHCHR may reach it may drive, interpret for and look after.
  if (!listed.shows() && slot != nullptr && is_prepared_with_ohchr(*slot, engagement.head))
    if (const Verdict known = permission(partner, Use::share_contact).verdict; known.shows())
      return known;
  // Who agreed to meet an authority in one room with others is seen there.
  const bool in_one_room =
      slot != nullptr && slot->together.is_yes() && slot->setting == Setting::official;
  if (listed.shows() || !in_one_room) return listed;
  const Verdict met = permission(partner, Use::meet_authority).verdict;
  return met.shows() ? met : listed;
}

Verdict Gate::link(const Partner& partner, const model::RecordHeader& in) const {
  if (in.kind == model::RecordKind::engagement) return link(partner, data_.engagement(in));
  // In a partner's record: a body may be named, a person's own record never names other people.
  return is_for_office() ? full(Reason::office_sees_all) : entry(partner);
}

Verdict Gate::link(const value::Ref& ref, const model::RecordHeader& in) const {
  const Partner* partner = data_.partner(ref);
  if (partner == nullptr) return no(Reason::office_only);
  if (is_for_office() || in.kind != model::RecordKind::engagement) return link(*partner, in);
  const Engagement& engagement = data_.engagement(in);
  const model::Slot* slot = slot_with(engagement, ref);
  if (slot != nullptr)
    if (const Verdict seen = this->slot(*slot, in); !seen.shows()) return seen;
  if (const auto* participation = participation_of(engagement, ref))
    if (const Verdict seen =
            narrow(*participation, verdicts(engagement), engagement)[Reveals::link];
        !seen.shows())
      return seen;
  return slot != nullptr ? link(*partner, *slot, in) : link(*partner, engagement);
}

Verdict Gate::reference(const value::Ref& ref, const model::RecordHeader& in) const {
  if (is_for_office()) return full(Reason::office_sees_all);
  if (ref.is_office()) return full(Reason::open_value);
  const Engagement* engagement = data_.engagement(ref);
  return engagement != nullptr ? visible(*engagement) : link(ref, in);
}

bool Gate::leaves_out(const void* fields, const value::FieldSet& of, const Verdicts& verdicts,
                      const model::RecordHeader& head) const {
  return std::ranges::any_of(of.rows, [&](const value::Field& row) {
    const void* value = row.of(fields);
    if (row.type->shape != Shape::ref || !row.type->present(value)) return false;
    return verdicts[row.meta.reveals].how != Disclosure::full ||
           !reference(*static_cast<const value::Ref*>(value), head).shows();
  });
}

std::vector<const value::Ref*> Gate::shown_references(const Engagement& engagement) const {
  Walk walk(*this, engagement.head);
  walk.rows(value::rows_of<Engagement>(), &engagement, verdicts(engagement));
  return walk.take();
}

/// What somebody was there for may say more than that they were there, and who is not to be seen
/// leaves no empty place behind.
Verdicts Gate::narrow(const model::Participation& item, const Verdicts& list,
                      const Engagement& in) const {
  if (item.role == Role::source) return Verdicts::all(no(Reason::source));
  const bool is_of_matter =
      item.role == Role::alleged_victim || item.role == Role::alleged_perpetrator;
  const bool stayed_away =
      item.status == model::Attendance::declined || item.status == model::Attendance::absent_;
  if (is_of_matter || stayed_away)
    if (const Verdict content = list[Reveals::content]; !content.shows())
      return Verdicts::all(content);
  const Partner* partner = data_.partner(item.partner);
  if (partner == nullptr) return list;
  const Verdict linked = link(*partner, in);
  return linked.shows() ? list : Verdicts::all(linked);
}

}  // namespace rapport::release
