#include "app/no_record.hpp"

#include "app/records.hpp"
#include "base/nearest.hpp"
#include "base/shell.hpp"
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
  for (const std::string& path : snapshot.records().unreadable())
    if (path.ends_with(fmt::format("/{}.yaml", id)))
      return {Failing::data, fmt::format("'{}' cannot be read", base::printable(path)),
              fmt::format("rapport validate {}", base::shell_word(path))};
  return {Failing::usage, fmt::format("no record '{}'", base::printable(id)),
          nearest.best().empty() ? std::string("`rapport search WORDS` looks into all records")
                                 : fmt::format("did you mean '{}'?", nearest.best())};
}

base::Result<const model::RecordHeader*> find_one(const Snapshot& snapshot, const std::string& id,
                                                  std::optional<RecordKind> kind) {
  const model::Dataset& data = snapshot.records().dataset;
  const model::RecordHeader* const head = data.find(id);
  if (head == nullptr || (kind && head->kind != *kind)) return no_record(snapshot, id, kind);
  for (const auto index : data.duplicates())
    if (data.head(index).id() == id)
      return Failure{Failing::data,
                     fmt::format("the id '{}' is that of two records: {} and {}", id,
                                 base::printable(head->source->path),
                                 base::printable(data.head(index).source->path)),
                     "rename the file of one of them by hand: only you know which of the two a "
                     "reference means"};
  return head;
}

}  // namespace rapport::app
