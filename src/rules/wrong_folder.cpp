#include "model/engagement.hpp"
#include "model/partner.hpp"
#include "rules/engine/rule.hpp"

#include <fmt/format.h>

namespace rapport::rules {
namespace {

std::string_view folder_of(std::string_view path) {
  const auto name = path.rfind('/');
  if (name == std::string_view::npos) return {};
  const auto above = path.rfind('/', name - 1);
  return above == std::string_view::npos ? path.substr(0, name)
                                         : path.substr(above + 1, name - above - 1);
}

/// As a shell takes it for one word, whatever somebody called a folder.
std::string shell_word(std::string_view path) {
  constexpr std::string_view open =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-";
  if (!path.starts_with('-') && path.find_first_not_of(open) == std::string_view::npos)
    return std::string(path);
  std::string word = path.starts_with('-') ? "./'" : "'";
  for (const char c : path) word += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return word + "'";
}

void misplaced(const Head& head, Place place, std::string_view what, std::string_view folder,
               Report& report) {
  report.add(place, fmt::format("{} belongs in {}/", what, folder))
      .fix(fmt::format("mkdir -p {} && mv {} {}/", folder, shell_word(head.source->path), folder));
}

}  // namespace

extern const RuleSpec wrong_folder_rule = {
    .summary = "A record lies in another folder than its kind says",
    .help =
        "A partner's kind decides its group, and the group its folder. An engagement lies "
        "in the folder of the year it began in, a case in cases/, one without a date in "
        "undated/.",
    .example = "# a government in partners/civil-society/",
    .local = true,
    .partner =
        [](const Partner& partner, const Context&, Report& report) {
          if (!partner.kind) return;
          const auto group = value::word(partner.group());
          if (folder_of(partner.head.source->path) == group) return;
          misplaced(partner.head, place_of(partner.head, partner.kind),
                    fmt::format("a partner of the kind {}", partner.kind.str()),
                    fmt::format("partners/{}", group), report);
        },
    .engagement =
        [](const Engagement& engagement, const Context&, Report& report) {
          if (!engagement.kind) return;
          const auto folder = folder_of(engagement.head.source->path);
          const auto& start = engagement.start;
          if (engagement.kind == model::EngagementKind::case_) {
            if (folder != "cases")
              misplaced(engagement.head, place_of(engagement.head, engagement.kind), "a case",
                        "engagements/cases", report);
          } else if (start && !start.date().is_unknown()) {
            const std::string year = fmt::format("{}", start.date().year());
            if (folder != year)
              misplaced(engagement.head, place_of(engagement.head, start),
                        fmt::format("an engagement of {}", year), "engagements/" + year, report);
          } else if (!start && folder == "cases") {
            misplaced(engagement.head, place_of(engagement.head, engagement.kind),
                      "what is no case and has no date", "engagements/undated", report);
          }
        },
};

}  // namespace rapport::rules
