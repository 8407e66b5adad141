#include "model/partner.hpp"
#include "rules/engine/rule.hpp"

namespace rapport::rules::de_facto_with_country_rule {

extern const RuleSpec spec = {
    .summary = "De facto authorities have a country",
    .help =
        "De facto authorities are not a State. They have a `territory`, a row of the reference "
        "data with the wording the United Nations uses; a `country` would list them among States.",
    .example =
        "kind: de-facto-authority\n"
        "country: XXA",
    .local = true,
    .partner =
        [](const Partner& partner, const Context&, Report& report) {
          if (partner.group() != model::Group::de_facto || !partner.country) return;
          report.add(partner.head, partner.country, "de facto authorities have no country")
              .note(place_of(partner.head, partner.kind), "its kind")
              .fix("write `territory: …` in its place");
        },
};

}  // namespace rapport::rules::de_facto_with_country_rule
