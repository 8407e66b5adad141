#include "model/folder_to_move_to.hpp"

#include "model/engagement.hpp"
#include "model/partner.hpp"
#include "model/place.hpp"

#include <algorithm>

namespace rapport::model {
namespace {

bool is_dated(const value::Date& date) { return date && !date.is_unknown(); }

/// A letter waits in the folder of the year it is to be sent in; the day a statement was issued
/// tells its year too.
bool has_other_date(const Engagement& engagement) {
  return engagement.kind == EngagementKind::communication ||
         (engagement.statement && is_dated(engagement.statement->issued.date())) ||
         is_dated(engagement.end.date());
}

std::string one_of_years(std::string_view now, int first, int last) {
  for (int year = first; year <= last; ++year)
    if (is_folder_of_year(now, year)) return {};
  return folder_of_year(last);
}

}  // namespace

std::string folder_to_move_to(const Partner& partner) {
  const auto now = folder_of_path(partner.head.source->path);
  if (!partner.kind || is_folder_of(now, partner.group())) return {};
  return folder_of(partner.group());
}

std::string folder_to_move_to(const Engagement& engagement) {
  if (!engagement.kind) return {};
  const auto now = folder_of_path(engagement.head.source->path);
  if (engagement.kind == EngagementKind::case_)
    return std::string(now == cases_folder ? std::string_view{} : cases_folder);
  if (const auto& start = engagement.start; start && is_dated(start.date()))
    return one_of_years(now, start.date().year(), start.date().year());
  const auto& between = engagement.between;
  if (!between.empty() && std::ranges::all_of(between, is_dated))
    return one_of_years(now, between[0].year(), between[between.size() - 1].year());
  // The date of a record with errors may be what could not be read.
  if (now == undated_folder || engagement.head.has_errors) return {};
  if (is_folder_of_some_year(now) && has_other_date(engagement)) return {};
  return std::string(undated_folder);
}

}  // namespace rapport::model
