// Two versions of a record and the one they come from make one record, or show where to choose.
#include "base/text.hpp"
#include "model/merge_text.hpp"
#include "model/record_type.hpp"
#include "model/stricter.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace rapport::tests::model_merge_test {

using model::MergeOutcome;

namespace {

MergeOutcome merged(std::string_view base, std::string_view ours, std::string_view theirs,
                    const value::Type& type = model::partner_type()) {
  const auto outcome = model::merge_texts({.base = base, .ours = ours, .theirs = theirs}, type);
  REQUIRE_MESSAGE(outcome, (outcome ? "" : outcome.failure().what));
  return *outcome;
}

/// The text of a merge without a conflict.
std::string clean(std::string_view base, std::string_view ours, std::string_view theirs,
                  const value::Type& type = model::partner_type()) {
  const MergeOutcome outcome = merged(base, ours, theirs, type);
  CHECK(base::join(outcome.conflicts, ", ") == "");
  return outcome.text;
}

std::string remarks(const MergeOutcome& outcome) { return base::join(outcome.remarks, "\n"); }

constexpr std::string_view small =
    "kind: ngo\n"
    "name: Red Sin Fronteras\n"
    "country: HND\n"
    "# who to call\n"
    "contacts:\n"
    "  - key: m1\n"
    "    channel: mobile\n"
    "    value: \"+504 1\"  # of the office\n"
    "    use: preferred\n"
    "  - key: e1\n"
    "    channel: email\n"
    "    value: red@example.org\n"
    "notes: |\n"
    "  First met in May.\n"
    "tags: [land, water]\n";

std::string with(std::string_view from, std::string_view to, std::string_view text = small) {
  REQUIRE(text.find(from) != text.npos);
  return base::replace_all(text, from, to);
}

}  // namespace

TEST_CASE("merge: edits of adjacent lines are both made") {
  const auto text = clean(small, with("name: Red Sin Fronteras", "name: Red"),
                          with("country: HND", "country: GTM"));
  CHECK(text == with("country: HND", "country: GTM", with("Red Sin Fronteras", "Red")));
}

TEST_CASE("merge: edits of one item of a list are both made, and of its neighbours") {
  const auto ours = with("    use: preferred\n", "    use: never\n");
  const auto theirs = with("+504 1", "+504 2", with("red@example.org", "office@example.org"));
  CHECK(clean(small, ours, theirs) ==
        with("+504 1", "+504 2", with("red@example.org", "office@example.org", ours)));
}

TEST_CASE("merge: both sides' items stay, ours first, and an item that both added is there once") {
  const std::string more = "  - key: f1\n    channel: fax\n    value: tel 3\n";
  const std::string other = "  - key: s1\n    channel: signal\n    value: tel 4\n";
  const auto ours = with("notes: |", more + "notes: |");
  CHECK(clean(small, ours, with("notes: |", other + "notes: |")) ==
        with("notes: |", more + other + "notes: |"));
  CHECK(clean(small, ours, with("notes: |", more + other + "notes: |")) ==
        with("notes: |", more + other + "notes: |"));
}

TEST_CASE("merge: of plain values each side's are added and removed") {
  CHECK(clean(small, with("[land, water]", "[land, water, youth]"),
              with("[land, water]", "[women, land]")) ==
        with("[land, water]", "[women, land, youth]"));
}

TEST_CASE("merge: what was added below a text is kept of both") {
  CHECK(clean(small, with("May.\n", "May.\n  Called in June.\n"),
              with("May.\n", "May.\n  Wrote in July.\n")) ==
        with("May.\n", "May.\n  Called in June.\n  Wrote in July.\n"));
}

TEST_CASE("merge: layout is of ours, and a version that was only written anew changes nothing") {
  const std::string base = "kind: ngo\nname: \"A\"\ntags: [a]\n";
  const std::string anew = "name: 'A'\nkind: ngo\ntags:\n  - a\n";
  CHECK(clean(base, base, anew) == base);
  CHECK(clean(base, anew, "kind: ngo\nname: \"B\"\ntags: [a, b]\n") ==
        "name: 'B'\nkind: ngo\ntags:\n  - a\n  - b\n");
}

TEST_CASE("merge: no comment is lost") {
  const auto theirs = with("country: HND", "# asked in June\ncountry: HND  # by birth");
  const auto ours = with("country: HND", "country: GTM");
  CHECK(clean(small, ours, theirs) ==
        with("country: HND", "# asked in June\ncountry: GTM  # by birth"));
  CHECK(clean(small, with("tags: [land, water]\n", ""), with("tags:", "# ours alone\ntags:")) ==
        "# ours alone\n" + with("tags: [land, water]\n", ""));
  CHECK(clean(small, ours, with("# who to call", "# whom to call")) ==
        with("# who to call", "# whom to call", ours));
  CHECK(clean(small, ours, with("  # of the office", "")) == with("  # of the office", "", ours));
}

TEST_CASE("merge: two values for one field are marked, and nothing else is") {
  const auto outcome =
      merged(small, with("+504 1", "+504 2"), with("+504 1", "+504 3", with("land, ", "")));
  CHECK(outcome.conflicts == std::vector<std::string>{"contacts[1].value"});
  CHECK(outcome.text == with("land, ", "",
                             with("    value: \"+504 1\"  # of the office\n",
                                  "<<<<<<< ours: contacts.m1.value\n"
                                  "    value: \"+504 2\"  # of the office\n"
                                  "=======\n"
                                  "    value: \"+504 3\"  # of the office\n"
                                  ">>>>>>> theirs: contacts.m1.value\n")));
}

TEST_CASE("merge: an item that one side removed and the other changed is marked whole") {
  const std::string item = "  - key: e1\n    channel: email\n    value: red@example.org\n";
  const auto outcome = merged(small, with(item, ""), with("red@", "blue@"));
  CHECK(outcome.text == with(item,
                             "<<<<<<< ours: contacts.e1\n"
                             "=======\n"
                             "  - key: e1\n    channel: email\n    value: blue@example.org\n"
                             ">>>>>>> theirs: contacts.e1\n"));
  CHECK(clean(small, with(item, ""), with("+504 1", "+504 2")) ==
        with("+504 1", "+504 2", with(item, "")));
}

TEST_CASE("merge: two conflicts on one line are one") {
  const std::string base = "kind: ngo\nrisk: {level: low, assessed: 2024, check_in: 2w}\n";
  const auto outcome = merged(base, "kind: ngo\nrisk: {level: low, assessed: 2025, check_in: 1w}\n",
                              "kind: ngo\nrisk: {level: high, assessed: 2026, check_in: 3w}\n");
  CHECK(outcome.text ==
        "kind: ngo\n"
        "<<<<<<< ours: risk.assessed, risk.check_in\n"
        "risk: {level: high, assessed: 2025, check_in: 1w}\n"
        "=======\n"
        "risk: {level: high, assessed: 2026, check_in: 3w}\n"
        ">>>>>>> theirs: risk.assessed, risk.check_in\n");
}

TEST_CASE("merge: of two acts of consent with one key theirs gets the next") {
  const std::string base = "kind: defender\nconsent:\n  - {key: a3, on: 2026-01, act: given}\n";
  const auto outcome = merged(base, base + "  - {key: a4, on: 2026-05-01, act: withdrawn}\n",
                              base + "  - {key: a4, on: 2026-05-02, act: narrowed, to: [ohchr]}\n");
  CHECK(outcome.conflicts.empty());
  CHECK(outcome.text == base +
                            "  - {key: a4, on: 2026-05-01, act: withdrawn}\n"
                            "  - {key: a5, on: 2026-05-02, act: narrowed, to: [ohchr]}\n");
  CHECK(remarks(outcome) == "consent: both sides added 'a4'; the one of theirs is now 'a5'");
}

TEST_CASE("merge: what was withdrawn on the day it was given elsewhere stays withdrawn") {
  const std::string base = "kind: defender\nconsent:\n  - {key: a1, on: 2026-01-02, act: given}\n";
  const std::string given = "  - {key: a2, on: 2026-05-01, act: given, to: [un]}\n";
  const std::string withdrawn = "  - {key: a2, on: 2026-05-01, act: withdrawn}\n";
  const auto renamed = [](const std::string& act) { return with("a2", "a3", act); };
  CHECK(merged(base, base + withdrawn, base + given).text == base + renamed(given) + withdrawn);
  CHECK(merged(base, base + given, base + withdrawn).text == base + given + renamed(withdrawn));
  const auto of_month = with("2026-05-01", "2026-05", given);
  CHECK(merged(base, base + withdrawn, base + of_month).text ==
        base + renamed(of_month) + withdrawn);
  const auto later = with("2026-05-01", "2026-05-02", given);
  CHECK(merged(base, base + withdrawn, base + later).text == base + withdrawn + renamed(later));
  const std::string again = "  - {key: a4, on: 2026-05-01, act: given, to: [ohchr]}\n";
  CHECK(merged(base, base + withdrawn + again, base + given).text ==
        base + renamed(given) + withdrawn + again);
}

TEST_CASE("merge: acts of consent are only added, and the same act is there once") {
  const std::string base =
      "kind: defender\nconsent:\n  - {key: a1, on: 2025, act: given}\n"
      "  - {key: a2, on: 2026, act: withdrawn}\n";
  const auto without = with("  - {key: a2, on: 2026, act: withdrawn}\n", "", base);
  for (const bool are_swapped : {false, true}) {
    const auto outcome = are_swapped ? merged(base, base, without) : merged(base, without, base);
    CHECK(outcome.text == base);
    CHECK(remarks(outcome).starts_with("consent[2]: one side removed it"));
  }
  CHECK(merged(base, "kind: defender\n", base + "notes: x\n").text ==
        "kind: defender\nconsent:\n  - {key: a1, on: 2025, act: given}\n"
        "  - {key: a2, on: 2026, act: withdrawn}\nnotes: x\n");
  CHECK(clean(without, base, base + "notes: x\n") == base + "notes: x\n");
  const auto changed = merged(base, with("2026, act", "2026-02, act", base), base + "notes: x\n");
  CHECK(changed.text == with("2026, act", "2026-02, act", base) + "notes: x\n");
  CHECK(remarks(changed) == "consent[2]: it was changed; such entries are only added: look at it");
}

TEST_CASE("merge: of two values that protect, the stricter one is taken, by whomever") {
  struct Case {
    std::string_view base, loose, strict;
  };
  const Case cases[] = {
      {"classification: confidential\n", "classification: unclassified\n",
       "classification: strictly-confidential\n"},
      {"classification: confidential\n", "classification: unclassified\n", ""},
      {"risk: {level: medium}\n", "risk: {level: low}\n", "risk: {level: extreme}\n"},
      {"", "minor_until: 2027-03-01\n", "minor_until: 2028-03-01\n"},
      {"national_staff: yes\n", "national_staff: no\n", "national_staff: true\n"},
      {"listed: {url: \"https://a.example\"}\n", "listed: {url: \"https://b.example\"}\n", ""},
      {"contacts:\n  - {key: m1, use: allowed}\n", "contacts:\n  - {key: m1, use: preferred}\n",
       "contacts:\n  - {key: m1, use: never}\n"},
      {"contacts:\n  - {key: m1, compromised: 2025}\n", "contacts:\n  - {key: m1, use: allowed}\n",
       "contacts:\n  - {key: m1, compromised: 2024}\n"},
      {"consent:\n  - {key: a1, until: 2026-05}\n", "consent:\n  - {key: a1, until: 2027}\n",
       "consent:\n  - {key: a1, until: 2026-03-01}\n"},
  };
  const std::string head = "kind: defender\n";
  for (const Case& each : cases) {
    const auto base = head + std::string(each.base);
    const auto loose = head + std::string(each.loose);
    const auto strict = head + std::string(each.strict);
    CAPTURE(strict);
    for (const bool are_swapped : {false, true}) {
      const auto outcome = are_swapped ? merged(base, strict, loose) : merged(base, loose, strict);
      CHECK(outcome.conflicts.empty());
      CHECK(remarks(outcome).find("the stricter value") != std::string::npos);
      CHECK(base::replace_all(outcome.text, ", use: allowed", "") == strict);
    }
  }
}

TEST_CASE("merge: an order of strictness has all words of its vocabulary, and no others") {
  std::size_t orders = 0;
  const auto look = [&](const auto& self, const value::Type& type) -> void {
    for (const value::Field& field : type.rows().rows) {
      const value::Type& inner =
          field.type->shape == value::Shape::list ? *field.type->element : *field.type;
      if (inner.rows != nullptr) self(self, inner);
      const auto& trait = field.meta.stricter;
      if (trait.by() != value::Stricter::By::words) continue;
      CAPTURE(field.name);
      ++orders;
      const auto order = base::split(trait.order(), ' ');
      const bool has_rest = std::ranges::count(order, "*") != 0;
      for (const auto word : field.type->words)
        CHECK((has_rest || std::ranges::count(order, word) == 1));
      for (const auto word : order)
        if (field.type->shape == value::Shape::word && word != "-" && word != "*")
          CHECK(std::ranges::count(field.type->words, word) == 1);
    }
  };
  look(look, model::partner_type());
  look(look, model::engagement_type());
  CHECK(orders > 12);
}

TEST_CASE("merge: the extent of an act is not made of two") {
  const std::string base = "kind: ngo\nconsent:\n  - {key: a1, act: given, to: [ohchr, un]}\n";
  CHECK(merged(base, with("[ohchr, un]", "[ohchr]", base), with("un]", "un, media]", base))
            .conflicts == std::vector<std::string>{"consent[1].to"});
}

TEST_CASE("merge: victims whom letters call by one key are for somebody to separate") {
  const std::string base =
      "kind: case\ntitle: A\ncase:\n  alleged_victims:\n"
      "    - {key: v1, text: one}\n";
  const auto outcome =
      merged(base, base + "    - {key: v2, text: two}\n",
             base + "    - {key: v2, text: three, women: 3}\n", model::engagement_type());
  CHECK(outcome.conflicts == std::vector<std::string>{"case.alleged_victims[2]"});
  CHECK(outcome.text == base +
                            "<<<<<<< ours: case.alleged_victims.v2\n"
                            "    - {key: v2, text: two}\n"
                            "=======\n"
                            "    - {key: v2, text: three, women: 3}\n"
                            ">>>>>>> theirs: case.alleged_victims.v2\n");
}

TEST_CASE("merge: needs of two people get two keys, one need that both wrote stays one") {
  const std::string base = "kind: meeting\ntitle: A\nneeds:\n  - {key: n1, text: one}\n";
  CHECK(clean(base, base + "  - {key: n2, text: a lawyer}\n",
              base + "  - {key: n2, text: a visa}\n", model::engagement_type()) ==
        base + "  - {key: n2, text: a lawyer}\n  - {key: n3, text: a visa}\n");
  CHECK(clean(base, base + "  - {key: n2, text: a lawyer}\n",
              base + "  - {key: n2, text: a lawyer, status: open}\n",
              model::engagement_type()) == base + "  - {key: n2, text: a lawyer, status: open}\n");
}

TEST_CASE("merge: of a partner whom both added there is one, with what each says of them") {
  const std::string base = "kind: meeting\ntitle: A\n";
  const auto outcome = merged(base, base + "partners:\n  - {partner: a, role: host}\n",
                              base +
                                  "partners:\n  - {partner: b}\n"
                                  "  - {partner: a, role: speaker, status: attended}\n",
                              model::engagement_type());
  CHECK(outcome.conflicts == std::vector<std::string>{"partners[2].role"});
  CHECK(outcome.text == base +
                            "partners:\n"
                            "  - {partner: b}\n"
                            "<<<<<<< ours: partners.a.role\n"
                            "  - {partner: a, role: host, status: attended}\n"
                            "=======\n"
                            "  - {partner: a, role: speaker, status: attended}\n"
                            ">>>>>>> theirs: partners.a.role\n");
}

TEST_CASE("merge: line ends, a missing one at the end and a byte order mark are those of ours") {
  const std::string base = "kind: ngo\nname: A\n";
  CHECK(clean(base, "\xef\xbb\xbfkind: ngo\r\nname: B", "kind: expert\nname: A\n") ==
        "\xef\xbb\xbfkind: expert\r\nname: B");
  CHECK(merged(base, "kind: ngo\r\nname: B", "kind: ngo\nname: C\n").text ==
        "kind: ngo\r\n<<<<<<< ours: name\r\nname: B\r\n=======\r\nname: C\r\n"
        ">>>>>>> theirs: name\r\n");
}

TEST_CASE("merge: two new files of one name are merged field by field") {
  CHECK(clean("", "kind: ngo\nname: A\n", "kind: ngo\nname: A\ncountry: HND\n") ==
        "kind: ngo\nname: A\ncountry: HND\n");
}

TEST_CASE("merge: what cannot be read is not merged") {
  const auto type = [](std::string_view ours) {
    return model::merge_texts({.base = small, .ours = ours, .theirs = small},
                              model::partner_type());
  };
  CHECK(type("name: [\n").failure().what == "the version of ours cannot be read");
  CHECK(type("name: A\nname: B\n").failure().what == "the version of ours cannot be read");
}

TEST_CASE("merge: values that are wrong together are marked") {
  const std::string base = "kind: meeting\ntitle: A\nstart: 2026-03-01\nend: 2026-03-05\n";
  model::MergeRequest request{.base = base};
  const auto ours = with("start: 2026-03-01", "start: 2026-03-04", base);
  const auto theirs = with("end: 2026-03-05", "end: 2026-03-02", with("A\n", "B\n", base));
  request.ours = ours;
  request.theirs = theirs;
  request.is_wrong = [](std::string_view text) {
    return text.find("-04\nend: 2026-03-02") != text.npos;
  };
  const auto outcome = model::merge_texts(request, model::engagement_type());
  REQUIRE(outcome);
  CHECK(outcome->text ==
        "kind: meeting\ntitle: B\nstart: 2026-03-04\n"
        "<<<<<<< ours: end\nend: 2026-03-05\n=======\nend: 2026-03-02\n>>>>>>> theirs: end\n");
}

}  // namespace rapport::tests::model_merge_test
