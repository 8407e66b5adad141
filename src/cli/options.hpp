// The options and arguments of a command as it declares them: read from the command line by
// parse.cpp, and listed by help, manual and completion.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace rapport::cli {

/// What a shell can offer for a value.
enum class Offer : std::uint8_t {
  nothing,
  words,  // the option's own
  file,
  directory,
  partner,
  engagement,
  visit,
  matter,  // a case or a letter
  letter,
  record,
  command,
  format,
  rule,
  mandate,
  kind,         // of the record the argument before says
  record_kind,  // of either, and the words for both
  code,         // of the kind of rows the argument before says
  field,        // of the records the argument before says
  fields,       // several of them, with commas
  query,        // the same, each with its colon
  saved,        // a query that rapport.yaml keeps
  topic,        // of the help
  set_path,     // a field of the record, or of the kind of record, that the first argument says
  set_word,     // a record first, then such a field
  revision,     // a branch or a tag
  compared,     // one or two of them, as in "a..b", or a record
  history,      // a field as the history names it
  open_item,    // what is open in the engagement that the first argument says
  staff,        // a member of staff, by key
};

class Options {
 public:
  using Target = std::variant<bool*, std::string*, std::vector<std::string>*, unsigned*>;

  struct Declared {
    std::string_view names;  // "-o,--output"; an argument's is its placeholder
    std::string_view value;  // placeholder of the value; empty for a flag
    std::string_view doc;    // one line, no full stop
    Target into;
    std::vector<std::string_view> words = {};  // the only values there are, unless empty
    bool takes_others = false;                 // the command itself says what is wrong with them
    Offer offer = Offer::nothing;
    bool is_argument = false;
    bool required = false;
    bool may_be_empty = false;
    bool decides_format = false;
    bool splits = false;  // "a,b" are two values
    unsigned most = 0;    // of a number; 0: any
  };

  void flag(std::string_view names, bool& into, std::string_view doc);
  void value(std::string_view names, std::string_view placeholder, std::string& into,
             std::string_view doc, Offer offer = Offer::nothing);
  void number(std::string_view names, std::string_view placeholder, unsigned& into,
              std::string_view doc, unsigned most = 0);
  /// May be given again, and with commas.
  void list(std::string_view names, std::string_view placeholder, std::vector<std::string>& into,
            std::string_view doc, Offer offer = Offer::nothing);

  void argument(std::string_view placeholder, std::string& into, std::string_view doc,
                Offer offer = Offer::nothing);
  void optional_argument(std::string_view placeholder, std::string& into, std::string_view doc,
                         Offer offer = Offer::nothing);
  /// All further words, also none.
  void rest(std::string_view placeholder, std::vector<std::string>& into, std::string_view doc,
            Offer offer = Offer::nothing);

  /// The option or argument declared last takes one of these only.
  void only(std::span<const std::string_view> words);
  /// The same, but the command knows better what to say of another word.
  void expect(std::span<const std::string_view> words);

  /// An option every command takes means nothing to this one: given, it is a mistake, not ignored.
  /// `why` is the hint.
  void refuse(std::string_view name, std::string_view why) { refused_.emplace_back(name, why); }
  using Refused = std::pair<std::string_view, std::string_view>;
  std::span<const Refused> refused() const { return refused_; }

  /// Each value of the list declared last is one, with its commas.
  void keeps_commas() { declared_.back().splits = false; }

  /// An empty text is a value of the one declared last, and not a slip.
  void may_be_empty() { declared_.back().may_be_empty = true; }

  /// The one declared last, when it is given, decides what the output is written as: --format and
  /// the suffix of --output are then for the command.
  void decides_format() { declared_.back().decides_format = true; }
  bool format_is_decided() const;

  /// The one declared last must be given.
  void require() { declared_.back().required = true; }

  std::span<const Declared> declared() const { return declared_; }

  /// Those that `command` has none of the same name of: its own meaning is the one that counts.
  Options without(const Options& command) const;

 private:
  Declared& add(std::string_view names, std::string_view placeholder, std::string_view doc,
                Target into, Offer offer);

  std::vector<Declared> declared_;
  std::vector<Refused> refused_;
};

/// "--output" of "-o,--output": the name by which messages and manual call an option.
std::string_view long_name(const Options::Declared& declared);
std::string_view short_name(const Options::Declared& declared);  // empty when there is none

/// `--to`, where one recipient can be named among an audience.
void declare_recipient(Options& options, std::string& to);

}  // namespace rapport::cli
