// Which row a code or name that is none may stand for.
#include "reference/suggest.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

namespace reference_suggest_test {

using namespace rapport;
using value::CodeSet;
using Found = std::vector<std::string>;

namespace {

Found read(const reference::ReferenceData& library, CodeSet set, std::string_view written) {
  Found found;
  for (const auto row : reference::readings(library, set, written)) {
    const bool is_other_set = row.set != set;
    found.push_back((is_other_set ? std::string(value::word(row.set)) + "/" : "") +
                    std::string(library.codes().name(row)));
  }
  return found;
}

struct Expected {
  const char* written;
  Found states;
};

}  // namespace

TEST_CASE("suggest: codes of sport and former codes lead to their State, or to none") {
  const reference::ReferenceData library;
  const std::vector<Expected> all = {
      {"GER", {"DEU"}},
      {"ger", {"DEU"}},
      {"SUI", {"CHE"}},
      {"NED", {"NLD"}},
      {"MAD", {"MDG"}},
      {"NIG", {"NER"}},
      {"CRC", {"CRI"}},
      {"ROM", {"ROU"}},
      {"ENG", {"GBR"}},
      {"PAL", {"PSE"}},
      {"BUR", {"BFA", "MMR"}},
      {"KOS", {"territory/kosovo"}},
      {"XKX", {"territory/kosovo"}},
      {"ANT", {}},
      {"YUG", {}},
      {"SUN", {}},
      {"SCG", {}},
      {"TAH", {}},
      {"TPE", {}},
  };
  for (const auto& each : all) {
    CAPTURE(each.written);
    CHECK(read(library, CodeSet::state, each.written) == each.states);
  }
}

TEST_CASE("suggest: a name in English, French or Spanish leads to its State") {
  const reference::ReferenceData library;
  const std::vector<Expected> all = {
      {"HN", {"HND"}},
      {"UK", {"GBR"}},
      {"Honduras", {"HND"}},
      {"Hondurras", {"HND"}},
      {"Allemagne", {"DEU"}},
      {"Alemania", {"DEU"}},
      {"ivory coast", {"CIV"}},
      {"Burma", {"MMR"}},
      {"Holland", {"NLD"}},
      {"Swaziland", {"SWZ"}},
      {"Korea", {"KOR", "PRK"}},
      {"Gemany", {"DEU"}},
      {"Kosovo", {"territory/kosovo"}},
      {"Western Sahara", {"territory/ESH"}},
      {"Guyane", {}},
      {"Saint-Martin", {}},
      {"Islas Malvinas", {}},
      {"RFA", {"DEU"}},
      {"EL", {"GRC"}},
      {"Yugoslavia", {}},
      {"Taiwan", {}},
      {"Tibet", {}},
      {"Q", {}},
      {"", {}},
  };
  for (const auto& each : all) {
    CAPTURE(each.written);
    CHECK(read(library, CodeSet::state, each.written) == each.states);
  }
}

TEST_CASE("suggest: of the codes of States only two exchanged letters are a slip") {
  const reference::ReferenceData library;
  CHECK(read(library, CodeSet::state, "HDN") == Found{"HND"});
  CHECK(read(library, CodeSet::state, "MSR").empty());
  for (const auto* written : {"HNE", "GEX", "KOZ", "HXD", "EN", "ZZ", "HX", "GE1"}) {
    CAPTURE(written);
    CHECK(read(library, CodeSet::state, written).empty());
  }
}

TEST_CASE("suggest: no proposal contradicts the table of codes") {
  const reference::ReferenceData library;
  std::size_t tried = 0;
  for (const auto& row : library.table<model::StateRow>())
    for (const auto& other : row.other_codes) {
      CAPTURE(other.str());
      CHECK(library.codes().find(CodeSet::state, other.str()) == 0);
      const auto found = read(library, CodeSet::state, other.str());
      CHECK(std::ranges::count(found, row.code.str()) == 1);
      ++tried;
    }
  CHECK(tried > 100);
}

TEST_CASE("suggest: a slip never changes the State a code speaks of") {
  const reference::ReferenceData library;
  CHECK(reference::meant(library, CodeSet::presence, "hra-mdx") == "");
  CHECK(reference::meant(library, CodeSet::presence, "hra-cri") == "");
  CHECK(reference::meant(library, CodeSet::presence, "hra-mvd") == "hra-mdv");
  CHECK(reference::meant(library, CodeSet::mandate, "sr-iraq") == "");
  CHECK(reference::meant(library, CodeSet::mandate, "ie-malta") == "");
  CHECK(reference::meant(library, CodeSet::presence, "ohchr-co-hondura") == "ohchr-co-honduras");
  CHECK(reference::meant(library, CodeSet::presence, "OHCHR Office in Kenya") == "");
  CHECK(reference::meant(library, CodeSet::theme, "land-right") == "land-rights");
  CHECK(reference::meant(library, CodeSet::theme, "land rights and natural resorces") ==
        "land-rights");
  CHECK(reference::meant(library, CodeSet::mandate, "sr-human-right-defenders") ==
        "sr-human-rights-defenders");
}

TEST_CASE("suggest: the hint has every reading") {
  const reference::ReferenceData library;
  const auto hint = [&](std::string_view written) {
    return reference::did_you_mean(library, CodeSet::state, written);
  };
  CHECK(hint("GER") == "did you mean 'DEU'?");
  CHECK(hint("BUR") == "did you mean 'BFA' or 'MMR'?");
  CHECK(hint("XK") == "it is a territory, not a State: 'kosovo'");
  CHECK(hint("PRI") == "it is the code of a territory, not of a State");
  CHECK(hint("YUG").empty());
}

}  // namespace reference_suggest_test
