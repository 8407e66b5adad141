#include "base/text.hpp"
#include "model/partner.hpp"
#include "release/gate.hpp"
#include "rules/engine/field_walk.hpp"
#include "rules/engine/rule.hpp"

#include <algorithm>

namespace rapport::rules::comment_in_classified_rule {
namespace {

/// A line that `rapport new` wrote and nobody wrote on: one that explains begins with two #, and a
/// field that waits to be filled in is a key and nothing behind it.
bool is_of_the_blank(std::string_view file, std::size_t at) {
  if (at > 0 && file[at - 1] != '\n') return false;
  std::string_view line = file.substr(at, file.find('\n', at) - at);
  if (line.ends_with('\r')) line.remove_suffix(1);
  if (line.starts_with("## ")) return true;
  line.remove_prefix(1);
  while (line.starts_with(' ')) line.remove_prefix(1);
  if (line.starts_with("- ")) line.remove_prefix(2);
  if (!line.ends_with(':')) return false;
  line.remove_suffix(1);
  return !line.empty() &&
         std::ranges::all_of(line, [](char c) { return base::is_lower(c) || c == '_'; });
}

/// The first comment of the file, which has none when all its # stand inside a text.
std::size_t find_comment(const Partner& partner) {
  const auto& file = partner.head.source->text;
  for (auto at = file.find('#'); at != std::string_view::npos; at = file.find('#', at + 1)) {
    if (at > 0 && file[at - 1] != ' ' && file[at - 1] != '\n') continue;
    if (is_of_the_blank(file, at)) {
      at = std::min(file.find('\n', at), file.size() - 1);
      continue;
    }
    bool in_text = false;
    partner_texts().walk(&partner, [&](const value::Field&, const void* value) {
      const auto& text = *static_cast<const value::Text*>(value);
      in_text = in_text || (at > text.offset() && at < text.offset() + text.length());
    });
    if (!in_text) return at;
  }
  return std::string_view::npos;
}

}  // namespace

extern const RuleSpec spec = {
    .severity = Severity::warning,
    .summary = "The record of a classified person has a comment",
    .help =
        "Comments have no field, so no gate knows what they give away, and they are never sealed. "
        "Write it under notes. The lines of `rapport new` are not reported: those that begin with "
        "two #, and fields that are not filled in.",
    .example = "risk: {level: high}  # her brother was asked about her",
    .local = true,
    .partner =
        [](const Partner& partner, const Context&, Report& report) {
          if (!model::is_person(partner) ||
              model::classification(partner) == model::Classification::unclassified)
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

}  // namespace rapport::rules::comment_in_classified_rule
