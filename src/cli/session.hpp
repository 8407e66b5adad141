// One run of the program: what was asked for, and what has to be opened to answer it. Everything is
// opened when it is first needed, so that `--version` and `help` touch no disk.
#pragma once

#include "base/result.hpp"
#include "cli/command.hpp"
#include "cli/globals.hpp"
#include "cli/terminal.hpp"
#include "model/record.hpp"
#include "model/vocabulary.hpp"
#include "value/trouble.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::model {
enum class EngagementKind : std::uint8_t;
}
namespace rapport::reference {
class Library;
}
namespace rapport::store {
class Lock;
struct OnRecord;
}  // namespace rapport::store
namespace rapport::release {
class Released;
struct Purpose;
}  // namespace rapport::release

namespace rapport::cli {

struct Records;  // cli/records.hpp: not for commands

/// The lists of the program that commands ask for, joined in main.cpp.
struct Lists {
  Commands commands;
};

class Session {
 public:
  Session(const Globals& globals, const Lists& lists);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  const Globals& globals() const { return globals_; }
  const Lists& lists() const { return lists_; }
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
  model::Audience audience() const { return audience_; }
  const reference::Library& library();  // with the office's rows when there is a root
  /// What kept files of reference/ from being read; known once the library was asked for.
  std::span<const value::PathTrouble> reference_troubles() const { return reference_troubles_; }
  /// Fails when one of them may hold the row that is asked for.
  base::Done own_rows_are_readable();

  /// The repository as the audience asked for may see it, for `use`. Needs the records. Each is one
  /// of its own and stays as long as the session: what is made under it is delivered with it.
  release::Released& released(model::Use use);
  release::Released& released(release::Purpose purpose);
  /// For what is printed from the repository and not from its records, to the office.
  const release::Released& released_to_office();

  /// The ids of all records of a kind, sorted. Needs the records.
  std::vector<std::string_view> ids(model::RecordKind kind) const;

  /// Those of engagements of one kind.
  std::vector<std::string_view> ids(model::EngagementKind kind) const;

  /// Fails when one of these records, or one it refers to, has a value that could not be read, or
  /// when it shares its id with another: an answer from it would be wrong.
  base::Done can_answer(std::span<const model::RecordId> records) const;

  /// Fails when any record has a value that could not be read.
  base::Done all_values_are_read() const;

  /// For what cli/ itself does with the records; null before they were read.
  Records* records() const { return records_.get(); }
  /// Reads them without stopping at those that cannot be read. Each is shown to `on_record` first.
  base::Done read_records(const store::OnRecord& on_record);

  /// A line on standard error, unless --quiet.
  void note(std::string_view line) const;

 private:
  base::Done open_root();
  base::Done stop_at_unreadable();

  Globals globals_;
  Lists lists_;
  Terminal terminal_;
  std::string root_;
  value::Date today_;
  model::Audience audience_ = model::Audience::office;
  std::unique_ptr<store::Lock> lock_;
  std::unique_ptr<reference::Library> library_;
  std::vector<value::PathTrouble> reference_troubles_;
  std::unique_ptr<Records> records_;
  std::unique_ptr<Records> no_records_;
  std::vector<std::unique_ptr<release::Released>> released_;
};

}  // namespace rapport::cli
