#include "query/signatures.hpp"

#include <algorithm>

namespace rapport::query {

std::vector<value::MandateCode> signatures(const model::Communication& letter) {
  std::vector<value::MandateCode> found;
  const auto add = [&found](const value::MandateCode& mandate) {
    if (mandate && std::ranges::find(found, mandate) == found.end()) found.push_back(mandate);
  };
  add(letter.lead);
  for (const auto& mandate : letter.signed_by) add(mandate);
  if (letter.sent && letter.signed_by) return found;
  for (const auto& asked : letter.co_signatories)
    if (model::agreed(asked)) add(asked.mandate);
  return found;
}

std::vector<value::MandateCode> signatures(const model::Engagement& engagement) {
  if (engagement.communication) return signatures(*engagement.communication);
  std::vector<value::MandateCode> found;
  const auto add = [&found](const auto& asked) {
    for (const auto& one : asked)
      if (model::agreed(one)) found.push_back(one.mandate);
  };
  if (engagement.case_) {
    if (engagement.case_->lead) found.push_back(engagement.case_->lead);
    add(engagement.case_->co_signatories);
  }
  if (engagement.statement) add(engagement.statement->co_signatories);
  return found;
}

}  // namespace rapport::query
