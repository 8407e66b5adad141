// Whom the programme does not meet yet.
#include "mandate/circle.hpp"
#include "mandate/competence.hpp"
#include "report/brief/brief.hpp"

#include <algorithm>

namespace rapport::report {
namespace {

using model::Circle;
using model::Partner;
using templates::List;
using templates::Value;

/// Circles that mandate holders meet on visits as a rule.
constexpr Circle expected[] = {
    Circle::government,        Circle::legislature, Circle::judiciary,
    Circle::local_authorities, Circle::nhri,        Circle::un,
    Circle::embassies,         Circle::defenders,   Circle::women_defenders,
    Circle::civil_society,     Circle::academics,   Circle::media,
    Circle::business};

std::vector<const Partner*> met(const model::Dataset& data, std::string_view visit) {
  std::vector<const Partner*> partners;
  for (const auto& slot : data.engagement(visit)->visit->programme) {
    if (slot.status == model::SlotStatus::refused || slot.status == model::SlotStatus::cancelled)
      continue;
    for (const auto& ref : slot.with)
      if (const Partner* partner = data.partner(ref)) partners.push_back(partner);
  }
  return partners;
}

bool is_authority_of(const Partner& partner, const std::string& area) {
  return partner.kind == model::PartnerKind::local_authority &&
         std::ranges::any_of(partner.areas,
                             [&](const model::Text& own) { return own.str() == area; });
}

}  // namespace

Gaps gaps(const Brief& brief) {
  if (!brief.is_for_office() || !brief.block) return {};
  const auto presences =
      mandate::presences(brief.library, {brief.state, brief.territory}, brief.on).ranked;
  const std::string presence = presences.empty() ? std::string{} : brief.title_of(presences[0].id);
  return brief.released.ask([&](const model::Dataset& data) {
    Gaps found;
    const auto partners = met(data, brief.request.subject);
    const auto& codes = brief.library.codes();
    for (const Circle circle : expected)
      if (std::ranges::none_of(partners, [&](const Partner* partner) {
            return mandate::is_in_circle(*partner, circle, codes);
          }))
        found.circles.push_back(circle);
    for (const auto& text : data.engagement(brief.request.subject)->areas)
      if (const std::string area = text.str(); std::ranges::none_of(
              partners, [&](const Partner* p) { return is_authority_of(*p, area); }))
        found.areas_without_authority.push_back(area);
    if (!presence.empty() && std::ranges::none_of(partners, [&](const Partner* partner) {
          return partner->listed_as.row() == presences[0].id;
        }))
      found.presence = presence;
    return found;
  });
}

Value coverage(const Brief&, const Gaps& gaps) {
  List circles;
  for (const Circle circle : gaps.circles) circles.emplace_back(value::word(circle));
  List areas;
  for (const std::string& area : gaps.areas_without_authority) areas.emplace_back(area);
  return Value::object()
      .set("circles", circles)
      .set("areas", areas)
      .set("presence", gaps.presence)
      .set("complete", !gaps.any());
}

}  // namespace rapport::report
