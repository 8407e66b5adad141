// Dates in queries: what is not known precisely enough is a maybe.
#include "query/operand.hpp"
#include "query_office.hpp"

namespace query_dates_test {

using rapport::query::Days;
using rapport::query::Period;
using rapport::query::read_days;
using rapport::query::Truth;
using rapport::tests::Office;
using rapport::value::Date;

namespace {

Date date(std::string_view text) { return *Date::parse(text); }
Days days(std::string_view text) { return *read_days(text, date("2026-03-31")); }
std::string first(std::string_view text) { return Date::of(days(text).first).str(); }

}  // namespace

TEST_CASE("query dates: relative to today, months clamped to their last day") {
  CHECK(first("today") == "2026-03-31");
  CHECK(first("yesterday") == "2026-03-30");
  CHECK(first("-1m") == "2026-02-28");
  CHECK(first("+1m") == "2026-04-30");
  CHECK(first("-6m") == "2025-09-30");
  CHECK(first("-2w") == "2026-03-17");
  CHECK(first("+30d") == "2026-04-30");
  CHECK(first("-2y") == "2024-03-31");
  CHECK_FALSE(read_days("-m", date("2026-03-31")));
  CHECK_FALSE(read_days("6m", date("2026-03-31")));
  CHECK_FALSE(read_days("-99999d", date("2026-03-31")));
  CHECK_FALSE(read_days("2026-13", date("2026-03-31")));
}

TEST_CASE("query dates: a date within the days is a yes, partly a maybe") {
  CHECK(within(date("2015-07"), days("2015")) == Truth::yes);
  CHECK(within(date("2015"), days("2015-07")) == Truth::maybe);
  CHECK(within(date("2014"), days("2015")) == Truth::no);
  CHECK(within(date("unknown"), days("2015")) == Truth::maybe);
  CHECK(within(Date{}, days("2015")) == Truth::no);
}

TEST_CASE("query dates: what lasts is under way on each of its days") {
  const Period visit{date("2026-05-04"), date("2026-05-15")};
  CHECK(within(visit, days("2026-05-10")) == Truth::yes);
  CHECK(within(visit, days("2026-05-16")) == Truth::no);
  CHECK(within(visit, days("2026")) == Truth::yes);
  const Period vague{date("2026-05"), date("2026-06")};
  CHECK(within(vague, days("2026-05-31")) == Truth::yes);
  CHECK(within(vague, days("2026-05-01")) == Truth::maybe);
}

TEST_CASE("query dates: what happened once between two dates is a maybe on any of them") {
  const Period once{date("2014"), date("2015"), true};
  CHECK(within(once, days("2014-06")) == Truth::maybe);
  CHECK(within(once, Days{date("2014").first(), date("2015").last()}) == Truth::yes);
  CHECK(within(once, days("2016")) == Truth::no);
}

TEST_CASE("query dates: comparisons and ranges are closed on the whole date") {
  Office office;
  CHECK(office.engagements("start:2015") == "2015-side-event 2016-once?");
  CHECK(office.engagements("start:>=2015-07 start:<=2024-11-03") ==
        "2015-side-event 2016-once? 2024-11-consultation");
  CHECK(office.engagements("start:>2015-07") ==
        "2016-once? 2024-11-consultation 2026-al-dam 2027-visit");
  CHECK(office.engagements("start:<2015-07") == "2016-once?");
  CHECK(office.engagements("start:<2015-07-10") == "2015-side-event? 2016-once?");
  CHECK(office.engagements("start:2015..2024") ==
        "2015-side-event 2016-once? 2024-11-consultation");
  CHECK(office.engagements("start:..2015") == "2015-side-event 2016-once?");
  CHECK(office.engagements("start:today..+1y") == "2027-visit");
  CHECK(office.engagements("not start:<2015-07-10") ==
        "2015-side-event? 2016-once? 2024-11-consultation 2026-al-dam 2026-draft 2027-visit dam");
  CHECK(office.engagements("visit.programme.at:2027-05-04") == "2027-visit");
}

TEST_CASE("query dates: when is any day of it") {
  Office office;
  CHECK(office.engagements("when:2024-11-04") == "2024-11-consultation");
  CHECK(office.engagements("when:2015") == "2015-side-event 2016-once?");
  CHECK(office.engagements("when:2026") == "2026-al-dam");
}

TEST_CASE("query dates: what began some time between two dates may have begun on any of them") {
  Office office;  // 2016-once is between 2014 and 2016-03
  CHECK(office.engagements("start:2014..2016") == "2015-side-event 2016-once");
  CHECK(office.engagements("start:<2014 kind:meeting") == "");
  CHECK(office.engagements("end:2016") == "2016-once?");
  CHECK(office.engagements("between:2015") == "2016-once?");
  CHECK(office.engagements("between:2014..2016-03") == "2016-once");
  CHECK(office.engagements("between:2013") == "");
  CHECK(office.engagements("has:between") == "2016-once");
  CHECK(office.engagements("has:start kind:meeting not 2027") == "");
}

TEST_CASE("query dates: engaged is every engagement up to today, and before a day the last") {
  Office office;
  CHECK(office.partners("engaged:<2025") == "achpr-sr hrd-k7m2qx? rio-committee uni-x");
  CHECK(office.partners("engaged:2026") == "hnd-mission");
  CHECK(office.partners("engaged:>=-6m") == "hnd-mission");
  CHECK(office.partners("not has:engaged") == "hrd-k7m2qx? town-hall");
  CHECK(office.partners("engaged:2015") == "achpr-sr uni-x?");
}

}  // namespace query_dates_test
