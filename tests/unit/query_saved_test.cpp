// Queries of rapport.yaml: `@key` stands for their terms as if they were in parentheses.
#include "query/query.hpp"
#include "query/saved.hpp"
#include "records.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

namespace query_saved_test {

using namespace rapport;
using tests::Records;

namespace {

class Office {
 public:
  explicit Office(std::string_view queries) {
    records_.office(
        fmt::format("repository: 7537c0f3-fa25-44e8-91a2-71bdac6ac37e\n"
                    "mandate: sr-human-rights-defenders\nname: O\nqueries:\n{}",
                    queries));
    records_.partner("a", "kind: ngo\nname: A\ncountry: CHE\n");
    records_.partner("b", "kind: ngo\nname: B\ncountry: FRA\n");
    records_.partner("c", "kind: lawyer\nname: C\ncountry: FRA\n");
  }

  query::Context context() {
    return {.data = records_.data(),
            .codes = records_.codes(),
            .today = value::Date::of(2026, 6, 20),
            .office = records_.office(),
            .library = &records_.library()};
  }

  /// "a b", or the mistake with its place and hint.
  std::string ask(std::string_view text, model::RecordKind kind = model::RecordKind::partner) {
    const query::Context asked = context();
    const auto query = query::understand(text, kind, asked);
    if (const auto* mistake = std::get_if<query::Mistake>(&query))
      return fmt::format("{} at {}+{}; {}", mistake->what, mistake->at.offset, mistake->at.length,
                         mistake->hint);
    std::string ids;
    for (const auto& hit : query::list(std::get<query::Query>(query), asked))
      ids += (ids.empty() ? "" : " ") + std::string(hit.record->id());
    return ids;
  }

 private:
  Records records_;
};

constexpr std::string_view two =
    "  - {key: ngos, about: partners, query: \"kind:ngo or name:z\"}\n"
    "  - {key: all, about: partners}\n"
    "  - {key: bad, about: partners, query: \"kind:ngo colour:red\"}\n"
    "  - {key: loop, about: partners, query: \"@loop\"}\n"
    "  - {key: open, about: partners, query: \"(kind:ngo\"}\n"
    "  - {key: visits, about: engagements, query: \"kind:visit\"}\n";

}  // namespace

TEST_CASE("saved queries: the name stands for the terms in parentheses") {
  Office office(two);
  CHECK(office.ask("@ngos") == "a b");
  CHECK(office.ask("@all") == "a b c");
  CHECK(office.ask("@ngos country:FRA") == "b");
  CHECK(office.ask("country:FRA @ngos") == "b");
  CHECK(office.ask("country:FRA not @ngos") == "c");
  CHECK(office.ask("name:c or @ngos") == "a b c");
  CHECK(office.ask("\"@ngos\"").empty());
}

TEST_CASE("saved queries: what is wrong is said at the name") {
  Office office(two);
  CHECK(office.ask("name:a @old") ==
        "rapport.yaml has no query 'old' at 7+4; one of @ngos, @all, @bad, @loop, @open, @visits; "
        "to search for the text, write \"@old\"");
  CHECK(office.ask("@bad") ==
        "in the saved query '@bad': no field 'colour' at 0+4; to search for a text with a colon, "
        "write it in double quotes");
  CHECK(office.ask("@open") ==
        "in the saved query '@open': this parenthesis is never closed at 0+5; `rapport validate "
        "rapport.yaml` shows where");
  CHECK(office.ask("@loop") ==
        "in the saved query '@loop': a saved query cannot use another one at 0+5; write its terms, "
        "or the text in double quotes");
  CHECK(office.ask("@visits") ==
        "the saved query '@visits' is about engagements at 0+7; rapport list @visits");
  CHECK(office.ask("contacts:(@ngos)") ==
        "a saved query is about records, and not about an item of a list at 10+5; write @ngos "
        "outside of the parentheses");
  CHECK(Office("  - {key: x, about: partners}\n").ask("@X") ==
        "rapport.yaml has no query 'X' at 0+2; one of @x; to search for the text, write \"@X\"");
}

TEST_CASE("saved queries: two equalities on one field are seen also across the name") {
  CHECK(Office("  - {key: x, about: partners, query: \"contacts.channel:signal\"}\n")
            .ask("@x contacts.channel:email")
            .find(" at 3+") != std::string::npos);
}

TEST_CASE("saved queries: a check looks at each part") {
  const auto check = [](std::string_view saved) {
    Office office(fmt::format("  - {{key: x, about: partners, {}}}\n", saved));
    const auto context = office.context();
    const auto found = query::check_saved(context.office->queries[0], context);
    return found ? fmt::format("{}: {}", found->value->str(), found->mistake.what) : std::string{};
  };
  CHECK(check("query: \"kind:ngo\", columns: [id, contacts.channel], sort: [-name], group_by: "
              "country, each: contacts")
            .empty());
  CHECK(check("query: \"kind:nog\"") == "kind:nog: 'nog' is not a value of 'kind'");
  CHECK(check("columns: [id, nmae]") == "nmae: no field 'nmae'");
  CHECK(check("sort: [-nmae]") == "-nmae: no field 'nmae'");
  CHECK(check("group_by: nmae") == "nmae: no field 'nmae'");
  CHECK(check("each: name") == "name: 'name' is not a list: a record has one of it at most");
}

}  // namespace query_saved_test
