// The parts of a briefing pack, each as values for its template.
#pragma once

#include "mandate/coverage.hpp"
#include "report/engine/report.hpp"
#include "report/engine/values.hpp"

#include <string>
#include <vector>

namespace rapport::report {

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
  release::Released& released;
  const reference::Library& library;
  model::Date on;
  release::Cleared<model::Engagement> visit;
  release::Cleared<model::Visit> block;
  model::StateCode state;
  model::TerritoryCode territory;
  mandate::Coverage coverage;  // of the whole programme: numbers and codes, for the parts

  bool is_for_office() const { return released.purpose().audience == model::Audience::office; }
  std::string title_of(value::RowId row) const { return title(library, row, request.language); }
};

/// A meeting of the programme with its label: official ones count 1, 2, ..., others A1, A2, ...
struct Meeting {
  release::Cleared<model::Slot> slot;
  std::string label;
  release::Links with;
};

/// In order of time; those this edition may show. Refused and cancelled ones are left out.
std::vector<Meeting> meetings(const Brief& brief);

templates::Value facts(const Brief& brief);
templates::Value country(const Brief& brief);
templates::Value competence(const Brief& brief);
templates::Value history(const Brief& brief);
templates::Value letters(const Brief& brief);
templates::Value needs(const Brief& brief);
templates::Value commitments(const Brief& brief);
templates::Value programme(const Brief& brief, const std::vector<Meeting>& meetings);
templates::Value meeting_pages(const Brief& brief, const std::vector<Meeting>& meetings);
templates::Value contact_annex(const Brief& brief, const std::vector<Meeting>& meetings);

/// What the programme lacks, and what is open, of the whole record: it names nobody.
mandate::Coverage find_coverage(const Brief& brief);
/// The competent presence where it is not met; empty where it is.
std::string missing_presence(const Brief& brief);
templates::Value coverage(const Brief& brief);

/// Past held engagements with a partner, the latest first.
templates::Value engagements_with(const Brief& brief, std::string_view partner, std::size_t most);

}  // namespace rapport::report
