// The records, and the items of their lists, that a query finds.
#include "query/items.hpp"
#include "query/query.hpp"

#include <algorithm>
#include <memory>

namespace rapport::query {
namespace {

template <class Visitor>
void each_record(const Query& query, const Context& context, Visitor&& visit) {
  if (query.kind() == model::RecordKind::partner)
    for (const auto* partner : context.data.partners()) visit(partner->head);
  else
    for (const auto* engagement : context.data.engagements()) visit(engagement->head);
}

}  // namespace

std::vector<Hit> list(const Query& query, const Context& context) {
  std::vector<Hit> hits;
  each_record(query, context, [&](const model::RecordHeader& head) {
    const Truth answer = query.match(head);
    if (answer != Truth::no) hits.push_back({&head, answer == Truth::maybe});
  });
  return hits;
}

std::vector<Hit> list_each(const Query& query, const FieldPath& list, const Context& context) {
  std::vector<Hit> hits;
  each_record(query, context, [&](const model::RecordHeader& head) {
    each_item(list, head, context, nullptr, [&](const Pins& item, Truth sure) {
      const Truth answer = std::min(sure, query.match(head, &item));
      if (answer == Truth::no) return;
      hits.push_back({&head, answer == Truth::maybe, std::make_shared<const Pins>(item)});
    });
  });
  return hits;
}

}  // namespace rapport::query
