#include "generate.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <vector>

namespace bench {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t wanted_bytes = 1000;

/// A small generator of numbers that is the same everywhere (splitmix64).
class Numbers {
 public:
  explicit Numbers(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
  }
  std::size_t below(std::size_t limit) { return next() % limit; }
  template <class List>
  auto pick(const List& list) {
    return list[below(list.size())];
  }

 private:
  std::uint64_t state_;
};

constexpr auto states = std::to_array<std::string_view>(
    {"HND", "GTM", "MEX", "TUN", "KEN", "UGA", "PHL", "NPL", "GEO", "MNG", "TGO", "COL"});
constexpr auto themes = std::to_array<std::string_view>(
    {"land-rights", "environment", "judicial-harassment", "death-threats", "surveillance",
     "indigenous-peoples", "travel-ban", "smear-campaign", "women-defenders"});
constexpr auto languages = std::to_array<std::string_view>({"en", "fr", "es", "ar"});
constexpr auto syllables = std::to_array<std::string_view>(
    {"ka", "vo", "ra", "te", "li", "men", "du", "sho", "ny", "bel", "ir", "tan",
     "go", "mi", "za", "pe", "lu", "ro",  "ha", "si",  "fu", "bri", "ne", "cho"});
constexpr auto plain_words = std::to_array<std::string_view>(
    {"the",        "group",      "asked",    "for",      "a",        "further",  "meeting",
     "on",         "protection", "measures", "after",    "hearing",  "and",      "described",
     "how",        "offices",    "answered", "letters",  "from",     "families", "in",
     "valley",     "roads",      "were",     "closed",   "during",   "rains",    "documents",
     "translated", "before",     "visit",    "training", "security", "of",       "devices",
     "was",        "held"});

std::string name_word(Numbers& numbers) {
  std::string word;
  for (int i = 0; i < 4; ++i) word += numbers.pick(syllables);
  word.front() = static_cast<char>(word.front() - 'a' + 'A');
  return word;
}

/// A different text of `id` letters for each number.
std::string opaque(std::size_t number) {
  constexpr auto letters = "0123456789abcdefghjkmnpqrstvwxyz"sv;
  std::uint64_t mixed = number * 0x2545F4914F6CDD1D % 1073741789;  // a prime below 32^6
  std::string text;
  for (int i = 0; i < 6; ++i, mixed /= 32) text += letters[mixed % 32];
  return text;
}

/// The repository's plan: which record is what, so that references can be made without memory.
struct Plan {
  std::size_t count;
  std::size_t partners() const { return count * 3 / 5; }
  bool is_defender(std::size_t partner) const { return partner % 5 < 2; }
  std::string partner_id(std::size_t partner) const {
    return is_defender(partner) ? "hrd-" + opaque(partner) : fmt::format("org-{:06}", partner);
  }
};

std::string sentence(Numbers& numbers, std::size_t size) {
  std::string text = "In this case";
  while (text.size() < size) text.append(" ").append(numbers.pick(plain_words));
  return text;
}

std::string date(Numbers& numbers, int year) {
  return fmt::format("{}-{:02}-{:02}", year, 1 + numbers.below(12), 1 + numbers.below(28));
}

std::string two_themes(Numbers& numbers) {
  const std::size_t first = numbers.below(themes.size());
  return fmt::format("[{}, {}]", themes[first], themes[(first + 1) % themes.size()]);
}

/// `line` is the number: no two have the same.
std::string contact(Numbers& numbers, std::size_t line, std::string_view key,
                    std::string_view use) {
  return fmt::format(
      "  - key: {}\n    channel: {}\n    value: +999 {:04} {:04}\n    use: {}\n"
      "    hours: 09:00-17:00\n    origin: self\n    verified: {}\n",
      key, numbers.below(2) == 0 ? "phone" : "signal", 5000 + line / 10000, line % 10000, use,
      fmt::format("2026-{:02}-{:02}", 1 + numbers.below(5), 1 + numbers.below(28)));
}

std::string consent(Numbers& numbers, std::string_view by) {
  return fmt::format(
      "consent:\n  - key: a1\n    on: {}\n    act: given\n    for: [contact, share-contact]\n"
      "    to: [mandates, ohchr]\n    by: {}\n    how: in-person\n    until: 2027-03-20\n",
      date(numbers, 2025), by);
}

/// A record in two pieces: the first ends in a block of text, which is filled.
struct Record {
  std::string head;
  std::string tail = {};
};

Record partner(const Plan& plan, std::size_t number, Numbers& numbers) {
  const bool defender = plan.is_defender(number);
  const std::string name = defender ? name_word(numbers) + " " + name_word(numbers)
                                    : fmt::format("Committee {} for Fair Procedure", number);
  std::string text = fmt::format("kind: {}\nname: {}\n", defender ? "defender" : "ngo", name);
  if (defender) text += numbers.below(2) == 0 ? "gender: woman\n" : "gender: man\n";
  text += fmt::format("country: {}\nareas: [Northern district, Old port]\nlevel: local\n",
                      numbers.pick(states));
  text +=
      fmt::format("themes: {}\nlanguages: [{}]\n", two_themes(numbers), numbers.pick(languages));
  if (defender)
    text += fmt::format("affiliations:\n  - body: {}\n    post: spokesperson\n    since: 2019\n",
                        plan.partner_id(number / 5 * 5 + 3));
  text += "contacts:\n" + contact(numbers, 2 * number, "k1", "preferred") +
          contact(numbers, 2 * number + 1, "k2", "allowed");
  text += "classification: confidential\n";
  text += consent(numbers, defender ? "self" : "organisation");
  if (defender) text += "risk: {level: medium, assessed: 2026-05-20}\n";
  text += "notes: |\n  ";
  return {.head = std::move(text)};
}

Record engagement(const Plan& plan, std::size_t number, Numbers& numbers, int year) {
  constexpr auto kinds = std::to_array<std::string_view>({"meeting", "consultation", "training"});
  std::string text = fmt::format("kind: {}\ntitle: Exchange {} on procedure\nstatus: held\n",
                                 numbers.pick(kinds), number);
  const std::string start = date(numbers, year);
  text += fmt::format("start: {}\nend: {}\nplace: Old port\ncountry: {}\nmode: in-person\n", start,
                      start, numbers.pick(states));
  text += fmt::format("openness: confidential\noffice_role: organiser\nthemes: {}\n",
                      two_themes(numbers));
  text += "partners:\n";
  const std::size_t first = numbers.below(plan.partners() - 40);
  std::string someone;
  for (std::size_t i = 0; i < 3; ++i) {
    someone = plan.partner_id(first + i * 7);
    text += fmt::format("  - {{partner: {}, role: participant, status: attended}}\n", someone);
  }
  text += "attendance: {total: 12, women: 8, men: 4}\n";
  text += "summary: |\n  ";
  const std::string tail = fmt::format(
      "needs:\n  - key: n1\n    text: {}\n    themes: {}\n    raised_by: [{}]\n    status: open\n"
      "classification: confidential\n",
      sentence(numbers, 90), two_themes(numbers), someone);
  return {.head = std::move(text), .tail = tail};
}

/// Up to the wanted size.
std::string filled(Record record, Numbers& numbers) {
  do {
    record.head += sentence(numbers, 80) + ".\n  ";
  } while (record.head.size() + record.tail.size() < wanted_bytes);
  record.head.resize(record.head.size() - 2);
  return record.head + record.tail;
}

void replace(std::string& text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  if (at == text.npos) std::abort();  // a fault that is not there would make the benchmark lie
  text.replace(at, from.size(), to);
}

/// One error, of another kind each time.
void spoil(std::string& text, std::size_t which) {
  switch (which % 8) {
    case 0:
      return replace(text, "themes: [", "themes: [land-right, ");
    case 1:
      return replace(text, "\ncountry: ", "\ncountry: Q");
    case 2:
      return replace(text, "\nclassification: confidential", "\nclassification: confident");
    case 3:
      return replace(text, "\nclassification:", "\nclasification:");
    case 4:
      return replace(text, "themes: [", "themes: [\"");  // a quote that is never closed
    case 5:
      return replace(text, "\nclassification:", "\ncountry: HND\nclassification:");
    case 6:
      return replace(text, ": [", ": [[]");
    default:
      return replace(text, "  - ", "\t- ");
  }
}

void write(const std::filesystem::path& path, std::string_view text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  if (!file.flush()) std::abort();
}

}  // namespace

void generate(const std::string& root, std::size_t count, Faults faults) {
  namespace fs = std::filesystem;
  const Plan plan{count};
  const fs::path top = root;
  fs::create_directories(top / "partners/defenders");
  fs::create_directories(top / "partners/civil-society");
  write(top / "rapport.yaml",
        "repository: 11111111-2222-4333-8444-555555555555\n"
        "mandate: sr-human-rights-defenders\nname: The office of the benchmark\n");
  for (int year = 2000; year < 2026; ++year)
    fs::create_directories(top / "engagements" / std::to_string(year));
  for (std::size_t i = 0; i < count; ++i) {
    Numbers numbers(i);
    const bool is_partner = i < plan.partners();
    const int year = 2000 + static_cast<int>(i % 26);
    std::string text = filled(
        is_partner ? partner(plan, i, numbers) : engagement(plan, i, numbers, year), numbers);
    if (faults == Faults::some && i % fault_every == fault_every / 2) spoil(text, i / fault_every);
    const fs::path folder = !is_partner           ? fs::path("engagements") / std::to_string(year)
                            : plan.is_defender(i) ? fs::path("partners/defenders")
                                                  : fs::path("partners/civil-society");
    const std::string id =
        is_partner ? plan.partner_id(i) : fmt::format("{}-exchange-{:06}", year, i);
    write(top / folder / (id + ".yaml"), text);
  }
}

}  // namespace bench
