#include "model/dataset.hpp"
#include "rules/engine/item.hpp"
#include "rules/engine/letter_people.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::rules::consent_not_every_addressee_rule {
namespace {

bool opens_to_public(const model::ConsentAct& act) {
  return model::gives(act) && std::ranges::any_of(act.uses, [](const auto& use) {
           return use == model::Use::publish || use == model::Use::press;
         });
}

bool holds(const Partner& partner, const model::ConsentAct& act, const Context& context) {
  for (const auto use : {model::Use::publish, model::Use::press})
    for (const auto& audience : act.to) {
      const auto answer = mandate::consent(
          partner,
          {.use = use, .audience = *audience, .case_ = act.case_.id(), .on = context.today});
      if (answer && answer.act == &act) return true;
    }
  return false;
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A consent to publish does not cover every addressee",
    .help =
        "Everyone the case was written to reads what is published: States, companies, banks. So "
        "consent to be named in public needs consent to be named to each of them.",
    .example =
        "consent:\n"
        "  - {key: a1, on: 2026-03-20, act: given, case: examplia-dam, for: [publish], to: "
        "[public]}",
    .partner =
        [](const Partner& partner, const Context& context, Report& report) {
          for (const auto& act : partner.consent) {
            if (!opens_to_public(act)) continue;
            const auto* matter = context.data().engagement(act.case_);
            if (matter == nullptr || !holds(partner, act, context)) continue;
            for (const auto& use : context.data().used_by(matter->head)) {
              const auto* letter = letter_of(*matter, use, context);
              const auto* addressee =
                  letter == nullptr ? nullptr
                                    : context.data().partner(letter->communication->addressee);
              if (addressee == nullptr ||
                  mandate::consent(partner, ask_for(*letter, *addressee, *matter, context)))
                continue;
              report
                  .add(partner.head, act.uses,
                       fmt::format(
                           "consent {} allows publication, but does not cover letter '{}' to '{}'",
                           name_of_item(partner.consent, act), letter->id(), addressee->id()))
                  .note(place_of(letter->head, letter->communication->addressee), "written to here")
                  .fix("ask for consent to each addressee, or withdraw the consent to publish");
            }
          }
        },
};

}  // namespace rapport::rules::consent_not_every_addressee_rule
