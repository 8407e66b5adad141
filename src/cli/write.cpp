#include "cli/write.hpp"

#include "base/unicode.hpp"
#include "cli/deliver.hpp"
#include "cli/may_leave.hpp"
#include "cli/messages.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>

namespace rapport::cli {

void declare_dry_run(Options& options, WriteOptions& into) {
  options.flag("--dry-run", into.dry_run, "Show what would change, and write nothing");
}

void declare_yes(Options& options, WriteOptions& into) {
  options.flag("-y,--yes", into.yes, "Do not ask");
}

base::Result<Exit> write_records(Session& session, const WriteOptions& options,
                                 const Writing& writing) {
  // Once it is written it is too late to refuse what is shown of it.
  if (auto may = may_answer_office(session); !may) return may.failure();
  const store::Lock* lock = nullptr;
  if (!options.dry_run) {
    const auto taken = session.lock();
    if (!taken) return taken.failure();
    lock = *taken;
  }
  if (auto opened = session.open(Needs::records); !opened) return opened.failure();
  const auto output = writing(session.snapshot(), lock);
  if (!output) return output.failure();
  session.unlock();
  if (auto shown = deliver(session, *output); !shown) return shown.failure();
  return Exit::fine;
}

std::optional<std::string> read_answer(std::string_view prompt) {
  print_question(prompt);
  std::string line;
  for (char c = 0;;) {  // one at a time: what follows is for who asks next
    const ssize_t got = ::read(STDIN_FILENO, &c, 1);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0 && line.empty()) return std::nullopt;
    if (got <= 0 || c == '\n') break;
    line += c;
  }
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

base::Result<bool> confirm(const Session& session, const WriteOptions& options,
                           std::string_view question, std::string_view what) {
  if (options.yes || options.dry_run) return true;
  if (::isatty(STDIN_FILENO) == 0 || !session.terminal().err_is_terminal)
    return base::Failure{base::Failing::usage, fmt::format("{} asks first", what),
                         "nobody can answer here: add --yes, or look with --dry-run"};
  const auto answer = read_answer(fmt::format("{} [y/N] ", base::printable(question)));
  return answer && (*answer == "y" || *answer == "yes");
}

}  // namespace rapport::cli
