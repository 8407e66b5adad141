#include "names/policy.hpp"

#include "base/particles.hpp"
#include "base/text.hpp"
#include "names/common_words.hpp"
#include "names/words.hpp"

#include <utility>

namespace rapport::names {
namespace {

bool begins_in_capital(std::string_view word) {
  auto rest = word;
  base::next_code_point(rest);
  const auto first = word.substr(0, word.size() - rest.size());
  return base::lower(first) != first;
}

/// Takes the words of a text one after the other, and knows which run of capitals is a name.
class NameRun {
 public:
  explicit NameRun(std::vector<std::string>& into) : names_(into) {}

  void take(std::string_view word) {
    const bool is_capital = begins_in_capital(word);
    if (count_ != 0 && (!is_behind(word) || (!is_capital && !base::is_particle(word)))) end();
    before_ = word.data() + word.size();
    if (!is_capital) return;
    if (count_++ == 0) first_ = word.data();
    last_ = before_;
  }
  void end() {
    if (count_ > 1) names_.emplace_back(first_, last_);
    count_ = 0;
  }

 private:
  bool is_behind(std::string_view word) const {
    return std::string_view(before_, word.data()).find_first_not_of(" -") == std::string_view::npos;
  }

  std::vector<std::string>& names_;
  const char* first_ = nullptr;   // of the run
  const char* last_ = nullptr;    // behind its last word with a capital
  const char* before_ = nullptr;  // behind the word before
  std::size_t count_ = 0;
};

/// Most names have one, and are not looked at closely.
bool has_rare_word(std::string_view name) {
  return any_word(name, [](const QuickWord& word) {
    return word.is_written && !base::is_particle(word.text) &&
           !is_common_word(base::lower_ascii(word.text));
  });
}

void add_secret(std::string text, const model::Partner& partner, Secret::Kind kind,
                std::vector<Secret>& into) {
  if (!text.empty()) into.push_back({std::move(text), std::string(partner.id()), kind});
}

std::string_view beginning_of(std::string_view name) {
  if (name.size() <= longest_name) return name;
  std::size_t end = longest_name;
  while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) --end;
  return name.substr(0, end);
}

/// As it is typed where the letters are missing: Mueller, Soerensen, Aase.
std::string with_digraphs(std::string_view name) {
  constexpr std::pair<char32_t, std::string_view> digraphs[] = {
      {0xC4, "Ae"}, {0xC5, "Aa"}, {0xD6, "Oe"}, {0xD8, "Oe"}, {0xDC, "Ue"},
      {0xE4, "ae"}, {0xE5, "aa"}, {0xF6, "oe"}, {0xF8, "oe"}, {0xFC, "ue"}};
  std::string out;
  const std::string composed = base::nfc(name);
  for (std::string_view rest = composed; !rest.empty();) {
    const char32_t point = base::next_code_point(rest);
    const auto found =
        std::ranges::find(digraphs, point, &std::pair<char32_t, std::string_view>::first);
    if (found == std::end(digraphs))
      base::append_point(out, point);
    else
      out += found->second;
  }
  return out;
}

}  // namespace

bool is_enough(std::string_view name) {
  const ScanText text(name);
  return NameWords(text).size() > 1 || is_unsegmented_name(name);
}

std::vector<std::string> names_in_words(std::string_view text) {
  std::vector<std::string> names;
  if (base::lower(text) == base::upper(text)) {
    if (is_enough(text)) names.emplace_back(text);
    return names;
  }
  NameRun run(names);
  for (const std::string_view word : base::words(text)) run.take(word);
  run.end();
  return names;
}

bool is_of_common_words(const value::Text& name, std::size_t least) {
  if (name.raw().starts_with("sealed:") || has_rare_word(name.raw())) return false;
  const std::string said = name.str();
  const ScanText text(said);
  const NameWords words(text);
  return words.size() >= least && words.is_common();
}

std::vector<std::string> id_words(const model::Partner& partner) {
  std::vector<std::string> words;
  each_name(partner, [&words](std::string_view name, Secret::Kind, bool) {
    const std::string folded = base::fold(name);
    for (const auto word : base::words(folded))
      if (base::count_points(word) >= shortest_id_word) words.emplace_back(word);
  });
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

std::string_view id_word_in(std::string_view text, const std::vector<std::string>& words) {
  const std::string folded = base::fold(text);
  for (const auto word : base::words(folded)) {
    const auto found = std::lower_bound(words.begin(), words.end(), word);
    if (found != words.end() && *found == word) return *found;
  }
  return {};
}

void add_names(const model::Partner& partner, std::vector<Secret>& into) {
  each_name(partner, [&](std::string_view name, Secret::Kind kind, bool is_alone) {
    if (is_alone || is_enough(name)) add_secret(std::string(name), partner, kind, into);
  });
}

void add_contact(const model::Partner& partner, const model::Contact& contact,
                 std::vector<Secret>& into) {
  std::string said = contact.value.str();
  if (is_address(said, *contact.channel))
    add_secret(std::move(said), partner, Secret::Kind::address, into);
}

bool is_address(std::string_view said, model::Channel channel) {
  using model::Channel;
  if (said.empty() || said.starts_with("sealed:")) return false;
  if (said.find('@') != said.npos) return true;
  const bool is_one_word = said.find(' ') == said.npos;
  switch (channel) {
    case Channel::in_person:
    case Channel::intermediary:
      return is_number(said);
    case Channel::post:
      return is_number(said) || (!is_one_word && std::ranges::any_of(said, base::is_digit));
    default:
      return is_one_word || has_number(said);
  }
}

std::vector<std::string> names_to_read(std::string_view name, bool is_person) {
  name = beginning_of(name);
  std::vector<std::string> names;
  if (may_have_forms(name))
    names = forms_of_name(name, is_person);
  else
    names.emplace_back(name);
  if (base::is_ascii(name)) return names;
  const std::size_t count = names.size();
  for (std::size_t i = 0; i < count; ++i)
    if (std::string other = with_digraphs(names[i]); other != base::nfc(names[i]))
      names.push_back(std::move(other));
  return names;
}

}  // namespace rapport::names
