// Memberships, mandates, resolutions and treaties as they were on a day.
#include "reference/dated.hpp"

#include <doctest/doctest.h>

namespace reference_dated_test {

using namespace rapport;
using reference::Inactive;
using reference::Recorded;
using value::CodeSet;
using value::Date;

namespace {

struct Asked {
  Asked() = default;
  explicit Asked(std::string_view own)
      : source{.text = own, .path = "reference/own.yaml", .stem = "own"} {
    library.add(source);
  }

  template <CodeSet Set>
  value::Code<Set> code(std::string_view text) const {
    const auto index = library.codes().find(Set, text);
    REQUIRE(index != 0);
    return {index, 0};
  }
  reference::Membership member(std::string_view state, std::string_view organisation,
                               std::string_view on) const {
    return reference::membership(library, code<CodeSet::state>(state),
                                 code<CodeSet::organisation>(organisation), *Date::parse(on));
  }
  reference::Activity active(std::string_view mandate, std::string_view on) const {
    return reference::activity(*library.row(code<CodeSet::mandate>(mandate)), *Date::parse(on));
  }
  reference::Resolution resolution(std::string_view mandate, std::string_view on) const {
    return reference::resolution(*library.row(code<CodeSet::mandate>(mandate)), *Date::parse(on));
  }
  reference::TreatyAnswer party(std::string_view state, std::string_view treaty,
                                std::string_view on) const {
    return reference::treaty(library, code<CodeSet::state>(state), code<CodeSet::treaty>(treaty),
                             *Date::parse(on));
  }

  value::Source source;
  reference::ReferenceData library;
};

}  // namespace

TEST_CASE("dated: a membership ends on its day") {
  Asked asked;
  CHECK(asked.member("GBR", "EU", "2020-01-31").known == Recorded::yes);
  CHECK(asked.member("GBR", "EU", "2020-02-01").known == Recorded::no);
  CHECK(asked.member("GBR", "EU", "1972").known == Recorded::no);
  CHECK(asked.member("RUS", "COE", "2022-03-15").known == Recorded::yes);
  CHECK(asked.member("RUS", "COE", "2022-03-16").known == Recorded::no);
  CHECK(asked.member("NIC", "OAS", "2023-11-18").known == Recorded::yes);
  CHECK(asked.member("NIC", "OAS", "2023-11-19").known == Recorded::no);
}

TEST_CASE("dated: a membership whose beginning is not recorded says so for earlier days") {
  Asked asked;
  const auto now = asked.member("HND", "OAS", "2026-06-20");
  CHECK(now.known == Recorded::yes);
  CHECK_FALSE(now.at_record);
  const auto then = asked.member("HND", "OAS", "2015-07-01");
  CHECK(then.known == Recorded::yes);
  CHECK(then.at_record);
  CHECK(then.as_of.str() == "2026-05");
  CHECK_FALSE(asked.member("ALB", "COE", "2015-07-01").at_record);
  CHECK_FALSE(asked.member("HND", "UN", "2015-07-01").at_record);
  CHECK(asked.member("HND", "UN", "1990-07-01").at_record);
}

TEST_CASE("dated: a day within an imprecise date is a maybe") {
  Asked asked;
  CHECK(asked.member("MNE", "COE", "2006-12-31").known == Recorded::no);
  CHECK(asked.member("MNE", "COE", "2007-06-01").known == Recorded::maybe);
  CHECK(asked.member("MNE", "COE", "2008-01-01").known == Recorded::yes);
  CHECK(asked.party("AFG", "OPCAT", "2018-05-01").party == Recorded::maybe);
  CHECK(asked.party("AFG", "OPCAT", "2018-05-01").date.str() == "2018");
  CHECK(asked.party("AFG", "OPCAT", "2019-01-01").party == Recorded::yes);
  CHECK(asked.party("AFG", "OPCAT", "2017-12-31").party == Recorded::no);
  CHECK(asked.active("ie-somalia", "2025-10-15").known == Recorded::maybe);
  CHECK(asked.resolution("sr-human-rights-defenders", "2003-06-01").known == Recorded::maybe);
  Asked own(
      "states:\n  - {code: XXA, name_en: Examplia}\n"
      "standing_invitations:\n  - {state: XXA, issued: yes, since: 2011-03}\n");
  const auto xxa = own.code<CodeSet::state>("XXA");
  CHECK(reference::standing_invitation(own.library, xxa, Date::of(2011, 3, 9)).known ==
        Recorded::maybe);
}

TEST_CASE("dated: a suspension is no end of a membership") {
  Asked asked;
  const auto then = asked.member("HND", "OAS", "2010-06-01");
  CHECK(then.known == Recorded::yes);
  REQUIRE(then.suspended != nullptr);
  CHECK(then.suspended->until.str() == "2011-06-01");
  CHECK(asked.member("HND", "OAS", "2011-06-02").suspended == nullptr);
}

TEST_CASE("dated: days of memberships that matter to letters") {
  Asked asked;
  struct Day {
    const char *state, *organisation, *first;
  };
  for (const Day& day : {Day{"HRV", "EU", "2013-07-01"}, Day{"TGO", "COMMONWEALTH", "2022-06-25"},
                         Day{"MCO", "COE", "2004-10-05"}, Day{"MNG", "OSCE", "2012-11-21"},
                         Day{"SSD", "UN", "2011-07-14"}, Day{"SSD", "AU", "2011-07-27"},
                         Day{"CHE", "UN", "2002-09-10"}, Day{"MNE", "UN", "2006-06-28"}}) {
    CAPTURE(day.state);
    const Date first = *Date::parse(day.first);
    CHECK(asked.member(day.state, day.organisation, day.first).known == Recorded::yes);
    CHECK(asked.member(day.state, day.organisation, value::plus_days(first, -1).str()).known ==
          Recorded::no);
  }
}

TEST_CASE("dated: no row is a no, except where the members are not recorded at all") {
  Asked asked;
  CHECK(asked.member("HND", "AU", "2026-06-20").known == Recorded::no);
  CHECK(asked.member("HND", "ECLAC", "2026-06-20").known == Recorded::not_recorded);
}

TEST_CASE("dated: who left and came back was no member in between") {
  Asked asked;
  CHECK(asked.member("GMB", "COMMONWEALTH", "2010-01-01").known == Recorded::yes);
  CHECK(asked.member("GMB", "COMMONWEALTH", "2015-01-01").known == Recorded::no);
  CHECK(asked.member("GMB", "COMMONWEALTH", "2018-02-08").known == Recorded::yes);
  CHECK(asked.member("MDV", "COMMONWEALTH", "2016-10-13").known == Recorded::no);
  CHECK(asked.member("MDV", "COMMONWEALTH", "2018-01-01").row->until.str() == "2016-10-12");
  CHECK(asked.member("MDV", "COMMONWEALTH", "2020-02-01").known == Recorded::yes);
  CHECK(asked.member("MAR", "AU", "2010-01-01").known == Recorded::no);
  CHECK(asked.member("MAR", "AU", "2017-01-30").known == Recorded::no);
  CHECK(asked.member("MAR", "AU", "2017-01-31").known == Recorded::yes);
  Asked own(
      "states:\n  - code: XXA\n    name_en: Examplia\n    memberships:\n"
      "      - {organisation: AU, status: member, since: 2017-01-31, earlier: yes}\n");
  CHECK(own.member("XXA", "AU", "2017-01-30").known == Recorded::not_recorded);
}

TEST_CASE("dated: a territory can be a member") {
  Asked asked;
  const auto answer =
      reference::membership(asked.library, asked.code<CodeSet::territory>("ESH"),
                            asked.code<CodeSet::organisation>("AU"), Date::of(2015, 7, 1));
  CHECK(answer.known == Recorded::yes);
}

TEST_CASE("dated: a mandate is active from its first resolution until it is merged") {
  Asked asked;
  CHECK(asked.active("sr-human-rights-defenders", "2026-04-10").known == Recorded::yes);
  CHECK(asked.active("sr-human-rights-defenders", "1999").because == Inactive::not_yet);
  CHECK(asked.active("sr-slavery", "2025-09-30").known == Recorded::yes);
  CHECK(asked.active("sr-slavery", "2025-11-01").because == Inactive::merged);
  CHECK(asked.active("sr-syria", "2026-04-10").because == Inactive::dormant);
  CHECK(asked.active("ie-somalia", "2025-09-30").known == Recorded::yes);
  CHECK(asked.active("ie-somalia", "2026-04-10").because == Inactive::ended);
  CHECK(asked.active("ie-sudan", "2015-04-10").known == Recorded::yes);
  CHECK(asked.active("ie-sudan", "2021-04-10").because == Inactive::ended);
  CHECK(asked.active("ie-mali", "2012-12-01").because == Inactive::not_yet);
  CHECK_FALSE(asked.active("sr-executions", "2026-07-31").renewal_unknown);
  CHECK(asked.active("sr-executions", "2026-08-01").renewal_unknown);
}

TEST_CASE("dated: the resolution of a day is the last one before it, if none can be missing") {
  Asked asked;
  const auto now = asked.resolution("sr-human-rights-defenders", "2026-04-10");
  CHECK(now.known == Recorded::yes);
  CHECK(now.row->symbol.str() == "A/HRC/RES/61/22");
  const auto earlier = asked.resolution("sr-human-rights-defenders", "2024-01-01");
  CHECK(earlier.known == Recorded::yes);
  CHECK(earlier.row->symbol.str() == "A/HRC/RES/52/4");
  const auto gap = asked.resolution("sr-development", "2022-01-01");
  CHECK(gap.known == Recorded::not_recorded);
  CHECK(gap.row->symbol.str() == "A/HRC/RES/33/14");
  const auto first = asked.resolution("sr-human-rights-defenders", "2000-06-01");
  CHECK(first.known == Recorded::yes);
  CHECK(first.row->symbol.str() == "E/CN.4/RES/2000/61");
  CHECK(asked.resolution("sr-human-rights-defenders", "1999").row == nullptr);
  CHECK(asked.resolution("wg-arbitrary-detention", "2018-01-10").inferred);
  CHECK_FALSE(asked.resolution("wg-arbitrary-detention", "2026-01-10").inferred);
}

TEST_CASE("dated: a treaty binds from its date") {
  Asked asked;
  const auto party = asked.party("HND", "ICCPR", "2026-04-10");
  CHECK(party.party == Recorded::yes);
  CHECK(party.date.year() == 1997);
  CHECK(party.as_of.str() == "2022-08-25");
  CHECK(asked.party("HND", "ICCPR", "1996").party == Recorded::no);
  CHECK(asked.party("USA", "ICESCR", "2026-04-10").party == Recorded::no);
  CHECK(asked.party("USA", "ICESCR", "2026-04-10").action->status == model::TreatyStatus::signed_);
}

TEST_CASE("dated: a change that is only remembered is told and not applied") {
  Asked asked;
  const auto later = asked.party("BLR", "ICCPR-OP1", "2026-04-10");
  CHECK(later.party == Recorded::yes);
  REQUIRE(later.remembered != nullptr);
  CHECK(later.remembered->status == model::TreatyStatus::denounced);
  CHECK(asked.party("BLR", "ICCPR-OP1", "2022-04-10").remembered == nullptr);
}

TEST_CASE("dated: a denounced treaty binds until its denunciation takes effect") {
  Asked asked(
      "as_of: 2022-08\n"
      "ratifications:\n  - code: BLR\n    treaties:\n      - {treaty: CAT, status: denounced}\n"
      "      - {treaty: CRC, status: denounced, date: 1990, ended: 2010}\n");
  CHECK(asked.party("JAM", "ICCPR-OP1", "2026-04-10").party == Recorded::no);
  CHECK(asked.party("JAM", "ICCPR-OP1", "1998-01-23").party == Recorded::no);
  CHECK(asked.party("JAM", "ICCPR-OP1", "1998-01-22").party == Recorded::yes);
  CHECK(asked.party("TTO", "ICCPR-OP1", "2000-06-26").party == Recorded::yes);
  CHECK(asked.party("TTO", "ICCPR-OP1", "2000-06-27").party == Recorded::no);
  CHECK(asked.party("GUY", "ICCPR-OP1", "2010-01-01").party == Recorded::yes);
  CHECK(asked.party("BLR", "CAT", "2020-01-01").party == Recorded::not_recorded);
  CHECK(asked.party("BLR", "CAT", "2023-01-01").party == Recorded::no);
  CHECK(asked.party("BLR", "CRC", "2005-01-01").party == Recorded::yes);
  CHECK(asked.party("BLR", "CRC", "2010-05-01").party == Recorded::maybe);
}

TEST_CASE("dated: days of treaties of which only the year was recorded") {
  Asked asked;
  CHECK(asked.party("FJI", "ICCPR", "2018-08-15").party == Recorded::no);
  CHECK(asked.party("FJI", "ICCPR", "2018-08-16").party == Recorded::yes);
  CHECK(asked.party("QAT", "ICESCR", "2018-05-20").party == Recorded::no);
  CHECK(asked.party("MMR", "ICESCR", "2017-10-06").party == Recorded::yes);
  CHECK(asked.party("SOM", "CRC", "2015-09-30").party == Recorded::no);
  CHECK(asked.party("SSD", "ICCPR", "2024-02-04").party == Recorded::no);
  CHECK(asked.party("SSD", "ICCPR", "2024-02-05").party == Recorded::yes);
}

TEST_CASE("dated: what the office records is an answer, and what nobody recorded is none") {
  Asked asked(
      "states:\n  - {code: XXA, name_en: Examplia}\n"
      "ratifications:\n  - {code: XXA, treaties: [{treaty: ICCPR, status: party, date: 1999}]}\n"
      "standing_invitations:\n  - {state: XXA, issued: yes, since: 2011-03}\n"
      "nhris:\n  - {code: xxa-ombudsman, state: XXA, name_en: Ombudsman, accreditation: A}\n");
  CHECK(asked.library.own_files()[0].faults.empty());
  CHECK(asked.party("XXA", "ICCPR", "2026").party == Recorded::yes);
  CHECK(asked.party("XXA", "ICCPR", "2026").origin == reference::Origin::office);
  CHECK(asked.party("XXA", "CAT", "2026").party == Recorded::not_recorded);
  const auto xxa = asked.code<CodeSet::state>("XXA");
  const auto hnd = asked.code<CodeSet::state>("HND");
  CHECK(reference::standing_invitation(asked.library, xxa, Date::of(2026)).known == Recorded::yes);
  CHECK(reference::standing_invitation(asked.library, xxa, Date::of(2010)).known == Recorded::no);
  CHECK(reference::standing_invitation(asked.library, hnd, Date::of(2026)).known ==
        Recorded::not_recorded);
  CHECK(reference::nhris(asked.library, xxa).size() == 1);
  CHECK(reference::nhris(asked.library, hnd).empty());
}

TEST_CASE("dated: the office's own status of a treaty stands before the shipped one") {
  Asked asked(
      "ratifications:\n  - {code: BLR, treaties: [{treaty: ICCPR-OP1, status: denounced}]}\n");
  CHECK(asked.party("BLR", "ICCPR-OP1", "2026-04-10").party == Recorded::no);
  CHECK(asked.party("BLR", "ICCPR", "2026-04-10").party == Recorded::yes);
}

TEST_CASE("dated: who left and joined again was a member before leaving") {
  Asked asked(
      "states:\n  - code: XXA\n    name_en: Examplia\n    memberships:\n"
      "      - {organisation: COE, status: former, since: 1990, until: 1999-12-31}\n"
      "      - {organisation: COE, status: member, since: 2010}\n");
  REQUIRE(asked.library.own_files()[0].faults.empty());
  CHECK(asked.member("XXA", "COE", "1995").known == Recorded::yes);
  CHECK(asked.member("XXA", "COE", "2005").known == Recorded::no);
  CHECK(asked.member("XXA", "COE", "2015").known == Recorded::yes);
  CHECK(asked.member("XXA", "COE", "1985").known == Recorded::no);
  CHECK(asked.member("XXA", "COE", "1995").row->until.str() == "1999-12-31");
}

TEST_CASE("dated: a standing invitation that is not said to be issued is not recorded") {
  Asked asked(
      "states:\n  - {code: XXA, name_en: Examplia}\n"
      "standing_invitations:\n  - {state: XXA, since: 2011-03}\n");
  const auto xxa = asked.code<CodeSet::state>("XXA");
  CHECK(reference::standing_invitation(asked.library, xxa, Date::of(2026)).known ==
        Recorded::not_recorded);
}

TEST_CASE("dated: a term of office that is a slip of the key ends no calendar") {
  Asked asked(
      "mandates:\n  - code: sr-examples\n    kind: special-rapporteur\n    scope: thematic\n"
      "    status: active\n    title_en: Examples\n    term_years: 999999999\n"
      "    resolutions:\n      - {symbol: A/HRC/RES/1/1, date: 2010-03-01, act: established}\n");
  CHECK_FALSE(asked.resolution("sr-examples", "2026").renewal_unknown);
}

}  // namespace reference_dated_test
