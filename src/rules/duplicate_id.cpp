#include "model/dataset.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules::duplicate_id_rule {

extern const RuleSpec spec = {
    .summary = "Two records have one id",
    .help =
        "Ids are unique in the repository, whatever folder a record is in: a reference "
        "could mean either.",
    .example = "# partners/states/xxa-mfa.yaml and partners/others/xxa-mfa.yaml",
    .repository =
        [](const Context& context, Report& report) {
          for (const std::uint32_t index : context.data().duplicates()) {
            const RecordHeader& head = context.data().head(index);
            report
                .add(place_of(head), fmt::format("'{}' is the id of another record too", head.id()))
                .note(place_of(*context.data().find(head.id())), "the other one")
                .fix(
                    "rename one of the two files, and write its new id where records mean that "
                    "one");
          }
        },
};

}  // namespace rapport::rules::duplicate_id_rule
