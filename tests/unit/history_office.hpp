// An office in a git repository of its own, for tests of its history.
#pragma once

#include "base/process.hpp"
#include "base/text.hpp"
#include "scratch.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapport::test {

class HistoryOffice : public Scratch {
 public:
  static constexpr std::string_view partner = "partners/states/a.yaml";

  HistoryOffice() {
    git({"init", "-q", "-b", "main"});
    write("rapport.yaml", "name: Office\n");
    write(partner, "kind: ngo\n");
  }

  std::string git(std::vector<std::string> arguments,
                  const std::string& day = "2026-06-01T12:00:00Z") const {
    base::Command command{
        .argv = {"git", "-C", path(), "-c", "user.name=A", "-c", "user.email=a@example.org"},
        .environment = {"GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1",
                        "GIT_AUTHOR_DATE=" + day, "GIT_COMMITTER_DATE=" + day}};
    for (auto& argument : arguments) command.argv.push_back(std::move(argument));
    const auto done = base::run(command);
    REQUIRE(done);
    return std::string(base::trim(done->out));
  }

  std::string commit(const std::string& time) const {
    git({"add", "-A"});
    git({"commit", "-q", "-m", "A message\nof two lines"}, time);
    return git({"rev-parse", "HEAD"});
  }
};

}  // namespace rapport::test
