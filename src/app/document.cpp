#include "app/document.hpp"

#include "app/list.hpp"
#include "app/no_record.hpp"
#include "app/query_context.hpp"
#include "app/query_policy.hpp"
#include "app/recipient.hpp"
#include "app/records.hpp"
#include "app/templates.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "query/query.hpp"
#include "release/describe.hpp"
#include "release/release.hpp"
#include "store/revision.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <variant>

namespace rapport::app {
namespace {

using base::Failing;
using base::Failure;

/// What the release is for: the audience and the one who gets it, or the addressee of a letter.
/// `opened` is what the document shows to them for being about it, if there is such an engagement.
base::Result<release::Purpose> purpose_of(const Snapshot& snapshot, const DocumentRequest& request,
                                          const report::ReportSpec& spec,
                                          const model::Engagement* opened) {
  const model::Dataset& data = snapshot.records().dataset;
  release::Purpose purpose{.audience = request.occasion.audience,
                           .use = request.use.value_or(spec.use),
                           .on = request.occasion.today,
                           .words = request.purpose};
  if (opened != nullptr) {
    purpose.subject = opened;
    purpose.state = opened->country;
    if (spec.to_addressee && opened->communication) {
      purpose.recipient = data.partner(opened->communication->addressee);
      if (purpose.recipient == nullptr) return purpose;
      purpose.audience = release::audience_of(*purpose.recipient, data.engagement(opened->part_of));
      purpose.state = purpose.recipient->country;
      return purpose;
    }
  }
  if (auto narrowed = narrow(snapshot, request.to, purpose); !narrowed) return narrowed.failure();
  return purpose;
}

/// Of an engagement whose kind is not there or cannot be read, the rules say more.
base::Done check_kind(const model::Engagement& engagement, report::About about) {
  const report::Subject subject = report::subject_of(about);
  const auto& kinds = subject.kinds;
  if (!engagement.kind || std::ranges::find(kinds, *engagement.kind) != kinds.end())
    return base::done();
  std::string words;
  for (const auto kind : kinds)
    words += (words.empty() ? "" : ",") + std::string(value::word(kind));
  return Failure{Failing::usage, fmt::format("'{}' {}", engagement.head.id(), subject.refusal),
                 fmt::format("rapport list engagements kind:{}", words)};
}

/// The manifest stays in the repository, for everybody who has it.
base::Done check_purpose(const DocumentRequest& request, const release::Release& released) {
  if (!request.issue || request.purpose.empty()) return base::done();
  const auto person = released.find_person(request.purpose);
  if (!person) return base::done();
  return Failure{
      Failing::refused,
      fmt::format(
          "--purpose contains a name, number or address of '{}', and the manifest would keep it",
          person->record),
      fmt::format("write {}", person->record)};
}

class DocumentMaker {
 public:
  DocumentMaker(const DocumentRequest& request, const report::ReportSpec& spec,
                const model::Engagement* subject, Basis basis, Preflight& preflight)
      : request_(request),
        spec_(spec),
        subject_(subject),
        basis_(std::move(basis)),
        preflight_(preflight) {}

  base::Result<Output> make() {
    const release::Release& released = basis_.released();
    if (subject_ != nullptr) {
      ids_.push_back({subject_->head.index});
      if (const auto seen = released.gate().visible(*subject_); !seen.shows())
        return not_for_audience(subject_->head, seen.reason);
      if (auto right = check_kind(*subject_, spec_.about); !right) return right.failure();
    }
    if (auto may = check_purpose(request_, released); !may) return may.failure();
    if (auto found = find_records(); !found) return found.failure();
    const Snapshot& snapshot = basis_.snapshot();
    if (auto can = snapshot.can_answer(ids_); !can) return can.failure();
    if (auto right = preflight_.check_used(ids_); !right) return right.failure();
    auto document = make_document();
    if (!document) return document.failure();
    // Only the document knows of what else it prints a line.
    if (auto can = snapshot.can_answer(document->quoted); !can) return can.failure();
    if (auto right = preflight_.check_quoted(document->quoted); !right) return right.failure();
    return output_of(std::move(*document));
  }

 private:
  base::Done find_records() {
    // A value that cannot be read may be what such a report is about.
    if (spec_.about == report::About::repository) return basis_.snapshot().all_values_are_read();
    if (spec_.about != report::About::partners) return base::done();
    const query::Context context = context_of(basis_);
    const auto query = query::compile(request_.query, model::RecordKind::partner, context);
    if (!query) return query.failure();
    if (auto may = check_query_allowed(*query, request_.occasion.audience); !may) return may;
    has_free_text_ = query->has_free_text();
    if (const auto* head = context.faults->in_the_way(*query, context))
      return value_cannot_be_read(*head);
    auto hits = query::list(*query, context);
    for (const auto& hit : hits)
      if (hit.is_maybe && hit.record->has_errors) return value_cannot_be_read(*hit.record);
    if (query->reveals(value::Reveals::identity)) drop_unnamed(hits, basis_.released());
    for (const auto& hit : hits) {
      if (hit.is_maybe)
        ++maybes_;
      else
        ids_.push_back({hit.record->index});
    }
    return base::done();
  }

  base::Result<report::Document> make_document() {
    const std::string& root = basis_.snapshot().root();
    name_ = request_.subject.empty() ? std::string(request_.report) : request_.subject;
    report::Provenance provenance{.today = request_.occasion.today};
    if (spec_.about == report::About::repository) provenance.edition.clear();  // it has none
    if (request_.issue) {
      edition_ = next_edition(root, name_, basis_.released().purpose().audience);
      provenance.edition = fmt::format("edition {}", edition_);
      revision_ = revision();
      provenance.revision = revision_.commit;
    }
    const Templates templates(root);
    auto made = spec_.make({.released = basis_.released(),
                            .templates = templates,
                            .provenance = provenance,
                            .language = request_.language,
                            .subject = request_.subject,
                            .ids = ids_,
                            .until = request_.until,
                            .staff = request_.staff});
    marked_templates_ = templates.with_byte_order_mark();
    return made;
  }

  /// Of the records as they were read, with the office's own rows.
  store::Revision revision() const {
    const auto& reading = basis_.snapshot().records().reading;
    std::vector<const value::Source*> read;
    if (const auto* office = reading.office) read.push_back(office->head.source);
    for (const auto* partner : reading.partners) read.push_back(partner->head.source);
    for (const auto* each : reading.engagements) read.push_back(each->head.source);
    for (const auto& file : basis_.snapshot().library().own_files()) read.push_back(file.source);
    return store::find_revision(basis_.snapshot().root(), read);
  }

  Output output_of(report::Document document) {
    Output output{.basis = basis_, .content = {}, .notes = notes_of(document)};
    if (request_.issue) output.manifest = manifest_of(document);
    std::visit([&](auto& content) { output.content = std::move(content); }, document.content);
    output.check_sheet = std::move(document.check_sheet);
    output.counts = std::move(document.counts);
    output.states_counts = spec_.about == report::About::repository;
    return output;
  }

  Manifest manifest_of(const report::Document& document) const {
    const release::Release& released = basis_.released();
    Manifest manifest{.document = name_,
                      .report = std::string(request_.report),
                      .audience = released.purpose().audience,
                      .to = request_.to,
                      .use = released.purpose().use,
                      .purpose = request_.purpose,
                      .edition = edition_,
                      .date = request_.occasion.today,
                      .revision = revision_.commit,
                      .unknown_because = revision_.unknown,
                      .counts = document.counts,
                      .records = document.ids};
    if (has_free_text_ || released.find_person(request_.query))
      manifest.query_digest = base::blake2b_256(request_.query);
    else
      manifest.query = request_.query;
    for (const auto& [reason, count] : released.withheld().by_reason())
      manifest.withheld.emplace_back(release::word(reason), count);
    std::ranges::sort(manifest.records);
    return manifest;
  }

  std::vector<Note> notes_of(const report::Document& document) const {
    std::vector<Note> notes;
    const auto& withheld = basis_.released().withheld();
    if (withheld.total() != 0)
      notes.push_back(
          {NoteCode::withheld,
           {std::to_string(withheld.total()), base::join(reasons_withheld(withheld), ", ")}});
    if (!revision_.unknown.empty())
      notes.push_back({NoteCode::no_revision, {revision_.unknown, revision_.detail}});
    for (const std::string& path : marked_templates_)
      notes.push_back({NoteCode::byte_order_mark, {path}});
    if (maybes_ != 0) notes.push_back({NoteCode::left_out, {std::to_string(maybes_)}});
    for (const auto& remark : document.remarks)
      notes.push_back({NoteCode::remark, {remark.code, base::join(remark.details, ", ")}});
    return notes;
  }

  const DocumentRequest& request_;
  const report::ReportSpec& spec_;
  const model::Engagement* subject_;  // null where the report is not about one engagement
  Basis basis_;
  Preflight& preflight_;
  std::vector<model::RecordId> ids_;
  std::vector<std::string> marked_templates_;
  std::size_t maybes_ = 0;
  bool has_free_text_ = false;
  std::string name_;
  unsigned edition_ = 0;
  store::Revision revision_;
};

}  // namespace

base::Result<Output> document(const Snapshot& snapshot, const DocumentRequest& request,
                              Preflight& preflight) {
  const report::ReportSpec& spec = report::spec_of(request.report);
  const model::Engagement* subject = nullptr;
  if (!request.subject.empty()) {
    subject = snapshot.records().dataset.engagement(request.subject);
    if (subject == nullptr)
      return no_record(snapshot, request.subject, model::RecordKind::engagement);
  }
  auto purpose =
      purpose_of(snapshot, request, spec, report::subject_of(spec.about).opens ? subject : nullptr);
  if (!purpose) return purpose.failure();
  return DocumentMaker(request, spec, subject, Basis(snapshot, std::move(*purpose)), preflight)
      .make();
}

}  // namespace rapport::app
