#include "app/snapshot.hpp"

#include "app/records.hpp"
#include "base/unicode.hpp"
#include "reference/fill.hpp"
#include "store/layout.hpp"
#include "store/texts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::app {

using base::Failing;
using base::Failure;

namespace {

/// "'partners/ngos/a.yaml' cannot be read", or how many, and the first of them.
std::string unusable(std::span<const std::string> paths, std::string_view one,
                     std::string_view several) {
  constexpr std::size_t shown = 5;
  if (paths.size() == 1) return fmt::format("'{}' {}", base::printable(paths.front()), one);
  std::string what = fmt::format("{} files {}", paths.size(), several);
  for (std::size_t i = 0; i < std::min(shown, paths.size()); ++i)
    what += "\n  " + base::printable(paths[i]);
  if (paths.size() > shown) what += "\n  …";
  return what;
}

Failure cannot_be_read(std::span<const std::string> paths) {
  return {Failing::data, unusable(paths, "cannot be read", "cannot be read"),
          "`rapport validate` shows why; the output might need them"};
}

/// Whatever is asked of one of two records with one id, or said of it by another record, it may be
/// the other that is meant.
base::Done are_alone(const model::Dataset& data, std::span<const model::RecordId> records) {
  if (data.duplicates().empty()) return base::done();
  std::vector<const model::RecordHeader*> second(data.size(),
                                                 nullptr);  // by who is about one of the two
  for (const std::uint32_t index : data.duplicates()) {
    const model::RecordHeader& head = data.head(index);
    const model::RecordHeader& first = *data.find(head.id());
    second[index] = second[first.index] = &head;
    for (const auto& use : data.used_by(first)) second[use.from->index] = &head;
  }
  for (const auto record : records)
    if (const model::RecordHeader* head = second[record.index]; head != nullptr)
      return Failure{Failing::data,
                     fmt::format("'{}' is the id of two records, '{}' and '{}'", head->id(),
                                 base::printable(data.find(head->id())->source->path),
                                 base::printable(head->source->path)),
                     fmt::format("rename one of the two; see `rapport validate {}`", head->id())};
  return base::done();
}

}  // namespace

std::shared_ptr<const Reference> read_reference(const std::string& root) {
  auto reference = std::make_shared<Reference>();
  reference->root = root;
  if (root.empty()) return reference;
  for (const value::Source* source : store::read_reference(root, reference->troubles))
    reference->library.add(*source);
  return reference;
}

std::shared_ptr<const Reference> read_reference(const std::string& root,
                                                const store::Texts& texts) {
  auto reference = std::make_shared<Reference>();
  reference->root = root;
  for (const value::Source* source : store::read_reference(texts, reference->troubles))
    reference->library.add(*source);
  return reference;
}

base::Done Reference::own_rows_are_readable() const {
  if (auto enough = store::no_shortage(troubles); !enough) return enough;
  const auto paths = unreadable_rows(*this);
  if (paths.empty()) return base::done();
  return cannot_be_read(paths);
}

Snapshot::Snapshot(std::shared_ptr<const Reference> reference)
    : reference_(std::move(reference)), records_(std::make_unique<Records>()) {}

Snapshot::~Snapshot() = default;

std::shared_ptr<const Snapshot> Snapshot::without_records(
    std::shared_ptr<const Reference> reference) {
  return std::shared_ptr<const Snapshot>(new Snapshot(std::move(reference)));
}

base::Result<std::shared_ptr<const Snapshot>> Snapshot::read(
    std::shared_ptr<const Reference> reference, unsigned threads,
    const store::OnRecord& on_record) {
  const std::shared_ptr<Snapshot> snapshot(new Snapshot(std::move(reference)));
  const reference::ReferenceData& rows = snapshot->library();
  if (auto enough = store::no_shortage(snapshot->reference().troubles); !enough)
    return enough.failure();
  auto reading =
      store::read(snapshot->root(), rows.codes(), {.threads = threads, .on_record = on_record});
  if (!reading) return reading.failure();
  snapshot->take(std::move(*reading), threads);
  return std::shared_ptr<const Snapshot>(snapshot);
}

base::Result<std::shared_ptr<const Snapshot>> Snapshot::of(
    std::shared_ptr<const Reference> reference, unsigned threads, store::Texts texts) {
  const std::shared_ptr<Snapshot> snapshot(new Snapshot(std::move(reference)));
  auto reading = store::read(texts, snapshot->library().codes(), {.threads = threads});
  if (!reading) return reading.failure();
  snapshot->take(std::move(*reading), threads);
  snapshot->records_->texts = std::move(texts.memory);
  return std::shared_ptr<const Snapshot>(snapshot);
}

void Snapshot::take(store::Reading reading, unsigned threads) {
  Records& records = *records_;
  records.reading = std::move(reading);
  for (model::Partner* partner : records.reading.partners)
    if (partner->listed_as) reference::fill(*partner, library(), records.filled);
  records.faults = query::Faults(records.reading.faults);
  records.dataset.build(records.reading.partners, records.reading.engagements,
                        std::move(records.reading.refs), threads);
}

store::Texts Snapshot::texts() const {
  store::Texts texts;
  const auto add = [&](const value::Source* source) {
    texts.files.push_back({source->path, source->text});
  };
  for (const value::Source* source : records_->reading.sources) add(source);
  for (const auto& file : library().own_files()) add(file.source);
  texts.troubles = records_->reading.troubles;
  if (records_->texts) texts.memory = records_->texts;
  return texts;
}

base::Result<std::shared_ptr<const Snapshot>> Snapshot::read(
    std::shared_ptr<const Reference> reference, unsigned threads) {
  return read(std::move(reference), threads, {});
}

base::Done Snapshot::is_readable() const {
  auto paths = records_->unreadable();
  const bool is_named = std::ranges::count(paths, store::office_file) != 0;
  if (records_->reading.office == nullptr && !is_named) paths.emplace_back(store::office_file);
  if (paths.empty()) return base::done();
  if (const auto in_conflict = records_->in_conflict(); paths == in_conflict)
    return Failure{
        Failing::data,
        unusable(paths, "has an unresolved merge conflict", "have an unresolved merge conflict"),
        "keep one version in the file and remove the lines <<<<<<<, ======= and "
        ">>>>>>>; the output might need it"};
  return cannot_be_read(paths);
}

std::vector<std::string_view> Snapshot::ids(model::RecordKind kind) const {
  std::vector<std::string_view> ids;
  const auto& data = records_->dataset;
  if (kind == model::RecordKind::partner)
    for (const auto* partner : data.partners()) ids.push_back(partner->id());
  else
    for (const auto* engagement : data.engagements()) ids.push_back(engagement->id());
  return ids;
}

std::vector<std::string_view> Snapshot::ids(model::EngagementKind kind) const {
  std::vector<std::string_view> ids;
  for (const auto* engagement : records_->dataset.engagements())
    if (engagement->kind == kind) ids.push_back(engagement->id());
  return ids;
}

base::Done Snapshot::can_answer(std::span<const model::RecordId> records) const {
  const auto& data = records_->dataset;
  if (auto alone = are_alone(data, records); !alone) return alone;
  std::vector<const model::RecordHeader*> in_the_way(data.size(), nullptr);
  for (std::uint32_t i = 0; i < data.size(); ++i) {
    const model::RecordHeader& head = data.head(i);
    if (!head.has_errors) continue;
    in_the_way[i] = &head;
    for (const auto& use : data.used_by(head)) in_the_way[use.from->index] = &head;
  }
  for (const auto record : records)
    if (const model::RecordHeader* head = in_the_way[record.index]; head != nullptr)
      return value_cannot_be_read(*head);
  return base::done();
}

base::Done Snapshot::all_values_are_read() const {
  const auto& data = records_->dataset;
  for (std::uint32_t i = 0; i < data.size(); ++i)
    if (data.head(i).has_errors) return value_cannot_be_read(data.head(i));
  return base::done();
}

}  // namespace rapport::app
