#include "model/partner.hpp"
#include "release/gate.hpp"
#include "rules/engine/plan.hpp"
#include "rules/engine/rule.hpp"

namespace rapport::rules {
namespace {

/// The first comment of the file, which has none when all its # stand inside a text.
std::size_t find_comment(const Partner& partner) {
  const auto& file = partner.head.source->text;
  for (auto at = file.find('#'); at != std::string_view::npos; at = file.find('#', at + 1)) {
    if (at > 0 && file[at - 1] != ' ' && file[at - 1] != '\n') continue;
    bool in_text = false;
    partner_texts().walk(&partner, [&](const value::Row&, const void* value) {
      const auto& text = *static_cast<const value::Text*>(value);
      in_text = in_text || (at > text.offset() && at < text.offset() + text.length());
    });
    if (!in_text) return at;
  }
  return std::string_view::npos;
}

}  // namespace

extern const RuleSpec comment_in_classified_rule = {
    .severity = Severity::warning,
    .summary = "The record of a classified person has a comment",
    .help =
        "Comments have no field, so no gate knows what they give away, and they are never "
        "sealed. Write it under notes.",
    .example = "risk: {level: high}  # her brother was asked about her",
    .local = true,
    .partner =
        [](const Partner& partner, const Context&, Report& report) {
          if (!release::is_person(partner) ||
              release::classification(partner) == model::Classification::unclassified)
            return;
          const auto at = find_comment(partner);
          if (at == std::string_view::npos) return;
          const auto& file = partner.head.source->text;
          const auto length = std::min(file.find('\n', at), file.size()) - at;
          report
              .add({partner.head.source, static_cast<std::uint32_t>(at),
                    static_cast<std::uint32_t>(length)},
                   "a comment in the record of a classified person")
              .fix("move it to `notes`");
        },
};

}  // namespace rapport::rules
