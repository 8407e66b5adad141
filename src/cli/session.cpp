#include "cli/session.hpp"

#include "base/clock.hpp"
#include "base/process.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "cli/messages.hpp"
#include "cli/progress.hpp"
#include "store/lock.hpp"
#include "store/recover.hpp"
#include "store/root.hpp"
#include "value/word.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

namespace rapport::cli {

using base::Failure;

Session::Session(const GlobalOptions& globals, Commands commands)
    : globals_(globals), commands_(commands), terminal_(Terminal::look(globals.color)) {}

Session::~Session() = default;

base::Done Session::open(Needs needs) {
  if (!today_) {
    const auto day = base::today(globals_.today);
    if (!day) return day.failure();
    today_ = value::Date::of(std::chrono::sys_days(*day));
  }
  if (!globals_.audience.empty())  // its being one of the words was checked
    audience_ = value::parse_word<model::Audience>(globals_.audience).value();
  if (needs == Needs::nothing) return base::done();
  if (auto opened = open_root(); !opened) return opened;
  if (auto read = read_past(); !read || needs == Needs::root) return read;
  return read_records();
}

base::Done Session::open_root() {
  if (!root_.empty()) return base::done();
  auto root = store::find_root(globals_.directory);
  if (!root) return root.failure();
  root_ = std::move(*root);
  detail(fmt::format("repository: {}", base::printable(root_)));
  if (globals_.verbose) {
    const std::string git = base::find_program("git");
    detail(git.empty() ? std::string("git: not found") : fmt::format("git: {}", git));
  }
  return base::done();
}

base::Done Session::read_past() {
  if (globals_.at.empty() || past_) return base::done();
  auto past = app::read_past(root_, globals_.at);
  if (!past) return past.failure();
  past_ = std::make_unique<const app::Past>(std::move(*past));
  note(fmt::format("as of commit {} of {}", past_->commit, past_->day));
  return base::done();
}

base::Done Session::read_records() {
  if (snapshot_) return base::done();
  const auto start = std::chrono::steady_clock::now();
  auto shown = progress("reading the records ...");
  std::optional<base::Result<std::shared_ptr<const app::Snapshot>>> snapshot;
  read_unchanged([&] {
    snapshot.emplace(past_ ? app::read_records(*past_, reference(), globals_.threads)
                           : app::Snapshot::read(reference(), globals_.threads));
  });
  if (!*snapshot) return snapshot->failure();
  snapshot_ = std::move(**snapshot);
  shown.reset();
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  detail(fmt::format("read {} partners and {} engagements in {:.2f} s",
                     snapshot_->ids(model::RecordKind::partner).size(),
                     snapshot_->ids(model::RecordKind::engagement).size(), took.count()));
  // Never passed over, since a code of such a file is known without the row that belongs to it.
  if (auto rows = snapshot_->reference().own_rows_are_readable(); !rows) return rows;
  auto readable = snapshot_->is_readable();
  if (readable || !globals_.despite_errors) return readable;
  Failure failure = readable.failure();
  if (!terminal_.out_is_terminal) {
    failure.hint += "; --despite-errors is for a terminal: in a file or pipe no one sees the gap";
    return failure;
  }
  print_line("rapport: " + failure.what);
  return base::done();
}

void Session::read_unchanged(const std::function<void()>& read) const {
  constexpr int most = 3;
  for (int times = 1;; ++times) {
    const auto before = store::look_at_changes(root_);
    read();
    if (lock_ && lock_->is_held()) return;  // nobody else writes
    const auto after = store::look_at_changes(root_);
    if (before == after && !after.is_pending) return;
    if (before == after && store::is_interrupted(root_))
      return note(
          "interrupted: a command was stopped while it changed several files, and some of them may "
          "be as they were before; the next command that writes finishes or undoes it");
    if (times == most)
      return note(
          "changing: another command changed records while these were read; run the command again");
  }
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
  // Before anything is read: what another command left half done.
  if (auto settled = recover(); !settled) return settled.failure();
  return lock_.get();
}

base::Done Session::recover() {
  const auto recovered = store::recover(*lock_);
  if (!recovered) return recovered.failure();
  if (recovered->outcome != store::Recovery::Outcome::nothing)
    note(
        fmt::format("interrupted: {} a change of {} that another command had begun",
                    recovered->outcome == store::Recovery::Outcome::finished ? "finished" : "undid",
                    base::counted(recovered->files, "file")));
  return base::done();
}

void Session::unlock() { lock_.reset(); }

app::Occasion Session::occasion() const {
  return {.today = today_, .audience = audience_, .threads = globals_.threads};
}

const std::shared_ptr<const app::Reference>& Session::reference() {
  if (!reference_)
    reference_ = past_ ? app::read_reference(root_, *past_) : app::read_reference(root_);
  return reference_;
}

app::Basis Session::basis_without_records() {
  const auto snapshot = app::Snapshot::without_records(reference());
  return app::office_basis(*snapshot, today_);
}

void Session::detail(std::string_view line) const {
  if (globals_.verbose) note(line);
}

std::unique_ptr<Progress> Session::progress(std::string text) const {
  if (!terminal_.err_is_terminal || terminal_.is_dumb || globals_.quiet) return nullptr;
  return std::make_unique<Progress>(STDERR_FILENO, std::move(text));
}

void Session::note(std::string_view line) const {
  if (!globals_.quiet) print_line(line);
}

}  // namespace rapport::cli
