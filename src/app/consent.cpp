#include "app/consent.hpp"

#include "app/consent_check.hpp"
#include "app/consent_effect.hpp"
#include "app/edit_preview.hpp"
#include "app/no_record.hpp"
#include "app/records.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/record_type.hpp"
#include "reference/reference_data.hpp"
#include "store/apply.hpp"
#include "value/word.hpp"
#include "yaml/patch.hpp"
#include "yaml/tree.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace rapport::app {
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

/// The values that were given, and those that nobody has to give.
ActValues whole_act(const ConsentRequest& request, const std::string& key) {
  using model::ConsentAct;
  ActValues values = request.values;
  values.set(value::field_of<&ConsentAct::key>(), {key});
  values.set(value::field_of<&ConsentAct::act>(), {std::string(value::word(request.act))});
  const value::Field& on = value::field_of<&ConsentAct::on>();
  if (!values.has(on)) values.set(on, {request.occasion.today.str()});
  return values;
}

/// Where the table of partners has a key: a list of consent that is begun goes where it belongs.
std::size_t table_order(std::span<const yaml::Step> mapping, std::string_view key) {
  if (!mapping.empty()) return 0;
  const auto rows = model::partner_type().rows().rows;
  const auto row = std::ranges::find(rows, key, &value::Field::name);
  return static_cast<std::size_t>(row - rows.begin());
}

/// An act that is invalid cannot be taken back, since acts are only ever added.
base::Done check_findings(const EditPreview& preview, std::vector<Note>& notes) {
  std::vector<std::string> errors;
  for (const auto& finding : preview.new_findings())
    if (finding.severity == value::Severity::error)
      errors.push_back(fmt::format("{} ({})", finding.message, finding.rule));
    else
      notes.push_back({NoteCode::to_look_at, {finding.message, std::string(finding.rule)}});
  if (errors.empty()) return base::done();
  return Failure{Failing::data,
                 fmt::format("this act would be an error: {}", base::join(errors, "; ")),
                 "nothing was written, because acts are only ever added; correct the command and "
                 "run it again"};
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
  return Failure{
      Failing::data,
      fmt::format("this act would be an error: consent of {} is older than the facts "
                  "of {} in '{}' (consent-older-than-facts)",
                  act->on.str(), facts.str(), request.values.text<&model::ConsentAct::case_>()),
      "nothing was written; ask again, or add --advance if it was given in advance"};
}

/// What a reader of the record will ask in a year.
void note_unsaid(const ConsentRequest& request, std::vector<Note>& notes) {
  std::vector<std::string> unsaid;
  for (const ConsentOption& option : consent_options()) {
    const value::Field& row = *option.row;
    if (row.meta.option.question.empty() || request.values.has(row)) continue;
    // What an act narrows has the other limits still.
    if (model::is_limit(row) && !model::gives(request.act)) continue;
    unsaid.push_back(fmt::format("{} ({})", row.meta.option.question, option.name));
  }
  if (!unsaid.empty()) notes.push_back({NoteCode::not_said, std::move(unsaid)});
}

}  // namespace

base::Result<Output> add_consent(const Snapshot& snapshot, const store::Lock& lock,
                                 const ConsentRequest& request) {
  const Records& records = snapshot.records();
  const model::Partner* const partner = records.dataset.partner(request.partner);
  if (partner == nullptr) return no_record(snapshot, request.partner, model::RecordKind::partner);
  if (auto checked = check_request(request, *partner, snapshot); !checked) return checked.failure();

  const value::Source& source = *partner->head.source;
  const std::string key = free_key(*partner);
  const ActValues act = whole_act(request, key);
  const auto patched = yaml::append(source.text, {{"consent"}}, act.entry(), table_order);
  if (!patched) return patched.failure();
  const auto preview = EditPreview::read(snapshot, request.occasion, *partner, *patched);
  if (!preview) return preview.failure();
  const ConsentEffect effect((*preview)->dataset(), snapshot.library().codes(),
                             (*preview)->partner(), request.occasion.today);
  std::vector<Note> notes;
  if (auto checked = check_findings(**preview, notes); !checked) return checked.failure();
  if (auto checked = check_facts(request, effect, (*preview)->partner(), key); !checked)
    return checked.failure();
  const store::FileEdit edit{std::string(source.path), source.text, *patched};
  if (auto written = store::apply(lock, edit); !written) return written.failure();
  note_unsaid(request, notes);
  const std::string allowed = effect.text();
  return Output{
      .basis = office_basis(snapshot, request.occasion.today),
      .content = fmt::format("{}: {} {} on {}\n{}\n{}", base::printable(source.path), key,
                             value::word(request.act), act.text<&model::ConsentAct::on>(),
                             allowed.empty() ? "after this act, consent allows nothing today"
                                             : "after this act, consent allows today:",
                             allowed),
      .notes = std::move(notes)};
}

}  // namespace rapport::app
