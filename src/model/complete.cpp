// A draft letter takes from its case, and from nowhere else, whole rows that it does not say
// itself. A letter that was sent says everything itself, since what was sent does not change; one of
// which only the dates are known takes what the case says.
#include "model/dataset.hpp"

#include <algorithm>

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
  const auto at = static_cast<std::size_t>(&value::row_of<Member>() -
                                           value::rows_of<Communication>().rows.data());
  return std::uint64_t{1} << at;
}

template <auto To, class Value>
void take(Communication& letter, const Value& from) {
  if (letter.*To || !from) return;
  letter.*To = from;
  letter.inherited |= bit<To>();
}

/// The requests meant for this addressee, moved to the front of the case's own array would disturb
/// its other letters; so each letter gets a list of its own.
List<Request> requests_for(const List<Request>& all, AddresseeRole role) {
  const auto count = static_cast<std::size_t>(
      std::ranges::count_if(all, [&](const Request& request) { return is_for(request, role); }));
  if (count == 0) return {};
  static_assert(std::is_trivially_copyable_v<Request>);
  auto* items = new Request[count];  // lives as long as the dataset's arenas: to the end
  std::ranges::copy_if(all, items, [&](const Request& request) { return is_for(request, role); });
  return {{items, count}, all.offset()};
}

}  // namespace

void complete(Engagement& letter, const Engagement& matter) {
  Communication& own = *letter.communication;
  // A letter that was sent and says what was sent takes nothing more.
  const bool says_itself = own.lead || own.facts || own.requests || own.signed_by;
  if (!matter.case_ || (own.sent && says_itself)) return;
  const Case& from = *matter.case_;
  own.inherited_from = &matter.head;
  take<&Communication::lead>(own, from.lead);
  take<&Communication::co_signatories>(own, from.co_signatories);
  take<&Communication::alleged_victims>(own, from.alleged_victims);
  take<&Communication::facts>(own, from.facts);
  take<&Communication::concern>(own, from.concern);
  if (!own.requests)
    take<&Communication::requests>(own, requests_for(from.requests, *own.addressee_role));
  if (!letter.themes) letter.themes = matter.themes;
}

const Head& origin(const Engagement& letter, const value::Row& row) {
  const auto rows = value::rows_of<Communication>().rows;
  const bool in_block = &row >= rows.data() && &row < rows.data() + rows.size();
  if (!in_block || !letter.communication || letter.communication->inherited_from == nullptr)
    return letter.head;
  const auto at = static_cast<std::size_t>(&row - rows.data());
  return letter.communication->inherited >> at & 1U ? *letter.communication->inherited_from
                                                    : letter.head;
}

}  // namespace rapport::model
