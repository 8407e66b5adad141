#include "app/set.hpp"

#include "app/no_record.hpp"
#include "app/output.hpp"
#include "app/query_context.hpp"
#include "app/record_edits.hpp"
#include "app/records.hpp"
#include "app/write.hpp"
#include "base/text.hpp"
#include "model/record_type.hpp"
#include "query/query.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace rapport::app {
namespace {

using base::Failing;
using base::Failure;
using model::RecordHeader;
using model::RecordKind;

struct Selection {
  std::vector<const RecordHeader*> records;
  std::size_t maybes = 0;
};

std::string_view field_of_path(const Assignment& assignment) {
  return std::string_view(assignment.path)
      .substr(0, std::string_view(assignment.path).find_first_of(".["));
}

/// Records of that kind have all these fields.
bool have_fields(RecordKind kind, std::span<const Assignment> assignments) {
  const auto rows = query::record_type(kind).rows().rows;
  return std::ranges::all_of(assignments, [&](const Assignment& each) {
    return std::ranges::count(rows, field_of_path(each), &value::Field::name) != 0;
  });
}

std::vector<RecordKind> kinds_of(const SetRequest& request) {
  if (request.kind) return {*request.kind};
  std::vector<RecordKind> kinds;
  for (const auto kind : {RecordKind::partner, RecordKind::engagement})
    if (have_fields(kind, request.assignments)) kinds.push_back(kind);
  if (kinds.empty()) return {RecordKind::partner, RecordKind::engagement};
  return kinds;
}

base::Done add_found(const Snapshot& snapshot, const query::Query& query,
                     const query::Context& context, Selection& selection) {
  if (const auto* head = context.faults->in_the_way(query, context))
    return value_cannot_be_read(*head);
  std::vector<model::RecordId> ids;
  for (const auto& hit : query::list(query, context)) {
    if (hit.is_maybe) {
      ++selection.maybes;
      continue;
    }
    selection.records.push_back(hit.record);
    ids.push_back({hit.record->index});
  }
  return snapshot.can_answer(ids);
}

/// Of the kinds that the query can be asked of.
base::Result<Selection> find(const Snapshot& snapshot, const SetRequest& request) {
  const Basis basis = office_basis(snapshot, request.occasion.today);
  Selection selection;
  std::optional<Failure> mistake;
  bool is_asked = false;
  for (const RecordKind kind : kinds_of(request)) {
    query::Context context = context_of(basis);
    auto query = query::compile(*request.query, kind, context);
    if (!query) {
      if (!mistake) mistake = query.failure();
      continue;
    }
    is_asked = true;
    context.reads_case_of_part = query->reads_case_of_part();
    if (auto added = add_found(snapshot, *query, context, selection); !added)
      return added.failure();
  }
  if (!is_asked) return *mistake;
  return selection;
}

base::Result<Selection> choose(const Snapshot& snapshot, const SetRequest& request) {
  if (request.query) return find(snapshot, request);
  Selection selection;
  for (const std::string& id : request.ids) {
    const auto record = find_one(snapshot, id);
    if (!record) return record.failure();
    if (std::ranges::count(selection.records, *record) == 0) selection.records.push_back(*record);
  }
  return selection;
}

/// With the assignment and, of several records, the one it cannot be made in.
Failure in_context(Failure failure, const RecordHeader& record, bool is_alone) {
  if (!is_alone) failure.what = fmt::format("{}: {}", record.id(), failure.what);
  return failure;
}

struct SetPreview {
  std::shared_ptr<const Preview> preview;
  SetPlan plan;
  std::vector<Note> notes = {};
};

base::Result<SetPreview> make_all(const Snapshot& snapshot, const SetRequest& request) {
  const auto selection = choose(snapshot, request);
  if (!selection) return selection.failure();
  RecordEdits edits(snapshot);
  for (const RecordHeader* record : selection->records)
    for (const Assignment& assignment : request.assignments)
      if (auto made = edits.at(*record).make(assignment); !made)
        return in_context(made.failure(), *record, selection->records.size() == 1);
  auto preview = edits.preview(request.occasion);
  if (!preview) return preview.failure();
  if (auto checked = check_typed(**preview, request.assignments); !checked)
    return checked.failure();
  SetPreview planned{
      .preview = std::move(*preview),
      .plan = {
          .lines = edits.lines(), .found = selection->records.size(), .changed = edits.changed()}};
  auto& lines = planned.plan.lines;
  if (lines.empty()) {
    lines = edits.unchanged();
    lines.emplace_back("nothing was changed");
  }
  for (const store::FileEdit& file : planned.preview->files())
    if (!file.before) lines.push_back(fmt::format("moved to {}", file.path));
  if (request.query)
    lines.push_back(fmt::format("changed {} of the {} found",
                                base::counted(planned.plan.changed, "record"), planned.plan.found));
  if (selection->maybes != 0)
    planned.notes.push_back({NoteCode::left_out, {std::to_string(selection->maybes)}});
  for (std::string& field : edits.detached())
    planned.notes.push_back({NoteCode::follows_no_longer, {std::move(field)}});
  return planned;
}

}  // namespace

base::Result<SetPlan> plan_set(const Snapshot& snapshot, const SetRequest& request) {
  auto planned = make_all(snapshot, request);
  if (!planned) return planned.failure();
  return std::move(planned->plan);
}

base::Result<Output> set(const Snapshot& snapshot, const store::Lock* lock,
                         const SetRequest& request) {
  const auto planned = make_all(snapshot, request);
  if (!planned) return planned.failure();
  auto output = write(*planned->preview, lock,
                      {.occasion = request.occasion, .edit = {}, .lines = planned->plan.lines});
  if (output)
    output->notes.insert(output->notes.end(), planned->notes.begin(), planned->notes.end());
  return output;
}

}  // namespace rapport::app
