// The parts of a briefing pack, each as values for its template.
#pragma once

#include "mandate/questions/coverage.hpp"
#include "report/engine/report.hpp"
#include "report/engine/values.hpp"

#include <initializer_list>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace rapport::report {

namespace questions = mandate::questions;

/// What the parts of one pack share.
struct Brief {
  explicit Brief(const Request& from)
      : request(from),
        released(from.released),
        library(from.released.reference()),
        on(from.provenance.today),
        visit(released.engagement(from.subject)),
        block(visit ? visit.block<&model::Engagement::visit>() : release::Cleared<model::Visit>()),
        state(visit ? visit.get<&model::Engagement::country>() : model::StateCode()),
        territory(visit ? visit.get<&model::Engagement::territory>() : model::TerritoryCode()) {}

  const Request& request;
  release::Release& released;
  const reference::ReferenceData& library;
  model::Date on;
  release::Cleared<model::Engagement> visit;
  release::Cleared<model::Visit> block;
  model::StateCode state;
  model::TerritoryCode territory;
  questions::Coverage coverage;  // of the whole programme: numbers and codes, for the parts
  /// Records of which the pack prints something. They are checked before it is handed out.
  std::shared_ptr<std::set<model::RecordId>> quoted = std::make_shared<std::set<model::RecordId>>();
  /// What the pack adds for the territories it names.
  std::shared_ptr<std::set<std::string>> disclaimers = std::make_shared<std::set<std::string>>();

  bool is_for_office() const { return released.purpose().audience == model::Audience::office; }
  std::string title_of(value::RowId row) const { return title(library, row, request.language, on); }
  /// As the pack writes it; empty where there is none. Its disclaimer is added to the pack.
  std::string name_of(model::TerritoryCode named) const;
  /// Those of `ids` that may be seen; their text is taken as printed.
  std::vector<release::Cleared<model::Engagement>> quote(
      std::span<const model::RecordId> ids) const;
};

/// A meeting of the programme with its label: 1, 2, ... in every edition, U1, U2, ... for the
/// United Nations as well, O1, O2, ... for OHCHR as well, A1, A2, ... for the office alone.
struct Meeting {
  release::Cleared<model::Slot> slot;
  std::string label;
  release::Links with;
};

/// In order of time; those this edition may show. Refused and cancelled ones are left out.
std::vector<Meeting> meetings(const Brief& brief);

/// Everybody who is met, once, by number.
std::vector<model::RecordId> all_met(const std::vector<Meeting>& meetings);

/// A commitment that is open, as a line, and the partners it is between.
struct CommitmentLine {
  templates::Value line;
  std::vector<std::string> parties;
};
std::vector<CommitmentLine> open_commitments(const Brief& brief);

/// Those of the office who go: all in its own edition, the holder and who signs letters in others.
templates::Value delegation(const Brief& brief);

/// A flag for each of the names: whether a table of these rows has that column. The rows may stand
/// in groups, each a list of that name.
templates::Value columns(const Brief& brief, const templates::List& rows,
                         std::initializer_list<const char*> names);
templates::Value columns(const Brief& brief, const templates::Value& groups, const char* inner,
                         std::initializer_list<const char*> names);

templates::Value country(const Brief& brief);
templates::Value competence(const Brief& brief);
/// Documents of the visit, as far as this edition may tell of them.
templates::Value documents(const Brief& brief);
templates::Value history(const Brief& brief, const std::vector<Meeting>& meetings);
templates::Value letters(const Brief& brief);
templates::Value open_cases(const Brief& brief);
templates::Value needs(const Brief& brief);
templates::Value commitments(const std::vector<CommitmentLine>& lines);
templates::Value programme(const Brief& brief, const std::vector<Meeting>& meetings);
templates::Value meeting_pages(const Brief& brief, const std::vector<Meeting>& meetings,
                               const std::vector<CommitmentLine>& lines);
templates::Value contact_annex(const Brief& brief, const std::vector<Meeting>& meetings);
/// Who is met, as the page of a meeting says it.
templates::Value profile(const Brief& brief, const release::Cleared<model::Partner>& partner);
/// What is to be raised and what not.
templates::Value raised(const Brief& brief, const Meeting& meeting);
templates::Value avoided(const release::Cleared<model::Slot>& slot);

/// What the programme lacks, and what is open, of the whole record: it names nobody.
questions::Coverage find_coverage(const Brief& brief);
/// The name of one of the areas of the visit.
std::string area_of(const Brief& brief, std::size_t area);
/// The competent presence where it is not met; empty where it is.
std::string missing_presence(const Brief& brief);
templates::Value coverage(const Brief& brief);
/// Meetings that were asked for and refused, of the office's own edition: free access to whom the
/// mandate asks to meet is a term of every visit.
templates::Value refused(const Brief& brief);

/// Past held engagements in which a partner took part, as far as this edition may tell of it, the
/// latest first.
templates::Value engagements_with(const Brief& brief, model::RecordId partner, std::size_t most);

}  // namespace rapport::report
