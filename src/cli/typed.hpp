// A command line as far as it is typed, for completion: what it says already, and what may stand in
// the place of its last word.
#pragma once

#include "cli/command.hpp"
#include "cli/global_options.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::cli {

/// Words as a shell hands them to its completion: with their quotes and backslashes. bash parts a
/// word at ':' and '=' besides; what it parted is one word again, and `parted` tells how much of
/// the last one stands before the part that bash replaces.
struct TypedWords {
  std::vector<std::string> words;
  std::size_t parted = 0;
};
TypedWords typed_words(std::string_view shell, std::span<const std::string> as_typed);

/// A word without quotes and backslashes, also where a quote is still open. Nothing in it is run or
/// filled in.
std::string unquoted(std::string_view typed);

/// A path as a shell would give it to the program: "~" and "$HOME" at its start are the home
/// directory.
std::string expanded(std::string path);

/// What may stand in the place of the last word.
class Typed {
 public:
  /// `words` begin with the program; the last one is to be completed, and may be empty.
  Typed(std::span<const std::string> words, Commands commands);
  Typed(const Typed&) = delete;  // `wanted` points into the options
  Typed& operator=(const Typed&) = delete;

  const GlobalOptions& globals() const { return globals_; }
  std::string_view command() const { return command_; }
  const std::vector<std::string>& arguments() const { return arguments_; }

  /// The first argument: nothing that was typed before it says what it is about.
  bool wants_first_argument() const { return wanted_ != nullptr && wanted_ == argument(0); }

  /// The option or argument whose value the last word is; null: none, or the name of a command.
  const Options::Declared* wanted() const { return wanted_; }
  bool wants_command() const { return command_.empty() && wanted_ == nullptr && !wants_option_; }
  bool wants_option() const { return wants_option_; }
  /// Of the last word: what stands, such as "--format=" or "id,", and what is to be completed.
  const std::string& before() const { return before_; }
  const std::string& part() const { return part_; }

  /// The options that can still be given: the command's own, then those of every command.
  std::vector<const Options::Declared*> options() const;

 private:
  void take(const std::string& word);
  void take_option(const std::string& word);
  void take_argument(const std::string& word);
  void keep(const Options::Declared& declared, const std::string& value);
  void complete(const std::string& word);
  void complete_argument(const std::string& word);
  void complete_value(const Options::Declared& declared, std::string before, std::string part);
  const Options::Declared* find(std::string_view name) const;
  const Options::Declared* argument(std::size_t place) const;

  Commands commands_;
  GlobalOptions globals_;
  Options global_options_;
  Options options_;
  Run run_;  // keeps what the options point at
  std::string_view command_;
  std::vector<std::string> arguments_;
  const Options::Declared* pending_ = nullptr;  // takes the next word
  bool only_arguments_ = false;                 // behind "--"
  const Options::Declared* wanted_ = nullptr;
  bool wants_option_ = false;
  std::string before_;
  std::string part_;
};

}  // namespace rapport::cli
