// The only file that knows CLI11: its exceptions and its exit codes stop here.
#include "cli/parse.hpp"

#include "base/nearest.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace rapport::cli {
namespace {

using base::Failing;
using base::Failure;
using Declared = Options::Declared;

bool is_option(std::string_view word) { return word.size() > 1 && word.front() == '-'; }

const Declared* find(const Options& options, std::string_view name) {
  for (const Declared& declared : options.declared())
    if (!declared.is_argument && std::ranges::count(base::split(declared.names, ','), name) != 0)
      return &declared;
  return nullptr;
}

void add(CLI::App& app, const Declared& declared) {
  const std::string names(declared.names);
  CLI::Option* option = nullptr;
  if (auto* flag = std::get_if<bool*>(&declared.into)) {
    option = app.add_flag(names, **flag);
  } else if (auto* text = std::get_if<std::string*>(&declared.into)) {
    option = app.add_option(names, **text);
  } else if (auto* number = std::get_if<unsigned*>(&declared.into)) {
    option = app.add_option(names, **number);
  } else {
    auto& texts = *std::get<std::vector<std::string>*>(declared.into);
    option = app.add_option(names, texts);
    if (!declared.is_argument) option->allow_extra_args(false);
  }
  option->type_name(std::string(declared.value));
  if (declared.required) option->required();
}

/// "--only a,b" are two values, "--only ,a" is a mistake.
base::Done split_lists(const Options& options) {
  for (const Declared& declared : options.declared()) {
    if (!declared.splits) continue;
    auto& texts = *std::get<std::vector<std::string>*>(declared.into);
    std::vector<std::string> parts;
    for (const std::string& text : texts)
      for (const auto part : base::split(text, ',')) {
        if (base::trim(part).empty())
          return Failure{Failing::usage, fmt::format("{} has an empty value in '{}'",
                                                     long_name(declared), base::printable(text))};
        parts.emplace_back(base::trim(part));
      }
    texts = std::move(parts);
  }
  return base::done();
}

base::Done check_word(const Declared& declared, const std::string& text) {
  if (std::ranges::count(declared.words, text) != 0) return base::done();
  const auto near = base::nearest(text, declared.words);
  return Failure{
      Failing::usage,
      fmt::format("'{}' is not a value of {}", base::printable(text), long_name(declared)),
      near.empty() ? fmt::format("one of {}", base::join(declared.words, ", "))
                   : fmt::format("did you mean '{}'?", near)};
}

base::Done check_words(const Options& options) {
  for (const Declared& declared : options.declared()) {
    if (declared.words.empty() || declared.takes_others) continue;
    if (auto* text = std::get_if<std::string*>(&declared.into); text && !(*text)->empty()) {
      if (auto checked = check_word(declared, **text); !checked) return checked;
    } else if (auto* texts = std::get_if<std::vector<std::string>*>(&declared.into)) {
      for (const std::string& each : **texts)
        if (auto checked = check_word(declared, each); !checked) return checked;
    }
  }
  return base::done();
}

base::Done check_numbers(const Options& options) {
  for (const Declared& declared : options.declared()) {
    const auto* number = std::get_if<unsigned*>(&declared.into);
    if (number == nullptr || declared.most == 0 || **number <= declared.most) continue;
    return Failure{Failing::usage,
                   fmt::format("{} can be at most {}", long_name(declared), declared.most)};
  }
  return base::done();
}

/// `--case ''` would pass for an option that was not given.
base::Done check_given(const CLI::App& app, const Options& options) {
  for (const Declared& declared : options.declared()) {
    const auto* text = std::get_if<std::string*>(&declared.into);
    if (text == nullptr || declared.is_argument || declared.may_be_empty || !(*text)->empty())
      continue;
    const std::string name(long_name(declared));
    if (app.get_option(name)->count() == 0) continue;
    return Failure{Failing::usage, fmt::format("{} is empty", name),
                   fmt::format("{} {}, or leave it out", name, declared.value)};
  }
  return base::done();
}

bool is_given(const Declared& declared) {
  if (const auto* flag = std::get_if<bool*>(&declared.into)) return **flag;
  if (const auto* text = std::get_if<std::string*>(&declared.into)) return !(*text)->empty();
  return false;
}

/// Names of files are bytes; all else is compared with text, and printed.
base::Done check_text(const Options& options) {
  const auto is_wrong = [](const std::string& text) { return !base::is_utf8(text); };
  for (const Declared& declared : options.declared()) {
    if (declared.offer == Offer::file || declared.offer == Offer::directory) continue;
    const std::string* wrong = nullptr;
    if (const auto* text = std::get_if<std::string*>(&declared.into)) {
      if (is_wrong(**text)) wrong = *text;
    } else if (const auto* texts = std::get_if<std::vector<std::string>*>(&declared.into)) {
      const auto found = std::ranges::find_if(**texts, is_wrong);
      if (found != (*texts)->end()) wrong = &*found;
    }
    if (wrong != nullptr)
      return Failure{
          Failing::usage,
          fmt::format("'{}' for {} is not UTF-8", base::printable(*wrong), long_name(declared)),
          "type it in a terminal that writes UTF-8; `locale charmap` shows what yours writes"};
  }
  return base::done();
}

base::Done check_refused(const Options& globals, const Options& command) {
  for (const auto& [name, why] : command.refused()) {
    const Declared* declared = find(globals, name);
    if (declared != nullptr && is_given(*declared))
      return Failure{Failing::usage, fmt::format("this command takes no {}", name),
                     std::string(why)};
  }
  return base::done();
}

std::vector<std::string_view> option_names(const Options& globals, const Options& command) {
  std::vector<std::string_view> names;
  for (const Options* options : {&command, &globals})
    for (const Declared& declared : options->declared())
      if (!declared.is_argument) names.push_back(long_name(declared));
  return names;
}

Failure left_over(const std::string& word, const Options& globals, const Options& command) {
  const bool is_known = find(globals, word) != nullptr || find(command, word) != nullptr;
  if (!is_option(word) || is_known)  // a known one is left over only behind "--"
    return {Failing::usage, fmt::format("unexpected argument '{}'", base::printable(word)),
            "put several words in quotes to make them one argument"};
  const std::string name = word.substr(0, word.find('='));
  const auto near = base::nearest(name, option_names(globals, command));
  return {Failing::usage, fmt::format("no option '{}'", base::printable(name)),
          near.empty() ? "see --help; put a word that begins with '-' after --"
                       : fmt::format("did you mean '{}'?", near)};
}

bool is_empty(const Declared& declared) {
  if (const auto* text = std::get_if<std::string*>(&declared.into)) return (*text)->empty();
  const auto* texts = std::get_if<std::vector<std::string>*>(&declared.into);
  return texts != nullptr && (*texts)->empty();
}

Failure required(const Options& command) {
  for (const Declared& declared : command.declared())
    if (declared.required && is_empty(declared))
      return {Failing::usage, fmt::format("{} is missing", declared.names),
              declared.words.empty()
                  ? fmt::format("{}: {}", declared.names, declared.doc)
                  : fmt::format("{}: one of {}", declared.doc, base::join(declared.words, ", "))};
  return {Failing::usage, "something is missing", "see --help"};
}

/// CLI11 says "--today: 1 required TEXT missing" and "Could not convert: --threads = many".
Failure wrong_value(const CLI::ParseError& error) {
  std::string what = base::printable(error.what());
  const auto start = what.find("--");
  const std::string name = start == what.npos
                               ? std::string{}
                               : what.substr(start, what.find_first_of(": ", start) - start);
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr && !name.empty())
    return {Failing::usage, fmt::format("{} needs exactly one value", name)};
  if (dynamic_cast<const CLI::ConversionError*>(&error) != nullptr && !name.empty())
    return {Failing::usage, fmt::format("{} needs a number", name)};
  return {Failing::usage, std::move(what)};
}

}  // namespace

std::size_t find_command(std::span<const std::string> arguments, const Options& globals) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& word = arguments[i];
    if (!is_option(word)) return i;
    if (word == "--") return i + 1;
    const bool is_long = word.starts_with("--");
    const std::string name = is_long ? word : word.substr(0, 2);
    const Declared* option = find(globals, name);
    const bool value_follows = option != nullptr && !option->value.empty() &&
                               (is_long ? word.find('=') == word.npos : word.size() == 2);
    if (value_follows) ++i;
  }
  return arguments.size();
}

base::Done parse(std::vector<std::string> arguments, const Options& globals,
                 const Options& command) {
  try {
    CLI::App app;
    app.set_help_flag();
    for (const Declared& declared : command.declared()) add(app, declared);
    for (const Declared& declared : globals.declared()) add(app, declared);
    app.allow_extras();
    std::ranges::reverse(arguments);  // CLI11 takes them from the back
    app.parse(arguments);
    auto left = app.remaining();
    std::erase(left, "--");
    if (!left.empty()) return left_over(left.front(), globals, command);
    for (const Options* options : {&command, &globals})
      if (auto given = check_given(app, *options); !given) return given;
  } catch (const CLI::RequiredError&) {
    return required(command);
  } catch (const CLI::ParseError& error) {
    return wrong_value(error);
  }
  for (const Options* options : {&command, &globals})
    if (auto checked = check_text(*options); !checked) return checked;
  if (auto checked = check_refused(globals, command); !checked) return checked;
  for (const Options* options : {&command, &globals}) {
    if (auto split = split_lists(*options); !split) return split;
    if (auto checked = check_words(*options); !checked) return checked;
    if (auto checked = check_numbers(*options); !checked) return checked;
  }
  return base::done();
}

}  // namespace rapport::cli
