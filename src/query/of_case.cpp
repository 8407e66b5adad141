#include "query/of_case.hpp"

#include "model/matter.hpp"

namespace rapport::query {
namespace {

const model::Engagement* case_instead(const value::Field& row, const model::Engagement& engagement,
                                      const Context& context) {
  if (&row != &value::field_of<&model::Engagement::case_>()) return nullptr;
  const bool is_asked = context.reads_case_of_part && context.is_for_office && !engagement.case_;
  return is_asked ? model::case_of(context.data, engagement) : nullptr;
}

}  // namespace

const model::RecordHeader* case_asked(const FieldPath& field, const model::RecordHeader& head,
                                      const Context& context) {
  if (head.kind != model::RecordKind::engagement || field.derived != nullptr || field.path.empty())
    return nullptr;
  const auto* found = case_instead(*field.path.front(), context.data.engagement(head), context);
  return found == nullptr ? nullptr : &found->head;
}

const void* with_case(const value::Field& row, const void* fields, const Context& context) {
  if (&row != &value::field_of<&model::Engagement::case_>()) return fields;
  const auto* found = case_instead(row, *static_cast<const model::Engagement*>(fields), context);
  return found == nullptr ? fields : found;
}

}  // namespace rapport::query
