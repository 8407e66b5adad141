// Queries on items, put together at random, against the rules of items taken literally: items are
// bound while a record is looked at, and not when the query is read.
#include "query/column.hpp"
#include "query/items.hpp"
#include "query/query.hpp"
#include "records.hpp"

#include <algorithm>
#include <array>
#include <random>

namespace query_oracle_test {

using rapport::model::RecordKind;
using rapport::tests::Records;
using rapport::value::Truth;

namespace {

struct Gift {
  bool is_gift = false;
  int amount = 0;       // 0: none
  std::string offered;  // empty: not recorded
};
struct Slot {
  bool is_held = false;
  bool is_together = false;
  std::string raises;  // a letter for each case
};
struct Record {
  bool is_visit = false;
  std::vector<Gift> gifts;
  std::vector<Slot> slots;
};

/// What stands for its list where it is set.
struct Items {
  const Record* record;
  const Gift* gift = nullptr;
  const Slot* slot = nullptr;
  const char* raise = nullptr;
};

enum class List { none, gifts, slots, raises };

Truth truth(bool is_so) { return is_so ? Truth::yes : Truth::no; }
Truth negated(Truth answer) {
  if (answer == Truth::maybe) return answer;
  return answer == Truth::yes ? Truth::no : Truth::yes;
}

Truth in_march(const std::string& offered) {
  if (offered == "2015" || offered == "unknown") return Truth::maybe;
  return truth(offered.starts_with("2015-03"));
}

struct Term {
  std::string_view list;  // "support.", before the rest; in parentheses behind it, nothing
  std::string_view text;
  List on;
  Truth (*of)(const Items&);
};

const std::array terms = {
    Term{"", "kind:visit", List::none, [](const Items& in) { return truth(in.record->is_visit); }},
    Term{"support.", "kind:gift", List::gifts,
         [](const Items& in) { return truth(in.gift->is_gift); }},
    Term{"support.", "amount:>50", List::gifts,
         [](const Items& in) { return truth(in.gift->amount > 50); }},
    Term{"support.", "amount:<=50", List::gifts,
         [](const Items& in) { return truth(in.gift->amount != 0 && in.gift->amount <= 50); }},
    Term{"support.", "offered:2015-03", List::gifts,
         [](const Items& in) { return in_march(in.gift->offered); }},
    Term{"visit.programme.", "status:held", List::slots,
         [](const Items& in) { return truth(in.slot->is_held); }},
    Term{"visit.programme.", "together:yes", List::slots,
         [](const Items& in) { return truth(in.slot->is_together); }},
    Term{"visit.programme.", "raise.case:case-a", List::raises,
         [](const Items& in) { return truth(*in.raise == 'a'); }},
    Term{"visit.programme.", "raise.text:x", List::raises,
         [](const Items& in) { return truth(*in.raise == 'b'); }},
};

struct Form {
  enum class Kind { term, all, any, none, item };
  Kind kind = Kind::term;
  std::size_t term = 0;  // of an item, any term of its list
  std::vector<Form> parts = {};
};
using Kind = Form::Kind;

/// Slots and what they raise are on one list, until the slot is known.
bool is_on(List own, List list) {
  return own == list || (own == List::raises && list == List::slots);
}

bool is_wholly_on(const Form& form, List list) {
  if (form.kind == Kind::item) return false;
  if (form.kind == Kind::term) return is_on(terms[form.term].on, list);
  return std::ranges::all_of(form.parts,
                             [&](const Form& part) { return is_wholly_on(part, list); });
}

bool is_positive(const Form& form, bool sign = true) {
  if (form.kind == Kind::term || form.kind == Kind::item) return sign;
  if (form.kind == Kind::none) return is_positive(form.parts.front(), !sign);
  const auto of = [sign](const Form& part) { return is_positive(part, sign); };
  return (form.kind == Kind::all) == sign ? std::ranges::any_of(form.parts, of)
                                          : std::ranges::all_of(form.parts, of);
}

Truth holds(const Form& form, const Items& in);

/// With each item of the list in turn, the surest.
Truth with_each(List list, const Form& form, Items in) {
  Truth best = Truth::no;
  const auto meet = [&] { best = std::max(best, holds(form, in)); };
  if (list == List::gifts)
    for (const Gift& gift : in.record->gifts) in.gift = &gift, meet();
  if (list == List::slots)
    for (const Slot& slot : in.record->slots) in.slot = &slot, meet();
  if (list == List::raises)
    for (const char& raise : in.slot->raises) in.raise = &raise, meet();
  return best;
}

/// The next list on the way to what a term asks; none once its item is known.
List next_list(List on, const Items& in) {
  if (on == List::gifts && in.gift == nullptr) return List::gifts;
  if ((on == List::slots || on == List::raises) && in.slot == nullptr) return List::slots;
  if (on == List::raises && in.raise == nullptr) return List::raises;
  return List::none;
}

void flatten(const Form& form, std::vector<Form>& parts) {
  if (form.kind != Kind::all) return parts.push_back(form);
  for (const Form& part : form.parts) flatten(part, parts);
}

Truth holds_all(const Form& form, const Items& in) {
  std::vector<Form> parts;
  flatten(form, parts);
  Truth answer = Truth::yes;
  for (const List list : {List::gifts, List::slots, List::raises}) {
    const List first = list == List::raises && in.slot == nullptr ? List::slots : list;
    if (next_list(list, in) != list || first != list) continue;
    Form together{.kind = Kind::all};
    std::vector<Form> others;
    for (Form& part : parts) (is_wholly_on(part, list) ? together.parts : others).push_back(part);
    if (together.parts.size() < 2 || !is_positive(together)) continue;
    answer = std::min(answer, with_each(list, together, in));
    parts = std::move(others);
  }
  for (const Form& part : parts) answer = std::min(answer, holds(part, in));
  return answer;
}

Truth holds(const Form& form, const Items& in) {
  switch (form.kind) {
    case Kind::term: {
      const Term& term = terms[form.term];
      const List list = next_list(term.on, in);
      return list == List::none ? term.of(in) : with_each(list, form, in);
    }
    case Kind::item:
      return with_each(terms[form.term].on == List::gifts ? List::gifts : List::slots,
                       form.parts.front(), in);
    case Kind::none:
      return negated(holds(form.parts.front(), in));
    case Kind::all:
      return holds_all(form, in);
    case Kind::any:
      break;
  }
  Truth best = Truth::no;
  for (const Form& part : form.parts) best = std::max(best, holds(part, in));
  return best;
}

class Maker {
 public:
  explicit Maker(unsigned seed) : random_(seed) {}
  std::size_t below(std::size_t count) { return random_() % count; }

  Form form(int depth, List within = List::none) {
    const std::size_t dice = below(depth == 0 ? 3 : 10);
    if (dice < 3) return {.term = term(within)};
    Form made{.kind = dice < 7 ? Kind::all : dice < 8 ? Kind::any : Kind::none};
    if (dice == 9 && within == List::none) {
      made.kind = Kind::item;
      do made.term = term(within);
      while (terms[made.term].on == List::none);
      made.parts.push_back(form(depth - 1, terms[made.term].on));
      return made;
    }
    const std::size_t count = made.kind == Kind::none ? 1 : 2 + below(2);
    for (std::size_t i = 0; i < count; ++i) made.parts.push_back(form(depth - 1, within));
    return made;
  }

  Record record() {
    constexpr std::array<std::string_view, 6> days = {"",     "2015-03-05", "2015-03",
                                                      "2015", "2016",       "unknown"};
    Record made;
    made.is_visit = true;
    for (std::size_t i = below(4); i > 0; --i)
      made.gifts.push_back({below(2) == 0, below(2) == 0 ? 0 : 20 + 60 * static_cast<int>(below(2)),
                            std::string(days[below(days.size())])});
    for (std::size_t i = below(4); i > 0; --i)
      made.slots.push_back(
          {below(2) == 0, below(2) == 0, std::array<std::string, 4>{"", "a", "b", "ab"}[below(4)]});
    return made;
  }

 private:
  std::size_t term(List within) {
    while (true) {
      const std::size_t at = below(terms.size());
      const List on = terms[at].on;
      const bool is_gift = on == List::gifts;
      if (within == List::none || (on != List::none && is_gift == (within == List::gifts)))
        return at;
    }
  }

  std::mt19937 random_;
};

std::string text_of(const Form& form, bool is_within = false) {
  const Term& term = terms[form.term];
  if (form.kind == Kind::term)
    return (is_within ? "" : std::string(term.list)) + std::string(term.text);
  if (form.kind == Kind::item)
    return std::string(term.list.substr(0, term.list.size() - 1)) + ":(" +
           text_of(form.parts.front(), true) + ")";
  if (form.kind == Kind::none) return "not (" + text_of(form.parts.front(), is_within) + ")";
  std::string text;
  for (const Form& part : form.parts)
    text += (text.empty()             ? "("
             : form.kind == Kind::all ? " ("
                                      : " or (") +
            text_of(part, is_within) + ")";
  return text;
}

std::string yaml_of(const Record& record) {
  std::string text = "kind: visit\ntitle: T\nstatus: held\nstart: 2025-03-04\n";
  if (!record.gifts.empty()) text += "support:\n";
  for (const Gift& gift : record.gifts) {
    text += "  - {from: giver, answer: accepted, kind: ";
    text += gift.is_gift ? "gift" : "lodging";
    if (gift.amount != 0) text += ", currency: CHF, amount: " + std::to_string(gift.amount);
    if (!gift.offered.empty()) text += ", offered: " + gift.offered;
    text += "}\n";
  }
  text += "visit:\n  nature: official\n";
  if (!record.slots.empty()) text += "  programme:\n";
  int key = 0;
  for (const Slot& slot : record.slots) {
    text += "    - {key: s" + std::to_string(++key) + ", at: 2025-05-04, with: [giver], status: ";
    text += slot.is_held ? "held" : "refused";
    if (slot.is_together) text += ", together: yes";
    if (!slot.raises.empty()) text += ", raise: [";
    for (const char& raise : slot.raises)
      text += std::string(&raise == slot.raises.data() ? "" : ", ") +
              (raise == 'a' ? "{case: case-a}" : "{case: case-b, text: x}");
    text += slot.raises.empty() ? "}\n" : "]}\n";
  }
  return text;
}

}  // namespace

TEST_CASE("query oracle: items are bound as the rules say, whole records and item by item") {
  Maker make(20261130);
  Records records;
  std::vector<Record> made;
  records.partner("giver", "kind: ngo\nname: Giver\n");
  for (const std::string id : {"case-a", "case-b"})
    records.engagement(id, "kind: case\ntitle: C\ncase: {status: received, where: [HND]}\n");
  for (int i = 0; i < 60; ++i) {
    made.push_back(make.record());
    records.engagement("r" + std::to_string(i), yaml_of(made.back()));
  }
  const rapport::query::Context context{records.data(), records.codes(),
                                        *rapport::value::Date::parse("2026-06-20"),
                                        records.office(), &records.library()};
  const auto support = std::get<rapport::query::FieldPath>(
      rapport::query::list_field("support", RecordKind::engagement));
  int understood = 0;
  constexpr int rounds = 1000;  // with sanitizers each takes long
  for (int round = 0; round < rounds; ++round) {
    const Form form = make.form(3);
    const std::string text = text_of(form);
    CAPTURE(text);
    const auto query = rapport::query::compile(text, RecordKind::engagement, context);
    if (!query) continue;  // of one item two values of one field
    ++understood;
    std::vector<Truth> items;
    std::vector<Truth> expected;
    for (std::size_t i = 0; i < made.size(); ++i) {
      const auto* head = context.data.find("r" + std::to_string(i));
      CHECK(query->match(*head) == holds(form, {.record = &made[i]}));
      for (const Gift& gift : made[i].gifts) {
        Record alone = made[i];
        alone.gifts = {gift};
        expected.push_back(holds(form, {.record = &alone}));
      }
      rapport::query::each_item(support, *head, context, nullptr,
                                [&](const rapport::query::Pins& item, Truth) {
                                  items.push_back(query->match(*head, &item));
                                });
    }
    CHECK(items == expected);
  }
  CHECK(understood > rounds / 2);
}

}  // namespace query_oracle_test
