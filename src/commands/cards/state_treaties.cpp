// What a State has bound itself to on a day.
#include "base/text.hpp"
#include "commands/cards/state_lines.hpp"
#include "commands/cards/words.hpp"
#include "reference/dated.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

namespace rapport::commands {
namespace {

using reference::Recorded;
using reference::ReferenceData;
using value::Date;

struct Treaties {
  std::vector<std::string> said;
  std::vector<std::string> others;  // known not to bind
  std::vector<std::string> perhaps;
  std::vector<std::string> unknown;
  std::vector<std::string> remembered;
  Date as_of;
};

/// "ICCPR perhaps party (since 2018, day not recorded)".
std::string perhaps(const std::string& name, const reference::TreatyAnswer& answer,
                    const Date& on) {
  const bool is_end = answer.ended && value::before(on, answer.ended) == value::Truth::maybe;
  return fmt::format("{} ({} {}, day not recorded)", name, is_end ? "until" : "since",
                     in_words(is_end ? answer.ended : answer.date));
}

void add_no_party(Treaties& treaties, const std::string& name,
                  const reference::TreatyAnswer& answer) {
  if (answer.action->status == model::TreatyStatus::signed_)
    treaties.said.push_back(fmt::format("{} signed only", name));
  else if (answer.action->status == model::TreatyStatus::denounced)
    treaties.said.push_back(answer.ended ? fmt::format("{} denounced, with effect from {}", name,
                                                       in_words(answer.ended))
                                         : fmt::format("{} denounced", name));
  else if (answer.action->date)
    treaties.others.push_back(
        fmt::format("{} (party from {})", name, in_words(answer.action->date)));
  else
    treaties.others.push_back(name);
}

void add(Treaties& treaties, const std::string& name, const reference::TreatyAnswer& answer,
         const Date& on) {
  if (answer.remembered != nullptr)
    treaties.remembered.push_back(fmt::format("{} {} {}", name,
                                              value::label(answer.remembered->status.str()),
                                              in_words(answer.remembered->date)));
  if (answer.as_of) treaties.as_of = answer.as_of;
  if (answer.party == Recorded::not_recorded) {
    treaties.unknown.push_back(name);
  } else if (answer.party == Recorded::maybe) {
    treaties.perhaps.push_back(perhaps(name, answer, on));
  } else if (answer.party == Recorded::yes) {
    std::string said = fmt::format("{} party", name);
    if (answer.date) said += fmt::format(" {}", answer.date.year());
    if (!answer.action->unverified.empty()) said += " (unverified)";
    treaties.said.push_back(said);
  } else {
    add_no_party(treaties, name, answer);
  }
}

}  // namespace

view::Line treaties(const ReferenceData& library, value::StateCode state, const Date& on) {
  view::Line line{.key = "treaties", .label = "treaties"};
  Treaties found;
  const auto& codes = library.codes().all(value::CodeSet::treaty);
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const model::TreatyCode code(static_cast<std::uint16_t>(i + 1), 0);
    add(found, std::string(codes[i]), reference::treaty(library, state, code, on), on);
  }
  if (found.unknown.size() == codes.size()) {
    line.values.push_back(not_recorded());
    return line;
  }
  line.values.push_back(
      {.text = found.said.empty() ? "party to none" : base::join(found.said, " · ")});
  auto& below = line.values.back().below;
  const auto tone = view::Tone::warning;
  if (!found.perhaps.empty())
    below.push_back({.text = "perhaps a party: " + base::join(found.perhaps, " · "), .tone = tone});
  if (!found.others.empty())
    below.push_back({.text = "not a party: " + base::join(found.others, " · ")});
  if (!found.unknown.empty())
    below.push_back({.text = "not recorded: " + base::join(found.unknown, " · "), .tone = tone});
  if (!found.remembered.empty())
    below.push_back({.text = "remembered since, unverified: " + base::join(found.remembered, " · "),
                     .tone = tone});
  below.push_back(
      {.text = fmt::format("status {}, check before citing", mark(found.as_of)), .tone = tone});
  return line;
}

}  // namespace rapport::commands
