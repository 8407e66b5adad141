// The briefing pack of a visit, in the edition its audience may read.
#include "report/brief/brief.hpp"

namespace rapport::report {
namespace {

using model::Engagement;
using model::Visit;
using templates::List;
using templates::Value;

Value texts(const std::vector<release::Shown>& shown) {
  List list;
  for (const auto& text : shown)
    if (text) list.emplace_back(text.text());
  return list;
}

/// The holder is named from the office's own file; the rest of the team by key and role.
Value delegation(const Brief& brief) {
  List list;
  for (const auto& delegate : brief.visit.list<&Engagement::delegation>()) {
    const auto who = delegate.show<&model::Delegate::who>();
    std::string name = who.text();
    for (const model::Staff& staff : brief.released.office().staff) {
      const bool is_holder =
          who.text() == "holder" && staff.role == model::StaffRole::holder &&
          value::within(brief.on, staff.since, staff.until) == value::Answer::yes;
      if (who && (is_holder || staff.key.str() == who.text())) name = staff.name.str();
    }
    if (who)
      list.push_back(Value::object()
                         .set("name", name)
                         .set("role", value(delegate.show<&model::Delegate::role>())));
  }
  return list;
}

Value steps(const Brief& brief) {
  List list;
  for (const auto& step : brief.block.list<&Visit::steps>())
    list.push_back(Value::object()
                       .set("on", value(step.get<&model::Step::on>()))
                       .set("step", value(step.show<&model::Step::step>())));
  return list;
}

Value focal_points(const Brief& brief) {
  List list;
  for (const auto& point : brief.block.list<&Visit::focal_points>()) {
    const auto links = point.links<&model::FocalPoint::who>();
    Value name = links.shown.empty() ? value(point.show<&model::FocalPoint::name>())
                                     : value(links.shown.front().show<&model::Partner::name>());
    list.push_back(Value::object()
                       .set("name", std::move(name))
                       .set("what", value(point.show<&model::FocalPoint::for_>()))
                       .set("phone", value(point.show<&model::FocalPoint::phone>())));
  }
  return list;
}

Value values(const Brief& brief, const std::vector<Meeting>& list, const Gaps& missing) {
  Value root = facts(brief);
  root.set("country", country(brief))
      .set("competence", competence(brief))
      .set("history", history(brief))
      .set("letters", letters(brief))
      .set("needs", needs(brief))
      .set("commitments", commitments(brief))
      .set("programme", programme(brief, list))
      .set("meetings", meeting_pages(brief, list))
      .set("contacts", contact_annex(brief, list))
      .set("coverage", coverage(brief, missing));
  for (const auto* name :
       {"history", "letters", "needs", "commitments", "programme", "meetings", "contacts"})
    root.set("has_" + std::string(name), root.find(name)->holds());
  return root;
}

std::vector<Remark> remarks(const Brief& brief, const Gaps& missing, std::size_t shown) {
  std::vector<Remark> list;
  const auto& id = brief.request.subject;
  const auto all = brief.released.ask([&id](const model::Dataset& data) {
    std::size_t count = 0;
    for (const auto& slot : data.engagement(id)->visit->programme)
      if (!(slot.status == model::SlotStatus::refused) &&
          !(slot.status == model::SlotStatus::cancelled))
        ++count;
    return count;
  });
  if (all > shown) list.push_back({"slots-left-out", {std::to_string(all - shown)}});
  if (!missing.any()) return list;
  Remark remark{.code = "not-yet-covered"};
  for (const auto circle : missing.circles) remark.details.emplace_back(value::word(circle));
  for (const auto& area : missing.areas_without_authority)
    remark.details.push_back("local authorities of " + area);
  if (!missing.presence.empty()) remark.details.push_back(missing.presence);
  list.push_back(std::move(remark));
  return list;
}

base::Result<Document> make(const Request& request) {
  const Brief brief(request);
  if (!brief.block && brief.visit &&
      brief.visit.get<&Engagement::kind>() == model::EngagementKind::visit)
    return base::Failure{base::Failing::data, "'" + request.subject + "' has no block 'visit'",
                         "add `visit:` with its nature and programme"};
  if (!brief.block)
    return base::Failure{base::Failing::usage, "'" + request.subject + "' is not a visit",
                         "rapport list engagements kind:visit"};
  const auto list = meetings(brief);
  const Gaps missing = gaps(brief);
  auto page = request.templates.page("brief", values(brief, list, missing), request.language);
  if (!page) return page.failure();
  page->meta.title = brief.visit.show<&Engagement::title>().text();
  page->meta.classification = printed(*brief.visit.get<&Engagement::classification>());
  page->meta.date = request.provenance.today.str();
  page->meta.edition = request.provenance.edition;
  page->meta.audience = value::word(request.released.purpose().audience);
  Document document{.content = std::move(*page)};
  document.remarks = remarks(brief, missing, list.size());
  document.ids.emplace_back(brief.visit.id());
  document.counts = {{"slots", list.size()}};
  return document;
}

}  // namespace

Value facts(const Brief& brief) {
  const auto& visit = brief.visit;
  return Value::object()
      .set("title", value(visit.show<&Engagement::title>()))
      .set("start", value(visit.get<&Engagement::start>()))
      .set("end", value(visit.get<&Engagement::end>()))
      .set("areas", texts(visit.texts<&Engagement::areas>()))
      .set("nature", value(brief.block.show<&Visit::nature>()))
      .set("for_office", brief.is_for_office())
      .set("audience", value::word(brief.released.purpose().audience))
      .set("edition", brief.request.provenance.edition)
      .set("date", value(brief.on))
      .set("office", brief.released.office().name.str())
      .set("summary", value(visit.show<&Engagement::public_summary>()))
      .set("objectives", texts(brief.block.texts<&Visit::objectives>()))
      .set("delegation", delegation(brief))
      .set("steps", steps(brief))
      .set("focal_points", focal_points(brief))
      .set("logistics", value(brief.block.show<&Visit::logistics>()))
      .set("security", value(brief.block.show<&Visit::security>()))
      .set("reprisals_contact", value(brief.block.show<&Visit::reprisals_contact>()))
      .set("press", value(brief.block.show<&Visit::press>()));
}

extern const ReportSpec brief_report = {
    .summary = "The briefing pack of a visit",
    .make = make,
};

}  // namespace rapport::report
