#include "base/files.hpp"
#include "cli/session.hpp"
#include "refused_calls.hpp"
#include "scratch.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <string>

namespace cli_no_lock_test {

using namespace rapport;
using test::Scratch;

TEST_CASE("session: where the file system has no locks, whoever writes is told once") {
  const Scratch scratch;
  scratch.write("said", "");
  const int status = test::in_child([&] {
    if (!test::refuse({{SYS_flock, ENOLCK}})) return 2;
    if (dup2(open(scratch.at("said").c_str(), O_WRONLY | O_CLOEXEC), STDERR_FILENO) < 0) return 1;
    const cli::GlobalOptions globals;
    cli::Session session(globals, cli::Commands{});
    const auto first = session.lock(scratch.path());
    const auto again = session.lock(scratch.path());
    return first && again ? 0 : 1;
  });
  if (status == 2) return;  // no such filters here
  CHECK(status == 0);
  CHECK(*base::read_file(scratch.at("said"), 1 << 20) ==
        "no-lock: this file system has no locks; let only one command write at a time\n");
}

}  // namespace cli_no_lock_test
