// A record gets another id: in its file's name and wherever records refer to it, and nowhere else.
#include "app/rename.hpp"
#include "in_memory.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

namespace rapport::tests::app_rename_test {
namespace {

using Files = std::map<std::string, std::string>;

const std::string network = "partners/civil-society/rio-verde.yaml";
const std::string meeting = "engagements/2026/2026-02-meeting.yaml";

Files office(const std::string& meeting_text) {
  return {
      {network, "kind: ngo\nname: Rio Verde\nlisted: {since: 2019}\n"},
      {meeting, "kind: meeting\ntitle: Talk\nstatus: held\nstart: 2026-02-03\n" + meeting_text}};
}

base::Result<std::shared_ptr<const app::Preview>> renamed(const InMemory& files,
                                                          const std::string& id,
                                                          const std::string& new_id) {
  return app::preview_rename(
      *files.snapshot(),
      {.occasion = InMemory::occasion(), .id = id, .new_id = new_id, .draw = {}});
}

/// The meeting's text behind its first four lines.
std::string meeting_after(const std::string& text, const std::string& new_id) {
  const auto preview = renamed(InMemory(office(text)), "rio-verde", new_id);
  if (!preview) return "! " + preview.failure().what;
  for (const auto& file : (*preview)->files())
    if (file.path == meeting) {
      std::string_view after = *file.after;
      for (int i = 0; i < 4; ++i) after.remove_prefix(after.find('\n') + 1);
      return std::string(after);
    }
  return {};
}

std::string refused(const Files& files, const std::string& id, const std::string& new_id) {
  const auto preview = renamed(InMemory(files), id, new_id);
  return preview ? std::string() : preview.failure().what;
}

TEST_CASE("rename: every way to refer to a record, and nothing else") {
  CHECK(meeting_after("partners:\n  - partner: rio-verde  # rio-verde\n", "verde") ==
        "partners:\n  - partner: verde  # rio-verde\n");
  CHECK(meeting_after("partners: [{partner: 'rio-verde', status: attended}]\n", "verde") ==
        "partners: [{partner: 'verde', status: attended}]\n");
  CHECK(meeting_after("partners: [ {partner: \"rio-verde\"} ] \n", "null") ==
        "partners: [ {partner: \"null\"} ] \n");
  CHECK(meeting_after("needs:\n  - {key: n1, text: T, raised_by: [rio-verde,rio-verde]}\n",
                      "verde") == "needs:\n  - {key: n1, text: T, raised_by: [verde,verde]}\n");
  CHECK(meeting_after("summary: |\n  <rio-verde> spoke of rio-verde.\n   And <rio-verde>\n"
                      "partners: [{partner: rio-verde}]\n",
                      "verde") ==
        "summary: |\n  <verde> spoke of rio-verde.\n   And <verde>\n"
        "partners: [{partner: verde}]\n");
  CHECK(meeting_after("summary: \"\\u00e9 <rio-verde> <rio-verde-2>\"\n", "verde") ==
        "summary: \"\\u00e9 <verde> <rio-verde-2>\"\n");
}

TEST_CASE("rename: an id that escapes hide is refused, and not passed over") {
  CHECK(meeting_after("partners: [{partner: \"rio\\u002dverde\"}]\n", "verde") ==
        "! engagements/2026/2026-02-meeting.yaml:5:23: the id is written with escapes there");
  CHECK(meeting_after("summary: \"\\u003crio-verde> and <rio-verde>\"\n", "verde") ==
        "! engagements/2026/2026-02-meeting.yaml:5:10: the id is written with escapes there");
}

TEST_CASE("rename: line ends stay, and a word that is nothing in YAML gets quotes") {
  const InMemory files({{network, "kind: ngo\nname: Rio Verde\n"},
                        {meeting,
                         "kind: meeting\r\ntitle: Talk\r\nstart: 2026-02-03\r\n"
                         "partners:\r\n  - {partner: rio-verde}\r\n"}});
  const auto preview = renamed(files, "rio-verde", "null");
  REQUIRE(preview);
  REQUIRE((*preview)->files().size() == 3);
  CHECK(*(*preview)->files()[0].after ==
        "kind: meeting\r\ntitle: Talk\r\nstart: 2026-02-03\r\n"
        "partners:\r\n  - {partner: \"null\"}\r\n");
}

TEST_CASE("rename: not while a file cannot be read that may refer to the record") {
  Files files = office("partners: [{partner: rio-verde}]\n");
  files["partners/states/broken.yaml"] = "kind: government\n\tname: x\n";
  CHECK(refused(files, "rio-verde", "verde").find("broken.yaml") != std::string::npos);
}

TEST_CASE("rename: an id must be one, and free") {
  const Files files = office("partners: [{partner: rio-verde}, {partner: gone}]\n");
  CHECK(refused(files, "rio-verde", "Rio") == "'Rio' cannot be an id");
  CHECK(refused(files, "rio-verde", "office") == "'office' cannot be an id");
  CHECK(refused(files, "rio-verde", "2026-02-meeting") ==
        "the id '2026-02-meeting' is taken: engagements/2026/2026-02-meeting.yaml");
  CHECK(refused(files, "rio-verde", "gone") ==
        "'gone' is written in a record already and leads nowhere there: "
        "engagements/2026/2026-02-meeting.yaml:5:44");
  CHECK(refused(files, "rio-verde", "ada") ==
        "'ada' is the key of a member of staff or an alleged victim");
  CHECK(refused(files, "rio-azul", "verde") == "no record 'rio-azul'");
}

TEST_CASE("rename: the new id must not reveal who is protected") {
  Files files = office("partners: [{partner: hrd-k7m2qx}]\n");
  files["partners/defenders/hrd-k7m2qx.yaml"] = "kind: defender\nname: Lucía Ejemplo\n";
  CHECK(refused(files, "hrd-k7m2qx", "lucia") ==
        "the id 'lucia' would reveal part of a protected name");
  CHECK(refused(files, "hrd-k7m2qx", "somebody") ==
        "the id of a defender must not reveal anything, and 'somebody' may reveal who it is");
  CHECK(refused(files, "2026-02-meeting", "2026-02-ejemplo") ==
        "the id '2026-02-ejemplo' would reveal part of a protected name");
  CHECK(refused(files, "hrd-k7m2qx", "hrd-000000").empty());
}

TEST_CASE("rename: a file that was moved by hand gets its references") {
  Files files = office("partners: [{partner: old-verde}]\n");
  const auto preview = renamed(InMemory(files), "old-verde", "rio-verde");
  REQUIRE(preview);
  REQUIRE((*preview)->files().size() == 1);
  CHECK((*preview)->files()[0].after->find("{partner: rio-verde}") != std::string_view::npos);
}

TEST_CASE("rename: an error that a record had before is no new one of the other id") {
  Files files = office("partners: [{partner: rio-verde}]\n");
  files[network] = "kind: ngo\nname: Rio Verde\naffiliations: [{body: rio-verde}]\n";
  const auto preview = renamed(InMemory(files), "rio-verde", "verde");
  REQUIRE(preview);
  CHECK((*preview)->new_findings().empty());
}

Files mandate() {
  namespace fs = std::filesystem;
  Files files;
  const fs::path root = fs::path(RAPPORT_SOURCE_DIR) / "examples/mandate";
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (entry.path().extension() != ".yaml") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    files[fs::relative(entry.path(), root)] = text.str();
  }
  return files;
}

Files applied(Files files, const app::Preview& preview) {
  for (const auto& file : preview.files()) {
    files.erase(file.path);
    if (file.after) files[file.path] = std::string(*file.after);
  }
  return files;
}

TEST_CASE("rename: any record of the example, and back, with the same findings and bytes") {
  const Files before = mandate();
  const auto snapshot = InMemory(before).snapshot();
  std::size_t number = 0;
  for (const auto kind : {model::RecordKind::partner, model::RecordKind::engagement})
    for (const auto id : snapshot->ids(kind)) {
      if (++number % 9 != 0) continue;  // each takes as long as reading all of them four times
      CAPTURE(id);
      const auto there = app::preview_rename(*snapshot, {.occasion = InMemory::occasion(),
                                                         .id = std::string(id),
                                                         .new_id = "zzz-0h0h0h",
                                                         .draw = {}});
      REQUIRE(there);
      CHECK((*there)->new_findings().empty());
      const auto back = renamed(InMemory(applied(before, **there)), "zzz-0h0h0h", std::string(id));
      // An id of a defender that somebody chose by hand is not chosen again.
      if (!back && back.failure().kind == base::Failing::refused) continue;
      REQUIRE(back);
      CHECK(applied(applied(before, **there), **back) == before);
    }
  CHECK(number > 100);
}

}  // namespace
}  // namespace rapport::tests::app_rename_test
