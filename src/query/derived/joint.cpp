#include "query/derived.hpp"
#include "query/signatures.hpp"
#include "value/codec.hpp"

#include <algorithm>
#include <array>

namespace rapport::query::joint_derived {
namespace {

bool is_joint(const model::Statement& statement) {
  if (statement.kind == model::StatementKind::joint) return true;
  return std::ranges::any_of(statement.co_signatories,
                             [](const auto& asked) { return model::agreed(asked); });
}

void values(const model::RecordHeader& head, const Context& context, const Sink& sink) {
  const model::Engagement& engagement = context.data.engagement(head);
  if (!engagement.communication && !engagement.statement) return;
  const bool answer = engagement.communication ? signatures(*engagement.communication).size() > 1
                                               : is_joint(*engagement.statement);
  const value::Flag flag(answer, 0);
  sink(&flag);
}

constexpr std::array only_of = {model::EngagementKind::communication,
                                model::EngagementKind::statement};

constexpr std::array<std::string_view, 6> rests_on = {
    "statement.kind",          "statement.co_signatories",     "communication.lead",
    "communication.signed_by", "communication.co_signatories", "communication.sent"};

}  // namespace

extern const Derived spec;
const Derived spec = {
    .heading = "JOINT",
    .doc = "Whether more than one mandate signs the letter or statement.",
    .example = "kind:communication joint:yes",
    .is_of_engagements = true,
    .only_of = only_of,
    .type = value::type_of<value::Flag>,
    .reveals = value::Reveals::open,
    .rests_on = rests_on,
    .values = &values,
};

}  // namespace rapport::query::joint_derived
