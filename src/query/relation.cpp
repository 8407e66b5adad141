#include "query/relation.hpp"

#include "query/linked.hpp"
#include "query/period.hpp"

#include <algorithm>

namespace rapport::query {
namespace {

void of_engagement(std::vector<Related> found, const Sink& sink) {
  std::ranges::sort(found, [](const Related& a, const Related& b) {
    return a.partner->id() != b.partner->id() ? a.partner->id() < b.partner->id() : a.sure > b.sure;
  });
  const Related* before = nullptr;
  for (const Related& one : found) {
    if (before == nullptr || before->partner->id() != one.partner->id())
      sink(one.partner, one.sure);
    before = &one;
  }
}

}  // namespace

void give_related(const model::RecordHeader& head, const Context& context, const Sink& sink,
                  Relation relation) {
  if (head.kind == model::RecordKind::engagement)
    return of_engagement(relation(context.data.engagement(head), context), sink);
  for (const model::RecordHeader* from : linked_engagements(head, context)) {
    Truth sure = Truth::no;
    for (const Related& one : relation(context.data.engagement(*from), context))
      if (model::leads_to(*one.partner, head)) sure = std::max(sure, one.sure);
    value::Ref ref(from->id(), 0);
    ref.resolve(from->index + 1);
    sink(&ref, sure);
  }
}

}  // namespace rapport::query
