#include "app/new_id.hpp"

#include "app/id_uses.hpp"
#include "app/preview.hpp"
#include "app/records.hpp"
#include "app/snapshot.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/id.hpp"
#include "model/opaque_id.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::app {
namespace {

using base::Failing;
using base::Failure;

bool is_key_of_someone(const Snapshot& snapshot, std::string_view id) {
  const Records& records = snapshot.records();
  const auto has = [id](const auto& items) {
    return std::ranges::any_of(items, [id](const auto& item) { return item.key.raw() == id; });
  };
  if (has(records.office().staff)) return true;
  return std::ranges::any_of(records.dataset.engagements(), [&](const model::Engagement* each) {
    return (each->case_ && has(each->case_->alleged_victims)) ||
           (each->communication && has(each->communication->alleged_victims));
  });
}

}  // namespace

base::Done check_new_id(const Snapshot& snapshot, const std::string& id) {
  if (!model::may_name_record(id))
    return Failure{Failing::usage, fmt::format("'{}' cannot be an id", base::printable(id)),
                   "an id has lower case letters, digits and '-', at most 64, such as "
                   "rio-ejemplo-committee; office and holder are reserved"};
  if (const auto* const taken = snapshot.records().dataset.find(id))
    return Failure{
        Failing::data,
        fmt::format("the id '{}' is taken: {}", id, base::printable(taken->source->path)),
        "an id is used once in a repository, whatever the folder"};
  if (is_key_of_someone(snapshot, id))
    return Failure{Failing::data,
                   fmt::format("'{}' is the key of a member of staff or an alleged victim", id),
                   "choose another id: in records that key and the id would look the same"};
  if (const auto uses = unresolved_uses(snapshot, id); !uses.empty())
    return Failure{
        Failing::data,
        fmt::format("'{}' is written in a record already and leads nowhere there: {}", id,
                    written(uses.front().place)),
        "correct that first, or choose another id: it would lead to this record from then on"};
  return base::done();
}

base::Done check_reveals_nothing(const Preview& preview, const model::RecordHeader& after) {
  const auto findings = preview.new_findings();
  const auto telling = std::ranges::find_if(findings, [&](const value::Finding& finding) {
    return finding.rule == "protected-name-in-id" && finding.path == after.source->path;
  });
  if (telling != findings.end())
    return Failure{Failing::refused,
                   fmt::format("the id '{}' would reveal part of a protected name", after.id()),
                   "choose another id, or --opaque for one that is drawn"};
  if (after.kind != model::RecordKind::partner) return base::done();
  const model::Partner& partner = preview.snapshot().records().dataset.partner(after);
  if (partner.group() != model::Group::defenders || model::is_opaque(after.id()))
    return base::done();
  return Failure{
      Failing::refused,
      fmt::format("the id of a {} must not reveal anything, and '{}' may reveal who it is",
                  partner.kind.str(), after.id()),
      fmt::format("--opaque draws one such as {}-k7m2qx", model::opaque_prefix(*partner.kind))};
}

base::Result<std::string> drawn_id(const Snapshot& snapshot, const model::RecordHeader& head,
                                   DrawId draw) {
  const model::Dataset& data = snapshot.records().dataset;
  std::string prefix;
  std::size_t length = 6;
  if (head.kind == model::RecordKind::partner) {
    const auto fixed = model::opaque_prefix(*data.partner(head).kind);
    prefix = fixed.empty() ? "org" : fixed;
  } else {
    const model::Engagement& engagement = data.engagement(head);
    if (const auto date = engagement.start.date(); date && !date.is_unknown())
      prefix = date.str().substr(0, 7) + "-";
    prefix += engagement.kind.str();
    length = 4;
  }
  constexpr int most = 100;
  for (int i = 0; i < most; ++i) {
    auto id = draw(prefix, length);
    if (!id || check_new_id(snapshot, *id)) return id;
  }
  return Failure{Failing::environment, "no free id was drawn", "run the command again"};
}

}  // namespace rapport::app
