#include "base/unicode.hpp"
#include "model/engagement.hpp"
#include "model/partner.hpp"
#include "rules/engine/characters.hpp"
#include "rules/engine/rule.hpp"

namespace rapport::rules {
namespace {

void check(const Head& head, Report& report) {
  each_unusual_line(*head.source, [&](std::string_view line, std::size_t offset) {
    if (base::is_bidi_balanced(line)) return;
    const auto at = find_point(line, &base::is_bidi_control);
    report
        .add({head.source, static_cast<std::uint32_t>(offset + at), 3},
             "a character that turns the direction of writing is not closed")
        .fix("remove it: right-to-left text needs none");
  });
}

}  // namespace

extern const RuleSpec unsafe_text_rule = {
    .summary = "Text can show otherwise than it is stored",
    .help =
        "Characters that turn the direction of writing make text read otherwise than it is."
        " In a text each must be closed in it; ids, keys and codes hold none. Arabic, "
        "Hebrew and other scripts need none of them.",
    .example = "# a character U+202E that is never closed",
    .local = true,
    .partner = &in_text_of<Partner, check>,
    .engagement = &in_text_of<Engagement, check>,
};

}  // namespace rapport::rules
