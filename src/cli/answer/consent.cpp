#include "cli/answer/consent.hpp"

#include "base/files.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "cli/answer/amended.hpp"
#include "cli/answer/show.hpp"
#include "cli/records.hpp"
#include "cli/session.hpp"
#include "model/record_type.hpp"
#include "reference/names.hpp"
#include "release/consent.hpp"
#include "value/scalars.hpp"
#include "value/word.hpp"
#include "yaml/patch.hpp"
#include "yaml/tree.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::cli {
namespace {

using base::Failing;
using base::Failure;

base::Done check_date(std::string_view option, const std::string& text) {
  if (text.empty()) return base::done();
  const auto date = value::Date::parse(text);
  if (date && !date->is_unknown()) return base::done();
  return Failure{Failing::usage,
                 fmt::format("{} '{}' is not a date", option, base::printable(text)),
                 "write it as 2026-06-11, 2026-06 or 2026"};
}

base::Done check_states(const std::vector<std::string>& states, Session& session) {
  const auto& library = session.library();
  for (const std::string& state : states) {
    if (library.codes().find(value::CodeSet::state, state) != 0) continue;
    const auto near = reference::meant(library, value::CodeSet::state, state);
    return Failure{Failing::usage, fmt::format("'{}' is not a State code", base::printable(state)),
                   near.empty() ? std::string("`rapport reference state` lists them")
                                : fmt::format("did you mean '{}'?", near)};
  }
  return base::done();
}

/// A consent that says not for what, or not to whom, allows nothing: that is no act to record. One
/// that is narrowed keeps what the act does not speak of.
base::Done check_extent(const ConsentRequest& request) {
  const bool narrows = !request.uses.empty() || !request.to.empty() || !request.states.empty() ||
                       !request.name_as.empty() || !request.until.empty();
  if (request.act == "narrowed" && !narrows)
    return Failure{Failing::usage, "a consent that is narrowed needs what is left of it",
                   "--for, --to, --states, --name-as or --until"};
  const bool gives = request.act == "given" || request.act == "renewed";
  if (!gives || (!request.uses.empty() && !request.to.empty())) return base::done();
  return Failure{
      Failing::usage,
      fmt::format("a consent that is {} needs what it is for, and for whom", request.act),
      "--for share-contact --to mandates,ohchr"};
}

base::Done check(const ConsentRequest& request, const Records& records, Session& session) {
  if (auto extent = check_extent(request); !extent) return extent;
  if (auto on = check_date("--on", request.on); !on) return on;
  if (auto until = check_date("--until", request.until); !until) return until;
  if (auto states = check_states(request.states, session); !states) return states;
  if (!request.language.empty() && !value::LanguageForm::accepts(request.language))
    return Failure{Failing::usage,
                   fmt::format("'{}' is not a language tag", base::printable(request.language)),
                   "such as es, fr or zh-Hant"};
  if (!request.matter.empty() && records.dataset.engagement(request.matter) == nullptr)
    return no_record(session, request.matter, model::RecordKind::engagement);
  return base::done();
}

/// The first of a1, a2 ... that no act has.
std::string free_key(const model::Partner& partner) {
  for (int number = 1;; ++number) {
    std::string key = fmt::format("a{}", number);
    if (std::ranges::none_of(partner.consent,
                             [&](const auto& act) { return act.key.str() == key; }))
      return key;
  }
}

void add(yaml::Value& act, std::string_view key, std::string_view text) {
  if (!text.empty()) yaml::put(act, key, yaml::text_value(text));
}

void add(yaml::Value& act, std::string_view key, const std::vector<std::string>& words) {
  if (words.empty()) return;
  std::vector<yaml::Value> items;
  for (const std::string& word : words) items.push_back(yaml::text_value(word));
  yaml::put(act, key, yaml::list_value(std::move(items)));
}

/// The act's entries, in the order of its field table.
yaml::Value act_of(const ConsentRequest& request, const std::string& key, const std::string& on) {
  yaml::Value act{.kind = yaml::Kind::mapping};
  add(act, "key", key);
  add(act, "on", on);
  add(act, "act", request.act);
  add(act, "case", request.matter);
  add(act, "for", request.uses);
  add(act, "to", request.to);
  add(act, "states", request.states);
  add(act, "name_as", request.name_as);
  add(act, "by", request.by);
  add(act, "how", request.how);
  add(act, "language", request.language);
  if (request.advance) add(act, "advance", "yes");
  add(act, "until", request.until);
  add(act, "note", request.note);
  return act;
}

/// Where the table of partners has a key: a list of consent that is begun goes where it belongs.
std::size_t table_order(std::span<const yaml::Step> mapping, std::string_view key) {
  if (!mapping.empty()) return 0;
  const auto rows = model::partner_type().rows().rows;
  const auto row = std::ranges::find(rows, key, &value::Row::name);
  return static_cast<std::size_t>(row - rows.begin());
}

/// An act that is invalid cannot be taken back, since acts are only ever added.
base::Done check_findings(const Amended& amended, const Session& session) {
  std::vector<std::string> errors;
  for (const auto& finding : amended.new_findings())
    if (finding.severity == value::Severity::error)
      errors.push_back(fmt::format("{} ({})", finding.message, finding.rule));
    else
      session.note(fmt::format("to look at: {} ({})", finding.message, finding.rule));
  if (errors.empty()) return base::done();
  return Failure{Failing::usage,
                 fmt::format("this act would be an error: {}", base::join(errors, "; ")),
                 "nothing was written, because acts are only ever added; say it again, corrected"};
}

/// What a reader of the record will ask in a year.
void tell_unsaid(const ConsentRequest& request, const Session& session) {
  std::vector<std::string_view> unsaid;
  const bool gives = request.act == "given" || request.act == "renewed";
  if (request.by.empty()) unsaid.push_back("who said it (--by)");
  if (request.how.empty()) unsaid.push_back("by which means (--how)");
  if (gives && request.until.empty()) unsaid.push_back("until when (--until)");
  if (!unsaid.empty()) session.note(fmt::format("not said: {}", base::join(unsaid, ", ")));
}

/// "share-contact to mandates, ohchr": for a case, or without one; empty when nothing is allowed.
class Effect {
 public:
  Effect(const model::Partner& partner, value::Date on, const value::Codes& codes)
      : partner_(partner), on_(on), codes_(codes) {}

  std::string text() const {
    std::vector<std::string_view> cases = {""};
    for (const auto& act : partner_.consent)
      if (const auto id = act.case_.id(); std::ranges::count(cases, id) == 0) cases.push_back(id);
    std::string text;
    for (const auto matter : cases)
      for (std::size_t use = 1; use <= value::words_of<model::Use>.size(); ++use)
        text += line(static_cast<model::Use>(use), matter);
    return text;
  }

 private:
  std::string line(model::Use use, std::string_view matter) const {
    std::vector<std::string> to;
    for (std::size_t i = 1; i <= value::words_of<model::Audience>.size(); ++i)
      add(to,
          {.use = use, .audience = static_cast<model::Audience>(i), .case_ = matter, .on = on_});
    if (to.empty()) return {};
    return fmt::format("  {} to {}{}\n", value::word(use), base::join(to, ", "),
                       matter.empty() ? std::string() : fmt::format(", in {}", matter));
  }

  void add(std::vector<std::string>& to, release::Ask ask) const {
    std::vector<value::StateCode> states = {{}};
    if (ask.audience == model::Audience::state || ask.audience == model::Audience::other_states)
      for (const auto& act : partner_.consent)
        for (const auto state : act.states)
          if (std::ranges::count(states, state) == 0) states.push_back(state);
    for (const auto state : states) {
      ask.state = state;
      const auto allowed = release::consent(partner_, ask);
      // What holds for any case, and for any State, is not said again of one.
      release::Ask wider = ask;
      wider.case_ = {};
      if (!allowed || (!ask.case_.empty() && release::consent(partner_, wider))) continue;
      to.push_back(say(ask.audience, state, allowed));
      if (!state) break;
    }
  }

  std::string say(model::Audience audience, value::StateCode state,
                  const release::Permission& allowed) const {
    std::string text(value::word(audience));
    if (state) text += fmt::format(" {}", codes_.name(state.row()));
    if (allowed.verdict.how == release::How::initials) text += " (initials)";
    if (allowed.verdict.how == release::How::described) text += " (described)";
    if (allowed.until) text += fmt::format(" until {}", allowed.until.str());
    return text;
  }

  const model::Partner& partner_;
  value::Date on_;
  const value::Codes& codes_;
};

}  // namespace

base::Result<std::string> add_consent(Session& session, const ConsentRequest& request) {
  const Records& records = *session.records();
  const model::Partner* const partner = records.dataset.partner(request.partner);
  if (partner == nullptr) return no_record(session, request.partner, model::RecordKind::partner);
  if (auto checked = check(request, records, session); !checked) return checked.failure();

  const value::Source& source = *partner->head.source;
  const std::string key = free_key(*partner);
  const std::string on = request.on.empty() ? session.today().str() : request.on;
  const auto patched =
      yaml::append(source.text, {{"consent"}}, act_of(request, key, on), table_order);
  if (!patched) return patched.failure();
  const std::string path = fmt::format("{}/{}", session.root(), source.path);
  const auto now = base::read_file(path, yaml::size_limit);
  if (!now || *now != source.text)
    return Failure{Failing::environment, fmt::format("'{}' was changed meanwhile", source.path),
                   "run the command again"};
  const auto amended = Amended::read(session, *partner, *patched);
  if (!amended) return amended.failure();
  if (auto checked = check_findings(**amended, session); !checked) return checked.failure();
  if (auto written = base::write_file(path, *patched); !written) return written.failure();
  tell_unsaid(request, session);
  const auto effect =
      Effect((*amended)->partner(), session.today(), session.library().codes()).text();
  return fmt::format("{}: {} {} on {}\n{}\n{}", source.path, key, request.act, on,
                     effect.empty() ? "with that, consent allows nothing today"
                                    : "with that, consent allows today:",
                     effect);
}

}  // namespace rapport::cli
