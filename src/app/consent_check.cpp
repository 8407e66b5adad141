#include "app/consent_check.hpp"

#include "app/consent.hpp"
#include "app/no_record.hpp"
#include "app/records.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "mandate/consent.hpp"
#include "model/matter.hpp"
#include "reference/suggest.hpp"
#include "value/field.hpp"
#include "value/scalars.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string>
#include <vector>

namespace rapport::app {
namespace {

using base::Failing;
using base::Failure;
using model::ConsentAct;
using Words = ActValues::Words;

Failure wrong(std::string what, std::string hint) {
  return {Failing::usage, std::move(what), std::move(hint)};
}

base::Done check_date(std::string_view option, const std::string& text) {
  const auto date = value::Date::parse(text);
  if (date && !date->is_unknown()) return base::done();
  return wrong(fmt::format("{} '{}' is not a date", option, base::printable(text)),
               "write it as 2026-06-11, 2026-06 or 2026");
}

base::Done check_state(const std::string& state, const reference::ReferenceData& library) {
  if (library.codes().find(value::CodeSet::state, state) != 0) return base::done();
  const auto hint = reference::did_you_mean(library, value::CodeSet::state, state);
  return wrong(fmt::format("'{}' is not a State code", base::printable(state)),
               hint.empty() ? "`rapport reference state` lists them" : hint);
}

base::Done check_language(const std::string& tag) {
  if (value::LanguageForm::accepts(tag)) return base::done();
  return wrong(fmt::format("'{}' is not a language tag", base::printable(tag)),
               "such as es, fr or zh-Hant");
}

base::Done check_once(std::string_view option, const Words& words) {
  for (auto word = words.begin(); word != words.end(); ++word)
    if (std::find(words.begin(), word, *word) != word)
      return wrong(fmt::format("{} has '{}' twice", option, *word), "once is enough");
  return base::done();
}

/// The command line knows the words; what has no check here is found when the act is read.
base::Done check_value(const ConsentOption& option, const std::string& text,
                       const Snapshot& snapshot) {
  const value::Type& type = item_type(*option.row);
  if (type.shape == value::Shape::date) return check_date(option.name, text);
  if (type.set == value::CodeSet::state) return check_state(text, snapshot.library());
  if (type.name == value::LanguageForm::name) return check_language(text);
  if (option.row->meta.refers == value::Refers::engagement &&
      snapshot.records().dataset.engagement(text) == nullptr)
    return no_record(snapshot, text, model::RecordKind::engagement);
  return base::done();
}

base::Done check_values(const ActValues& values, const Snapshot& snapshot) {
  for (const ConsentOption& option : consent_options()) {
    const Words& words = values.list(*option.row);
    if (auto once = check_once(option.name, words); !once) return once;
    for (const std::string& word : words)
      if (auto checked = check_value(option, word, snapshot); !checked) return checked;
  }
  return base::done();
}

/// What an act of that sort does not speak of. Taken in silence it would be believed to hold.
base::Done check_options(const ConsentRequest& request) {
  for (const ConsentOption& option : consent_options()) {
    if (!request.values.has(*option.row) || model::takes(request.act, *option.row)) continue;
    if (request.act == model::Act::withdrawn)
      return wrong(
          fmt::format("withdrawn takes no {}: it ends everything that was given", option.name),
          "`narrowed` leaves what it lists; `withdrawn` may name one --case, and ends only that");
    const std::string_view hint =
        request.act == model::Act::refused
            ? "a refusal is for uses (--for), for audiences (--to), or for everything"
            : option.row->meta.option.hint;
    return wrong(fmt::format("{} takes no {}", value::word(request.act), option.name),
                 std::string(hint));
  }
  return base::done();
}

/// "--for, --to or --until"
std::string any_of(std::span<const std::string_view> names) {
  const std::string_view last = names.back();
  return fmt::format("{} or {}", base::join(names.first(names.size() - 1), ", "), last);
}

/// A consent that says not for what, or not to whom, allows nothing: that is no act to record. One
/// that is narrowed keeps what the act does not speak of.
base::Done check_extent(const ConsentRequest& request) {
  std::vector<std::string_view> limits;
  bool is_whole = true;
  bool narrows = false;
  for (const ConsentOption& option : consent_options()) {
    const bool has = request.values.has(*option.row);
    if (model::is_extent(*option.row)) is_whole = is_whole && has;
    if (!model::is_limit(*option.row)) continue;
    limits.push_back(option.name);
    narrows = narrows || has;
  }
  if (request.act == model::Act::narrowed && !narrows)
    return wrong("a consent that is narrowed needs what is left of it", any_of(limits));
  if (!model::gives(request.act) || is_whole) return base::done();
  return wrong(fmt::format("a consent that is {} needs what it is for, and for whom",
                           value::word(request.act)),
               "--for share-contact --to mandates,ohchr");
}

base::Done check_audiences(const ActValues& values) {
  const Words& to = values.list<&ConsentAct::to>();
  const auto is_to = [&](model::Audience audience) {
    return std::ranges::count(to, value::word(audience)) != 0;
  };
  if (is_to(model::Audience::office))
    return wrong("the office sees its own records without consent", "leave 'office' out of --to");
  const bool to_states = is_to(model::Audience::state) || is_to(model::Audience::other_states);
  if (!values.has(value::field_of<&ConsentAct::states>()) || to.empty() || to_states)
    return base::done();
  return wrong("--states lists States, but --to has no audience of States",
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
  const std::string id = request.values.text<&ConsentAct::case_>();
  if (id.empty()) {
    const Words& uses = request.values.list<&ConsentAct::uses>();
    for (std::size_t i = 0; model::gives(request.act) && i < value::words_of<model::Use>.size();
         ++i) {
      const auto word = value::words_of<model::Use>[i];
      if (std::ranges::count(uses, word) == 0) continue;
      if (mandate::needs_case(static_cast<model::Use>(i + 1)))
        return wrong(
            fmt::format("consent for '{}' is given for one case, and no case is named", word),
            usual_case(partner, records));
    }
    return base::done();
  }
  const auto* matter = records.dataset.engagement(id);  // which was checked
  if (is_matter(*matter)) return base::done();
  if (matter->kind == model::EngagementKind::case_)
    return wrong(
        fmt::format("the record of '{}' does not say yet what kind of case it is", matter->id()),
        fmt::format("`rapport set {} case.where=… case.status=…` adds what is missing",
                    matter->id()));
  const auto* whole = model::case_of(records.dataset, *matter);
  return wrong(
      fmt::format("'{}' is a {}, but consent is given for a case", matter->id(),
                  matter->kind.str()),
      whole == nullptr ? usual_case(partner, records) : fmt::format("--case {}", whole->id()));
}

base::Done check_before(const ConsentRequest& request, const model::Partner& partner) {
  if (request.act != model::Act::narrowed) return base::done();
  const std::string id = request.values.text<&ConsentAct::case_>();
  for (const auto& act : partner.consent) {
    const bool gave = model::gives(act);
    if (gave && (id.empty() || !act.case_ || act.case_.id() == id)) return base::done();
  }
  return wrong("nothing was given that could be narrowed",
               "`given` says what is allowed, `refused` what is not");
}

}  // namespace

base::Done check_request(const ConsentRequest& request, const model::Partner& partner,
                         const Snapshot& snapshot) {
  if (auto options = check_options(request); !options) return options;
  if (auto extent = check_extent(request); !extent) return extent;
  if (auto values = check_values(request.values, snapshot); !values) return values;
  if (auto audiences = check_audiences(request.values); !audiences) return audiences;
  if (auto matter = check_case(request, partner, snapshot); !matter) return matter;
  return check_before(request, partner);
}

}  // namespace rapport::app
