#include "app/preflight.hpp"

#include "app/records.hpp"
#include "app/validate.hpp"
#include "base/shell.hpp"
#include "base/text.hpp"
#include "model/matter.hpp"

#include <fmt/format.h>

#include <set>

namespace rapport::app {
namespace {

/// What each record refers to, as marks by index: the dataset itself knows only the way back.
class References {
 public:
  explicit References(const model::Dataset& data) : data_(data), is_used_(data.size(), false) {}

  void use(const model::RecordHeader& head) { is_used_[head.index] = true; }

  /// Everything that the records marked now refer to.
  void follow() {
    std::vector<bool> from = is_used_;
    for (std::uint32_t i = 0; i < data_.size(); ++i)
      for (const auto& back : data_.used_by(data_.head(i)))
        if (from[back.from->index]) is_used_[i] = true;
  }

  std::vector<const model::RecordHeader*> used() const {
    std::vector<const model::RecordHeader*> heads;
    for (std::uint32_t i = 0; i < data_.size(); ++i)
      if (is_used_[i]) heads.push_back(&data_.head(i));
    return heads;
  }

 private:
  const model::Dataset& data_;
  std::vector<bool> is_used_;
};

std::vector<const model::RecordHeader*> used(const model::Dataset& data,
                                             std::span<const model::RecordId> asked) {
  References references(data);
  for (const auto record : asked) {
    const model::RecordHeader& head = data.head(record.index);
    references.use(head);
    if (head.kind != model::RecordKind::engagement) continue;
    // A letter says of its case what it does not say itself, so who is named there is named here.
    if (const auto* matter = model::case_of(data, data.engagement(head)))
      references.use(matter->head);
  }
  references.follow();
  return references.used();
}

std::string counted(std::size_t count, value::Severity severity) {
  return base::counted(count, value::name(severity));
}

/// "2 warnings, 1 note"; empty when there is neither.
std::string lesser(const view::Findings& findings) {
  std::vector<std::string> counts;
  for (const auto severity : {value::Severity::warning, value::Severity::note})
    if (const auto count = view::count(findings, severity); count != 0)
      counts.push_back(counted(count, severity));
  return base::join(counts, ", ");
}

/// The command that shows these findings: with the records and files they are in, where those are
/// few.
std::string command(const view::Findings& findings, const model::Dataset& data) {
  constexpr std::size_t few = 4;
  std::set<std::string_view> ids;
  for (const auto& finding : findings.findings) {
    const std::string& path = finding.place.path;
    const std::string& record = finding.place.record;
    // Of two records with one id the second is not found by it.
    const model::RecordHeader* head = data.find(record);
    ids.insert(head != nullptr && head->source->path == path ? record : path);
  }
  std::string command = "rapport validate";
  if (ids.size() <= few)
    for (const auto id : ids) command += fmt::format(" {}", base::shell_word(id));
  return command;
}

}  // namespace

base::Done Preflight::no_errors(view::Findings found) {
  const auto errors = view::count(found, value::Severity::error);
  if (errors == 0) return base::done();
  std::erase_if(found.findings,
                [](const auto& finding) { return finding.severity != value::Severity::error; });
  errors_ = std::move(found);
  return base::Failure{
      base::Failing::data,
      fmt::format("nothing was written: {} in the records used",
                  counted(errors, value::Severity::error)),
      "correct the errors above; `rapport validate --explain RULE` explains a rule"};
}

base::Done Preflight::check_used(std::span<const model::RecordId> asked) {
  const model::Dataset& data = snapshot_.records().dataset;
  auto found = check(snapshot_, occasion_, used(data, asked), excerpts_);
  if (!found) return found.failure();
  const auto counts = lesser(*found);
  const bool has_errors = view::count(*found, value::Severity::error) != 0;
  if (!has_errors && !counts.empty())
    notes_.push_back({NoteCode::findings, {counts, command(*found, data)}});
  return no_errors(std::move(*found));
}

base::Done Preflight::check_quoted(std::span<const model::RecordId> quoted) {
  if (quoted.empty()) return base::done();
  std::vector<const model::RecordHeader*> heads;
  for (const auto record : quoted) heads.push_back(&snapshot_.records().dataset.head(record.index));
  auto found = check(snapshot_, occasion_, heads, excerpts_);
  if (!found) return found.failure();
  return no_errors(std::move(*found));
}

}  // namespace rapport::app
