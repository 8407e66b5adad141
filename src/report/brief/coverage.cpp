// Whom the programme does not meet yet.
#include "report/brief/brief.hpp"

namespace rapport::report {

using templates::List;
using templates::Value;

questions::Coverage find_coverage(const Brief& brief) {
  return brief.released.ask(questions::coverage, brief.visit.record(), brief.library,
                            mandate::terms(brief.released.office()), brief.on);
}

std::string area_of(const Brief& brief, std::size_t area) {
  const auto areas = brief.visit.texts<&model::Engagement::areas>();
  return area < areas.size() && areas[area] ? areas[area].text() : std::string{};
}

std::string missing_presence(const Brief& brief) {
  if (brief.coverage.presence_met || brief.coverage.is_over) return {};
  return brief.coverage.presence ? brief.title_of(*brief.coverage.presence) : std::string("UN");
}

Value coverage(const Brief& brief) {
  List circles;
  List usual;
  List areas;
  for (const questions::Gap& gap : brief.coverage.gaps) {
    const std::string area = gap.area ? area_of(brief, *gap.area) : std::string{};
    if (area.empty())
      (gap.usual ? usual : circles).emplace_back(in_words(value::word(gap.circle)));
    else
      areas.emplace_back(area);
  }
  const bool is_complete = brief.coverage.gaps.empty() && brief.coverage.presence_met;
  return Value::object()
      .set("circles", circles)
      .set("usual", usual)
      .set("areas", areas)
      .set("presence", brief.coverage.presence ? Value(missing_presence(brief)) : Value())
      .set("no_un", !brief.coverage.presence && !brief.coverage.presence_met)
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
