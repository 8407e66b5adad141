#include "rules/engine/run.hpp"

#include "base/nearest.hpp"
#include "base/parallel_for.hpp"
#include "base/unicode.hpp"
#include "model/as_written.hpp"
#include "model/dataset.hpp"
#include "names/record_contacts.hpp"
#include "names/record_names.hpp"
#include "reference/reference_data.hpp"
#include "release/gate.hpp"
#include "rules/engine/hints.hpp"
#include "rules/engine/order.hpp"
#include "rules/engine/searched.hpp"
#include "rules/engine/unread.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::rules {
namespace {

bool listed(std::span<const std::string> ids, std::string_view id) {
  return std::ranges::find(ids, id) != ids.end();
}

/// That a protected partner is in another record is a link: a message that says so stays where the
/// records are.
bool tells_a_link(const Finding& finding, const model::Dataset& data) {
  const std::string_view own = stem_of(finding.path);
  const std::string_view text = finding.message;
  for (auto open = text.find('\''); open != text.npos;) {
    const auto close = text.find('\'', open + 1);
    if (close == text.npos) return false;
    const auto quoted = text.substr(open + 1, close - open - 1);
    const model::RecordHeader* head = quoted == own ? nullptr : data.find(quoted);
    if (head != nullptr && head->kind == model::RecordKind::partner &&
        model::is_protected(data.partner(*head)))
      return true;
    open = text.find('\'', close + 1);
  }
  return false;
}

}  // namespace

const value::Codes& Context::codes() const { return library->codes(); }

const Rule* find_rule(std::string_view id) {
  const auto rules = all_rules();
  const auto found = std::ranges::find(rules, id, &Rule::name);
  return found == rules.end() ? nullptr : &*found;
}

base::Failure no_rule(std::string_view id) {
  base::Nearest nearest(id);
  for (const auto& rule : all_rules()) nearest.offer(rule.name);
  return {base::Failing::usage, fmt::format("no rule '{}'", base::printable(id)),
          nearest.best().empty() ? "rapport-rules(7) lists them"
                                 : fmt::format("did you mean '{}'?", nearest.best())};
}

base::Result<std::vector<const Rule*>> select(std::span<const std::string> only,
                                              std::span<const std::string> skip) {
  for (const auto ids : {only, skip})
    for (const std::string& id : ids)
      if (find_rule(id) == nullptr) return no_rule(id);
  std::vector<const Rule*> rules;
  for (const Rule& rule : all_rules())
    if ((only.empty() || listed(only, rule.name)) && !listed(skip, rule.name))
      rules.push_back(&rule);
  return rules;
}

Run::Run(std::vector<const Rule*> rules, const reference::ReferenceData& library, value::Date today,
         unsigned threads)
    : rules_(std::move(rules)), threads_(base::ParallelFor(threads).threads()), found_(threads_) {
  context_.library = &library;
  context_.today = today;
  for (const Rule* rule : rules_) {
    const RuleSpec& spec = *rule->spec;
    if (spec.partner != nullptr)
      (spec.local ? local_partner_ : partner_).push_back({rule->name, spec.severity, spec.partner});
    if (spec.engagement != nullptr)
      (spec.local ? local_engagement_ : engagement_)
          .push_back({rule->name, spec.severity, spec.engagement});
    if (spec.text != nullptr) text_.push_back({rule->name, spec.severity, spec.text});
  }
}

void Run::local(unsigned thread, const Partner& partner) {
  found_[thread].saw_records = true;
  apply(local_partner_, partner, context_, found_[thread].findings);
}

void Run::local(unsigned thread, const Engagement& engagement) {
  found_[thread].saw_records = true;
  apply(local_engagement_, engagement, context_, found_[thread].findings);
}

void Run::on_partner(void* run, unsigned thread, const Partner& partner) {
  static_cast<Run*>(run)->local(thread, partner);
}

void Run::on_engagement(void* run, unsigned thread, const Engagement& engagement) {
  static_cast<Run*>(run)->local(thread, engagement);
}

void Run::check(const RecordHeader& head, std::vector<Finding>& into) {
  if (head.kind == model::RecordKind::partner) {
    const Partner& partner = context_.data().partner(head);
    if (with_local_) apply(local_partner_, partner, context_, into);
    apply(partner_, partner, context_, into);
    search(searched_file_of(partner), into);
  } else {
    const Engagement& engagement = context_.data().engagement(head);
    if (with_local_)
      apply(local_engagement_, model::AsWritten(engagement).engagement(), context_, into);
    apply(engagement_, engagement, context_, into);
    search(searched_file_of(engagement), into);
  }
}

void Run::search(const SearchedFile& file, std::vector<Finding>& into) const {
  if (text_.empty() || context_.names->empty()) return;
  std::vector<Tally> tallies(text_.size());
  file.each(context_, [&](const SearchedText& text) {
    for (std::size_t i = 0; i < text_.size(); ++i)
      apply(text_[i], text, context_, tallies[i], into);
  });
}

void Run::walk(const Repository& repository) {
  const base::ParallelFor pool(threads_);
  const auto records = repository.records.value_or(context_.data().as_read());
  pool.run(records.size(), [&](unsigned thread, std::size_t begin, std::size_t end) {
    for (const RecordHeader* head : records.subspan(begin, end - begin))
      check(*head, found_[thread].findings);
  });
}

void Run::word(const FoundFault& found, std::vector<Finding>& into) {
  const bool may_be_known =
      context_.lacks_rows && found.fault.code == FaultCode(value::Problem::unknown_code);
  for (const Rule* rule : rules_) {
    const RuleSpec& spec = *rule->spec;
    if (std::ranges::find(spec.faults, found.fault.code) == spec.faults.end()) continue;
    if (spec.owns != nullptr && !spec.owns(found.fault)) continue;
    if (may_be_known) {
      skipped_.insert(rule->name);
      continue;
    }
    const std::size_t before = into.size();
    Report report(rule->name, spec.severity, into);
    spec.fault(found, context_, report);
    for (std::size_t i = before; i < into.size(); ++i)
      into[i].ends_reading = ends_reading(found.fault.code) || found.fault.ends_checking;
  }
}

void Run::word(const PathTrouble& trouble, std::vector<Finding>& into) const {
  for (const Rule* rule : rules_) {
    const auto& troubles = rule->spec->troubles;
    if (std::ranges::find(troubles, trouble.trouble) == troubles.end()) continue;
    Report report(rule->name, rule->spec->severity, into);
    rule->spec->trouble(trouble, report);
  }
}

std::vector<Finding> Run::finish(const Repository& repository) {
  with_local_ = std::ranges::none_of(found_, &Found::saw_records);
  const auto ids = unread_ids(repository);
  const names::RecordNames names(*repository.dataset, base::ParallelFor(threads_));
  const names::RecordContacts contacts(*repository.dataset);
  context_.dataset = repository.dataset;
  context_.office = repository.office;
  context_.unreadable = ids;
  context_.faults = repository.faults;
  context_.lacks_folder = lacks_folder(repository);
  // An id that is nowhere may be one in there.
  const Rule* const about_ids = find_rule("dangling-reference");
  if (context_.lacks_folder && std::ranges::count(rules_, about_ids) != 0)
    skipped_.insert(about_ids->name);
  context_.lacks_rows = lacks_rows(repository);
  context_.names = &names;
  context_.contacts = &contacts;
  Hints hints;
  context_.hints = &hints;
  walk(repository);
  std::vector<Finding> all;
  for (auto& [findings, saw] : found_) std::ranges::move(findings, std::back_inserter(all));
  for (const Rule* rule : rules_)
    if (rule->spec->repository != nullptr) {
      Report report(rule->name, rule->spec->severity, all);
      rule->spec->repository(context_, report);
    }
  for (const SearchedFile& file : searched_files_of_the_office(context_)) search(file, all);
  for (const auto& found : repository.faults) word(found, all);
  for (const auto& trouble : repository.troubles) word(trouble, all);
  for (Finding& finding : all)
    if (tells_a_link(finding, *repository.dataset)) finding.quoting();
  put_in_order(all);
  context_.names = nullptr;
  context_.contacts = nullptr;
  context_.hints = nullptr;
  context_.faults = {};
  return all;
}

}  // namespace rapport::rules
