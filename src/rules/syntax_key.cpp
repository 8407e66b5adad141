#include "base/text.hpp"
#include "base/unicode.hpp"
#include "rules/engine/faults.hpp"
#include "rules/engine/lines.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::rules::syntax_key_rule {
namespace {

constexpr FaultCode faults[] = {yaml::Problem::key};

constexpr std::size_t longest_key = 64;

/// A remedy in words, the place it is for, and what goes there.
struct Remedy {
  std::string words;
  std::size_t from = 0;  // in the text of the fault
  std::size_t length = 0;
  std::string text = {};
};

void say(const FoundFault& found, std::string message, const Remedy& remedy, Report& report) {
  const Place at{found.source, found.fault.offset + static_cast<std::uint32_t>(remedy.from),
                 static_cast<std::uint32_t>(remedy.length)};
  report.add(place_of(found), std::move(message)).quoting().fix(remedy.words, at, remedy.text);
}

/// The first sign that is no letter of a key.
std::size_t end_of_word(std::string_view line) {
  const auto end =
      line.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");
  return std::min(end, line.size());
}

/// The value as it may be repeated beside its key.
std::string value_words(const FoundFault& found, std::string_view key, std::string_view value) {
  constexpr std::size_t few = 40;
  const auto* field = field_called(*found.source, key);
  const bool repeats = field != nullptr && !field->meta.must_seal && value.size() <= few;
  return repeats ? base::printable(value) : std::string("…");
}

/// `kind= ngo`, `kind；ngo` and the like: other signs that were typed for the colon.
std::size_t other_colon(std::string_view behind) {
  const std::size_t spaces = std::min(behind.find_first_not_of(' '), behind.size());
  constexpr std::string_view signs[] = {"=", "：", "；", ";", "꞉", "∶", "﹕"};
  for (const auto sign : signs)
    if (behind.substr(spaces).starts_with(sign)) return spaces + sign.size();
  return 0;
}

/// `]` on a line of its own, behind a list that is closed.
bool is_bracket(std::string_view line) {
  return line.find_first_of("]}") != std::string_view::npos &&
         line.find_first_not_of("]}, ") == std::string_view::npos;
}

/// A line without a colon that a key ends with.
void no_colon(const FoundFault& found, Report& report) {
  constexpr const char* message = "this line has no `key:`";
  const auto line = spelled(found);
  if (is_bracket(line))
    return say(found, "this bracket closes none that is open",
               {"remove it: what is before it is closed already", 0, line.size(), ""}, report);
  const std::size_t end = end_of_word(line);
  const auto word = line.substr(0, end);
  const auto value = base::trim(line.substr(end));
  const Line own = line_around(found.source->text, found.fault.offset);
  const auto below = line_below(found.source->text, own);
  if (const auto width = other_colon(line.substr(end)); width != 0 && end > 0) {
    const auto rest = base::trim(line.substr(end + width));
    const Remedy remedy{fmt::format("write `{}: {}`", word, value_words(found, word, rest)), end,
                        line.size() - end, rest.empty() ? ":" : fmt::format(": {}", rest)};
    return say(found, message, remedy, report);
  }
  const bool is_known = field_called(*found.source, word) != nullptr;
  if (!word.empty() && value.empty() && below && below->column > own.column) {
    const Remedy remedy{fmt::format("write `{}:`", word), end, 0, ":"};
    return say(found, message, remedy, report);
  }
  if (is_known && !value.empty()) {
    const Remedy remedy{fmt::format("write `{}: {}`", word, value_words(found, word, value)), end,
                        0, ":"};
    return say(found, message, remedy, report);
  }
  const auto item = item_above(found.source->text, own);
  if (!own.is_item() && item && item->column == own.column) {
    const Remedy remedy{"write `- ` before it, as for the items above, or `key: value`", 0, 0,
                        "- "};
    return say(found, message, remedy, report);
  }
  report.add(place_of(found), message).fix("write `key: value`");
}

void quoted_key(const FoundFault& found, Report& report) {
  const auto line = spelled(found);
  const auto close = line.find(line.front(), 1);
  Finding& finding = report.add(place_of(found), "this is not a key");
  if (close == std::string_view::npos || end_of_word(line.substr(1)) + 1 != close)
    finding.fix("write the key without quotes");
  else
    finding.fix("write the key without quotes",
                {found.source, found.fault.offset, static_cast<std::uint32_t>(close + 1)},
                std::string(line.substr(1, close - 1)));
}

/// `kind:ngo`, `kind:: ngo`.
void colon(const FoundFault& found, std::size_t end, Report& report) {
  const auto behind = found.source->text.substr(found.fault.offset + end);
  const std::size_t colons = std::min(behind.find_first_not_of(':'), behind.size());
  const bool is_apart =
      colons == behind.size() || std::string_view(" \r\n").find(behind[colons]) != behind.npos;
  const char* const words = colons > 1 ? "write one colon" : "write a space after the colon";
  say(found, "this is not a key", {words, end, colons, is_apart ? ":" : ": "}, report);
}

/// The first line below the key of a list of plain values.
bool is_item_without_dash(const FoundFault& found) {
  const Line own = line_around(found.source->text, found.fault.offset);
  const auto above = line_above(found.source->text, own);
  if (!above || !above->value().empty() || above->inner_column() >= own.column) return false;
  const auto* field = field_called(*found.source, above->key());
  return field != nullptr && field->type->shape == value::Shape::list &&
         field->type->element->shape != value::Shape::block;
}

void bad_key(const FoundFault& found, Report& report) {
  constexpr const char* message = "this is not a key";
  const auto line = spelled(found);
  const auto& file = found.source->text;
  const std::size_t end = end_of_word(line);
  const auto behind = line.substr(end);
  if (line.starts_with('"') || line.starts_with('\'')) return quoted_key(found, report);
  if (const auto bullet = width_of_bullet(line); bullet != 0)
    return say(found, message, {"begin an item with a hyphen and a space: `- `", 0, bullet, "- "},
               report);
  if (line.empty() || line.front() == ':') {
    report.add(place_of(found), message)
        .fix("write the key before the colon; text that begins with a colon goes in quotes");
    return;
  }
  const auto after = file.substr(found.fault.offset + end);
  const bool is_key = after.starts_with(": ") || after.starts_with(":\n");
  if (is_key && (line.front() == '-' || end > longest_key)) {
    report.add(place_of(found), message)
        .fix(line.front() == '-' ? "a key does not begin with a hyphen"
                                 : "a key has at most 64 characters");
    return;
  }
  if (is_item_without_dash(found))  // `kind:prosecution` below `keep_apart:`
    return say(found, "this is not an item of a list",
               {"begin each item with a hyphen and a space: `- `", 0, 0, "- "}, report);
  if (end > 0 && after.starts_with(':')) return colon(found, end, report);
  if (base::trim(behind).empty() && end > 0)  // `kind : ngo`
    return say(found, message,
               {fmt::format("write `{}:`, with the colon right after it", line.substr(0, end)), end,
                line.size() - end, ""},
               report);
  report.add(place_of(found), message)
      .fix("a key is letters, digits, _ and -, with the colon right after it");
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A line is not `key: value`",
    .help =
        "A key is letters, digits, _ and -, not quoted, with a colon right after it and then a "
        "space or the end of the line.",
    .example = "consent",
    .faults = faults,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          const auto line = spelled(found);
          const auto& file = found.source->text;
          const std::size_t end = found.fault.offset + line.size();
          const auto colon_at = line.find(':');
          const bool is_link =
              colon_at != std::string_view::npos && line.substr(colon_at).starts_with("://");
          const bool has_colon = (colon_at != std::string_view::npos && !is_link) ||
                                 (end < file.size() && file[end] == ':');
          if (!has_colon)
            no_colon(found, report);
          else
            bad_key(found, report);
        },
};

}  // namespace rapport::rules::syntax_key_rule
