#include "app/recipient.hpp"

#include "app/records.hpp"
#include "base/nearest.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "reference/suggest.hpp"
#include "release/describe.hpp"
#include "release/gate.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

namespace rapport::app {
namespace {

using base::Failing;
using base::Failure;
using model::Audience;

/// A letter to a special procedure goes to the other mandates; an OHCHR office is one of the UN.
bool fits(const model::Partner& partner, Audience audience) {
  if (partner.group() == model::Group::states) return is_of_states(audience);
  if (partner.group() == model::Group::united_nations)
    return audience != Audience::office && model::works_with_us(audience);
  return release::audience_of(partner, nullptr) == audience;
}

Failure of_another_audience(const std::string& to, Audience asked, Audience meant) {
  return {Failing::usage,
          fmt::format("'{}' is not part of the audience '{}'", to, value::word(asked)),
          fmt::format("--audience {}", value::word(meant))};
}

Failure unknown(const Snapshot& snapshot, const std::string& to) {
  base::Nearest nearest(to);
  for (const auto id : snapshot.ids(model::RecordKind::partner)) nearest.offer(id);
  auto hint = reference::did_you_mean(snapshot.library(), value::CodeSet::state, to);
  if (hint.empty() && !nearest.best().empty())
    hint = fmt::format("did you mean '{}'?", nearest.best());
  return {Failing::usage, fmt::format("no partner and no State '{}'", base::printable(to)),
          hint.empty() ? "`rapport reference state` lists the States" : hint};
}

/// A case may have happened in several States; of a visit it is the one visited.
bool is_concerned(value::StateCode state, const release::Purpose& purpose) {
  if (purpose.subject != nullptr && purpose.subject->case_)
    return release::is_concerned(state, purpose.subject);
  return !purpose.state || purpose.state == state;
}

}  // namespace

base::Done narrow(const Snapshot& snapshot, const std::string& to, release::Purpose& purpose) {
  if (to.empty()) return base::done();
  if (base::trim(to).empty())
    return Failure{Failing::usage, "--to is empty", "--to PARTNER|STATE, or leave it out"};
  value::StateCode state;
  const auto code = snapshot.library().codes().find(value::CodeSet::state, to);
  if (code != 0) {
    if (!is_of_states(purpose.audience))
      return of_another_audience(to, purpose.audience, Audience::state);
    state = value::StateCode(code, 0);
  } else {
    const model::Partner* const partner = snapshot.records().dataset.partner(to);
    if (partner == nullptr) return unknown(snapshot, to);
    if (!fits(*partner, purpose.audience))
      return of_another_audience(to, purpose.audience, release::audience_of(*partner, nullptr));
    purpose.recipient = partner;
    if (is_of_states(purpose.audience)) state = partner->country;
  }
  if (!state) return base::done();
  if (purpose.audience == Audience::state && !is_concerned(state, purpose))
    return Failure{Failing::usage, fmt::format("'{}' is not the State concerned", to),
                   "--audience other-states"};
  purpose.state = state;
  return base::done();
}

}  // namespace rapport::app
