#include "base/text.hpp"
#include "base/unicode.hpp"
#include "base/zone.hpp"
#include "reference/reference_data.hpp"
#include "rules/engine/faults.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::rules::wrong_form_rule {
namespace {

constexpr FaultCode faults[] = {value::Problem::bad_flag, value::Problem::bad_count,
                                value::Problem::bad_duration, value::Problem::bad_form};

struct Form {
  std::string_view type;
  std::string_view name;
  std::string_view fix;
};

constexpr Form forms[] = {
    {value::ZoneForm::name, "a time zone", "write one such as America/Guatemala or UTC"},
    {value::HoursForm::name, "hours of the day", "write them as 18:00-21:00"},
    {value::UrlForm::name, "a web address", "write it in full: https://…"},
    {value::KeyForm::name, "a key", "use lower case letters, digits, - and _"},
    {value::AmountForm::name, "an amount", "write 1200 or 1200.50, and the currency beside it"},
    {value::CurrencyForm::name, "a currency code", "write three capitals: CHF, EUR, USD"},
    {value::UuidForm::name, "a UUID", "`rapport init` makes one"},
};

Form form_of(const value::Fault& fault) {
  if (fault.code == FaultCode(value::Problem::bad_flag))
    return {"", "yes or no", "write yes or no"};
  if (fault.code == FaultCode(value::Problem::bad_count))
    return {"", "a count", "write a whole number, or unknown"};
  if (fault.code == FaultCode(value::Problem::bad_duration))
    return {"", "a span of time", "write 30d, 2w, 6m or 1y"};
  const auto name = fault.type == nullptr ? std::string_view{} : fault.type->name;
  for (const auto& form : forms)
    if (form.type == name) return form;
  return {"", "of the form this field needs", "see rapport-records(5)"};
}

/// The zone whose name, or whose city where no other zone has it, differs in capitals, accents and
/// spaces alone; empty when none does.
std::string zone_of(std::string_view written) {
  std::string wanted = base::fold(written);
  std::ranges::replace(wanted, ' ', '_');
  std::string found;
  for (const auto& zone : base::all_time_zones()) {
    const std::string name = base::fold(zone);
    if (name == wanted) return zone;
    if (!name.ends_with("/" + wanted)) continue;
    if (!found.empty()) return {};
    found = zone;
  }
  return found;
}

/// The value in the form of its field, where only capitals and spaces are in the way of it.
std::string in_form(const FoundFault& found) {
  if (hides(found)) return {};
  std::string small = base::lower_ascii(meant(found));
  if (found.fault.code == FaultCode(value::Problem::bad_flag))
    return value::Flag::parse(small) ? small : std::string{};
  if (found.fault.type == nullptr) return {};
  if (found.fault.type->name == value::ZoneForm::name) return zone_of(meant(found));
  if (found.fault.type->name != value::KeyForm::name) return {};
  std::ranges::replace(small, ' ', '-');
  return value::KeyForm::accepts(small) ? small : std::string{};
}

/// References of letters, and all who compare codes, take three capitals for a State.
void check_codes(const Context& context, Report& report) {
  for (const auto& file : context.library->own_files()) {
    if (file.rows == nullptr) continue;
    for (const auto& row : file.rows->states) {
      const std::string code = row.code.str();
      if (!row.code || (code.size() == 3 && std::ranges::all_of(code, base::is_upper))) continue;
      report
          .add(place_of(*file.source, row.code),
               fmt::format("{} is not the code of a State", quote(code)))
          .fix("write three capitals; those from XXA to XXZ are free for States that are invented");
    }
  }
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A value does not have the form its field needs",
    .help =
        "Counts, spans of time, web addresses, hours and the like have a form, so that they can be "
        "counted with, printed and compared.",
    .example = "zone: Guatemala time",
    .repository = &check_codes,
    .faults = faults,
    .owns = [](const value::Fault& fault) { return !is_language(fault); },
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          const Form form = form_of(found.fault);
          Finding& finding =
              add(report, found, fmt::format("{} is not {}", named(found), form.name));
          if (const std::string right = in_form(found); !right.empty())
            finding.fix(fmt::format("write '{}'", right), right);
          else
            finding.fix(std::string(form.fix));
        },
};

}  // namespace rapport::rules::wrong_form_rule
