#include "scratch.hpp"
#include "store/read.hpp"
#include "value/code.hpp"
#include "yaml/fault.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <filesystem>

namespace store_read_test {

using namespace rapport;
using namespace rapport::store;
using rapport::test::Scratch;

namespace {

struct Repository : Scratch {
  Repository() {
    codes.add(value::CodeSet::mandate, "sr-human-rights-defenders");
    write("rapport.yaml",
          "repository: 11111111-2222-4333-8444-555555555555\n"
          "mandate: sr-human-rights-defenders\nname: Office\n");
  }
  Reading read(unsigned threads = 2, OnRecord on_record = {}) const {
    return *store::read(path(), codes, {.threads = threads, .on_record = on_record});
  }
  value::Codes codes;
};

template <class Record>
std::vector<std::string_view> ids(const std::vector<Record*>& records) {
  std::vector<std::string_view> found;
  for (const auto* record : records) found.push_back(record->id());
  std::ranges::sort(found);
  return found;
}

using Ids = std::vector<std::string_view>;

}  // namespace

TEST_CASE("read: the office, partners and engagements with their ids and paths") {
  const Repository repository;
  repository.write("partners/civil-society/a.yaml", "kind: ngo\nname: A\n");
  repository.write("partners/others/b.yaml", "kind: other\nname: B\n");
  repository.write("engagements/2015/m.yaml",
                   "kind: meeting\nstatus: held\nstart: 2015\npartners:\n  - {partner: a}\n");
  const Reading reading = repository.read();
  REQUIRE(reading.office != nullptr);
  CHECK(reading.office->name.str() == "Office");
  CHECK(ids(reading.partners) == Ids{"a", "b"});
  CHECK(ids(reading.engagements) == Ids{"m"});
  CHECK(reading.engagements[0]->head.source->path == "engagements/2015/m.yaml");
  REQUIRE(reading.refs.size() == 1);
  CHECK(reading.refs[0].use.ref->id() == "a");
  CHECK(reading.troubles.empty());
}

TEST_CASE("read: a record with a syntax error is told and not among the records") {
  const Repository repository;
  repository.write("partners/a.yaml", "kind: ngo\nname: \"A\nkind: x\n");
  repository.write("partners/b.yaml", "kind: ngo\nname: B\ncolour: red\n");
  const Reading reading = repository.read();
  CHECK(ids(reading.partners) == Ids{"b"});
  CHECK(reading.partners[0]->head.has_errors);
  REQUIRE(reading.faults.size() >= 2);
  CHECK(reading.faults[0].source->path == "partners/a.yaml");
  CHECK(reading.faults[0].fault.code == value::FaultCode(yaml::Problem::quote));
  CHECK(reading.faults[1].source->path == "partners/b.yaml");
  CHECK(reading.faults[1].fault.code == value::FaultCode(value::Problem::unknown_key));
}

TEST_CASE("read: a missing rapport.yaml is told, a missing directory is a failure") {
  const Scratch empty;
  const value::Codes codes;
  const auto reading = store::read(empty.path(), codes);
  REQUIRE(reading);
  CHECK(reading->office == nullptr);
  REQUIRE(reading->troubles.size() == 1);
  CHECK(reading->troubles[0].path == "rapport.yaml");
  CHECK(reading->troubles[0].trouble == Trouble::unreadable);
  const auto lost = store::read(empty.at("none"), codes);
  REQUIRE_FALSE(lost);
  CHECK(lost.failure().what == "cannot open '" + empty.at("none") + "': No such file or directory");
}

TEST_CASE("read: all of many records, the same whatever the number of threads") {
  const Repository repository;
  constexpr int count = 2000;
  for (int i = 0; i < count; ++i)
    repository.write("partners/others/p" + std::to_string(i) + ".yaml",
                     i % 100 == 7 ? "kind: nothing\n" : "kind: other\nname: N\n");
  const Reading one = repository.read(1);
  const Reading four = repository.read(4);
  CHECK(one.partners.size() == count);
  CHECK(ids(one.partners) == ids(four.partners));
  REQUIRE(one.faults.size() == four.faults.size());
  CHECK(one.faults.size() >= count / 100);
  for (std::size_t i = 0; i < one.faults.size(); ++i) {
    REQUIRE(one.faults[i].source->path == four.faults[i].source->path);
    REQUIRE(one.faults[i].fault.offset == four.faults[i].fault.offset);
  }
}

TEST_CASE("read: the per-record function sees every record once, from a known thread") {
  const Repository repository;
  for (int i = 0; i < 700; ++i)
    repository.write("partners/p" + std::to_string(i) + ".yaml", "kind: other\nname: N\n");
  repository.write("engagements/e.yaml", "kind: meeting\n");
  struct Seen {
    std::array<std::atomic<int>, 3> partners{};
    std::atomic<int> engagements{0};
  } seen;
  const OnRecord count{
      .context = &seen,
      .partner = [](void* at, unsigned thread,
                    const model::Partner&) { ++static_cast<Seen*>(at)->partners.at(thread); },
      .engagement = [](void* at, unsigned,
                       const model::Engagement&) { ++static_cast<Seen*>(at)->engagements; }};
  repository.read(3, count);
  CHECK(seen.partners[0] + seen.partners[1] + seen.partners[2] == 700);
  CHECK(seen.engagements == 1);
}

TEST_CASE("read: links among the records are told and not followed") {
  const Repository repository;
  repository.write("partners/a.yaml", "kind: ngo\nname: A\n");
  std::filesystem::create_symlink("a.yaml", repository.at("partners/b.yaml"));
  const Reading reading = repository.read();
  CHECK(ids(reading.partners) == Ids{"a"});
  REQUIRE(reading.troubles.size() == 1);
  CHECK(reading.troubles[0].path == "partners/b.yaml");
  CHECK(reading.troubles[0].trouble == Trouble::link);
}

TEST_CASE("read: the office's own reference rows come sorted, or not at all") {
  const Repository repository;
  std::vector<PathTrouble> troubles;
  CHECK(read_reference(repository.path(), troubles).empty());
  repository.write("reference/states.yaml", "states: []\n");
  repository.write("reference/areas.yaml", "areas: []\n");
  const auto sources = read_reference(repository.path(), troubles);
  REQUIRE(sources.size() == 2);
  CHECK(sources[0]->path == "reference/areas.yaml");
  CHECK(sources[1]->text == "states: []\n");
  CHECK(troubles.empty());
}

}  // namespace store_read_test
