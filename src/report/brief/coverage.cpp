// Whom the programme does not meet yet.
#include "report/brief/brief.hpp"

namespace rapport::report {
namespace {

using templates::List;
using templates::Value;

}  // namespace

mandate::Coverage find_coverage(const Brief& brief) {
  const auto terms = mandate::terms(brief.released.office());
  return brief.released.ask([&](const model::Dataset& data) {
    return mandate::coverage(data, brief.library, *data.engagement(brief.request.subject), terms,
                             brief.on);
  });
}

std::string missing_presence(const Brief& brief) {
  if (brief.coverage.presence_met || brief.coverage.is_over) return {};
  const auto& ranked = brief.coverage.presences.ranked;
  return ranked.empty() ? std::string("UN") : brief.title_of(ranked[0].id);
}

Value coverage(const Brief& brief) {
  List circles;
  List usual;
  List areas;
  for (const mandate::Gap& gap : brief.coverage.gaps) {
    if (gap.area)
      areas.emplace_back(gap.area.str());
    else
      (gap.usual ? usual : circles).emplace_back(in_words(value::word(gap.circle)));
  }
  const bool is_complete = brief.coverage.gaps.empty() && brief.coverage.presence_met;
  return Value::object()
      .set("circles", circles)
      .set("usual", usual)
      .set("areas", areas)
      .set("presence",
           brief.coverage.presences.ranked.empty() ? Value() : Value(missing_presence(brief)))
      .set("no_un", brief.coverage.presences.ranked.empty() && !brief.coverage.presence_met)
      .set("over", brief.coverage.is_over)
      .set("no_programme", !brief.coverage.has_programme)
      .set("complete", is_complete);
}

Value refused(const Brief& brief) {
  List list;
  if (!brief.is_for_office()) return list;
  using model::Slot;
  for (const auto& slot : brief.block.list<&model::Visit::programme>()) {
    if (slot.get<&Slot::status>() != model::SlotStatus::refused) continue;
    std::vector<Value> with;
    for (const auto& partner : slot.links<&Slot::with>().shown)
      with.push_back(Value::object().set("name", value(partner.show<&model::Partner::name>())));
    list.push_back(Value::object()
                       .set("at", value(slot.get<&Slot::at>()))
                       .set("purpose", value(slot.show<&Slot::purpose>()))
                       .set("has_with", !with.empty())
                       .set("with", in_order(std::move(with))));
  }
  return list;
}

}  // namespace rapport::report
