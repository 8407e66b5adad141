#include "base/text.hpp"
#include "model/engagement.hpp"
#include "model/partner.hpp"
#include "model/record_type.hpp"
#include "rules/engine/faults.hpp"
#include "rules/engine/field_walk.hpp"
#include "value/written.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::rules::unknown_language_rule {
namespace {

constexpr FaultCode faults[] = {value::Problem::bad_form};

// The two-letter codes of ISO 639-1. Codes of three letters are too many to hold, and only their
// form is checked.
constexpr std::string_view two_letters =
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da "
    "de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy "
    "hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg "
    "li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or "
    "os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw "
    "ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// A bit for each second letter, by the first.
constexpr auto known_pairs = [] {
  std::array<std::uint32_t, 26> known{};
  for (std::size_t i = 0; i < two_letters.size(); i += 3)
    known[static_cast<std::size_t>(two_letters[i] - 'a')] |= 1U << (two_letters[i + 1] - 'a');
  return known;
}();

bool is_known(std::string_view tag) {
  const auto primary = tag.substr(0, tag.find('-'));
  if (primary.size() != 2) return true;
  if (!base::is_lower(primary[0]) || !base::is_lower(primary[1])) return false;
  return (known_pairs[static_cast<std::size_t>(primary[0] - 'a')] >> (primary[1] - 'a') & 1U) != 0;
}

const FieldWalk& languages_of(const value::Type& type) {
  static constexpr auto wanted = [](const value::Field& row) {
    const auto& element = row.type->shape == value::Shape::list ? *row.type->element : *row.type;
    return element.name == value::LanguageForm::name;
  };
  static const FieldWalk partners(model::partner_type(), wanted);
  static const FieldWalk engagements(model::engagement_type(), wanted);
  return &type == &model::partner_type() ? partners : engagements;
}

constexpr std::string_view remedy = "write an ISO 639 code, such as es, fr or zh-Hant";

void check(const RecordHeader& head, const void* record, const value::Type& type, Report& report) {
  languages_of(type).walk(record, [&](const value::Field&, const void* value) {
    const auto& tag = *static_cast<const value::Text*>(value);
    if (is_known(tag.raw())) return;
    report.add(head, tag, fmt::format("{} is not a language", quote(tag.raw())))
        .fix(std::string(remedy));
  });
}

/// `en fr`, `en,` and other ways to write several as one, as items of a list; empty otherwise.
std::string as_items(std::string_view written) {
  std::string text(written);
  for (const std::string_view sign : {",", ";", "/", "，", "、", "،"})
    for (auto at = text.find(sign); at != text.npos; at = text.find(sign))
      text.replace(at, sign.size(), " ");
  std::vector<std::string> items;
  for (const auto item : base::split(text, ' '))
    if (!item.empty()) items.push_back(value::as_item(item));
  const bool are_languages = std::ranges::all_of(items, [](const std::string& item) {
    return value::LanguageForm::accepts(item) && is_known(item);
  });
  return are_languages ? base::join(items, ", ") : std::string{};
}

/// In [ ], where one item may become two.
bool is_in_brackets(const FoundFault& found) {
  const auto before = std::string_view(found.source->text).substr(0, found.fault.offset);
  const auto last = before.find_last_not_of(" \n");
  return last != before.npos && (before[last] == '[' || before[last] == ',');
}

void fix(const FoundFault& found, Finding& finding) {
  const std::string items = as_items(meant(found));
  const bool is_one = items.find(',') == items.npos;
  if (items.empty() || hides(found))
    finding.fix(std::string(remedy));
  else if (is_one || is_in_brackets(found))
    finding.fix(fmt::format("write {}", items), items);
  else
    finding.fix(fmt::format("write each in an item of its own: {}", items));
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "A language is not valid",
    .help =
        "Languages are tags of BCP 47, which begin with an ISO 639 code: es, fr, zh-Hant. They "
        "show in which language to write to someone, and which interpreter is needed.",
    .example = "languages: [spanish]",
    .local = true,
    .partner = [](const Partner& partner, const Context&,
                  Report& report) { check(partner.head, &partner, model::partner_type(), report); },
    .engagement =
        [](const Engagement& engagement, const Context&, Report& report) {
          check(engagement.head, &engagement, model::engagement_type(), report);
        },
    .faults = faults,
    .owns = &is_language,
    .fault =
        [](const FoundFault& found, const Context&, Report& report) {
          fix(found, add(report, found, fmt::format("{} is not a language", named(found))));
        },
};

}  // namespace rapport::rules::unknown_language_rule
