#include "app/write.hpp"

#include "app/kept_acts.hpp"
#include "app/lowered_protection.hpp"
#include "app/snapshot.hpp"
#include "base/line_diff.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::app {
namespace {

bool is_in(std::span<const store::FileEdit> files, std::string_view path) {
  return std::ranges::any_of(files, [path](const auto& file) { return file.path == path; });
}

std::string place_and_message(const value::Finding& finding) {
  const value::Place& place = finding.place;
  std::string where = base::printable(path_of(finding));
  if (place.source != nullptr) {
    const auto at = value::line_column(place.source->text, place.offset);
    where += fmt::format(":{}:{}", at.line, at.column);
  }
  return fmt::format("{}: {} ({})", where, finding.message, finding.rule);
}

}  // namespace

base::Done check_findings(const Preview& preview, Refusing refusing, std::vector<Note>& notes) {
  constexpr std::size_t most = 10;
  std::vector<std::string> errors;
  for (const auto& finding : preview.new_findings())
    if (finding.severity == value::Severity::error &&
        (refusing == Refusing::anywhere || is_in(preview.files(), path_of(finding))))
      errors.push_back(place_and_message(finding));
    else
      notes.push_back({NoteCode::to_look_at, {finding.message, std::string(finding.rule)}});
  if (errors.empty()) return base::done();
  std::string what = fmt::format("this change would add {}", base::counted(errors.size(), "error"));
  for (std::size_t i = 0; i < std::min(most, errors.size()); ++i) what += "\n  " + errors[i];
  if (errors.size() > most) what += "\n  …";
  return base::Failure{base::Failing::data, what, "nothing was written"};
}

std::string difference(std::span<const store::FileEdit> files) {
  std::string shown;
  for (const store::FileEdit& file : files) {
    const std::string path = base::printable(file.path);
    shown += base::unified_diff(file.before ? "a/" + path : "/dev/null",
                                file.after ? "b/" + path : "/dev/null", file.before.value_or(""),
                                file.after.value_or(""));
  }
  return shown;
}

base::Result<Output> write(const Preview& preview, const store::Lock* lock,
                           const WriteRequest& request) {
  if (auto kept = check_acts_kept(preview); !kept) return kept.failure();
  std::vector<Note> notes;
  if (auto checked = check_findings(preview, request.refusing, notes); !checked)
    return checked.failure();
  add_lowered_protection(preview, notes);
  Output output{.basis = office_basis(preview.snapshot(), request.occasion.today),
                .content = std::string(),
                .notes = std::move(notes)};
  if (lock == nullptr) {
    output.content = difference(preview.files());
    return output;
  }
  if (!preview.files().empty())
    if (auto written = store::apply(*lock, preview.files()); !written) return written.failure();
  std::string said;
  for (const std::string& line : request.lines) said += line + "\n";
  output.content = std::move(said);
  return output;
}

base::Result<Output> write(const Snapshot& snapshot, const store::Lock* lock,
                           const WriteRequest& request) {
  const auto preview = Preview::make(snapshot, request.occasion, request.edit);
  if (!preview) return preview.failure();
  return write(**preview, lock, request);
}

}  // namespace rapport::app
