#include "cli/document.hpp"

#include "base/digest.hpp"
#include "base/files.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "cli/answer/context.hpp"
#include "cli/answer/guard.hpp"
#include "cli/answer/show.hpp"
#include "cli/answer/used.hpp"
#include "cli/deliver.hpp"
#include "cli/manifest.hpp"
#include "cli/recipient.hpp"
#include "cli/records.hpp"
#include "cli/session.hpp"
#include "cli/stream.hpp"
#include "cli/templates.hpp"
#include "query/query.hpp"
#include "release/describe.hpp"
#include "release/released.hpp"
#include "store/apply.hpp"
#include "store/revision.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::cli {
namespace {

using base::Failing;
using base::Failure;

class HandOut {
 public:
  HandOut(Session& session, const DocumentRequest& request, const report::ReportSpec& spec)
      : session_(session), request_(request), spec_(spec), records_(*session.records()) {}

  base::Result<Exit> run() {
    auto purpose = find_purpose();
    if (!purpose) return purpose.failure();
    release::Released& released = session_.released(std::move(*purpose));
    if (const auto* subject = released.purpose().subject)
      if (const auto seen = released.gate().visible(*subject); !seen.shows())
        return not_for_audience(subject->head, seen.reason);
    if (auto may = check_purpose(released); !may) return may.failure();
    if (auto found = find_records(released); !found) return found.failure();
    if (auto can = session_.can_answer(ids_); !can) return can.failure();
    if (auto right = check_used(session_, ids_); !right) return right.failure();
    auto document = make(released);
    if (!document) return document.failure();
    // Only the document knows of what else it prints a line.
    if (auto can = session_.can_answer(document->quoted); !can) return can.failure();
    if (auto right = check_quoted(session_, document->quoted); !right) return right.failure();
    auto bytes = std::visit([&](const auto& content) { return rendered(session_, content); },
                            document->content);
    if (!bytes) return bytes.failure();
    auto beside = files_beside(*document);
    if (!beside) return beside.failure();
    const Manifest manifest = manifest_of(released, *document, *bytes);
    auto notes = notes_of(released, *document, *beside, manifest);
    if (!notes) return notes.failure();
    Output output{.released = released,
                  .content = std::move(*bytes),
                  .beside = std::move(*beside),
                  .notes = std::move(*notes)};
    auto delivered =
        request_.issue ? issue(std::move(output), manifest) : deliver(session_, output);
    if (!delivered) return delivered.failure();
    return has_any(*document, request_.fail_on) ? Exit::findings : Exit::fine;
  }

 private:
  base::Result<release::Purpose> find_purpose() {
    release::Purpose purpose{.audience = session_.audience(),
                             .use = request_.use,
                             .on = session_.today(),
                             .words = request_.purpose};
    if (request_.subject.empty()) return narrowed(std::move(purpose));
    purpose.subject = records_.dataset.engagement(request_.subject);
    if (purpose.subject == nullptr)
      return no_record(session_, request_.subject, model::RecordKind::engagement);
    ids_.push_back({purpose.subject->head.index});
    purpose.state = purpose.subject->country;
    if (!request_.to_addressee || !purpose.subject->communication)
      return narrowed(std::move(purpose));
    purpose.recipient = records_.dataset.partner(purpose.subject->communication->addressee);
    if (purpose.recipient == nullptr) return purpose;
    purpose.audience = release::audience_of(*purpose.recipient,
                                            records_.dataset.engagement(purpose.subject->part_of));
    purpose.state = purpose.recipient->country;
    return purpose;
  }

  base::Result<release::Purpose> narrowed(release::Purpose purpose) const {
    if (auto narrow = cli::narrow(session_, request_.to, purpose); !narrow) return narrow.failure();
    return purpose;
  }

  /// The manifest stays in the repository, for everybody who has it.
  base::Done check_purpose(const release::Released& released) const {
    if (!request_.issue || request_.purpose.empty()) return base::done();
    const auto person = released.find_person(request_.purpose);
    if (!person) return base::done();
    return Failure{
        Failing::refused,
        fmt::format("--purpose holds a name, number or address of '{}', and the manifest "
                    "would keep it",
                    person->record),
        fmt::format("write {}", person->record)};
  }

  base::Done find_records(release::Released& released) {
    // A value that cannot be read may be what such a report is about.
    if (spec_.about == report::About::repository) return session_.all_values_are_read();
    if (spec_.about != report::About::partners) return base::done();
    const query::Context context = context_of(session_, released);
    const auto query = query::compile(request_.query, model::RecordKind::partner, context);
    if (!query) return query.failure();
    if (auto may = may_ask(*query, session_.audience()); !may) return may;
    has_free_text_ = query->has_free_text();
    if (const auto* head = records_.faults.in_the_way(*query, context))
      return value_cannot_be_read(*head);
    auto hits = query::list(*query, context);
    for (const auto& hit : hits)
      if (hit.is_maybe && hit.record->has_errors) return value_cannot_be_read(*hit.record);
    if (query->reveals(value::Reveals::identity)) keep_named(hits, context, released);
    for (const auto& hit : hits) {
      if (hit.is_maybe)
        ++maybes_;
      else
        ids_.push_back({hit.record->index});
    }
    return base::done();
  }

  base::Result<report::Document> make(release::Released& released) {
    name_ = request_.subject.empty() ? std::string(request_.report) : request_.subject;
    report::Provenance provenance{.today = session_.today()};
    if (spec_.about == report::About::repository) provenance.edition.clear();  // it has none
    if (request_.issue) {
      edition_ = next_edition(session_.root(), name_, released.purpose().audience);
      provenance.edition = fmt::format("edition {}", edition_);
      revision_ = revision();
      provenance.revision = revision_.commit;
    }
    const Templates templates(session_.root());
    return spec_.make({.released = released,
                       .templates = templates,
                       .provenance = provenance,
                       .language = request_.language,
                       .subject = request_.subject,
                       .ids = ids_,
                       .until = request_.until});
  }

  static bool has_any(const report::Document& document, std::string_view counted) {
    return std::ranges::any_of(document.counts, [&](const auto& count) {
      return count.first == counted && count.second != 0;
    });
  }

  /// The check sheet is the office's own, and stands beside the file.
  base::Result<std::vector<OfficeFile>> files_beside(const report::Document& document) {
    std::vector<OfficeFile> files;
    const std::string& output = session_.globals().output;
    if (output.empty()) return files;
    for (const report::Beside& beside : document.beside) {
      auto markdown = rendered(session_, beside.sheet, {.format = "markdown", .to_screen = true});
      if (!markdown) return markdown.failure();
      files.push_back({check_path(output), std::move(*markdown)});
    }
    return files;
  }

  /// What is printed beside the document. Of a check sheet that was written, the most important;
  /// else all of it.
  base::Result<std::vector<Note>> notes_of(const release::Released& released,
                                           const report::Document& document,
                                           std::span<const OfficeFile> files,
                                           const Manifest& manifest) const {
    std::vector<Note> notes;
    for (const OfficeFile& file : files)
      notes.push_back(
          {fmt::format("check before sending ({}):", base::printable(file.path)), true});
    for (const report::Beside& beside : document.beside) {
      auto text = rendered(session_, files.empty() ? beside.sheet : beside.told,
                           {.format = "text", .to_screen = true});
      if (!text) return text.failure();
      notes.push_back({std::string(base::trim(*text)), true});
    }
    add_counts(notes, released, document, request_.issue ? path_of(manifest) : std::string{});
    return notes;
  }

  static std::string check_path(const std::string& output) {
    return output.substr(0, output.size() - suffix_of(output).size()) + ".check.md";
  }

  /// Of the records as they were read, with the office's own rows.
  store::Revision revision() const {
    std::vector<const value::Source*> read;
    if (const auto* office = records_.reading.office) read.push_back(office->head.source);
    for (const auto* partner : records_.reading.partners) read.push_back(partner->head.source);
    for (const auto* each : records_.reading.engagements) read.push_back(each->head.source);
    for (const auto& file : session_.library().own_files()) read.push_back(file.source);
    return store::find_revision(session_.root(), read);
  }

  base::Done issue(Output output, const Manifest& manifest) {
    const auto lock = session_.lock();
    if (!lock) return lock.failure();
    const std::string text = text_of(manifest);
    const std::string path = path_of(manifest);
    if (base::is_there(session_.root() + "/" + path))
      return Failure{Failing::environment,
                     fmt::format("edition {} was issued meanwhile: '{}'", edition_, path),
                     "nothing was written; run the command again"};
    const store::FileEdit edit{path, {}, text};
    const Issue issue{**lock, edit};
    output.issue = &issue;
    return deliver(session_, output);
  }

  Manifest manifest_of(const release::Released& released, const report::Document& document,
                       const std::string& bytes) const {
    Manifest manifest{.document = name_,
                      .report = std::string(request_.report),
                      .audience = released.purpose().audience,
                      .to = request_.to,
                      .use = released.purpose().use,
                      .purpose = request_.purpose,
                      .edition = edition_,
                      .date = session_.today(),
                      .revision = revision_.commit,
                      .unknown_because = revision_.unknown,
                      .digest = base::blake2b_256(bytes),
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

  void add_counts(std::vector<Note>& notes, const release::Released& released,
                  const report::Document& document, const std::string& manifest) const {
    std::vector<std::string> counts;
    for (const auto& [what, count] : document.counts)
      if (count != 0 || counts.empty()) counts.push_back(counted(what, count));
    const std::string& output = session_.globals().output;
    if (!output.empty())
      notes.push_back({fmt::format(
          "wrote {}: {}{}", base::printable(output), base::join(counts, ", "),
          manifest.empty() ? std::string{}
                           : fmt::format("; edition {} (manifest: {})", edition_, manifest))});
    else if (!manifest.empty())
      notes.push_back({fmt::format("edition {} (manifest: {})", edition_, manifest)});
    else if (spec_.about == report::About::repository)
      notes.push_back({base::join(counts, ", ")});
    std::vector<std::string> reasons;
    for (const auto& [reason, count] : released.withheld().by_reason())
      reasons.push_back(
          fmt::format("{} ({})", base::replace_all(release::word(reason), "-", " "), count));
    if (!reasons.empty())
      notes.push_back(
          {fmt::format("withheld {}: {}", released.withheld().total(), base::join(reasons, ", "))});
    if (!revision_.unknown.empty())
      notes.push_back(
          {fmt::format("the manifest has no revision: {}{}", revision_.unknown,
                       revision_.detail.empty() ? "" : fmt::format(" ({})", revision_.detail))});
    if (maybes_ != 0)
      notes.push_back(
          {fmt::format("left out {}: a date of theirs is not known precisely enough", maybes_)});
    for (const auto& remark : document.remarks)
      notes.push_back({fmt::format("{}: {}", base::replace_all(remark.code, "-", " "),
                                   base::join(remark.details, ", "))});
  }

  /// "1 partner", "2 mandates": the names of counts are plurals.
  static std::string counted(std::string_view what, std::size_t count) {
    std::string name(what);
    if (count == 1 && name.ends_with('s')) name.pop_back();
    return fmt::format("{} {}", count, name);
  }

  Session& session_;
  const DocumentRequest& request_;
  const report::ReportSpec& spec_;
  const Records& records_;
  std::vector<model::RecordId> ids_;
  std::size_t maybes_ = 0;
  bool has_free_text_ = false;
  std::string name_;
  unsigned edition_ = 0;
  store::Revision revision_;
};

}  // namespace

base::Result<Exit> hand_out(Session& session, const DocumentRequest& request) {
  // An edition is made from what is in the records until its manifest lies there.
  if (request.issue)
    if (const auto lock = session.lock(); !lock) return lock.failure();
  if (auto opened = session.open(Needs::records); !opened) return opened.failure();
  return HandOut(session, request, report::spec_of(request.report)).run();
}

}  // namespace rapport::cli
