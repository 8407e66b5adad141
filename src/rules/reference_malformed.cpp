#include "base/text.hpp"
#include "model/dataset.hpp"
#include "rules/engine/faults.hpp"
#include "rules/engine/letter_reference.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

namespace rapport::rules::reference_malformed_rule {

namespace {

/// Letters and numbers as they stand, in the form they are to have; empty when they are not these
/// four.
std::string reshaped(std::string_view text) {
  std::vector<std::string> parts;
  for (const char c : text) {
    const bool digit = base::is_digit(c);
    if (!digit && !base::is_lower(c) && !base::is_upper(c)) {
      parts.emplace_back();
      continue;
    }
    if (parts.empty() || (!parts.back().empty() && base::is_digit(parts.back().back()) != digit))
      parts.emplace_back();
    parts.back() += digit ? c : static_cast<char>(c & ~0x20);
  }
  std::erase(parts, std::string());
  if (parts.size() != 4) return {};
  const auto number = parts[2].find_first_not_of('0');
  const auto whole =
      fmt::format("{} {} {}/{}", parts[0], parts[1],
                  number == std::string::npos ? "" : parts[2].substr(number), parts[3]);
  return parse_reference(whole).is_well_formed() ? whole : std::string{};
}

std::string remedy(std::string_view text, const model::Communication& letter,
                   const Context& context) {
  if (const auto whole = reshaped(text); !whole.empty()) return fmt::format("write '{}'", whole);
  const auto* addressee =
      context.dataset == nullptr ? nullptr : context.data().partner(letter.addressee);
  const auto type = letter.type ? letter.type.str() : std::string_view("AL");
  const auto state = addressee == nullptr || !addressee->country
                         ? std::string_view("HND")
                         : context.codes().name(addressee->country.row());
  return fmt::format("write it as {} {} 3/2026; leave it out until OHCHR has assigned it", type,
                     state);
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "The reference of a letter is not written as OHCHR writes it",
    .help =
        "A reference is the type, the three-letter code of the addressee or OTH, the number, a "
        "slash and the year: AL HND 3/2026. Letters never print the J for joint letters. Until "
        "OHCHR has assigned it, leave the field out.",
    .example = "reference: AL XXA 7-2026",
    .engagement =
        [](const Engagement& engagement, const Context& context, Report& report) {
          if (!engagement.communication || !engagement.communication->reference) return;
          const auto& letter = *engagement.communication;
          const std::string text = letter.reference.str();
          const LetterReference reference = parse_reference(text);
          if (reference.is_well_formed()) return;
          const bool joint = text.size() > 1 && text.front() == 'J' &&
                             parse_reference(std::string_view(text).substr(1)).is_well_formed();
          report
              .add(engagement.head, letter.reference,
                   fmt::format("{} is not a reference", quote(text)))
              .fix(joint
                       ? fmt::format("write '{}': whether it is joint is computed", text.substr(1))
                       : remedy(text, letter, context));
        },
};

}  // namespace rapport::rules::reference_malformed_rule
