#include "query/derived/linked.hpp"

#include "model/matter.hpp"
#include "query/derived/signatures.hpp"

#include <algorithm>

namespace rapport::query {
namespace {

bool names(const model::Engagement& letter, const value::Ref* ref) {
  return std::ranges::any_of(letter.communication->alleged_victims,
                             [ref](const auto& victim) { return &victim.partner == ref; });
}

/// A letter that takes its alleged victims from the case has the very same ones.
void add_letters(std::vector<Linked>& found, const model::BackRef& use, const Context& context) {
  if (use.from->kind != model::RecordKind::engagement) return;
  for (const auto* letter : model::letters_of(context.data, context.data.engagement(*use.from)))
    if (names(*letter, use.ref)) found.push_back({&letter->head, use.row, use.ref});
}

void add_signed(std::vector<Linked>& found, const model::Partner& partner, const Context& context) {
  if (!partner.listed_as || !(partner.kind == model::PartnerKind::special_procedure)) return;
  const value::Row* row = &value::row_of<&model::Communication::signed_by>();
  for (const model::Engagement* engagement : context.data.engagements()) {
    const auto signers = signatures(*engagement);
    if (std::ranges::find(signers, partner.listed_as.row(), &value::MandateCode::row) !=
        signers.end())
      found.push_back({&engagement->head, row, nullptr});
  }
}

}  // namespace

std::vector<Linked> linked(const model::Head& record, const Context& context) {
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

std::vector<const model::Head*> linked_engagements(const model::Head& record,
                                                   const Context& context) {
  std::vector<const model::Head*> found;
  for (const Linked& link : linked(record, context))
    if (link.from->kind == model::RecordKind::engagement &&
        (found.empty() || found.back() != link.from))
      found.push_back(link.from);
  return found;
}

}  // namespace rapport::query
