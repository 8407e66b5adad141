// Dates are intervals: what is compared, and how surely.
#include "value/date.hpp"
#include "value/moment.hpp"
#include "value/scalars.hpp"
#include "value/telephone.hpp"
#include "value/word.hpp"

#include <doctest/doctest.h>

namespace value_date_test {

using namespace rapport::value;

namespace sample {

// Clang writes the names of an unnamed namespace in brackets, like a value without a name.
enum class Sample : std::uint8_t { absent, civil_society, case_, AL };

}  // namespace sample

namespace {

using sample::Sample;

Date date(std::string_view text) { return Date::parse(text).value(); }

}  // namespace

TEST_CASE("date: reads year, month, day and unknown, and nothing else") {
  for (const char* text : {"2015", "2015-07", "2016-02-29", "unknown"})
    CHECK(date(text).str() == text);
  for (const char* text : {"2015-02-29", "2015-13", "2015-00", "15", "2015-7", "2015-07-1", "1799",
                           "2015/07/01", "2015-07-30 ", ""})
    CHECK_FALSE(Date::parse(text));
}

TEST_CASE("date: comparing a month with a day of it answers maybe") {
  CHECK(before(date("2015-06"), date("2015-07-01")) == Truth::yes);
  CHECK(before(date("2015-07"), date("2015-07-15")) == Truth::maybe);
  CHECK(before(date("2015-07-15"), date("2015-07-15")) == Truth::no);
  CHECK(before(date("unknown"), date("2015")) == Truth::maybe);
  CHECK_FALSE(sure_before(Date{}, date("2015")));
}

TEST_CASE("date: within is sure only when all days are") {
  CHECK(within(date("2015-07-15"), date("2015-07-01"), date("2015-07-31")) == Truth::yes);
  CHECK(within(date("2015"), date("2015-07-01"), date("2015-07-31")) == Truth::maybe);
  CHECK(within(date("2016"), date("2015-07-01"), date("2015-07-31")) == Truth::no);
  CHECK(within(date("2015"), Date{}, Date{}) == Truth::yes);
}

TEST_CASE("moment: a time has its offset, and instants are compared across offsets") {
  const auto early = Moment::parse("2026-05-04T09:30-06:00").value();
  const auto late = Moment::parse("2026-05-04T18:00+02:00").value();
  CHECK(early.str() == "2026-05-04T09:30-06:00");
  CHECK(before(early, late) == Truth::yes);
  CHECK(before(late, early) == Truth::no);
  CHECK_FALSE(Moment::parse("2026-05-04T09:30"));
  CHECK_FALSE(Moment::parse("2026-05T09:30Z"));
  CHECK(Moment::parse("2026-05").value().has_time() == false);
}

TEST_CASE("word: the enumerators are the words") {
  CHECK(words_of<Sample>.size() == 3);
  CHECK(word(Sample::civil_society) == "civil-society");
  CHECK(word(Sample::case_) == "case");
  CHECK(word(Sample::AL) == "AL");
  CHECK(word(Sample::absent).empty());
}

TEST_CASE("phone: E.164 from how people write numbers") {
  CHECK(read_telephone("+41 22 917 12 34").uri() == "+41229171234");
  CHECK(read_telephone("0041 (22) 917-12-34").uri() == "+41229171234");
  CHECK(read_telephone("00 41 22 917 12 34").uri() == "+41229171234");
  CHECK(read_telephone("+41 (0)22 917 12 34").uri() == "+41229171234");
  CHECK(read_telephone("(+41) 22 917 12 34").uri() == "+41229171234");
  CHECK(read_telephone("+41\u00A022\u202F917\u201112.34").uri() == "+41229171234");
}

TEST_CASE("phone: an extension in the words of several languages") {
  for (const char* text :
       {"+41 22 917 12 34 ext. 12", "+41 22 917 12 34 Ext 12", "+41229171234;ext=12",
        "+41 22 917 12 34 x12", "+41 22 917 12 34 x 12", "+41 22 917 12 34 extn. 12",
        "+41 22 917 12 34, ext. 12", "+41 22 917 12 34 (ext. 12)", "+41 22 917 12 34 poste 12",
        "+41 22 917 12 34 int. 12", "+41 22 917 12 34 #12", "+41 22 917 12 34 доб. 12",
        "+41 22 917 12 34 转12", "+41 22 917 12 34 extensión 12", "+41 22 917 12 34 ramal: 12"})
    CHECK_MESSAGE(read_telephone(text).uri() == "+41229171234;ext=12", text);
}

TEST_CASE("phone: the fault is the one there is") {
  using enum TelephoneFault;
  const auto fault = [](const char* text) { return read_telephone(text).fault; };
  CHECK(fault("+41 22 917 12\u00D7 34") == words);
  CHECK(fault("022 917 12 34") == no_country);
  CHECK(fault("+41 22 ext 5") == length);
  CHECK(fault("+41 22 917 12 34 ext.") == no_extension);
  CHECK(fault("+41 22 917 12 34 ext. 123456789") == no_extension);
  CHECK(fault("+41 22 700 00 00 / 700 00 01") == two_numbers);
  CHECK(fault("+41 22 700 00 00 +41 22 700 00 01") == two_numbers);
  CHECK(fault("+41 22 700 00 00, 700 00 01") == two_numbers);
  CHECK(fault("+41 22 700 00 00 (24h)") == words);
  CHECK(fault("+41 22 700 00 00 (reception)") == words);
  CHECK(fault("+41 22 700 00 00 or 700 00 01") == words);
  CHECK(fault("Reception +41 22 700 00 00") == words);
  CHECK(fault("+1 800 FLOWERS") == letters);
  CHECK(fault("+41 22 917 12 OO") == letters);
  CHECK(fault("+41 22 917 l2 34") == letters);
  CHECK(fault("+٤١٢٢٩١٧١٢٣٤") == other_digits);
  CHECK(fault("+41 22 917 १२ ३४") == other_digits);
  CHECK(fault("＋41 22 917 12 34") == other_digits);
  CHECK(fault("+41 22 917 12 34,,12") == no_extension);
  CHECK(fault("+0 22 700 00 00") == zero_country);
  CHECK(fault("++41 22 700 00 00") == two_numbers);
  CHECK(fault("+41 22") == length);
  CHECK(fault("+41 22 700 00 00 00 00 00 00") == length);
}

TEST_CASE("hours: a day has 24 of them") {
  for (const char* text : {"18:00-21:00", "00:00-24:00", "23:59-00:00"})
    CHECK(HoursForm::accepts(text));
  for (const char* text : {"24:59-24:30", "24:01-25:00", "18:60-19:00", "18:00"})
    CHECK_FALSE(HoursForm::accepts(text));
}

TEST_CASE("count: absent and unknown count nobody") {
  CHECK(*Count{} == 0);
  CHECK(*Count::unknown(1) == 0);
  CHECK(*Count(7, 1) == 7);
}

TEST_CASE("date: in words, and nothing for one that is not known") {
  CHECK(Date::parse("2026-04-10")->in_words() == "10 April 2026");
  CHECK(Date::parse("2026-12")->in_words() == "December 2026");
  CHECK(Date::parse("2026")->in_words() == "2026");
  CHECK(Date::parse("unknown")->in_words() == "");
  CHECK(Date().in_words() == "");
}

TEST_CASE("word: read back as it is written, and told to people and programs") {
  for (const auto word : words_of<sample::Sample>)
    CHECK(rapport::value::word(*parse_word<sample::Sample>(word)) == word);
  for (const auto* text : {"", "absent", "civil_society", "case_", "al"})
    CHECK_FALSE(parse_word<sample::Sample>(text));
  CHECK(label("civil-society") == "civil society");
  CHECK(label("name_as") == "name as");
  CHECK(key_of("civil-society") == "civil_society");
}

}  // namespace value_date_test
