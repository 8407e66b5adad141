// Whose name may be said at a meeting: what the alleged victims of a case agreed to.
#include "model/dataset.hpp"
#include "release/describe.hpp"
#include "release/release.hpp"

#include <algorithm>

namespace rapport::release {

Release::OralConsent Release::oral_consent(const Cleared<model::Engagement>& matter,
                                           const std::vector<Cleared<model::Partner>>& met) const {
  OralConsent count;
  const model::Engagement& of = *matter.value_;
  if (!of.case_) return count;
  const auto agreed = [&](const model::Partner& victim, const model::Partner& listener) {
    const Gate gate(gate_.data(), reference_.codes(),
                    {.audience = audience_of(listener, &of),
                     .use = model::Use::raise_orally,
                     .on = purpose().on,
                     .state = listener.country,
                     .subject = &of});
    return static_cast<bool>(gate.victim_permission(victim, of, listener.country));
  };
  for (const auto& named : of.case_->alleged_victims) {
    const model::Partner* victim = gate_.data().partner(named.partner);
    if (victim == nullptr) {
      count.has_others = true;
      continue;
    }
    ++count.all;
    if (std::ranges::all_of(
            met, [&](const auto& listener) { return agreed(*victim, *listener.value_); }))
      ++count.agreed;
  }
  return count;
}

}  // namespace rapport::release
