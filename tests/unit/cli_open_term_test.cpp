#include "cli/open_term.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace rapport::tests::cli_open_term {

using cli::open_term;

namespace {

/// What is before the cursor's word, which field it is a value of, and in which list.
std::string read(std::string_view query) {
  const auto term = open_term(query);
  return std::string(query.substr(0, term.start)) + "|" + term.list + "|" + term.name;
}

}  // namespace

TEST_SUITE("cli/open-term") {
  TEST_CASE("a field, or a value behind its colon") {
    CHECK(read("") == "||");
    CHECK(read("ki") == "||");
    CHECK(read("kind:n") == "kind:||kind");
    CHECK(read("kind:ngo,de") == "kind:ngo,||kind");
    CHECK(read("kind:ngo,media cou") == "kind:ngo,media ||");
    CHECK(read("not -kind:n") == "not -kind:||kind");
    CHECK(read("(kind:n") == "(kind:||kind");
  }

  TEST_CASE("inside of a list the names are those of its items") {
    CHECK(read("support:(ki") == "support:(|support.|");
    CHECK(read("support:(kind:g") == "support:(kind:|support.|kind");
    CHECK(read("not -support:(kind:gift -answer:a") ==
          "not -support:(kind:gift -answer:|support.|answer");
    CHECK(read("visit.programme:(raise:(case:c") ==
          "visit.programme:(raise:(case:|visit.programme.raise.|case");
    CHECK(read("support:((kind:g") == "support:((kind:|support.|kind");
    CHECK(read("support:(kind:gift) ki") == "support:(kind:gift) ||");
    CHECK(read("support:(kind:gift) or support:(kind:h") ==
          "support:(kind:gift) or support:(kind:|support.|kind");
  }

  TEST_CASE("brackets and spaces in quotes are text") {
    CHECK(read("title:~\"a (b\" ki") == "title:~\"a (b\" ||");
    CHECK(read("title:~\"a b") == "title:||title");
    CHECK(read("a) ki") == "a) ||");
  }
}

}  // namespace rapport::tests::cli_open_term
