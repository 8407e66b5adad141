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
  CHECK(asked.member("RUS", "COE", "2022-03-17").known == Recorded::no);
  CHECK(asked.member("NIC", "OAS", "2023-11-19").known == Recorded::yes);
  CHECK(asked.member("NIC", "OAS", "2023-11-20").known == Recorded::no);
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
}

TEST_CASE("dated: no row is a no, except where the members are not recorded at all") {
  Asked asked;
  CHECK(asked.member("HND", "AU", "2026-06-20").known == Recorded::no);
  CHECK(asked.member("HND", "ECLAC", "2026-06-20").known == Recorded::not_recorded);
}

TEST_CASE("dated: before a membership that was taken up again, nothing is recorded") {
  Asked asked;
  CHECK(asked.member("GMB", "COMMONWEALTH", "2010-01-01").known == Recorded::not_recorded);
  CHECK(asked.member("MAR", "AU", "2017-01-29").known == Recorded::not_recorded);
  CHECK(asked.member("MAR", "AU", "2017-01-30").known == Recorded::yes);
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
  CHECK(asked.active("ie-somalia", "2026-04-10").unconfirmed);
  CHECK_FALSE(asked.active("sr-executions", "2026-07-31").renewal_unknown);
  CHECK(asked.active("sr-executions", "2026-08-01").renewal_unknown);
}

TEST_CASE("dated: the resolution of a day is the last one before it, if none can be missing") {
  Asked asked;
  const auto now = asked.resolution("sr-human-rights-defenders", "2026-04-10");
  CHECK(now.known == Recorded::yes);
  CHECK(now.row->symbol.str() == "A/HRC/RES/61/22");
  const auto earlier = asked.resolution("sr-human-rights-defenders", "2020-06-01");
  CHECK(earlier.known == Recorded::not_recorded);
  CHECK(earlier.row->symbol.str() == "A/HRC/RES/7/8");
  const auto first = asked.resolution("sr-human-rights-defenders", "2001-06-01");
  CHECK(first.known == Recorded::yes);
  CHECK(first.row->symbol.str() == "E/CN.4/RES/2000/61");
  CHECK(asked.resolution("sr-human-rights-defenders", "1999").row == nullptr);
  CHECK(asked.resolution("sr-russian-federation", "2026-01-10").inferred);
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

TEST_CASE("dated: a denounced treaty binds no more; when it did is not recorded") {
  Asked asked;
  CHECK(asked.party("JAM", "ICCPR-OP1", "2026-04-10").party == Recorded::no);
  CHECK(asked.party("JAM", "ICCPR-OP1", "1990").party == Recorded::not_recorded);
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
