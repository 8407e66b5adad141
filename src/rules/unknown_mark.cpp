#include "base/unicode.hpp"
#include "model/dataset.hpp"
#include "release/marks.hpp"
#include "rules/engine/field_walk.hpp"
#include "rules/engine/rule.hpp"
#include "rules/engine/texts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace rapport::rules::unknown_mark_rule {
namespace {

/// Whom a key or an id stands for.
struct Meant {
  const model::AllegedVictim* victim = nullptr;
  bool is_partner = false;

  explicit operator bool() const { return victim != nullptr || is_partner; }
};

Meant meant(const RecordHeader& head, std::string_view key, const Context& context) {
  if (const auto* victim = release::find_victim(context.data(), head, key)) return {victim, false};
  return {nullptr, context.data().partner(key) != nullptr || context.is_unreadable(key)};
}

/// What begins like a mark, and is none.
struct Written {
  std::string_view text;  // as it stands: to its '>', or its first word
  std::string key;        // in small letters, up to a point or a space
  bool has_more = false;  // something follows the key
  bool is_closed = false;
};

Written written_at(std::string_view text, std::size_t start) {
  constexpr std::string_view spaces = " \t\r\n";
  const auto end = std::min(text.find_first_of("<>", start + 1), text.size());
  Written found;
  found.is_closed = end < text.size() && text[end] == '>';
  auto inside = text.substr(start + 1, end - start - 1);
  inside.remove_prefix(std::min(inside.find_first_not_of(spaces), inside.size()));
  const auto key = inside.substr(0, inside.find_first_of(". \t\r\n"));
  found.key = base::lower(key);
  found.has_more = inside.find_last_not_of(spaces) + 1 > key.size();
  const auto behind = found.is_closed ? end + 1 : start + 1;
  const auto first_word = static_cast<std::size_t>(key.data() - text.data()) + key.size();
  found.text = text.substr(start, std::max(behind, first_word) - start);
  return found;
}

std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : text)
    if (c != '\n' && c != '\r' && (c != ' ' || !line.ends_with(' '))) line += c;
  return line;
}

class Check {
 public:
  Check(const RecordHeader& head, const value::Text& text, const Context& context, Report& report)
      : head_(head), text_(text), context_(context), report_(report) {}

  void run() {
    std::string memory;
    words_ = said(text_, memory);
    for (auto start = words_.find('<'); start != words_.npos; start = words_.find('<', start + 1)) {
      const auto mark = release::mark_at(words_, start);
      if (mark.end != 0)
        look_at(mark);
      else
        look_at(written_at(words_, start));
    }
  }

 private:
  void look_at(const release::Mark& mark) {
    const Meant who = meant(head_, mark.key, context_);
    const auto written = words_.substr(mark.start, mark.end - mark.start);
    if (!who) {
      add(written, fmt::format("{} does not name anyone", written),
          "write the id of a partner or the key of an alleged victim");
    } else if (mark.introduces && who.is_partner) {
      add(written, fmt::format("{}: only an alleged victim is introduced", written),
          fmt::format("write <{}>, or the key of an alleged victim", mark.key));
    } else if (mark.introduces && !who.victim->introduce_as) {
      add(written,
          fmt::format("{} says how {} is introduced, and {} has no introduce_as", written, mark.key,
                      mark.key),
          fmt::format("add `introduce_as: …` to {}, or leave the mark out", mark.key));
    }
  }

  /// Any other '<' is text, unless somebody is meant by what follows it.
  void look_at(const Written& written) {
    const Meant who = written.key.empty() ? Meant{} : meant(head_, written.key, context_);
    if (!who) return;
    const bool may_introduce = who.victim != nullptr && written.has_more && written.is_closed;
    add(written.text,
        fmt::format("{} is not a mark, and would be printed as it is", on_one_line(written.text)),
        may_introduce ? fmt::format("write <{0}>, or <{0}.introduce_as>", written.key)
                      : fmt::format("write <{}>", written.key));
  }

  void add(std::string_view written, std::string message, std::string fix) {
    Place place = place_of(head_, text_);
    if (words_.data() == text_.raw().data()) {  // else it is written with escapes
      place.offset += static_cast<std::uint32_t>(written.data() - words_.data());
      place.length = static_cast<std::uint32_t>(written.size());
    }
    report_.add(place, std::move(message)).fix(std::move(fix));
  }

  const RecordHeader& head_;
  const value::Text& text_;
  const Context& context_;
  Report& report_;
  std::string_view words_;
};

void check(const RecordHeader& head, const FieldWalk& plan, const void* record,
           const Context& context, Report& report) {
  const auto file = head.source->text;
  if (file.find('<') == file.npos && file.find('\\') == file.npos) return;
  plan.walk(record, [&](const value::Field&, const void* value) {
    const auto& text = *static_cast<const value::Text*>(value);
    if (text.is_in_own_file()) Check(head, text, context, report).run();
  });
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A mark in text does not name anyone",
    .help =
        "People in text are written as the id of their record, <hrd-k7m2qx>, or the key of an "
        "alleged victim, <v1>, of the record or of the case it is part of; <v1.introduce_as> is "
        "how they are introduced. A mark without a person would leave a gap in a letter, and a "
        "mistyped one, such as <V1> or <v1.name>, would be printed as it is.",
    .example = "facts: On 14 March 2026, <v9> was arrested.",
    .partner =
        [](const Partner& partner, const Context& context, Report& report) {
          check(partner.head, partner_texts(), &partner, context, report);
        },
    .engagement =
        [](const Engagement& engagement, const Context& context, Report& report) {
          check(engagement.head, engagement_texts(), &engagement, context, report);
        },
};

}  // namespace rapport::rules::unknown_mark_rule
