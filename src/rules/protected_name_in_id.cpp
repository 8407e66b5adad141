#include "model/dataset.hpp"
#include "model/protection.hpp"
#include "names/policy.hpp"
#include "names/record_names.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace rapport::rules::protected_name_in_id_rule {
namespace {

template <class Needed>
void check_tags(const Partner& in, const Partner& protected_one, Needed&& needed,
                const std::vector<std::string>& telling, Report& report) {
  std::string memory;
  for (const auto& tag : in.tags) {
    if (tag.style() != yaml::Style::plain) memory = tag.str();
    const auto word = tag.style() == yaml::Style::plain ? tag.raw() : std::string_view(memory);
    if (!tag.is_in_own_file() || !needed(word) || names::id_word_in(word, telling).empty())
      continue;
    report
        .add(in.head, tag,
             fmt::format("this tag contains part of the name of '{}'", protected_one.id()))
        .fix("use another word");
  }
}

void check_id(const RecordHeader& head, const Partner& protected_one,
              const std::vector<std::string>& telling, Report& report) {
  if (names::id_word_in(head.id(), telling).empty()) return;
  report
      .add(place_of(head),
           fmt::format("this id contains part of the name of '{}', who is protected",
                       protected_one.id()))
      .fix(fmt::format("rapport rename {} --opaque", head.id()));
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "An id or a tag contains part of a protected name",
    .help =
        "Ids are file names, and file names appear in every listing, diff and log. Protected "
        "partners have an opaque id, such as hrd-k7m2qx, and records that refer to them are named "
        "after something else. The same people read the tags of those records. `rapport rename` "
        "changes an id wherever records refer to it.",
    .example = "# partners/defenders/lucia-ejemplo.yaml",
    .partner =
        [](const Partner& partner, const Context& context, Report& report) {
          if (context.names->empty() || !model::is_protected(partner)) return;
          std::vector<std::string> telling;
          const auto needed = [&](std::string_view text) {
            if (!context.names->may_be_in_id(text)) return false;
            if (telling.empty()) telling = names::id_words(partner);
            return true;
          };
          if (needed(partner.id())) check_id(partner.head, partner, telling, report);
          check_tags(partner, partner, needed, telling, report);
          const RecordHeader* before = nullptr;
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
