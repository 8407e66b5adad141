#include "query/linked.hpp"

#include "model/matter.hpp"
#include "query/signatures.hpp"

#include <algorithm>

namespace rapport::query {
namespace {

/// A letter that takes its alleged victims from the case has all of them, in the case's order.
/// Null for one that has its own, or for a use of the case that is of no alleged victim.
const value::Ref* taken(const model::Engagement& letter, const model::Engagement& matter,
                        const value::Ref* ref) {
  const value::Field& row = value::field_of<&model::Communication::alleged_victims>();
  if (&model::origin(letter, row) != &matter.head) return nullptr;
  const auto& victims = matter.case_->alleged_victims;
  const auto found =
      std::ranges::find(victims, ref, [](const auto& each) { return &each.partner; });
  if (found == victims.end()) return nullptr;
  const auto at = static_cast<std::size_t>(found - victims.begin());
  return &letter.communication->alleged_victims[at].partner;
}

void add_letters(std::vector<Linked>& found, const model::BackRef& use, const Context& context) {
  if (use.from->kind != model::RecordKind::engagement) return;
  const model::Engagement& matter = context.data.engagement(*use.from);
  for (const auto* letter : model::letters_of(context.data, matter))
    if (const value::Ref* ref = taken(*letter, matter, use.ref))
      found.push_back({&letter->head, use.row, ref});
}

void add_signed(std::vector<Linked>& found, const model::Partner& partner, const Context& context) {
  if (!partner.listed_as || !(partner.kind == model::PartnerKind::special_procedure)) return;
  const value::Field* row = &value::field_of<&model::Communication::signed_by>();
  for (const model::Engagement* engagement : context.data.engagements()) {
    const auto signers = signatures(*engagement);
    if (std::ranges::find(signers, partner.listed_as.row(), &value::MandateCode::row) !=
        signers.end())
      found.push_back({&engagement->head, row, nullptr});
  }
}

}  // namespace

std::vector<Linked> linked(const model::RecordHeader& record, const Context& context) {
  std::vector<Linked> found;
  for (const model::BackRef& use : context.data.used_by(record)) {
    found.push_back({use.from, use.row, use.ref});
    add_letters(found, use, context);
  }
  if (record.kind == model::RecordKind::partner)
    add_signed(found, context.data.partner(record), context);
  std::ranges::stable_sort(found, {}, [](const Linked& link) { return link.from->index; });
  return found;
}

std::vector<const model::RecordHeader*> linked_engagements(const model::RecordHeader& record,
                                                           const Context& context) {
  std::vector<const model::RecordHeader*> found;
  for (const Linked& link : linked(record, context))
    if (link.from->kind == model::RecordKind::engagement &&
        (found.empty() || found.back() != link.from))
      found.push_back(link.from);
  return found;
}

}  // namespace rapport::query
