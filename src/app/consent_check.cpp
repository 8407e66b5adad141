#include "app/consent_check.hpp"

#include "app/consent.hpp"
#include "app/no_record.hpp"
#include "app/records.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "mandate/consent.hpp"
#include "model/matter.hpp"
#include "reference/names.hpp"
#include "value/scalars.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::app {
namespace {

using base::Failing;
using base::Failure;
using Words = std::vector<std::string>;

Failure wrong(std::string what, std::string hint) {
  return {Failing::usage, std::move(what), std::move(hint)};
}

bool gives(std::string_view act) { return act == "given" || act == "renewed"; }

base::Done check_date(std::string_view option, const std::string& text) {
  if (text.empty()) return base::done();
  const auto date = value::Date::parse(text);
  if (date && !date->is_unknown()) return base::done();
  return wrong(fmt::format("{} '{}' is not a date", option, base::printable(text)),
               "write it as 2026-06-11, 2026-06 or 2026");
}

base::Done check_states(const Words& states, const reference::Library& library) {
  for (const std::string& state : states) {
    if (library.codes().find(value::CodeSet::state, state) != 0) continue;
    const auto near = reference::meant(library, value::CodeSet::state, state);
    return wrong(fmt::format("'{}' is not a State code", base::printable(state)),
                 near.empty() ? std::string("`rapport reference state` lists them")
                              : fmt::format("did you mean '{}'?", near));
  }
  return base::done();
}

base::Done check_once(std::string_view option, const Words& words) {
  for (auto word = words.begin(); word != words.end(); ++word)
    if (std::find(words.begin(), word, *word) != word)
      return wrong(fmt::format("{} has '{}' twice", option, *word), "once is enough");
  return base::done();
}

/// What an act of that sort does not speak of. Taken in silence it would be believed to hold.
base::Done check_options(const ConsentRequest& request) {
  struct Given {
    std::string_view option;
    bool is;
    const value::Row& row;
  };
  using model::ConsentAct;
  const Given all[] = {
      {"--for", !request.uses.empty(), value::row_of<&ConsentAct::uses>()},
      {"--to", !request.to.empty(), value::row_of<&ConsentAct::to>()},
      {"--states", !request.states.empty(), value::row_of<&ConsentAct::states>()},
      {"--name-as", !request.name_as.empty(), value::row_of<&ConsentAct::name_as>()},
      {"--until", !request.until.empty(), value::row_of<&ConsentAct::until>()},
      {"--advance", request.advance, value::row_of<&ConsentAct::advance>()},
  };
  const auto act = value::parse_word<model::Act>(request.act).value();  // which was checked
  for (const Given& given : all) {
    if (!given.is || model::takes(act, given.row)) continue;
    if (act == model::Act::withdrawn)
      return wrong(fmt::format("withdrawn takes no {}: it ends all that was given", given.option),
                   "`narrowed` leaves what it lists; withdrawn may name the one --case that ends");
    if (act == model::Act::refused)
      return wrong(fmt::format("refused takes no {}", given.option),
                   "a refusal is of uses (--for), of audiences (--to), or of all");
    if (act == model::Act::narrowed)
      return wrong(fmt::format("narrowed takes no {}", given.option),
                   "only what is given or renewed can be for facts that come later");
  }
  return base::done();
}

/// A consent that says not for what, or not to whom, allows nothing: that is no act to record. One
/// that is narrowed keeps what the act does not speak of.
base::Done check_extent(const ConsentRequest& request) {
  const bool narrows = !request.uses.empty() || !request.to.empty() || !request.states.empty() ||
                       !request.name_as.empty() || !request.until.empty();
  if (request.act == "narrowed" && !narrows)
    return wrong("a consent that is narrowed needs what is left of it",
                 "--for, --to, --states, --name-as or --until");
  if (!gives(request.act) || (!request.uses.empty() && !request.to.empty())) return base::done();
  return wrong(fmt::format("a consent that is {} needs what it is for, and for whom", request.act),
               "--for share-contact --to mandates,ohchr");
}

base::Done check_audiences(const ConsentRequest& request) {
  const auto is_to = [&](model::Audience audience) {
    return std::ranges::count(request.to, value::word(audience)) != 0;
  };
  if (is_to(model::Audience::office))
    return wrong("the office sees its own records without consent", "leave 'office' out of --to");
  const bool to_states = is_to(model::Audience::state) || is_to(model::Audience::other_states);
  if (request.states.empty() || request.to.empty() || to_states) return base::done();
  return wrong("--states says which States, and --to names none",
               "add state or other-states to --to, or leave --states out");
}

/// What consent is given to: a case, or a letter that belongs to none.
bool is_matter(const model::Engagement& engagement) {
  return engagement.case_ || (engagement.communication && !engagement.part_of);
}

/// `--case ID` where the partner stands in one only.
std::string usual_case(const model::Partner& partner, const Records& records) {
  std::string_view only;
  for (const auto& use : records.dataset.used_by(partner.head)) {
    if (use.from->kind != model::RecordKind::engagement) continue;
    const auto& engagement = records.dataset.engagement(*use.from);
    if (!engagement.case_ || engagement.id() == only) continue;
    if (!only.empty()) return "--case ID";
    only = engagement.id();
  }
  return only.empty() ? std::string("--case ID") : fmt::format("--case {}", only);
}

base::Done check_case(const ConsentRequest& request, const model::Partner& partner,
                      const Snapshot& snapshot) {
  const Records& records = snapshot.records();
  if (request.matter.empty()) {
    for (std::size_t i = 0; gives(request.act) && i < value::words_of<model::Use>.size(); ++i) {
      const auto word = value::words_of<model::Use>[i];
      if (std::ranges::count(request.uses, word) == 0) continue;
      if (mandate::needs_case(static_cast<model::Use>(i + 1)))
        return wrong(fmt::format("consent for '{}' is to one case, and none is named", word),
                     usual_case(partner, records));
    }
    return base::done();
  }
  const auto* matter = records.dataset.engagement(request.matter);
  if (matter == nullptr) return no_record(snapshot, request.matter, model::RecordKind::engagement);
  if (is_matter(*matter)) return base::done();
  const auto* whole = model::matter_of(records.dataset, *matter);
  return wrong(
      fmt::format("'{}' is a {}, and consent is to a case", matter->id(), matter->kind.str()),
      whole == nullptr ? usual_case(partner, records) : fmt::format("--case {}", whole->id()));
}

base::Done check_before(const ConsentRequest& request, const model::Partner& partner) {
  if (request.act != "narrowed") return base::done();
  for (const auto& act : partner.consent) {
    const bool gave = model::gives(act);
    if (gave && (request.matter.empty() || !act.case_ || act.case_.id() == request.matter))
      return base::done();
  }
  return wrong("nothing was given that could be narrowed",
               "`given` says what is allowed, `refused` what is not");
}

}  // namespace

base::Done check_request(const ConsentRequest& request, const model::Partner& partner,
                         const Snapshot& snapshot) {
  if (auto options = check_options(request); !options) return options;
  if (auto extent = check_extent(request); !extent) return extent;
  if (auto on = check_date("--on", request.on); !on) return on;
  if (auto until = check_date("--until", request.until); !until) return until;
  if (auto uses = check_once("--for", request.uses); !uses) return uses;
  if (auto to = check_once("--to", request.to); !to) return to;
  if (auto states = check_once("--states", request.states); !states) return states;
  if (auto states = check_states(request.states, snapshot.library()); !states) return states;
  if (auto audiences = check_audiences(request); !audiences) return audiences;
  if (!request.language.empty() && !value::LanguageForm::accepts(request.language))
    return wrong(fmt::format("'{}' is not a language tag", base::printable(request.language)),
                 "such as es, fr or zh-Hant");
  if (auto matter = check_case(request, partner, snapshot); !matter) return matter;
  return check_before(request, partner);
}

}  // namespace rapport::app
