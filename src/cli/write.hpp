// What commands that change records have in common: their options, the lock before the records are
// read, the question before much is changed.
#pragma once

#include "app/output.hpp"
#include "base/result.hpp"
#include "cli/command.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace rapport::store {
class Lock;
}

namespace rapport::cli {

class Options;
class Session;

struct WriteOptions {
  bool dry_run = false;
  bool yes = false;
};

/// `--dry-run`, which every such command takes.
void declare_dry_run(Options& options, WriteOptions& into);
/// `--yes`, for those that ask first.
void declare_yes(Options& options, WriteOptions& into);

/// What changes the records; without a lock it only shows what it would change.
using Writing =
    std::function<base::Result<app::Output>(const app::Snapshot&, const store::Lock* lock)>;

/// Takes the lock, reads the records, runs `writing` and shows its output. Fails before anything is
/// written where the output may not be shown.
base::Result<Exit> write_records(Session& session, const WriteOptions& options,
                                 const Writing& writing);

/// Asks on the terminal. Without one `--yes` has to be given; `what` says what is to be done, for
/// the failure.
base::Result<bool> confirm(const Session& session, const WriteOptions& options,
                           std::string_view question, std::string_view what);

/// A line that was typed, without its line end, after `prompt` on standard error. Nothing at the
/// end of the input.
std::optional<std::string> read_answer(std::string_view prompt);

}  // namespace rapport::cli
