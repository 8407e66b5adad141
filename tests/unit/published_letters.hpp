// Who signed which letter: 33 matters with published letters, by State, day, lead and co-signatories.
// The themes were coded from the subject of each matter alone, without looking at who signed. Bodies
// that are no special procedure are left out.
#pragma once

#include <array>
#include <string_view>

namespace published {

struct Letter {
  std::string_view matter;
  std::string_view states;  // like the others, several with a space between them
  std::string_view sent;
  std::string_view lead;
  std::string_view signers;
  std::string_view themes;
};

// clang-format off
inline constexpr std::array letters = {
    Letter{"m00", "AUS", "2026-02-27", "sr-counter-terrorism",
           "sr-freedom-of-expression sr-peaceful-assembly-association sr-human-rights-defenders sr-opt",
           "restrictive-legislation peaceful-assembly freedom-of-expression freedom-of-association participation-public-affairs non-discrimination counter-terrorism"},
    Letter{"m08", "CHN", "2004-07-08", "sr-torture",
           "sr-freedom-of-expression sr-executions",
           "extrajudicial-killing torture-ill-treatment religion-belief"},
    Letter{"m09", "CHN", "2006-12-22", "sr-religion-belief",
           "wg-arbitrary-detention",
           "arbitrary-detention incommunicado-detention judicial-harassment religion-belief freedom-of-expression"},
    Letter{"m10", "CHN", "2017-01-03", "sr-freedom-of-expression",
           "sr-migrants sr-minority-issues sr-racism",
           "smear-campaign deportation-refoulement arbitrary-detention non-discrimination refugees-asylum migrants minorities racism"},
    Letter{"m13", "CHN", "2022-02", "sr-human-rights-defenders",
           "wg-arbitrary-detention wg-enforced-disappearances sr-freedom-of-expression sr-peaceful-assembly-association sr-counter-terrorism",
           "arbitrary-detention enforced-disappearance judicial-harassment right-to-defend-rights freedom-of-expression counter-terrorism"},
    Letter{"m14", "ECU", "2019-05-07", "wg-arbitrary-detention",
           "sr-freedom-of-expression",
           "arbitrary-detention judicial-harassment"},
    Letter{"m15", "ECU", "2026-01-20", "sr-judges-lawyers",
           "",
           "dismissal-professional-reprisal judicial-harassment fair-trial-independence lawyers-judges"},
    Letter{"m17", "EGY", "2025", "wg-arbitrary-detention",
           "wg-enforced-disappearances sr-torture sr-counter-terrorism sr-freedom-of-expression sr-peaceful-assembly-association sr-judges-lawyers sr-health",
           "arbitrary-detention enforced-disappearance torture-ill-treatment unfair-trial detention-conditions counter-terrorism"},
    Letter{"m20", "GBR KEN", "2026-01-16", "sr-indigenous-peoples",
           "wg-business sr-climate-change sr-environment sr-health sr-human-rights-defenders sr-internally-displaced",
           "indigenous-peoples land-rights environment climate-change business"},
    Letter{"m24", "IDN", "2008-06-12", "sr-religion-belief",
           "sr-freedom-of-expression",
           "restrictive-legislation religion-belief freedom-of-expression minorities"},
    Letter{"m26", "IND", "2016-04-28", "wg-women-girls",
           "sr-freedom-of-expression sr-peaceful-assembly-association sr-human-rights-defenders sr-judges-lawyers sr-indigenous-peoples sr-violence-against-women",
           "physical-attack death-threats threats-intimidation right-to-defend-rights freedom-of-expression women-defenders journalists lawyers-judges"},
    Letter{"m27", "IND", "2020-11-03", "wg-arbitrary-detention",
           "sr-human-rights-defenders sr-minority-issues",
           "arbitrary-detention threats-intimidation judicial-harassment right-to-defend-rights older-persons"},
    Letter{"m29", "IRN", "2004-06-11", "sr-torture",
           "sr-violence-against-women",
           "torture-ill-treatment non-discrimination women-girls violence-against-women"},
    Letter{"m32", "IRN", "2008-10-17", "sr-religion-belief",
           "sr-minority-issues",
           "arbitrary-detention religion-belief minorities"},
    Letter{"m34", "IRN", "2021-05-27", "sr-iran",
           "wg-arbitrary-detention sr-freedom-of-expression sr-health sr-human-rights-defenders sr-torture sr-violence-against-women",
           "arbitrary-detention detention-conditions right-to-defend-rights health women-defenders"},
    Letter{"m35", "IRN", "2025-12-15", "sr-iran",
           "",
           "death-penalty arbitrary-detention"},
    Letter{"m38", "KAZ", "2005-12-09", "sr-religion-belief",
           "sr-torture",
           "arbitrary-detention deportation-refoulement religion-belief refugees-asylum"},
    Letter{"m40", "KHM", "2017-09-08", "sr-cambodia",
           "",
           "arbitrary-detention unfair-trial fair-trial-independence participation-public-affairs"},
    Letter{"m41", "MMR", "2007-11-21", "sr-religion-belief",
           "sr-freedom-of-expression sr-myanmar sr-human-rights-defenders",
           "arbitrary-detention reprisals-family right-to-defend-rights peaceful-assembly women-defenders"},
    Letter{"m42", "MYS", "2014-10-01", "sr-freedom-of-expression",
           "sr-peaceful-assembly-association sr-human-rights-defenders sr-judges-lawyers",
           "judicial-harassment restrictive-legislation right-to-defend-rights freedom-of-expression participation-public-affairs academic-freedom lawyers-judges journalists"},
    Letter{"m44", "MYS", "2018-12-28", "sr-freedom-of-expression",
           "",
           "restrictive-legislation freedom-of-expression access-to-information artistic-freedom journalists"},
    Letter{"m47", "NPL", "2022", "sr-human-rights-defenders",
           "wg-business sr-development sr-indigenous-peoples",
           "indigenous-peoples land-rights development"},
    Letter{"m50", "PAK", "2009-03-04", "sr-religion-belief",
           "wg-arbitrary-detention",
           "arbitrary-detention religion-belief minorities children"},
    Letter{"m52", "PAK", "2021-01-22", "sr-freedom-of-expression",
           "wg-arbitrary-detention sr-human-rights-defenders",
           "judicial-harassment right-to-defend-rights freedom-of-expression journalists"},
    Letter{"m53", "PER", "2026-01-16", "sr-judges-lawyers",
           "sr-freedom-of-expression sr-peaceful-assembly-association",
           "dismissal-professional-reprisal fair-trial-independence freedom-of-expression freedom-of-association lawyers-judges"},
    Letter{"m54", "PHL", "2012-12-28", "sr-freedom-of-expression",
           "sr-peaceful-assembly-association sr-human-rights-defenders sr-indigenous-peoples sr-executions sr-violence-against-women",
           "extrajudicial-killing threats-intimidation smear-campaign right-to-defend-rights environment women-defenders indigenous-peoples"},
    Letter{"m56", "RUS", "2025-12-05", "wg-arbitrary-detention",
           "sr-belarus wg-enforced-disappearances sr-executions sr-human-rights-defenders sr-judges-lawyers sr-russian-federation sr-torture",
           "arbitrary-detention incommunicado-detention enforced-disappearance extrajudicial-killing torture-ill-treatment unfair-trial armed-conflict-occupation"},
    Letter{"m59", "RUS", "2026-01-23", "sr-human-rights-defenders",
           "sr-russian-federation",
           "arbitrary-detention judicial-harassment right-to-defend-rights freedom-of-association freedom-of-expression women-defenders counter-terrorism"},
    Letter{"m61", "SWE", "2025-12-17", "sr-truth-justice",
           "sr-indigenous-peoples",
           "indigenous-peoples truth-justice-reparation"},
    Letter{"m62", "SYR", "2014-01-31", "sr-housing",
           "sr-food sr-health sr-torture sr-water-sanitation",
           "armed-conflict-occupation food water-sanitation health housing"},
    Letter{"m63", "UGA", "2002-04-19", "sr-torture",
           "wg-arbitrary-detention",
           "deportation-refoulement torture-ill-treatment arbitrary-detention"},
    Letter{"m64", "UGA", "2002-05-07", "sr-torture",
           "sr-violence-against-women sr-freedom-of-expression wg-arbitrary-detention",
           "arbitrary-detention non-discrimination lgbti"},
    Letter{"m68", "VNM", "2016-10-31", "sr-religion-belief",
           "",
           "physical-attack threats-intimidation destruction-of-property religion-belief minorities"},
};
// clang-format on

}  // namespace published
