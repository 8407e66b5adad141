#include "app/consent.hpp"

#include "app/consent_check.hpp"
#include "app/consent_effect.hpp"
#include "app/no_record.hpp"
#include "app/records.hpp"
#include "app/write.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "reference/reference_data.hpp"
#include "value/word.hpp"

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

base::Result<Output> add_consent(const Snapshot& snapshot, const store::Lock* lock,
                                 const ConsentRequest& request) {
  const Records& records = snapshot.records();
  if (const auto found = find_one(snapshot, request.partner, model::RecordKind::partner); !found)
    return found.failure();
  const model::Partner* const partner = records.dataset.partner(request.partner);
  if (auto checked = check_request(request, *partner, snapshot); !checked) return checked.failure();

  const std::string path(partner->head.source->path);
  const std::string key = free_key(*partner);
  const ActValues act = whole_act(request, key);
  model::Edit edit;
  edit.at(path).operations.push_back(
      {.kind = yaml::Operation::Kind::append, .at = {{"consent"}}, .value = act.entry()});
  const auto preview = Preview::make(snapshot, request.occasion, edit);
  if (!preview) return preview.failure();
  const auto& after = (*preview)->snapshot().records().dataset;
  const model::Partner& with_act = *after.partner(request.partner);
  const ConsentEffect effect(after, snapshot.library().codes(), with_act, request.occasion.today);
  if (auto checked = check_facts(request, effect, with_act, key); !checked)
    return checked.failure();
  std::string allowed = effect.text();
  if (allowed.ends_with('\n')) allowed.pop_back();
  WriteRequest writing{
      .occasion = request.occasion,
      .edit = std::move(edit),
      .refusing = Refusing::in_changed_files,
      .lines = {fmt::format("{}: {} {} on {}", base::printable(path), key, value::word(request.act),
                            act.text<&model::ConsentAct::on>()),
                allowed.empty() ? "after this act, consent allows nothing today"
                                : "after this act, consent allows today:"}};
  if (!allowed.empty()) writing.lines.push_back(std::move(allowed));
  auto output = write(**preview, lock, writing);
  if (output) note_unsaid(request, output->notes);
  return output;
}

}  // namespace rapport::app
