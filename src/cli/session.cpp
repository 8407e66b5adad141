#include "cli/session.hpp"

#include "base/clock.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "cli/messages.hpp"
#include "cli/records.hpp"
#include "reference/fill.hpp"
#include "release/released.hpp"
#include "store/layout.hpp"
#include "store/lock.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::cli {

using base::Failing;
using base::Failure;

namespace {

Failure cannot_be_read(std::span<const std::string> paths) {
  constexpr std::size_t shown = 5;
  std::string what = paths.size() == 1
                         ? fmt::format("'{}' cannot be read", base::printable(paths.front()))
                         : fmt::format("{} files cannot be read", paths.size());
  if (paths.size() > 1)
    for (std::size_t i = 0; i < std::min(shown, paths.size()); ++i)
      what += "\n  " + base::printable(paths[i]);
  if (paths.size() > shown) what += "\n  …";
  return {Failing::data, what, "`rapport validate` tells why; the answer might need what they say"};
}

}  // namespace

Session::Session(const Globals& globals, const Lists& lists)
    : globals_(globals), lists_(lists), terminal_(Terminal::look(globals.color)) {}

Session::~Session() = default;

base::Done Session::open(Needs needs) {
  if (!today_) {
    const auto day = base::today(globals_.today);
    if (!day) return day.failure();
    today_ = value::Date::of(std::chrono::sys_days(*day));
  }
  if (!globals_.audience.empty()) {
    const auto& words = value::words_of<model::Audience>;
    const auto at = std::ranges::find(words, globals_.audience) - words.begin();
    audience_ = static_cast<model::Audience>(at + 1);  // its being one of them was checked
  }
  if (needs == Needs::nothing) return base::done();
  if (auto opened = open_root(); !opened || needs == Needs::root) return opened;
  if (auto read = read_records({}); !read) return read;
  return stop_at_unreadable();
}

base::Done Session::open_root() {
  if (!root_.empty()) return base::done();
  auto root = store::find_root(globals_.directory);
  if (!root) return root.failure();
  root_ = std::move(*root);
  return base::done();
}

base::Result<const store::Lock*> Session::lock() {
  if (auto opened = open_root(); !opened) return opened.failure();
  return lock(root_);
}

base::Result<const store::Lock*> Session::lock(const std::string& root) {
  if (lock_) return lock_.get();
  auto taken = store::Lock::take(root);
  if (!taken) return taken.failure();
  lock_ = std::make_unique<store::Lock>(std::move(*taken));
  if (!lock_->is_held())
    note("no-lock: this file system has no locks; let only one command write at a time");
  return lock_.get();
}

void Session::unlock() { lock_.reset(); }

const reference::Library& Session::library() {
  if (library_) return *library_;
  library_ = std::make_unique<reference::Library>();
  if (root_.empty()) return *library_;
  for (const value::Source* source : store::read_reference(root_, reference_troubles_))
    library_->add(*source);
  return *library_;
}

base::Done Session::read_records(const store::OnRecord& on_record) {
  if (records_) return base::done();
  if (auto opened = open_root(); !opened) return opened;
  records_ = std::make_unique<Records>();
  const reference::Library& rows = library();
  if (auto enough = store::no_shortage(reference_troubles_); !enough) return enough;
  auto reading =
      store::read(root_, rows.codes(), {.threads = globals_.threads, .on_record = on_record});
  if (!reading) return reading.failure();
  records_->reading = std::move(*reading);
  for (model::Partner* partner : records_->reading.partners)
    if (partner->listed_as) reference::fill(*partner, rows, records_->filled);
  records_->faults = query::Faults(records_->reading.faults);
  records_->dataset.build(records_->reading.partners, records_->reading.engagements,
                          std::move(records_->reading.refs), globals_.threads);
  return base::done();
}

base::Done Session::own_rows_are_readable() {
  const auto& rows = library();
  if (auto enough = store::no_shortage(reference_troubles_); !enough) return enough;
  const auto paths = unreadable_rows(rows, reference_troubles_);
  if (paths.empty()) return base::done();
  return cannot_be_read(paths);
}

base::Done Session::stop_at_unreadable() {
  // Never passed over, since a code of such a file is known without the row that belongs to it.
  if (auto rows = own_rows_are_readable(); !rows) return rows;
  auto paths = records_->unreadable();
  const bool is_named = std::ranges::count(paths, store::office_file) != 0;
  if (records_->reading.office == nullptr && !is_named) paths.emplace_back(store::office_file);
  if (paths.empty()) return base::done();
  Failure failure = cannot_be_read(paths);
  if (!globals_.despite_errors) return failure;
  if (!terminal_.out_is_terminal) {
    failure.hint += "; --despite-errors is for a terminal: in a file or pipe nobody sees the gap";
    return failure;
  }
  print_line("rapport: " + failure.what);
  return base::done();
}

release::Released& Session::released(model::Use use) {
  return released(release::Purpose{.audience = audience_, .use = use, .on = today_});
}

release::Released& Session::released(release::Purpose purpose) {
  released_.push_back(std::make_unique<release::Released>(records_->dataset, library(),
                                                          records_->office(), std::move(purpose)));
  return *released_.back();
}

const release::Released& Session::released_to_office() {
  if (no_records_ == nullptr) no_records_ = std::make_unique<Records>();
  released_.push_back(std::make_unique<release::Released>(
      no_records_->dataset, library(), no_records_->no_office, release::Purpose{.on = today_}));
  return *released_.back();
}

std::vector<std::string_view> Session::ids(model::RecordKind kind) const {
  std::vector<std::string_view> ids;
  const auto& data = records_->dataset;
  if (kind == model::RecordKind::partner)
    for (const auto* partner : data.partners()) ids.push_back(partner->id());
  else
    for (const auto* engagement : data.engagements()) ids.push_back(engagement->id());
  return ids;
}

std::vector<std::string_view> Session::ids(model::EngagementKind kind) const {
  std::vector<std::string_view> ids;
  for (const auto* engagement : records_->dataset.engagements())
    if (engagement->kind == kind) ids.push_back(engagement->id());
  return ids;
}

namespace {

/// Whatever is asked of one of two records with one id, or said of it by another record, it may be
/// the other that is meant.
base::Done are_alone(const model::Dataset& data, std::span<const model::RecordId> records) {
  if (data.duplicates().empty()) return base::done();
  std::vector<const model::Head*> second(data.size(), nullptr);  // by who is about one of the two
  for (const std::uint32_t index : data.duplicates()) {
    const model::Head& head = data.head(index);
    const model::Head& first = *data.find(head.id());
    second[index] = second[first.index] = &head;
    for (const auto& use : data.used_by(first)) second[use.from->index] = &head;
  }
  for (const auto record : records)
    if (const model::Head* head = second[record.index]; head != nullptr)
      return Failure{Failing::data,
                     fmt::format("'{}' is the id of two records, '{}' and '{}'", head->id(),
                                 base::printable(data.find(head->id())->source->path),
                                 base::printable(head->source->path)),
                     fmt::format("rename one of the two; see `rapport validate {}`", head->id())};
  return base::done();
}

}  // namespace

base::Done Session::can_answer(std::span<const model::RecordId> records) const {
  const auto& data = records_->dataset;
  if (auto alone = are_alone(data, records); !alone) return alone;
  std::vector<const model::Head*> in_the_way(data.size(), nullptr);
  for (std::uint32_t i = 0; i < data.size(); ++i) {
    const model::Head& head = data.head(i);
    if (!head.has_errors) continue;
    in_the_way[i] = &head;
    for (const auto& use : data.used_by(head)) in_the_way[use.from->index] = &head;
  }
  for (const auto record : records)
    if (const model::Head* head = in_the_way[record.index]; head != nullptr)
      return value_cannot_be_read(*head);
  return base::done();
}

base::Done Session::all_values_are_read() const {
  if (records_ == nullptr) return base::done();
  const auto& data = records_->dataset;
  for (std::uint32_t i = 0; i < data.size(); ++i)
    if (data.head(i).has_errors) return value_cannot_be_read(data.head(i));
  return base::done();
}

void Session::note(std::string_view line) const {
  if (!globals_.quiet) print_line(line);
}

}  // namespace rapport::cli
