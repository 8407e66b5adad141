// One run of the program: what was asked for, and what has to be opened for it. Everything is
// opened when it is first needed, so that `--version` and `help` touch no disk.
#pragma once

#include "app/occasion.hpp"
#include "app/output.hpp"
#include "app/past.hpp"
#include "base/result.hpp"
#include "cli/command.hpp"
#include "cli/global_options.hpp"
#include "cli/terminal.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace rapport::store {
class Lock;
}  // namespace rapport::store

namespace rapport::cli {

class Progress;

class Session {
 public:
  Session(const GlobalOptions& globals, Commands commands);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  const GlobalOptions& globals() const { return globals_; }
  Commands commands() const { return commands_; }
  const Terminal& terminal() const { return terminal_; }

  /// What a command's row says it needs. A record that cannot be read stops here.
  base::Done open(Needs needs);

  const std::string& root() const { return root_; }  // once opened for root or more
  /// Of the repository, until the session ends. What a command reads behind it no other command of
  /// ours changes before it writes.
  base::Result<const store::Lock*> lock();
  /// Of a directory that is to become one.
  base::Result<const store::Lock*> lock(const std::string& root);
  /// From here on others may write: this command waits for its reader and writes no more.
  void unlock();

  value::Date today() const { return today_; }
  /// The day, the audience and the threads that were asked for.
  app::Occasion occasion() const;

  /// The records as they were in the commit of --at; null without it.
  const app::Past* past() const { return past_.get(); }

  /// With the office's rows when there is a root.
  const std::shared_ptr<const app::Reference>& reference();
  const reference::ReferenceData& library() { return reference()->library; }
  /// The records. Needs them.
  const app::Snapshot& snapshot() const { return *snapshot_; }
  /// For what is printed from the repository and not from its records, to the office.
  app::Basis basis_without_records();

  /// Reads by `read`, once more when another command changed files meanwhile, so that no answer
  /// rests on half a change. Where that cannot be had, a note says so.
  void read_unchanged(const std::function<void()>& read) const;

  /// A line on standard error, unless --quiet.
  void note(std::string_view line) const;
  /// The same, with --verbose only.
  void detail(std::string_view line) const;
  /// A line on the terminal for as long as it is kept, if that is long; null where there is none to
  /// show it on.
  std::unique_ptr<Progress> progress(std::string text) const;

 private:
  base::Done open_root();
  base::Done read_past();
  base::Done read_records();
  base::Done recover();

  GlobalOptions globals_;
  Commands commands_;
  Terminal terminal_;
  std::string root_;
  value::Date today_;
  model::Audience audience_ = model::Audience::office;
  std::unique_ptr<store::Lock> lock_;
  std::unique_ptr<const app::Past> past_;
  std::shared_ptr<const app::Reference> reference_;
  std::shared_ptr<const app::Snapshot> snapshot_;
};

}  // namespace rapport::cli
