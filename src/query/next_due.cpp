#include "query/next_due.hpp"

namespace rapport::query {

std::optional<mandate::questions::Deadline> next_due(const model::RecordHeader& head,
                                                     const Context& context) {
  const mandate::questions::DeadlineTerms terms{.terms = mandate::terms(context.office),
                                                .replies = withheld_replies(context)};
  const auto all = mandate::questions::deadlines_of(context.data, {head.index}, terms,
                                                    context.codes, context.today);
  if (all.empty()) return std::nullopt;
  return all.front();
}

}  // namespace rapport::query
