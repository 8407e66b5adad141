#include "cli/typed.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cstdlib>
#include <variant>

namespace rapport::cli {
namespace {

using Declared = Options::Declared;

/// What bash parts words at and a command line of ours may hold inside of one.
bool parts_words(std::string_view word) {
  return !word.empty() && word.find_first_not_of(":=") == word.npos;
}

bool is_option(std::string_view word) { return word.size() > 1 && word.front() == '-'; }

bool takes_value(const Declared& declared) { return !declared.value.empty(); }

bool takes_commas(const Declared& declared) {
  return declared.splits || declared.offer == Offer::fields;
}

bool takes_many(const Declared& declared) {
  return std::holds_alternative<std::vector<std::string>*>(declared.into);
}

}  // namespace

std::string unquoted(std::string_view typed) {
  std::string out;
  char quote = 0;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    const char c = typed[i];
    const bool escapes = c == '\\' && quote != '\'' && i + 1 < typed.size();
    if (escapes &&
        (quote == 0 || std::string_view("\"\\$`").find(typed[i + 1]) != std::string::npos)) {
      out += typed[++i];
    } else if (c == quote) {
      quote = 0;
    } else if (quote == 0 && (c == '\'' || c == '"')) {
      quote = c;
    } else if (c != '\\' || quote != 0) {
      out += c;
    }
  }
  return out;
}

std::string expanded(std::string path) {
  const char* home = std::getenv("HOME");
  if (home == nullptr) return path;
  for (const std::string_view name : {"~", "$HOME", "${HOME}"})
    if (path.starts_with(name) && (path.size() == name.size() || path[name.size()] == '/'))
      return home + path.substr(name.size());
  return path;
}

TypedWords typed_words(std::string_view shell, std::span<const std::string> as_typed) {
  TypedWords typed;
  bool joins = false;
  for (const std::string& word : as_typed) {
    const bool is_parting = shell == "bash" && parts_words(word);
    const bool is_joined = (joins || is_parting) && typed.words.size() > 1;
    if (!is_joined) typed.words.emplace_back();
    typed.parted = is_joined ? typed.words.back().size() : 0;
    const bool is_plain = shell == "fish" && &word != &as_typed.back();  // it takes quotes off
    typed.words.back() += is_plain ? word : unquoted(word);
    if (is_parting) typed.parted = typed.words.back().size();
    joins = is_parting;
  }
  return typed;
}

Typed::Typed(std::span<const std::string> words, Commands commands) : commands_(commands) {
  declare(global_options_, globals_);
  if (words.empty()) return;
  for (std::size_t i = 1; i + 1 < words.size(); ++i) take(words[i]);
  complete(words.size() == 1 ? std::string{} : words.back());
}

std::vector<const Declared*> Typed::options() const {
  std::vector<const Declared*> found;
  for (const Options* all : {&options_, &global_options_})
    for (const Declared& declared : all->declared()) {
      const bool is_hidden = std::ranges::any_of(
          found, [&](const Declared* other) { return long_name(*other) == long_name(declared); });
      if (!declared.is_argument && !is_hidden) found.push_back(&declared);
    }
  return found;
}

const Declared* Typed::find(std::string_view name) const {
  for (const Declared* declared : options())
    if (std::ranges::count(base::split(declared->names, ','), name) != 0) return declared;
  return nullptr;
}

const Declared* Typed::argument(std::size_t place) const {
  for (const Declared& declared : options_.declared()) {
    if (!declared.is_argument) continue;
    if (place == 0 || takes_many(declared)) return &declared;
    --place;
  }
  return nullptr;
}

void Typed::take(const std::string& word) {
  if (pending_ != nullptr) {
    keep(*pending_, word);
    pending_ = nullptr;
  } else if (word == "--" && !only_arguments_) {
    only_arguments_ = true;
  } else if (is_option(word) && !only_arguments_) {
    take_option(word);
  } else {
    take_argument(word);
  }
}

void Typed::take_option(const std::string& word) {
  const bool is_long = word.starts_with("--");
  const std::size_t equals = is_long ? word.find('=') : word.npos;
  const Declared* declared = find(is_long ? word.substr(0, equals) : word.substr(0, 2));
  if (declared == nullptr) {
    if (!command_.empty()) take_argument(word);  // "-theme:land-rights" is a term of a query
  } else if (!takes_value(*declared)) {
    if (!is_long && word.size() > 2) take_option("-" + word.substr(2));
  } else if (equals != word.npos) {
    keep(*declared, word.substr(equals + 1));
  } else if (!is_long && word.size() > 2) {
    keep(*declared, word.substr(2));
  } else {
    pending_ = declared;
  }
}

void Typed::take_argument(const std::string& word) {
  if (!command_.empty()) {
    arguments_.push_back(word);
    return;
  }
  for (const auto& command : commands_)
    if (command.name == word) run_ = command->bind(options_);
  command_ = word;
}

void Typed::keep(const Declared& declared, const std::string& value) {
  if (auto* const* text = std::get_if<std::string*>(&declared.into)) **text = value;
}

void Typed::complete(const std::string& word) {
  if (pending_ != nullptr) return complete_value(*pending_, {}, word);
  if (only_arguments_ || word.empty() || word.front() != '-') return complete_argument(word);
  const std::size_t equals = word.starts_with("--") ? word.find('=') : word.npos;
  if (equals != word.npos) {
    if (const Declared* declared = find(word.substr(0, equals)); declared && takes_value(*declared))
      complete_value(*declared, word.substr(0, equals + 1), word.substr(equals + 1));
    return;
  }
  const bool is_short = word.size() > 2 && word[1] != '-';
  if (const Declared* declared = is_short ? find(word.substr(0, 2)) : nullptr;
      declared != nullptr && takes_value(*declared))
    return complete_value(*declared, word.substr(0, 2), word.substr(2));
  wants_option_ = !is_short;
  part_ = word;
  if (is_short && !command_.empty()) complete_argument(word);  // a term of a query, negated
}

void Typed::complete_argument(const std::string& word) {
  part_ = word;
  if (command_.empty()) return;
  if (const Declared* declared = argument(arguments_.size())) complete_value(*declared, {}, word);
}

void Typed::complete_value(const Declared& declared, std::string before, std::string part) {
  wanted_ = &declared;
  const std::size_t comma = takes_commas(declared) ? part.rfind(',') : part.npos;
  std::size_t start = comma == part.npos ? 0 : comma + 1;
  if (declared.offer == Offer::fields && part.substr(start).starts_with('-')) ++start;
  before_ = std::move(before) + part.substr(0, start);
  part_ = part.substr(start);
}

}  // namespace rapport::cli
