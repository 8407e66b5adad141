#include "model/dataset.hpp"
#include "names/record_names.hpp"
#include "rules/engine/searched.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::rules::protected_name_in_text_rule {
namespace {

bool refers(const RecordHeader& head, const Partner& partner, const Context& context) {
  if (&partner.head == &head) return true;
  return std::ranges::any_of(context.data().used_by(partner.head),
                             [&](const auto& use) { return use.from == &head; });
}

/// How the text may name them: by the key of the alleged victim they are, else by their id.
std::string_view mark_of(const Engagement* engagement, const Partner& partner) {
  const auto key = [&](const auto& victims) -> std::string_view {
    for (const auto& victim : victims)
      if (model::leads_to(victim.partner, partner.head) && victim.key) return victim.key.raw();
    return {};
  };
  std::string_view found;
  if (engagement != nullptr && engagement->case_) found = key(engagement->case_->alleged_victims);
  if (engagement != nullptr && engagement->communication)
    found = key(engagement->communication->alleged_victims);
  return found.empty() ? partner.id() : found;
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "The name of a protected person is in free text",
    .help =
        "People in text are written as marks, <hrd-k7m2qx> or <v1>, so that each output shows as "
        "much of them as they agreed to. A name that is typed out would pass unchecked, in a place "
        "as well as in a summary. These forms are found: two words of a name, in either order, "
        "aliases too, with or without accents, apostrophes, a middle name or a part in quotes or "
        "brackets; one word after the initial of the first name; both as one word, as in a tag or "
        "an address; a name in a script without spaces, such as Chinese or Thai, within a "
        "sentence; a one-word name listed under alias_alone; and one word after a title, as in Ms. "
        "Ejemplo, if the record refers to them.",
    .example = "notes: Called by Lucia Ejemplo about the dam",
    .text =
        [](const SearchedText& text, const Context& context, Report& report) {
          if (!text.may_name) return;
          for (const names::RecordNames::Hit& hit : context.names->find(text.words)) {
            // A name that many have is somebody's whom the record is about.
            if (hit.only_titled &&
                (text.head == nullptr || !refers(*text.head, *hit.partner, context)))
              continue;
            report
                .add(text.place(hit.start, hit.end),
                     fmt::format("this is {} name of '{}', who is protected",
                                 hit.only_titled ? "part of the" : "the", hit.partner->id()))
                .fix(text.head == nullptr
                         ? std::string("leave it out: letters print this text")
                         : fmt::format("write <{}>", mark_of(text.engagement, *hit.partner)));
          }
        },
};

}  // namespace rapport::rules::protected_name_in_text_rule
