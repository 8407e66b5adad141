#include "cli/answer/consent.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "cli/answer/amended.hpp"
#include "cli/answer/consent_check.hpp"
#include "cli/answer/consent_effect.hpp"
#include "cli/answer/show.hpp"
#include "cli/records.hpp"
#include "cli/session.hpp"
#include "model/record_type.hpp"
#include "reference/library.hpp"
#include "store/apply.hpp"
#include "yaml/patch.hpp"
#include "yaml/tree.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::cli {
namespace {

using base::Failing;
using base::Failure;

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
  return Failure{Failing::data,
                 fmt::format("this act would be an error: {}", base::join(errors, "; ")),
                 "nothing was written, because acts are only ever added; say it again, corrected"};
}

/// The gate would keep it closed: who agreed did not know of what happened since.
base::Done check_facts(const ConsentRequest& request, const ConsentEffect& effect,
                       const model::Partner& partner, std::string_view key) {
  const auto act = std::ranges::find_if(partner.consent,
                                        [&](const auto& each) { return each.key.raw() == key; });
  if (act == partner.consent.end()) return base::done();
  if (!model::gives(*act)) return base::done();
  const auto facts = effect.younger_fact(*act);
  if (!facts) return base::done();
  return Failure{Failing::data,
                 fmt::format("this act would be an error: consent of {} is older than the facts "
                             "of {} in '{}' (consent-older-than-facts)",
                             act->on.str(), facts.str(), request.matter),
                 "nothing was written; ask again, or add --advance when it was given for what was "
                 "to come"};
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

}  // namespace

base::Result<std::string> add_consent(Session& session, const ConsentRequest& request) {
  const auto lock = session.lock();
  if (!lock) return lock.failure();
  if (auto opened = session.open(Needs::records); !opened) return opened.failure();
  const Records& records = *session.records();
  const model::Partner* const partner = records.dataset.partner(request.partner);
  if (partner == nullptr) return no_record(session, request.partner, model::RecordKind::partner);
  if (auto checked = check_request(request, *partner, records, session); !checked)
    return checked.failure();

  const value::Source& source = *partner->head.source;
  const std::string key = free_key(*partner);
  const std::string on = request.on.empty() ? session.today().str() : request.on;
  const auto patched =
      yaml::append(source.text, {{"consent"}}, act_of(request, key, on), table_order);
  if (!patched) return patched.failure();
  const auto amended = Amended::read(session, *partner, *patched);
  if (!amended) return amended.failure();
  const ConsentEffect effect((*amended)->dataset(), session.library().codes(),
                             (*amended)->partner(), session.today());
  if (auto checked = check_findings(**amended, session); !checked) return checked.failure();
  if (auto checked = check_facts(request, effect, (*amended)->partner(), key); !checked)
    return checked.failure();
  const store::FileEdit edit{std::string(source.path), source.text, *patched};
  if (auto written = store::apply(**lock, edit); !written) return written.failure();
  tell_unsaid(request, session);
  const std::string allowed = effect.text();
  return fmt::format("{}: {} {} on {}\n{}\n{}", base::printable(source.path), key, request.act, on,
                     allowed.empty() ? "with that, consent allows nothing today"
                                     : "with that, consent allows today:",
                     allowed);
}

}  // namespace rapport::cli
