// Records that nothing refers to are removed; what is lost with them is said.
#include "app/remove.hpp"
#include "base/text.hpp"
#include "in_memory.hpp"

namespace rapport::tests::app_remove_test {
namespace {

const std::string agua = "partners/civil-society/agua.yaml";
const std::string viva = "partners/civil-society/viva.yaml";

std::string planned(const std::map<std::string, std::string>& files,
                    const std::vector<std::string>& ids) {
  const auto removal = app::plan_removal(*InMemory(files).snapshot(), ids);
  if (!removal) return "! " + removal.failure().what;
  return base::join(removal->losses, "\n");
}

TEST_CASE("rm: not while another record refers to it, by reference or in a text") {
  const std::map<std::string, std::string> files = {
      {agua, "kind: ngo\nname: Agua\n"},
      {viva, "kind: ngo\nname: Viva\naffiliations: [{body: agua}]\nnotes: See <agua>.\n"}};
  CHECK(planned(files, {"agua"}) ==
        "! 'agua' is referred to in 2 places\n"
        "  partners/civil-society/viva.yaml:3:23: body\n"
        "  partners/civil-society/viva.yaml:4:13: notes");
  CHECK(planned(files, {"viva"}) == viva + ": 1 affiliation");
  CHECK(planned(files, {"agua", "viva", "agua"}) == agua + "\n" + viva + ": 1 affiliation");
  CHECK(planned(files, {"ague"}) == "! no record 'ague'");
}

TEST_CASE("rm: what somebody refused is not forgotten unsaid") {
  CHECK(planned({{agua,
                  "kind: ngo\nname: Agua\nconsent:\n"
                  "  - {key: a1, on: 2026-01-02, act: refused, by: organisation}\n"}},
                {"agua"}) ==
        agua +
            ": 1 act of consent; what they refused or took back is forgotten with it: keep the "
            "record of who wants not to be contacted");
}

TEST_CASE("rm: that another one is not the same goes with it") {
  const InMemory files(
      {{agua, "kind: ngo\nname: Agua\nnot_same: [{partner: viva, by: ada, on: 2026-01-02}]\n"},
       {viva, "kind: ngo\nname: Viva\n"}});
  const auto snapshot = files.snapshot();
  const auto removal = app::plan_removal(*snapshot, {"viva"});
  REQUIRE(removal);
  const auto preview = app::Preview::make(*snapshot, InMemory::occasion(), removal->edit);
  REQUIRE(preview);
  CHECK((*preview)->new_findings().empty());
  REQUIRE((*preview)->files().size() == 2);
  CHECK(*(*preview)->files()[0].after == "kind: ngo\nname: Agua\n");
  CHECK_FALSE((*preview)->files()[1].after);
}

}  // namespace
}  // namespace rapport::tests::app_remove_test
