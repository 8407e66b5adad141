// What is said of a query that cannot be answered.
#include "query_office.hpp"

#include <utility>

namespace query_mistakes_test {

using rapport::tests::Office;

TEST_CASE("query mistake: an unknown field names the nearest one") {
  Office office;
  CHECK(office.partners("kind:ngo contry:XXA") ==
        "rapport: no field 'contry'\n"
        "  kind:ngo contry:XXA\n"
        "           ^~~~~~\n"
        "hint: did you mean 'country'?");
}

TEST_CASE("query mistake: the caret counts columns, not bytes, and shows no control character") {
  Office office;
  CHECK(office.partners("\"né\" contry:XXA") ==
        "rapport: no field 'contry'\n"
        "  \"né\" contry:XXA\n"
        "       ^~~~~~\n"
        "hint: did you mean 'country'?");
  CHECK(office.partners("\"a\x1b\" contry:XXA") ==
        "rapport: no field 'contry'\n"
        "  \"a\\x1b\" contry:XXA\n"
        "          ^~~~~~\n"
        "hint: did you mean 'country'?");
}

namespace {

/// The message without its three lines: "what | marked text | hint".
std::string brief(std::string_view query, rapport::model::RecordKind kind) {
  Office office;
  auto result = rapport::query::understand(query, kind, office.context());
  const auto* mistake = std::get_if<rapport::query::Mistake>(&result);
  if (mistake == nullptr) return "understood";
  return mistake->what + " | " + std::string(query.substr(mistake->at.offset, mistake->at.length)) +
         " | " + mistake->hint;
}
std::string partners(std::string_view query) {
  return brief(query, rapport::model::RecordKind::partner);
}
std::string engagements(std::string_view query) {
  return brief(query, rapport::model::RecordKind::engagement);
}

}  // namespace

TEST_CASE("query mistake: a field of another place is named") {
  CHECK(engagements("type:AL") == "no field 'type' | type | did you mean 'communication.type'?");
  CHECK(partners("status:held") ==
        "no field 'status' | status | engagements have it: write with.status, or rapport list "
        "engagements");
  CHECK(engagements("engaged:2025") ==
        "no field 'engaged' | engaged | partners have it: write with.engaged, or rapport list "
        "partners");
  CHECK(engagements("group:states") ==
        "no field 'group' | group | partners have it: write with.group, or attendance.groups");
  CHECK(partners("contacts.chanel:email") ==
        "no field 'chanel' in 'contacts' | chanel | did you mean 'channel'?");
  CHECK(partners("http://example.org") ==
        "no field 'http' | http | to search for a text with a colon, write it in double quotes");
  CHECK(partners("country.name:x") ==
        "'country' has no fields of its own | country.name | write country:value");
  CHECK(partners("risk:high")
            .starts_with("'risk' is made of fields; use one of them | risk | risk.level, "));
  CHECK(partners("kind:(ngo)") ==
        "'kind' has no fields of its own | kind | list its values: kind:a,b");
  CHECK(partners("contacts:(engaged:2025)").starts_with("no field 'engaged' in 'contacts' | "));
}

TEST_CASE("query mistake: an unknown value names the nearest one, or all") {
  CHECK(partners("kind:ngoo") == "'ngoo' is not a value of 'kind' | ngoo | did you mean 'ngo'?");
  CHECK(partners("risk.level:terrible") ==
        "'terrible' is not a value of 'risk.level' | terrible | one of low, medium, high, extreme");
  CHECK(partners("kind:ngo,lawer") ==
        "'lawer' is not a value of 'kind' | lawer | did you mean 'lawyer'?");
  CHECK(partners("country:Honduras") ==
        "'Honduras' is not a State code | Honduras | did you mean 'HND'?");
  CHECK(partners("country:HN") == "'HN' is not a State code | HN | did you mean 'HND'?");
  CHECK(partners("theme:land-right") ==
        "'land-right' is not a theme code | land-right | did you mean 'land-rights'?");
  CHECK(partners("country:qqqqq") ==
        "'qqqqq' is not a State code | qqqqq | to list them: rapport reference state");
  CHECK(engagements("with:rio-comittee") ==
        "no partner 'rio-comittee' | rio-comittee | did you mean 'rio-committee'?");
  CHECK(engagements("case:rio-committee").starts_with("no engagement 'rio-committee' | "));
  CHECK(partners("id:dam").starts_with("no partner 'dam' | dam | "));
  CHECK(partners("national_staff:maybe") ==
        "'maybe' is not a value of 'national_staff' | maybe | write yes or no");
  CHECK(partners("language:x!") ==
        "'x!' is not a language tag | x! | write a code such as es, or zh-Hant");
}

TEST_CASE("query mistake: dates and numbers that are none") {
  CHECK(engagements("start:2025-13") ==
        "'2025-13' is not a date | 2025-13 | write 2025, 2025-07, 2025-07-30, today or -6m");
  CHECK(engagements("start:2025/07/30") ==
        "'2025/07/30' is not a date | 2025/07/30 | did you mean '2025-07-30'?");
  CHECK(engagements("start:>=2025-07-30T10:00Z") ==
        "'2025-07-30T10:00Z' is not a date | 2025-07-30T10:00Z | a query compares days, not times "
        "of day: write 2025-07-30");
  CHECK(partners("engaged:-6m") ==
        "'-6m' alone is a single day | -6m | write engaged:>=-6m or engaged:<-6m");
  CHECK(engagements("start:2016..2014") == "this range ends before it begins | 2016..2014 | ");
  CHECK(engagements("start:>=2014..2016")
            .starts_with("a range is two values with '..' between them | >=2014..2016 | "));
  CHECK(engagements("start:~2014") == "'start' has no text | ~2014 | write start:2014");
  CHECK(engagements("attendance.total:many") ==
        "'many' is not a count | many | write a whole number, or unknown");
  CHECK(partners("risk.check_in:soon") ==
        "'soon' is not a duration | soon | write 30d, 2w, 6m or 1y");
}

TEST_CASE("query mistake: what has no order or no parts says so") {
  CHECK(partners("kind:>=ngo") ==
        "the values of 'kind' have no order | >=ngo | list the values: kind:a,b");
  CHECK(partners("kind:~ngo") ==
        "'kind' is compared as a whole value only | ~ngo | write kind:ngo");
  CHECK(partners("name:<m") ==
        "the values of 'name' have no order | <m | write name:value, or name:~part");
  CHECK(partners("name:rio*") ==
        "'*' is not a wildcard here | rio* | write name:~rio for a part of it");
  CHECK(partners("name:~\"\"") == "every text contains nothing | ~\"\" | write has:name");
}

TEST_CASE("query mistake: habits from other tools") {
  CHECK(partners("kind=ngo") == "a query does not compare with '=' | = | write kind:ngo");
  CHECK(partners("kind == ngo") ==
        "'==' is not a word of a query | == | write field:value, without spaces");
  CHECK(partners("kind!=ngo") == "a query does not compare with '!=' | != | write not kind:ngo");
  CHECK(partners("country='HND'") == "a query does not compare with '=' | = | write country:HND");
  CHECK(partners("engaged<2025") == "a query does not compare with '<' | < | write engaged:<2025");
  CHECK(partners("kind:=ngo") ==
        "a query does not compare with '=' | = | write kind:value for equal, kind:~text for "
        "containing");
  CHECK(partners("kind:!=ngo") == "a query does not compare with '!=' | != | write not kind:value");
  CHECK(partners("country:'HND'") ==
        "text goes in double quotes | ' | write country:\"like this\"");
  CHECK(partners("'free words'") == "text goes in double quotes | ' | write \"like this\"");
  CHECK(
      partners("kind:ngo && country:HND") ==
      "'&&' is not a word of a query | && | write and, or leave it out: two terms must both hold");
  CHECK(partners("kind:ngo || country:HND") == "'||' is not a word of a query | || | write or");
  CHECK(partners("!kind:ngo") == "'!' is not a word of a query | ! | write not");
  CHECK(partners("name LIKE rio") == "'LIKE' is not a word of a query | LIKE | write field:~text");
}

TEST_CASE("query mistake: something is missing, or too much") {
  CHECK(partners("kind:") ==
        "nothing follows 'kind:' | kind: | for records with any value, write has:kind");
  CHECK(partners("kind: ngo") == "nothing follows 'kind:' | kind: | no space follows the colon");
  CHECK(partners("kind:ngo, lawyer") ==
        "nothing follows the comma | , | values follow each other without a space: kind:a,b");
  CHECK(partners("kind:ngo and") == "something is missing after 'and' |  | ");
  CHECK(partners("or kind:ngo") ==
        "something is missing before 'or' | or | to search for the word itself, write \"or\"");
  CHECK(partners("not") == "something is missing after 'not' |  | ");
  CHECK(partners("(kind:ngo") == "this parenthesis is never closed | ( | ");
  CHECK(partners("kind:ngo)") == "this parenthesis was never opened | ) | ");
  CHECK(partners("()") == "there is nothing between the parentheses | ( | ");
  CHECK(partners("\"open") == "this quote is never closed | \" | ");
  CHECK(partners("\"\"") == "there is nothing between the quotes | \"\" | ");
  CHECK(partners(":ngo") == "no field before the colon | : | write field:value, as in country:HND");
  CHECK(partners("- kind:ngo") ==
        "a minus goes directly before the term it excludes | - | write -tag:old");
  CHECK(partners("name:a\"b\"").starts_with("'\"' in the middle of a value | \" | "));
  CHECK(partners("has:notes,tags") ==
        "'has:' takes the name of one field | tags | write has:email or has:phone for either");
  CHECK(partners("has:nots") == "no field 'nots' | nots | did you mean 'notes'?");
}

TEST_CASE("query mistake: a query that is nested without end") {
  std::string deep(5000, '(');
  CHECK(partners(deep).starts_with("this query is nested too deeply | "));
  std::string nots;
  for (int i = 0; i < 5000; ++i) nots += "not ";
  CHECK(partners(nots + "kind:ngo").starts_with("this query is nested too deeply | "));
  std::string items;
  for (int i = 0; i < 5000; ++i) items += "contacts:(";
  CHECK(partners(items).starts_with("this query is nested too deeply | "));
  std::string wide = "kind:ngo";
  for (int i = 0; i < 5000; ++i) wide += " or kind:ngo";
  CHECK(partners(wide) == "understood");
}

TEST_CASE("query mistake: terms that no record can satisfy together are named") {
  CHECK(engagements("with.group:states with.kind:ngo") ==
        "'with.group:states' and 'with.kind:ngo' exclude each other | with.kind | for two items "
        "write with:(group:states) with:(kind:ngo)");
  CHECK(partners("group:states kind:ngo") ==
        "'group:states' and 'kind:ngo' exclude each other | kind | for either write (group:states "
        "or kind:ngo)");
  CHECK(partners("kind:lawyer (group:states or circle:media)") ==
        "'kind:lawyer' and '(group:states or circle:media)' exclude each other | group | for "
        "either write (kind:lawyer or (group:states or circle:media))");
  CHECK(partners("kind:embassy not circle:embassies")
            .starts_with("'kind:embassy' and 'not circle:embassies' exclude each other | circle"));
  CHECK(partners("kind:judiciary circle:government").find("exclude each other") !=
        std::string::npos);
  CHECK(engagements("kind:meeting reply:overdue") ==
        "'kind:meeting' and 'reply:overdue' exclude each other | reply | for either write "
        "(kind:meeting or reply:overdue)");
  CHECK(engagements("kind:meeting has:communication")
            .starts_with("'kind:meeting' and 'has:communication' exclude each other | "));
  CHECK(engagements("kind:visit addressee.kind:ngo")
            .starts_with("'kind:visit' and 'addressee.kind:ngo' exclude each other | "));
  CHECK(engagements("addressee.group:states addressee.kind:ngo")
            .starts_with("'addressee.group:states' and 'addressee.kind:ngo' exclude each other"));
  CHECK(engagements("kind:training visit.programme.status:held visit.programme.mode:online") !=
        "understood");
}

TEST_CASE("query mistake: a term and not of it is no question") {
  CHECK(partners("kind:ngo not kind:ngo") ==
        "'kind:ngo' is asked for and excluded | kind | leave out one of the two");
  CHECK(partners("not theme:land-rights,environment theme:environment")
            .starts_with("'themes:environment' is asked for and excluded | theme | "));
  CHECK(engagements("support.kind:gift not support.kind:gift")
            .starts_with("'support.kind:gift' is asked for and excluded | "));
  CHECK(engagements("start:2025-03 not start:2025").find("excluded") != std::string::npos);
  CHECK(engagements("attendance.total:>9 not attendance.total:>5").find("excluded") !=
        std::string::npos);
  CHECK(partners("has:risk not has:risk").starts_with("'has:risk' is asked for and excluded"));
  CHECK(partners("risk.level:high not has:risk.level").find("excluded") != std::string::npos);
}

TEST_CASE("query mistake: what some record can satisfy is a question") {
  for (const std::string_view query :
       {"kind:ngo or kind:lawyer", "kind:government circle:local-authorities",
        "kind:judiciary level:local circle:judiciary", "kind:defender not circle:women-defenders",
        "kind:delegation circle:embassies", "not group:states kind:ngo",
        "theme:environment not theme:land-rights", "kind:ngo,media not kind:ngo"})
    CHECK(partners(query) == "understood");
  for (const std::string_view query :
       {"kind:meeting not has:communication", "kind:visit,meeting visit.nature:official",
        "kind:communication case.status:decided", "kind:statement joint:yes",
        "with.kind:ngo not with.group:states", "with:(kind:ngo) with:(group:states)",
        "not (support.kind:gift) support:(kind:gift)", "start:2025 not start:2025-03"})
    CHECK(engagements(query) == "understood");
}

}  // namespace query_mistakes_test
