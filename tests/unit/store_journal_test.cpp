#include "base/digest.hpp"
#include "store/journal.hpp"

#include <doctest/doctest.h>

#include <string>

namespace store_journal_test {

using namespace rapport;
using store::Journal;

namespace {

const std::string digest = base::blake2b_256("text\n");

Journal journal_of(const std::string& path) {
  return {"0123456789abcdef", {{path, digest, {}}, {"rapport.yaml", {}, digest}}};
}

}  // namespace

TEST_CASE("journal: it reads back as it was written") {
  const auto read = store::parse_journal(store::text_of(journal_of("partners/states/xxa.yaml")));
  REQUIRE(read);
  CHECK(read->id == "0123456789abcdef");
  REQUIRE(read->entries.size() == 2);
  CHECK(read->entries[0].path == "partners/states/xxa.yaml");
  CHECK(read->entries[0].before == digest);
  CHECK_FALSE(read->entries[0].after);
  CHECK(store::temporary_name(*read, 1) == ".rapport-change-0123456789abcdef-1.tmp");
}

TEST_CASE("journal: cut off anywhere, or with any byte changed, it is none") {
  const std::string text = store::text_of(journal_of("partners/states/xxa.yaml"));
  for (std::size_t i = 0; i < text.size(); ++i) {
    CAPTURE(i);
    CHECK_FALSE(store::parse_journal(text.substr(0, i)));
    std::string other = text;
    other[i] ^= 1;
    CHECK_FALSE(store::parse_journal(other));
  }
}

TEST_CASE("journal: a path that no command writes is not followed, whatever its digest") {
  for (const std::string path :
       {"", "/etc/passwd", "../x", "partners/../../x", "partners/./x", "partners//x", "partners/",
        "partners", ".git/config", ".git/hooks/pre-commit", ".rapport/lock", "partners/.git/config",
        "partners/a\nb.yaml", "partners/a\x1b.yaml", "partners/\xff.yaml", "keys/a", "notes.txt",
        "partners/\xe2\x80\xae"
        "x.yaml"}) {
    CAPTURE(path);
    CHECK_FALSE(store::parse_journal(store::text_of(journal_of(path))));
    CHECK_FALSE(store::is_writable_path(path));
  }
  CHECK(store::is_writable_path("engagements/2026/élan.yaml"));
  CHECK(store::is_writable_path("rapport.yaml"));
}

TEST_CASE("journal: of two files with one name it is none") {
  Journal journal = journal_of("rapport.yaml");
  CHECK_FALSE(store::parse_journal(store::text_of(journal)));
}

}  // namespace store_journal_test
