#include "base/text.hpp"
#include "model/dataset.hpp"
#include "release/gate.hpp"
#include "rules/engine/names.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::rules::protected_name_in_id_rule {
namespace {

/// Some word of the text is one of a protected name, to begin with.
bool may_tell(const Names& names, std::string_view text) {
  bool found = false;
  each_word(text, [&](const FoundWord& word) {
    found = found || (word.letters >= 4 && names.may_have(word.hash));
  });
  return found;
}

/// The word of the name in the text; empty when there is none.
std::string_view told(const std::vector<std::string>& telling, std::string_view text) {
  const std::string folded = base::fold(text);
  for (const auto word : base::words(folded)) {
    const auto found = std::lower_bound(telling.begin(), telling.end(), word);
    if (found != telling.end() && *found == word) return *found;
  }
  return {};
}

template <class Needed>
void check_tags(const Partner& in, const Partner& protected_one, Needed&& needed,
                const std::vector<std::string>& telling, Report& report) {
  std::string memory;
  for (const auto& tag : in.tags) {
    if (tag.style() != yaml::Style::plain) memory = tag.str();
    const auto word = tag.style() == yaml::Style::plain ? tag.raw() : std::string_view(memory);
    if (!tag.is_in_own_file() || !needed(word) || told(telling, word).empty()) continue;
    report
        .add(in.head, tag,
             fmt::format("this tag holds part of the name of '{}'", protected_one.id()))
        .fix("use another word");
  }
}

void check_id(const Head& head, const Partner& protected_one,
              const std::vector<std::string>& telling, Report& report) {
  if (told(telling, head.id()).empty()) return;
  report
      .add(place_of(head), fmt::format("this id holds part of the name of '{}', who is protected",
                                       protected_one.id()))
      .fix(
          "name the file after something that tells nothing, and write the new id where records "
          "refer to it: `validate` names each place that does not");
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "An id or a tag holds part of a protected name",
    .help =
        "Ids are file names, and file names stand in every listing, diff and log. Protected"
        " partners have an opaque id, such as hrd-k7m2qx, and records that refer to them "
        "are named after something else. Tags of those records are read by the same eyes. An "
        "id is changed by renaming its file and writing the new id wherever it is referred to.",
    .example = "# partners/defenders/lucia-ejemplo.yaml",
    .partner =
        [](const Partner& partner, const Context& context, Report& report) {
          if (context.names->empty() || !model::is_protected(partner)) return;
          const Names& names = *context.names;
          std::vector<std::string> telling;
          const auto needed = [&](std::string_view text) {
            if (!may_tell(names, text)) return false;
            if (telling.empty()) telling = telling_words(partner);
            return true;
          };
          if (needed(partner.id())) check_id(partner.head, partner, telling, report);
          check_tags(partner, partner, needed, telling, report);
          const Head* before = nullptr;
          for (const auto& use : context.data().used_by(partner.head)) {
            if (use.from == before) continue;
            before = use.from;
            if (use.from == &partner.head) continue;
            if (needed(use.from->id())) check_id(*use.from, partner, telling, report);
            if (use.from->kind == model::RecordKind::partner)
              check_tags(context.data().partner(*use.from), partner, needed, telling, report);
          }
        },
};

}  // namespace rapport::rules::protected_name_in_id_rule
