#include "model/dataset.hpp"
#include "model/protection.hpp"
#include "names/policy.hpp"
#include "rules/engine/rule.hpp"

namespace rapport::rules::name_of_common_words_rule {
namespace {

void warn(const Partner& partner, const value::Text& name, Report& report) {
  Finding& finding = report.add(partner.head, name,
                                "this name is made of words that many texts contain: outputs are "
                                "searched for it only where it is written with capitals and alone");
  const std::string_view advice =
      "list under `alias_alone` a form that no other text contains; a single everyday word does "
      "not help, because it too is found only alone and with a capital";
  if (model::is_person(partner))
    finding.fix(std::string(advice) + ", or write `form: body` if this is not a person");
  else
    finding.fix(std::string(advice));
}

}  // namespace

extern const RuleSpec spec = {
    .severity = Severity::warning,
    .summary = "The name of a protected partner is made of everyday words",
    .help =
        "Every output is searched for the names of protected partners before it leaves. A name "
        "such as \"human rights\" or \"april may\" is part of other names and of many sentences, "
        "and would stop them all. It is therefore searched for as a whole, with capitals, and not "
        "as part of a longer name, such as that of a council. Everyday words are those of the "
        "templates, of the titles in the reference data, and the months. Under alias_alone add a "
        "form that can only mean this partner: a short name, a nickname, the name in another "
        "script. A single everyday word helps little there: it too is found only where it is "
        "written alone and with a capital.",
    .example = "kind: defender-group\nname: Freedom of Expression",
    .local = true,
    .partner =
        [](const Partner& partner, const Context&, Report& report) {
          if (!model::is_protected(partner)) return;
          if (names::is_of_common_words(partner.name, 2)) warn(partner, partner.name, report);
          for (const auto& alias : partner.aliases)
            if (names::is_of_common_words(alias, 2)) warn(partner, alias, report);
          for (const auto& alias : partner.alias_alone)
            if (names::is_of_common_words(alias, 1)) warn(partner, alias, report);
        },
};

}  // namespace rapport::rules::name_of_common_words_rule
