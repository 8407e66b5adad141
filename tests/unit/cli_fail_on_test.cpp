// --fail-on takes only what the report counts: another word would never fail, and a check in CI
// would stay green.
#include "cli/document.hpp"
#include "cli/session.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>

namespace cli_fail_on_test {

using namespace rapport;

namespace {

/// In a repository that has something overdue.
base::Result<cli::Exit> hand_out(std::string report, std::string fail_on) {
  cli::GlobalOptions globals;
  globals.directory = RAPPORT_SOURCE_DIR "/tests/fixtures/tour";
  cli::Session session(globals, {});
  REQUIRE(session.open(cli::Needs::root));
  cli::DocumentOptions options;
  options.report = std::move(report);
  options.fail_on = std::move(fail_on);
  return cli::hand_out(session, options);
}

std::string hint_of(const base::Result<cli::Exit>& result) {
  REQUIRE_FALSE(result);
  CHECK(result.failure().kind == base::Failing::usage);
  return result.failure().hint;
}

}  // namespace

TEST_CASE("documents: a count that the report does not have is a usage error") {
  CHECK(hint_of(hand_out("contacts", "overdue")) == "leave out --fail-on");
  CHECK(hint_of(hand_out("deadlines", "deadlines")) == "one of overdue");
}

}  // namespace cli_fail_on_test
