#include "cli/typed.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace rapport::tests::cli_typed {

using cli::typed_words;
using cli::unquoted;
using Words = std::vector<std::string>;

TEST_SUITE("cli/typed") {
  TEST_CASE("quotes and backslashes are taken off as a shell does, also when a quote is open") {
    CHECK(unquoted("plain") == "plain");
    CHECK(unquoted("'my office'") == "my office");
    CHECK(unquoted("\"my office") == "my office");
    CHECK(unquoted("my\\ office") == "my office");
    CHECK(unquoted("a'b'\"c\"d") == "abcd");
    CHECK(unquoted("'a\\b'") == "a\\b");
    CHECK(unquoted("\"a\\b\\\"c\"") == "a\\b\"c");
    CHECK(unquoted("a\\") == "a");
    CHECK(unquoted("") == "");
  }

  TEST_CASE("fish has taken the quotes off all words but the last") {
    const Words quoted = {"rapport", "-C", "it's a\\b", "show", "'hrd-"};
    CHECK(typed_words("fish", quoted).words == Words{"rapport", "-C", "it's a\\b", "show", "hrd-"});
    const Words other = {"rapport", "-C", "'a b'", "sh"};
    CHECK(typed_words("zsh", other).words == Words{"rapport", "-C", "a b", "sh"});
  }

  TEST_CASE("what bash parted is one word again") {
    const Words kind = {"rapport", "list", "partners", "kind", ":", "ng"};
    CHECK(typed_words("bash", kind).words == Words{"rapport", "list", "partners", "kind:ng"});
    CHECK(typed_words("bash", kind).parted == 5);
    CHECK(typed_words("zsh", kind).words.size() == 6);

    const Words colon = {"rapport", "list", "partners", "kind", ":"};
    CHECK(typed_words("bash", colon).words.back() == "kind:");
    CHECK(typed_words("bash", colon).parted == 5);

    const Words option = {"rapport", "list", "--format", "=", "js"};
    CHECK(typed_words("bash", option).words == Words{"rapport", "list", "--format=js"});

    const Words quoted = {"rapport", "list", "'kind:ng"};
    CHECK(typed_words("bash", quoted).words.back() == "kind:ng");
    CHECK(typed_words("bash", quoted).parted == 0);

    const Words next = {"rapport", "kind", ":", "a", "b"};
    CHECK(typed_words("bash", next).words == Words{"rapport", "kind:a", "b"});
    CHECK(typed_words("bash", next).parted == 0);
  }
}

}  // namespace rapport::tests::cli_typed
