// A draft letter takes from its case, and from nowhere else, whole rows that it does not say
// itself. A letter that was sent takes nothing: what was sent does not change with the case.
#include "model/as_written.hpp"
#include "model/dataset.hpp"

#include <algorithm>
#include <cassert>

namespace rapport::model {
namespace {

bool is_for(const Request& request, AddresseeRole role) {
  if (request.uses.empty()) return true;
  RequestFor kind = RequestFor::states;
  switch (role) {
    case AddresseeRole::parent_company:
    case AddresseeRole::subsidiary:
    case AddresseeRole::financier:
    case AddresseeRole::investor:
      kind = RequestFor::business;
      break;
    case AddresseeRole::organisation:
    case AddresseeRole::de_facto:
      kind = RequestFor::organisations;
      break;
    default:
      break;
  }
  return std::ranges::any_of(request.uses, [&](const auto& use) { return use == kind; });
}

template <auto Member>
std::uint64_t bit() {
  const auto at = static_cast<std::size_t>(&value::field_of<Member>() -
                                           value::rows_of<Communication>().rows.data());
  return std::uint64_t{1} << at;
}

/// Themes are a row of the record and not of its block; no row of the block has this bit.
constexpr std::uint64_t themes_bit = std::uint64_t{1} << 63;

template <auto Member>
void give_back(Communication& letter) {
  if ((letter.inherited & bit<Member>()) != 0) letter.*Member = {};
}

template <auto To, class Value>
void take(Communication& letter, const Value& from, base::Arena& arena) {
  if (letter.*To || !from) return;
  letter.*To = from;
  letter.inherited |= bit<To>();
  value::mark_as_taken(*value::field_of<To>().type, &(letter.*To), value::Origin::case_, arena);
}

/// The requests meant for this addressee, moved to the front of the case's own array would disturb
/// its other letters; so each letter gets a list of its own.
List<Request> requests_for(const List<Request>& all, AddresseeRole role, base::Arena& arena) {
  const auto count = static_cast<std::size_t>(
      std::ranges::count_if(all, [&](const Request& request) { return is_for(request, role); }));
  if (count == 0) return {};
  const auto items = arena.take<Request>(count);
  std::ranges::copy_if(all, items.begin(),
                       [&](const Request& request) { return is_for(request, role); });
  return {items, all.offset()};
}

}  // namespace

void complete(Engagement& letter, const Engagement& matter, base::Arena& arena) {
  Communication& own = *letter.communication;
  if (own.sent || own.text) return;
  const Case& from = *matter.case_;
  own.inherited_from = &matter.head;
  take<&Communication::lead>(own, from.lead, arena);
  take<&Communication::co_signatories>(own, from.co_signatories, arena);
  take<&Communication::alleged_victims>(own, from.alleged_victims, arena);
  take<&Communication::facts>(own, from.facts, arena);
  take<&Communication::concern>(own, from.concern, arena);
  if (!own.requests)
    take<&Communication::requests>(own, requests_for(from.requests, *own.addressee_role, arena),
                                   arena);
  if (!letter.themes && matter.themes) {
    assert(value::rows_of<Communication>().rows.size() < 63);
    letter.themes = matter.themes;
    own.inherited |= themes_bit;
  }
}

AsWritten::AsWritten(const Engagement& engagement) : engagement_(engagement) {
  if (!engagement.communication || engagement.communication->inherited == 0) return;
  Communication& own = letter_.fields;
  own = *engagement.communication;
  letter_.offset = engagement.communication.offset();
  give_back<&Communication::lead>(own);
  give_back<&Communication::co_signatories>(own);
  give_back<&Communication::alleged_victims>(own);
  give_back<&Communication::facts>(own);
  give_back<&Communication::concern>(own);
  give_back<&Communication::requests>(own);
  if ((own.inherited & themes_bit) != 0) engagement_.themes = {};
  own.inherited_from = nullptr;
  own.inherited = 0;
  engagement_.communication = Block<Communication>(&letter_);
}

const RecordHeader& origin(const Engagement& letter, const value::Field& row) {
  const auto rows = value::rows_of<Communication>().rows;
  const bool in_block = &row >= rows.data() && &row < rows.data() + rows.size();
  if (!in_block || !letter.communication || letter.communication->inherited_from == nullptr)
    return letter.head;
  const auto at = static_cast<std::size_t>(&row - rows.data());
  return letter.communication->inherited >> at & 1U ? *letter.communication->inherited_from
                                                    : letter.head;
}

}  // namespace rapport::model
