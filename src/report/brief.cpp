// The briefing pack of a visit, in the edition its audience may read.
#include "report/brief/brief.hpp"

#include "mandate/questions/visit.hpp"
#include "report/engine/reader.hpp"

#include <algorithm>

namespace rapport::report::brief_report {
namespace {

using model::Engagement;
using model::Visit;
using templates::List;
using templates::Value;

/// The State an edition is made for, by its formal name.
Value government(const Brief& brief) {
  const release::Purpose& purpose = brief.released.purpose();
  if (purpose.audience != model::Audience::state || purpose.recipient != nullptr || !brief.state)
    return {};
  return formal_title(brief.library, brief.state, brief.request.language, brief.on);
}

/// The office has no record, so it is told apart.
Value steps(const Brief& brief) {
  List list;
  for (const auto& step : brief.block.list<&Visit::steps>())
    list.push_back(Value::object()
                       .set("on", value(step.get<&model::Step::on>()))
                       .set("step", in_words(step.show<&model::Step::step>()))
                       .set("by", first_name(step.links<&model::Step::by>()))
                       .set("by_office", step.is_office<&model::Step::by>())
                       .set("to", first_name(step.links<&model::Step::to>()))
                       .set("to_office", step.is_office<&model::Step::to>())
                       .set("document", value(step.show<&model::Step::document>())));
  return list;
}

Value focal_points(const Brief& brief) {
  List list;
  for (const auto& point : brief.block.list<&Visit::focal_points>()) {
    const auto links = point.links<&model::FocalPoint::who>();
    Value name =
        links.shown.empty() ? value(point.show<&model::FocalPoint::name>()) : first_name(links);
    list.push_back(Value::object()
                       .set("name", std::move(name))
                       .set("what", value(point.show<&model::FocalPoint::for_>()))
                       .set("phone", value(point.show<&model::FocalPoint::phone>())));
  }
  return list;
}

Value facts(const Brief& brief) {
  const auto& visit = brief.visit;
  return Value::object()
      .set("title", value(visit.show<&Engagement::title>()))
      .set("start", value(visit.get<&Engagement::start>()))
      .set("end", value(visit.get<&Engagement::end>()))
      .set("areas", numbered(texts(visit.texts<&Engagement::areas>())))
      .set("territory", brief.name_of(brief.territory))
      .set("nature", in_words(brief.block.show<&Visit::nature>()))
      .set("for_office", brief.is_for_office())
      .set("audience", reader(brief.request))
      .set("government", government(brief))
      .set("edition", brief.request.provenance.edition)
      .set("date", value(brief.on))
      .set("office", brief.released.office().name.str())
      .set("summary", value(visit.show<&Engagement::public_summary>()))
      .set("own_summary", value(visit.show<&Engagement::summary>()))
      .set("objectives", plain(texts(brief.block.texts<&Visit::objectives>())))
      .set("delegation", delegation(brief))
      .set("steps", steps(brief))
      .set("focal_points", focal_points(brief))
      .set("logistics", value(brief.block.show<&Visit::logistics>()))
      .set("security", value(brief.block.show<&Visit::security>()))
      .set("reprisals_contact", value(brief.block.show<&Visit::reprisals_contact>()))
      .set("press", value(brief.block.show<&Visit::press>()))
      .set("statement", value(brief.block.show<&Visit::statement>()))
      .set("report_symbol", value(brief.block.show<&Visit::report_symbol>()))
      .set("state_comments", value(brief.block.show<&Visit::state_comments>()));
}

Value values(const Brief& brief, const std::vector<Meeting>& list) {
  Value root = facts(brief);
  const auto open = open_commitments(brief);
  root.set("country", country(brief))
      .set("competence", competence(brief))
      .set("history", history(brief, list))
      .set("letters", letters(brief))
      .set("cases", open_cases(brief))
      .set("needs", needs(brief))
      .set("commitments", commitments(open))
      .set("programme", programme(brief, list))
      .set("meetings", meeting_pages(brief, list, open))
      .set("contacts", contact_annex(brief, list))
      .set("coverage", coverage(brief))
      .set("refused", refused(brief))
      .set("documents", documents(brief));
  root.set("columns", columns(brief, *root.find("programme"), "slots",
                              {"with", "place", "interpreter", "status"}))
      .set("contact_columns", columns(brief, *root.find("contacts"), "partners",
                                      {"attention", "hours", "languages", "verified"}));
  for (const auto* name :
       {"areas", "delegation", "steps", "history", "letters", "cases", "needs", "commitments",
        "programme", "meetings", "contacts", "refused", "documents"})
    root.set("has_" + std::string(name), root.find(name)->holds());
  bool helps = false;
  for (const auto* name : {"focal_points", "logistics", "security", "reprisals_contact", "press"})
    helps = helps || root.find(name)->holds();
  // Last, when all parts have said which territories they name.
  root.set("disclaimers", templates::List(brief.disclaimers->begin(), brief.disclaimers->end()));
  return root.set("has_arrangements", helps);
}

/// Whom the programme does not meet yet, by what they are.
Remark not_covered(const Brief& brief) {
  Remark remark{.code = "not-yet-covered"};
  if (!brief.coverage.has_programme) return remark;
  for (const questions::Gap& gap : brief.coverage.gaps) {
    const std::string area = gap.area ? area_of(brief, *gap.area) : std::string{};
    remark.details.push_back(in_words(value::word(gap.circle)) +
                             (area.empty() ? std::string{} : " of " + area));
  }
  if (const std::string presence = missing_presence(brief); !presence.empty())
    remark.details.push_back(presence);
  return remark;
}

std::vector<Remark> remarks(const Brief& brief, std::size_t shown) {
  std::vector<Remark> list;
  const auto [all, unset] =
      brief.released.ask(questions::slots_that_take_place, brief.visit.record());
  if (all > shown) list.push_back({"slots-left-out", {std::to_string(all - shown)}});
  if (all > shown && unset != 0)
    list.push_back({"slots-without-setting", {std::to_string(unset), "left out for this reason"}});
  if (!brief.is_for_office()) return list;
  if (Remark missing = not_covered(brief); !missing.details.empty())
    list.push_back(std::move(missing));
  return list;
}

/// The visit and whom its pages name.
std::vector<std::string> records_of(const Brief& brief, const std::vector<Meeting>& meetings) {
  std::vector<std::string> ids = {std::string(brief.visit.id())};
  for (const Meeting& meeting : meetings)
    for (const auto& partner : meeting.with.shown)
      if (std::ranges::find(ids, partner.id()) == ids.end()) ids.emplace_back(partner.id());
  return ids;
}

/// The office's own names people who can be harmed by it, also where the visit has no mark.
model::Classification marked(const Brief& brief) {
  const auto own = *brief.visit.get<&Engagement::classification>();
  using model::Classification;
  const bool is_open = own == Classification::absent || own == Classification::unclassified;
  return brief.is_for_office() && is_open ? Classification::confidential : own;
}

base::Result<Document> make(const Request& request) {
  Brief brief(request);
  if (!brief.block)
    return base::Failure{base::Failing::data, "'" + request.subject + "' has no block 'visit'",
                         "add `visit:` with its nature and programme"};
  brief.coverage = find_coverage(brief);
  const auto list = meetings(brief);
  auto page = request.templates.page("brief", values(brief, list), request.language);
  if (!page) return page.failure();
  page->meta.title = brief.visit.show<&Engagement::title>().text();
  page->meta.classification = printed(marked(brief));
  page->meta.date = request.provenance.today.str();
  page->meta.edition = request.provenance.edition;
  page->meta.audience = "for " + reader(request);
  Document document{.content = std::move(*page)};
  document.remarks = remarks(brief, list.size());
  document.ids = records_of(brief, list);
  document.quoted.assign(brief.quoted->begin(), brief.quoted->end());
  document.counts = {{"slots", list.size()}};
  return document;
}

constexpr ParameterSpec parameters[] = {
    {Parameter::language, "The language of the pack"},
    {Parameter::recipient},
    {Parameter::issue, "Make it an edition, with a manifest in log/outputs"},
};

}  // namespace

extern const ReportSpec spec = {
    .about = About::visit,
    .makes = view::Shape::page,
    .parameters = parameters,
    .make = make,
};

}  // namespace rapport::report::brief_report
