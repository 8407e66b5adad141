#include "report/engine/co_signatories.hpp"

namespace rapport::report {

std::vector<release::Cleared<model::CoSignatory>> co_signatories(
    const release::Cleared<model::Engagement>& engagement) {
  if (const auto matter = engagement.block<&model::Engagement::case_>())
    return matter.list<&model::Case::co_signatories>();
  if (const auto letter = engagement.block<&model::Engagement::communication>())
    return letter.list<&model::Communication::co_signatories>();
  return {};
}

}  // namespace rapport::report
