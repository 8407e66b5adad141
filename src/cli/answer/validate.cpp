#include "cli/answer/validate.hpp"

#include "base/text.hpp"
#include "cli/answer/show.hpp"
#include "cli/records.hpp"
#include "cli/session.hpp"
#include "reference/library.hpp"
#include "rules/engine/run.hpp"
#include "rules/engine/show.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <climits>
#include <cstdlib>
#include <deque>

namespace rapport::cli {
namespace {

/// The faults of records, and of the office's own rows of the reference data.
std::vector<value::FoundFault> faults_of(const Records& records, const reference::Library& rows) {
  std::vector<value::FoundFault> faults = records.reading.faults;
  for (const auto& file : rows.own_files()) {
    for (const yaml::Fault& fault : {file.parsed.warning, file.parsed.error})
      if (fault.problem != yaml::Problem::none)
        faults.push_back({file.source, {fault.problem, fault.offset, fault.length}});
    for (const value::Fault& fault : file.faults) faults.push_back({file.source, fault});
  }
  return faults;
}

/// Those of reference/ too.
std::vector<value::PathTrouble> troubles_of(const Session& session, const Records& records) {
  std::vector<value::PathTrouble> troubles = records.reading.troubles;
  const auto own = session.reference_troubles();
  troubles.insert(troubles.end(), own.begin(), own.end());
  return troubles;
}

/// The paths, from the repository's root, of a file, a record's id or a folder; none when there is
/// nothing of that name.
std::vector<std::string_view> paths_of(std::string_view named, const Records& records,
                                       std::span<const value::FoundFault> faults,
                                       std::span<const value::PathTrouble> troubles) {
  if (const auto* head = records.dataset.find(named)) return {head->source->path};
  if (named == "rapport.yaml") return {named};
  std::vector<std::string_view> paths;
  while (named.ends_with('/')) named.remove_suffix(1);
  const std::string folder = std::string(named) + "/";
  const auto add = [&](std::string_view path, std::string_view stem) {
    if (path == named || stem == named || path.starts_with(folder)) paths.push_back(path);
  };
  for (std::uint32_t i = 0; i < records.dataset.size(); ++i)
    add(records.dataset.head(i).source->path, {});
  for (const auto& found : faults) add(found.source->path, found.source->stem);
  for (const auto& trouble : troubles) add(trouble.path, {});
  return paths;
}

/// A file or folder named from where we are, as findings name it; else the name as it is.
std::string from_root(const std::string& named, const std::string& root) {
  char resolved[PATH_MAX];
  if (::realpath(named.c_str(), resolved) == nullptr) return named;
  const std::string_view full = resolved;
  return full.starts_with(root + "/") ? std::string(full.substr(root.size() + 1)) : named;
}

/// A check that did not run is named: nothing found is an answer only of those that did.
std::vector<view::Skipped> skipped(const ValidateRequest& request) {
  std::vector<view::Skipped> skipped;
  if (!request.only.empty()) skipped.push_back({"all other rules", "not among --only"});
  if (!request.skip.empty())
    skipped.push_back({base::join(request.skip, ", "), "asked for with --skip"});
  return skipped;
}

}  // namespace

base::Result<view::Findings> validate(Session& session, const ValidateRequest& request) {
  auto chosen = rules::select(request.only, request.skip);
  if (!chosen) return chosen.failure();
  rules::Run run(std::move(*chosen), session.library(), session.today(), session.globals().threads);
  const store::OnRecord watch{&run, &rules::Run::on_partner, &rules::Run::on_engagement};
  if (auto read = session.read_records(watch); !read) return read.failure();
  const Records& records = *session.records();
  const auto faults = faults_of(records, session.library());
  const auto troubles = troubles_of(session, records);
  std::vector<std::string_view> paths;
  std::deque<std::string> names;
  for (const std::string& named : request.about) {
    const std::string& name = names.emplace_back(from_root(named, session.root()));
    const auto about = paths_of(name, records, faults, troubles);
    if (about.empty()) return no_record(session, named);
    paths.insert(paths.end(), about.begin(), about.end());
  }
  auto findings = run.finish({.dataset = &records.dataset,
                              .office = records.reading.office,
                              .faults = faults,
                              .troubles = troubles});
  if (!paths.empty()) rules::keep_only(findings, paths);
  view::Findings shown =
      rules::show(findings, run.rules(), request.excerpts || session.terminal().out_is_terminal);
  shown.checked = {{records.dataset.partners().size(), "partner", "partners"},
                   {records.dataset.engagements().size(), "engagement", "engagements"}};
  if (records.reading.office == nullptr)
    shown.skipped.push_back({"what rapport.yaml sets",
                             "it could not be read: deadlines are the usual "
                             "ones, and delegations were not checked"});
  for (auto& each : skipped(request)) shown.skipped.push_back(std::move(each));
  return shown;
}

base::Result<view::Findings> check(Session& session, std::span<const model::Head* const> used) {
  if (used.empty()) return view::Findings{};  // to a run, no records would be all of them
  auto rules = rules::select({}, {});
  if (!rules) return rules.failure();
  rules::Run run(std::move(*rules), session.library(), session.today(), session.globals().threads);
  const Records& records = *session.records();
  const auto faults = faults_of(records, session.library());
  const auto troubles = troubles_of(session, records);
  auto findings = run.finish({.dataset = &records.dataset,
                              .office = records.reading.office,
                              .faults = faults,
                              .troubles = troubles,
                              .records = used});
  // The faults and troubles of all files were needed to know which ids cannot be read.
  std::erase_if(findings, [&](const value::Finding& finding) {
    return std::ranges::none_of(
        used, [&](const model::Head* head) { return head->source->path == finding.path; });
  });
  view::Findings shown = rules::show(findings, run.rules(), session.terminal().err_is_terminal);
  const auto partners = static_cast<std::size_t>(std::ranges::count(
      used, model::RecordKind::partner, [](const model::Head* head) { return head->kind; }));
  shown.checked = {{partners, "partner", "partners"},
                   {used.size() - partners, "engagement", "engagements"}};
  return shown;
}

base::Result<view::Cards> explain(std::string_view id) {
  const rules::Rule* rule = rules::find_rule(id);
  if (rule == nullptr) return rules::no_rule(id);
  const rules::RuleSpec& spec = *rule->spec;
  const char* severity = spec.severity == value::Severity::error     ? "error"
                         : spec.severity == value::Severity::warning ? "warning"
                                                                     : "note";
  std::vector<view::Value> example;
  for (const auto line : base::lines(spec.example)) example.push_back({std::string(line)});
  view::Section section{.lines = {{"severity", "Severity", {{severity}}},
                                  {"summary", "Finds", {{std::string(spec.summary)}}},
                                  {"help", "Why", {{std::string(spec.help)}}},
                                  {"example", "Example", example}}};
  return view::Cards{{{.id = std::string(id), .title = std::string(id), .sections = {section}}},
                     {}};
}

}  // namespace rapport::cli
