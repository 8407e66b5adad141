#include "rules/engine/show.hpp"

#include "base/unicode.hpp"
#include "model/place.hpp"
#include "rules/engine/characters.hpp"
#include "rules/engine/run.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

namespace rapport::rules {
namespace {

/// As it is shown: without the end of a line, and without a mark at the start of the file, which
/// stands in no column, but for what is said of the mark.
std::string_view shown_line(const Source& source, std::uint32_t offset) {
  auto line = line_of(source, offset);
  if (line.ends_with('\r')) line.remove_suffix(1);
  const bool is_first = line.data() == source.text.data();
  if (is_first && offset > 0 && line.starts_with("\xef\xbb\xbf")) line.remove_prefix(3);
  return line;
}

bool is_inside_character(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80;
}

/// The line around the mark at `start`: of one that fills a file, only so much.
void take_excerpt(std::string_view line, std::size_t start, view::Place& shown) {
  constexpr std::size_t reach = 1000;
  std::size_t from = start - std::min(start, reach);
  std::size_t end = std::min(start + reach, line.size());
  while (is_inside_character(line, from)) ++from;
  while (is_inside_character(line, end)) ++end;
  shown.excerpt_column = shown.column - base::count_points(line.substr(from, start - from));
  shown.excerpt = std::string(line.substr(from, end - from));
}

std::string_view top_folder(std::string_view path) { return path.substr(0, path.find('/')); }

view::Place show(const Place& place, std::string_view path, bool excerpts) {
  view::Place shown{.path = std::string(path)};
  if (place.source != nullptr && std::ranges::count(model::record_folders, top_folder(path)) != 0)
    shown.record = std::string(place.source->stem);
  // What is said of a record as a whole has no line.
  if (place.source == nullptr || (place.length == 0 && place.offset == 0)) return shown;
  const auto& text = place.source->text;
  const auto at = value::line_column(text, place.offset);
  const auto line = shown_line(*place.source, place.offset);
  const auto start = static_cast<std::size_t>(text.data() + place.offset - line.data());
  const auto marked = line.substr(std::min(start, line.size()), place.length);
  shown.line = at.line;
  shown.column = at.column;
  shown.end = at.column + std::max<std::size_t>(1, base::count_points(marked));
  if (excerpts) take_excerpt(line, std::min(start, line.size()), shown);
  return shown;
}

view::Finding show(const Finding& finding, bool excerpts) {
  view::Finding shown{.severity = finding.severity,
                      .rule = std::string(finding.rule),
                      .place = show(finding.place, finding.path, excerpts),
                      .message = finding.message,
                      .help = finding.help};
  if (finding.quotes_record) {
    shown.open_message = finding.open_message.empty()
                             ? std::string(find_rule(finding.rule)->spec->summary)
                             : finding.open_message;
    shown.open_help = finding.open_help;
  }
  for (const auto& [place, text] : finding.notes)
    if (place.source != nullptr)
      shown.notes.push_back({text, show(place, place.source->path, excerpts)});
  if (finding.has_more) shown.remark = "There are more of these in this file.";
  if (finding.ends_reading) shown.remark = "The rest of this file was not checked.";
  return shown;
}

}  // namespace

view::Findings show(std::span<const Finding> findings, std::span<const Rule* const> rules,
                    bool excerpts) {
  view::Findings shown;
  for (const Finding& finding : findings) shown.findings.push_back(show(finding, excerpts));
  for (const Rule* rule : rules)
    shown.rules.push_back({std::string(rule->name), rule->spec->severity,
                           std::string(rule->spec->summary), std::string(rule->spec->help)});
  std::ranges::sort(shown.rules, {}, &view::RuleInfo::id);
  return shown;
}

void keep_only(std::vector<Finding>& findings, std::span<const std::string_view> paths,
               std::span<const std::string_view> files) {
  const std::unordered_set<std::string_view> asked(paths.begin(),
                                                   paths.end());  // a folder has many
  const auto is_asked = [&](std::string_view path) { return asked.contains(path); };
  std::erase_if(findings, [&](const Finding& finding) {
    const bool stands_there =
        is_asked(finding.path) || std::ranges::find(files, finding.path) != files.end();
    return !stands_there && std::ranges::none_of(finding.notes, [&](const auto& note) {
      return note.place.source != nullptr && is_asked(note.place.source->path);
    });
  });
}

}  // namespace rapport::rules
