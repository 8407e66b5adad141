// Which partners may be one and the same, and why.
#include "app/duplicates.hpp"
#include "app/likely_pairs.hpp"
#include "app/likeness.hpp"
#include "base/text.hpp"
#include "in_memory.hpp"
#include "records.hpp"

#include <fmt/format.h>

namespace rapport::tests::app_duplicates_test {
namespace {

using app::ComparedName;
using app::NameLikeness;

NameLikeness likeness(std::string_view one, std::string_view other) {
  const auto there = app::compare(ComparedName::of(one), ComparedName::of(other));
  CHECK(there == app::compare(ComparedName::of(other), ComparedName::of(one)));
  return there;
}

TEST_CASE("duplicates: how names are alike") {
  CHECK(likeness("María Ejemplo Ramírez", "EJEMPLO RAMIREZ, Maria") == NameLikeness::same);
  CHECK(likeness("Dr. Ana de la Cruz", "Ana Cruz") == NameLikeness::same);
  CHECK(likeness("Łukasz Wzór", "Lukasz Wzor") == NameLikeness::same);
  CHECK(likeness("山田太郎", "山田太郎") == NameLikeness::same);
  CHECK(likeness("Maria", "María") == NameLikeness::same_word);
  CHECK(likeness("Maria Ejemplo", "Mario Ejemplo") == NameLikeness::one_letter);
  CHECK(likeness("Maria Ejempol", "Maria Ejemplo") == NameLikeness::one_letter);
  CHECK(likeness("Ana Ejemplo", "Ava Ejemplo") == NameLikeness::none);
  CHECK(likeness("M. Ejemplo", "María Ejemplo") == NameLikeness::initials);
  CHECK(likeness("A. Muestra", "Ana Muestra") == NameLikeness::initials);
  CHECK(likeness("Muestra, A.", "Ana Muestra") == NameLikeness::initials);
  CHECK(likeness("Ortega y Gasset", "Ortega Gasset") == NameLikeness::same);
  CHECK(likeness("Mohammed Mithal", "Muhamad Mithal") == NameLikeness::sound);
  CHECK(likeness("María Ejemplo", "María Ejemplo Ramírez") == NameLikeness::part);
  CHECK(likeness("María Ejemplo", "Ana Muestra") == NameLikeness::none);
  CHECK(likeness("", "Ana Muestra") == NameLikeness::none);
}

std::string pairs(Records& records, int least = 50) {
  std::string all;
  for (const auto& pair : app::likely_pairs(records.data(), least))
    all += fmt::format("{} {} {}: {}\n", pair.points, pair.one->id(), pair.other->id(),
                       base::join(pair.reasons, ", "));
  return all;
}

TEST_CASE("duplicates: names, numbers and addresses, with the reasons") {
  Records records;
  records.partner("hrd-b",
                  "kind: defender\nname: Maria Ejemplo\ncountry: HND\n"
                  "contacts: [{key: k1, channel: email, value: Maria@Example.org}]\n");
  records.partner("hrd-a",
                  "kind: defender\nname: María Ejempla\ncountry: HND\n"
                  "contacts: [{key: k1, channel: email, value: maria@example.org}]\n");
  records.partner("law-c",
                  "kind: lawyer\nname: Ana Muestra\n"
                  "contacts: [{key: k1, channel: phone, value: +41 22 917 12 34}]\n");
  records.partner("law-d",
                  "kind: lawyer\nname: A. Muestra\n"
                  "contacts: [{key: k9, channel: signal, value: 0041229171234}]\n");
  records.partner("law-e",
                  "kind: lawyer\nname: A. Otra\n"
                  "contacts: [{key: k9, channel: signal, value: +1 229 171 234}]\n");
  records.partner("river", "kind: ngo\nname: Maria Ejemplo\ncountry: HND\n");
  CHECK(pairs(records) ==
        "100 hrd-a hrd-b: same mail address, names differ by one letter, same country\n"
        "80 law-c law-d: same telephone number, names agree by initials\n");
}

TEST_CASE("duplicates: what speaks against it") {
  Records records;
  records.partner("hrd-a", "kind: defender\nname: Maria Ejemplo\ncountry: HND\ngender: woman\n");
  records.partner("hrd-b", "kind: defender\nname: Maria Ejemplo\ncountry: GTM\ngender: man\n");
  CHECK(pairs(records).empty());
  CHECK(pairs(records, 15) ==
        "15 hrd-a hrd-b: same name, different countries, different genders\n");
}

TEST_CASE("duplicates: a line that many share says little") {
  Records records;
  for (const char* id : {"hrd-a", "hrd-b", "hrd-c", "hrd-d"})
    records.partner(id,
                    "kind: defender\n"
                    "contacts: [{key: k1, channel: phone, value: +41 22 917 12 34}]\n");
  CHECK(pairs(records).empty());
}

TEST_CASE("duplicates: a pair that was found to be two is not listed again") {
  const InMemory files({{"partners/civil-society/agua.yaml", "kind: ngo\nname: Agua Viva\n"},
                        {"partners/civil-society/viva.yaml", "kind: ngo\nname: Agua Viva\n"}});
  const auto mark = [&files](const std::string& one, const std::string& other,
                             const std::string& by) {
    return said(app::mark_not_same(
        *files.snapshot(), nullptr,
        {.occasion = InMemory::occasion(), .one = one, .other = other, .by = by}));
  };
  CHECK(mark("viva", "agua", "") ==
        "! who found that they are not the same?\n"
        "! hint: --by KEY of who looked at both: ada, holder\n");
  CHECK(mark("viva", "viva", "ada") == "! 'viva' is given twice\n! hint: name two partners\n");
  const std::string shown = mark("viva", "agua", "ada");
  CHECK(shown.find("partners/civil-society/agua.yaml") != std::string::npos);
  CHECK(shown.find("+not_same:\n+  - partner: viva\n+    by: ada\n+    on: 2026-06-20\n") !=
        std::string::npos);
  Records records;
  records.partner("agua",
                  "kind: ngo\nname: Agua Viva\nnot_same: [{partner: viva, by: ada, on: "
                  "2026-06-20}]\n");
  records.partner("viva", "kind: ngo\nname: Agua Viva\n");
  CHECK(pairs(records, 0).empty());
}

}  // namespace
}  // namespace rapport::tests::app_duplicates_test
