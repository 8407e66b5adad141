#include "cli/notes.hpp"

#include "base/text.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

namespace rapport::cli {

using app::NoteCode;

namespace {

std::string text_of_remark(const std::string& code, const std::string& details) {
  if (code == "no-country-mandate") return fmt::format("No country mandate for {}.", details);
  if (code == "country-mandate-unknown")
    return fmt::format("Whether there is a country mandate for {} is not recorded.", details);
  if (code == "of-others")
    return fmt::format("left out {}: in no record that they had a part in", details);
  return fmt::format("{}: {}", value::label(code), details);
}

}  // namespace

std::string text_of(const app::Note& note) {
  const auto value = [&note](std::size_t i) -> const std::string& { return note.values.at(i); };
  switch (note.code) {
    case NoteCode::listed:
      return fmt::format("{} of {}", value(0), value(1));
    case NoteCode::items:
      return fmt::format("{} of '{}', in {} of {}", value(0), value(1), value(2), value(3));
    case NoteCode::maybes:
      return fmt::format("{} of these {} a maybe: the records are not precise enough", value(0),
                         value(0) == "1" ? "is" : "are");
    case NoteCode::by_part:
      return fmt::format("hint: {} finds it inside longer texts", value(0));
    case NoteCode::maybe_unnamed:
      return fmt::format("hint: people who were met without being named: {}", value(0));
    case NoteCode::withheld:
      return fmt::format("withheld {}: {}", value(0), value(1));
    case NoteCode::referring_withheld:
      return fmt::format("withheld {}: records that refer to it", value(0));
    case NoteCode::not_searched:
      return fmt::format("not searched: values that cannot be read, in {} (rapport validate)",
                         value(0));
    case NoteCode::consent_of_case:
      return fmt::format("consent for {} is given for a case: see --case {}", value(0), value(1));
    case NoteCode::to_look_at:
      return fmt::format("to look at: {} ({})", value(0), value(1));
    case NoteCode::not_said:
      return fmt::format("not stated: {}", base::join(note.values, ", "));
    case NoteCode::findings:
      return fmt::format("{} in the records used: {}", value(0), value(1));
    case NoteCode::no_revision:
      return fmt::format("the manifest has no revision: {}{}", value(0),
                         value(1).empty() ? "" : fmt::format(" ({})", value(1)));
    case NoteCode::byte_order_mark:
      return fmt::format(
          "{} begins with a byte order mark, which is left out: save it as UTF-8 without",
          value(0));
    case NoteCode::left_out:
      return fmt::format("left out {}: a date in them is not known precisely enough", value(0));
    case NoteCode::changes:
      return fmt::format("{} in {}", value(0), value(1));
    case NoteCode::history_begins:
      return fmt::format(
          "this clone has no history before {}: `git fetch --unshallow` gets the rest", value(0));
    case NoteCode::left_as_it_is:
      return fmt::format("{} is left as it is: {}", value(0), value(1));
    case NoteCode::remark:
      return text_of_remark(value(0), value(1));
    case NoteCode::no_consent_by_meeting:
      return note.values.empty()
                 ? std::string("a meeting gives no consent")
                 : fmt::format(
                       "a meeting gives no consent; if some was given: `rapport consent {} "
                       "given …`",
                       base::join(note.values, "|"));
    case NoteCode::met_that_day:
      return fmt::format(
          "{0} was held on that day too, with one of them; if it is the same meeting: `rapport rm "
          "{1}`, and `rapport set {0} …` adds to that one",
          value(0), value(1));
    case NoteCode::need_of_nobody:
      return fmt::format(
          "nobody is named who needs {1}; for one of them: `rapport set {0} needs.{1}."
          "raised_by+={2}`",
          value(0), value(1), value(2));
    case NoteCode::less_protected:
      return fmt::format("{}: this protects less than before: {}", value(0), value(1));
    case NoteCode::no_longer_protected:
      return fmt::format(
          "{0} is not a protected person any more: lists and letters may name them, see `rapport "
          "release {0}`",
          value(0));
    case NoteCode::follows_no_longer:
      return fmt::format("{} no longer follows the case: the letter now has its own", value(0));
  }
  return {};
}

}  // namespace rapport::cli
