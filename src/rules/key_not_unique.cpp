#include "model/engagement.hpp"
#include "model/office.hpp"
#include "model/partner.hpp"
#include "model/record_type.hpp"
#include "reference/reference_data.hpp"
#include "rules/engine/keyed.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

#include <map>
#include <string>

namespace rapport::rules::key_not_unique_rule {
namespace {

struct Code {
  const Source* source;
  const value::Text* text;
};

/// A row of the office lies over the shipped one of its code; of two of the office, one would be
/// lost in part.
template <class T>
void same_codes(const Context& context, model::List<T> model::ReferenceFile::*rows,
                Report& report) {
  std::map<std::string, Code> seen;
  for (const auto& file : context.library->own_files()) {
    if (file.rows == nullptr) continue;
    for (const T& row : file.rows->*rows) {
      if (!row.code) continue;
      const auto [first, is_new] = seen.try_emplace(row.code.str(), Code{file.source, &row.code});
      if (is_new) continue;
      report
          .add(place_of(*file.source, row.code),
               fmt::format("'{}' is the code of another row too", first->first))
          .note(place_of(*first->second.source, *first->second.text), "the other one")
          .fix("make one row of the two, or correct the code");
    }
  }
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "Two items of a list have one key, or two rows of reference/ one code",
    .help =
        "Other records and texts refer to an item by its key: a consent, an alleged victim, a "
        "commitment. If two have one key, it could be either. The same goes for the codes of "
        "reference rows.",
    .example =
        "- {key: c1, by: office, what: First}\n"
        "- {key: c1, by: office, what: Second}",
    .local = true,
    .partner =
        [](const Partner& partner, const Context&, Report& report) {
          same_keys(partner.head, model::partner_type(), &partner, report);
        },
    .engagement =
        [](const Engagement& engagement, const Context&, Report& report) {
          same_keys(engagement.head, model::engagement_type(), &engagement, report);
        },
    .repository =
        [](const Context& context, Report& report) {
          if (context.office != nullptr)
            same_keys(context.office->head, model::office_type(), context.office, report);
          using File = model::ReferenceFile;
          same_codes(context, &File::organisations, report);
          same_codes(context, &File::states, report);
          same_codes(context, &File::territories, report);
          same_codes(context, &File::mandates, report);
          same_codes(context, &File::themes, report);
          same_codes(context, &File::mechanisms, report);
          same_codes(context, &File::presences, report);
          same_codes(context, &File::agencies, report);
          same_codes(context, &File::instruments, report);
        },
};

}  // namespace rapport::rules::key_not_unique_rule
