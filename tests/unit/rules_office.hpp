// The base of the fixtures, to lay a case over that a rule is to find.
#pragma once

#include "rules_repository.hpp"
#include "scratch.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

namespace rapport::tests {

inline constexpr std::string_view defender_path = "partners/defenders/hrd-k7m2qx.yaml";
inline constexpr std::string_view letter_path = "engagements/2026/2026-al-xxa-dam.yaml";

class BaseOffice : public test::Scratch {
 public:
  BaseOffice() {
    std::filesystem::copy(std::filesystem::path(RAPPORT_SOURCE_DIR) / "tests/fixtures/bad/_base",
                          path(),
                          std::filesystem::copy_options::recursive |
                              std::filesystem::copy_options::overwrite_existing);
  }

  /// The defender of the base with this consent.
  BaseOffice& defender(const std::string& acts) {
    write(defender_path,
          "kind: defender\nname: Lucía Ejemplo Ramírez\ncountry: XXA\n"
          "contacts:\n  - {key: k1, channel: signal, value: +999 5555 0101, use: "
          "preferred, verified: 2026-03-20}\nconsent:\n" +
              acts);
    return *this;
  }

  /// A visit with one slot.
  BaseOffice& slot(const std::string& fields) {
    write("engagements/2026/2026-07-visit-xxa.yaml",
          "kind: visit\ntitle: Official visit\nstatus: confirmed\ncountry: XXA\nstart: "
          "2026-07-06\nend: 2026-07-15\nvisit:\n  nature: official\n  programme:\n    - {key: s1, "
          "at: 2026-07-07T10:00-06:00, " +
              fields + "}\n");
    return *this;
  }

  std::string found(std::string rule) const {
    return CheckedRepository(path(), {}, 1, true, {std::move(rule)}).text();
  }
};

inline std::string letter_consent(const std::string& more) {
  return "  - {key: a1, on: 2026-03-20, act: given, case: examplia-dam, for: [letter], to: "
         "[state], states: [XXA], " +
         more + "by: self}\n";
}

inline bool says(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace rapport::tests
