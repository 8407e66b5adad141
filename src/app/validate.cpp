#include "app/validate.hpp"

#include "app/new_findings.hpp"
#include "app/records.hpp"
#include "app/validate_scope.hpp"
#include "base/text.hpp"
#include "base/zone.hpp"
#include "reference/reference_data.hpp"
#include "rules/engine/run.hpp"
#include "rules/engine/show.hpp"
#include "store/layout.hpp"
#include "store/programs.hpp"
#include "store/recover.hpp"
#include "store/texts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace rapport::app {
namespace {

/// The faults of records, and of the office's own rows of the reference data.
std::vector<value::FoundFault> faults_of(const Records& records,
                                         const reference::ReferenceData& rows) {
  std::vector<value::FoundFault> faults = records.reading.faults;
  for (const auto& file : rows.own_files()) {
    for (const yaml::Fault& fault : {file.parsed.warning, file.parsed.error})
      if (fault.problem != yaml::Problem::none)
        faults.push_back({file.source, value::fault_of(fault)});
    for (const value::Fault& fault : file.faults) faults.push_back({file.source, fault});
  }
  return faults;
}

/// Those of reference/ too.
std::vector<value::PathTrouble> troubles_of(const Snapshot& snapshot) {
  std::vector<value::PathTrouble> troubles = snapshot.records().reading.troubles;
  const auto& own = snapshot.reference().troubles;
  troubles.insert(troubles.end(), own.begin(), own.end());
  return troubles;
}

/// What every answer rests on, whichever records are in it: the settings of the office and its own
/// rows of the reference data.
std::vector<std::string_view> office_files(const reference::ReferenceData& rows) {
  std::vector<std::string_view> paths{store::office_file};
  for (const auto& file : rows.own_files()) paths.push_back(file.source->path);
  return paths;
}

/// Those on disk are shown to the rules while they are read.
base::Result<std::shared_ptr<const Snapshot>> read(std::shared_ptr<const Reference> reference,
                                                   const ValidateRequest& request,
                                                   rules::Run& run) {
  const unsigned threads = request.occasion.threads;
  if (request.texts) return Snapshot::of(std::move(reference), threads, *request.texts);
  const store::OnRecord watch{&run, &rules::Run::on_partner, &rules::Run::on_engagement};
  return Snapshot::read(std::move(reference), threads, watch);
}

/// A check that did not run is named: nothing found is an answer only of those that did.
std::vector<view::Skipped> skipped(const ValidateRequest& request) {
  std::vector<view::Skipped> skipped;
  if (!request.only.empty()) skipped.push_back({"all other rules", "not among --only"});
  if (!request.skip.empty())
    skipped.push_back({base::join(request.skip, ", "), "asked for with --skip"});
  return skipped;
}

/// What could not be read, when no finding says so, and what could not be checked without it.
void add_unread(const Snapshot& snapshot, const rules::Run& run, view::Findings& shown) {
  const Records& records = snapshot.records();
  if (records.reading.office == nullptr)
    shown.skipped.push_back({"what rapport.yaml sets",
                             "it could not be read: deadlines are the usual "
                             "ones, and delegations were not checked"});
  for (const auto rule : run.skipped())
    shown.skipped.push_back(
        {std::string(rule), "a file or folder that it may need could not be read"});
  for (const rules::Rule* rule : run.rules())
    if (rule->name.ends_with("-zone") && !base::has_time_zones())
      shown.skipped.push_back(
          {std::string(rule->name), "this machine has no time zone data (package tzdata)"});
  constexpr std::size_t most_named = 5;
  std::set<std::string_view> told{store::office_file};
  for (const auto& finding : shown.findings) told.insert(finding.place.path);
  std::size_t untold = 0;
  for (const auto& paths : {records.unreadable(), unread_rows(snapshot.reference())})
    for (const std::string& path : paths)
      if (!told.contains(path) && ++untold <= most_named)
        shown.skipped.push_back({path, "it could not be read"});
  if (untold > most_named)
    shown.skipped.push_back({fmt::format("{} more files", untold - most_named),
                             "they could not be read; `rapport validate` names them"});
}

}  // namespace

base::Result<Output> validate(std::shared_ptr<const Reference> reference,
                              const ValidateRequest& request) {
  auto chosen = rules::select(request.only, request.skip);
  if (!chosen) return chosen.failure();
  const Occasion& occasion = request.occasion;
  rules::Run run(std::move(*chosen), reference->library, occasion.today, occasion.threads);
  const auto opened = read(std::move(reference), request, run);
  if (!opened) return opened.failure();
  const Snapshot& snapshot = **opened;
  const Records& records = snapshot.records();
  const auto faults = faults_of(records, snapshot.library());
  auto troubles = troubles_of(snapshot);
  base::Arena names;
  if (!request.texts) {
    for (const auto& found : store::find_programs(snapshot.root(), records.reading.hidden, names))
      troubles.push_back(found);
    if (store::is_interrupted(snapshot.root()))
      troubles.push_back({store::journal_path, value::Trouble::interrupted_change, 0, {}});
  }
  const auto scope = resolve_scope(snapshot, request.directory, request.about, faults, troubles);
  if (!scope) return scope.failure();
  auto findings = run.finish({.dataset = &records.dataset,
                              .office = records.reading.office,
                              .faults = faults,
                              .troubles = troubles});
  const std::string_view always[] = {store::journal_path};  // any record may be half changed
  if (!scope->everything) rules::keep_only(findings, scope->paths, always);
  std::size_t old = 0;
  if (request.before) {
    const auto left_out = keep_new(findings, snapshot, *request.before, occasion);
    if (!left_out) return left_out.failure();
    old = *left_out;
  }
  view::Findings shown = rules::show(findings, run.rules(), request.excerpts);
  shown.checked = {{records.dataset.partners().size(), "partner", "partners"},
                   {records.dataset.engagements().size(), "engagement", "engagements"}};
  add_unread(snapshot, run, shown);
  for (auto& each : skipped(request)) shown.skipped.push_back(std::move(each));
  if (old != 0)
    shown.skipped.push_back({base::counted(old, "finding") + " in other records",
                             "there before; `rapport validate` shows all"});
  return Output{.basis = office_basis(snapshot, occasion.today), .content = std::move(shown)};
}

base::Result<view::Findings> check(const Snapshot& snapshot, const Occasion& occasion,
                                   std::span<const model::RecordHeader* const> used,
                                   bool excerpts) {
  auto rules = rules::select({}, {});
  if (!rules) return rules.failure();
  rules::Run run(std::move(*rules), snapshot.library(), occasion.today, occasion.threads);
  const Records& records = snapshot.records();
  const auto faults = faults_of(records, snapshot.library());
  const auto troubles = troubles_of(snapshot);
  auto findings = run.finish({.dataset = &records.dataset,
                              .office = records.reading.office,
                              .faults = faults,
                              .troubles = troubles,
                              .records = used});
  // The faults and troubles of all files were needed to know which ids cannot be read. Of two
  // records with one id the finding is in the one that is not found by it, and notes the other.
  std::vector<std::string_view> paths;
  for (const model::RecordHeader* head : used) paths.push_back(head->source->path);
  rules::keep_only(findings, paths, office_files(snapshot.library()));
  view::Findings shown = rules::show(findings, run.rules(), excerpts);
  const auto partners = static_cast<std::size_t>(
      std::ranges::count(used, model::RecordKind::partner,
                         [](const model::RecordHeader* head) { return head->kind; }));
  shown.checked = {{partners, "partner", "partners"},
                   {used.size() - partners, "engagement", "engagements"}};
  return shown;
}

std::vector<value::Finding> findings_of(const Snapshot& snapshot, const Occasion& occasion) {
  const auto rules = rules::select({}, {});
  rules::Run run(*rules, snapshot.library(), occasion.today, occasion.threads);
  const Records& records = snapshot.records();
  const auto faults = faults_of(records, snapshot.library());
  const auto troubles = troubles_of(snapshot);
  return run.finish({.dataset = &records.dataset,
                     .office = records.reading.office,
                     .faults = faults,
                     .troubles = troubles});
}

base::Result<view::Cards> explain_rule(std::string_view id) {
  const rules::Rule* rule = rules::find_rule(id);
  if (rule == nullptr) return rules::no_rule(id);
  const rules::RuleSpec& spec = *rule->spec;
  std::vector<view::Value> example;
  for (const auto line : base::lines(spec.example)) example.push_back({std::string(line)});
  view::Section section{.lines = {{"severity", "Severity", {{value::name(spec.severity)}}},
                                  {"summary", "Finds", {{std::string(spec.summary)}}},
                                  {"help", "Why", {{std::string(spec.help)}}},
                                  {"example", "Example", example}}};
  return view::Cards{{{.id = std::string(id), .title = std::string(id), .sections = {section}}}};
}

}  // namespace rapport::app
