#include "model/dataset.hpp"
#include "rules/engine/names.hpp"
#include "rules/engine/texts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::rules::protected_name_in_text_rule {
namespace {

/// Those of the office are named by it where they are meant.
bool is_searched(const value::Row& row) {
  if (&row == &value::row_of<&model::Staff::name>()) return false;
  return row.meta.reveals == value::Reveals::content || row.meta.reveals == value::Reveals::open;
}

bool refers(const Head& head, const Partner& partner, const Context& context) {
  if (&partner.head == &head) return true;
  return std::ranges::any_of(context.data().used_by(partner.head),
                             [&](const auto& use) { return use.from == &head; });
}

/// How the text may name them: by the key of the alleged victim they are, else by their id.
std::string_view mark_of(const Engagement* engagement, const Partner& partner) {
  const auto key = [&](const auto& victims) -> std::string_view {
    for (const auto& victim : victims)
      if (victim.partner.target() == partner.head.index + 1 && victim.key) return victim.key.raw();
    return {};
  };
  std::string_view found;
  if (engagement != nullptr && engagement->case_) found = key(engagement->case_->alleged_victims);
  if (engagement != nullptr && engagement->communication)
    found = key(engagement->communication->alleged_victims);
  return found.empty() ? partner.id() : found;
}

/// `head` and `engagement` are null for a file of the office, which is about nobody.
void check(const Texts& texts, const Head* head, const Engagement* engagement,
           const Context& context, Report& report) {
  if (context.names->empty()) return;
  std::string memory;
  texts.each([&](const value::Row& row, const value::Text& text) {
    if (!is_searched(row)) return;
    const auto words = said(text, memory);
    if (!context.names->may_be_in(words)) return;
    context.names->find(words, [&](const Names::Hit& hit) {
      // A name that many have is somebody's whom the record is about.
      if (hit.only_titled && (head == nullptr || !refers(*head, *hit.partner, context))) return;
      Place place = place_of(texts.source, text);
      if (words.data() == text.raw().data()) {
        place.offset += static_cast<std::uint32_t>(hit.start);
        place.length = static_cast<std::uint32_t>(hit.end - hit.start);
      }
      report
          .add(place, fmt::format("this is {} name of '{}', who is protected",
                                  hit.only_titled ? "part of the" : "the", hit.partner->id()))
          .fix(head == nullptr ? std::string("leave it out: letters print this text")
                               : fmt::format("write <{}>", mark_of(engagement, *hit.partner)));
    });
  });
}

}  // namespace

extern const RuleSpec spec = {
    .summary = "The name of a protected person stands in free text",
    .help =
        "People in text are written as marks, <hrd-k7m2qx> or <v1>, so that each output "
        "shows as much of them as they agreed to. A name that is typed out passes every "
        "gate. Two words of a name in a row are found, aliases too, with or without a part in "
        "quotes or brackets; a name in a script without spaces, such as Chinese or Thai, within a "
        "sentence; a one-word name listed under alias_alone; and one word behind a title or an "
        "initial, as in Ms. Ejemplo, when "
        "the record refers to them.",
    .example = "notes: Called by Lucia Ejemplo about the dam",
    .partner =
        [](const Partner& partner, const Context& context, Report& report) {
          check(texts_of(partner), &partner.head, nullptr, context, report);
        },
    .engagement =
        [](const Engagement& engagement, const Context& context, Report& report) {
          check(texts_of(engagement), &engagement.head, &engagement, context, report);
        },
    .repository =
        [](const Context& context, Report& report) {
          each_file_of_the_office(context, [&](const Texts& texts) {
            check(texts, nullptr, nullptr, context, report);
          });
        },
};

}  // namespace rapport::rules::protected_name_in_text_rule
