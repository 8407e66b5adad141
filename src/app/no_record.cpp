#include "app/no_record.hpp"

#include "base/nearest.hpp"
#include "base/unicode.hpp"

#include <fmt/format.h>

namespace rapport::app {

using base::Failing;
using base::Failure;
using model::RecordKind;

base::Failure no_record(const Snapshot& snapshot, const std::string& id,
                        std::optional<RecordKind> kind) {
  base::Nearest nearest(id);
  for (const auto each : {RecordKind::partner, RecordKind::engagement})
    for (const auto known : snapshot.ids(each)) {
      if (!kind || *kind == each)
        nearest.offer(known);
      else if (known == id)
        return {Failing::usage, fmt::format("'{}' is {}", id,
                                            each == RecordKind::partner
                                                ? "a partner, but an engagement is needed"
                                                : "an engagement, but a partner is needed")};
    }
  return {Failing::usage, fmt::format("no record '{}'", base::printable(id)),
          nearest.best().empty() ? std::string("`rapport search WORDS` looks into all records")
                                 : fmt::format("did you mean '{}'?", nearest.best())};
}

}  // namespace rapport::app
