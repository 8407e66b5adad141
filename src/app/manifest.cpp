#include "app/manifest.hpp"

#include "app/id_uses.hpp"
#include "base/files.hpp"
#include "base/json.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <system_error>

namespace rapport::app {
namespace {

constexpr std::string_view outputs_folder = "log/outputs";
constexpr std::string_view suffix = ".yaml";

/// The name of a manifest but for the number of its edition.
std::string stem_of(const std::string& document, model::Audience audience) {
  return fmt::format("{}-{}-", document, value::word(audience));
}

std::string counted(const std::vector<std::pair<std::string, std::size_t>>& counts) {
  std::vector<std::string> parts;
  for (const auto& [name, count] : counts) parts.push_back(fmt::format("{}: {}", name, count));
  return fmt::format("{{{}}}", base::join(parts, ", "));
}

/// A JSON string is a double-quoted scalar of ours too.
void add(std::string& out, std::string_view key, std::string_view text) {
  if (!text.empty()) out += fmt::format("{}: {}\n", key, base::json_string(text));
}

}  // namespace

unsigned next_edition(const std::string& root, const std::string& document,
                      model::Audience audience) {
  const std::string start = stem_of(document, audience);
  unsigned last = 0;
  std::error_code unreadable;
  std::filesystem::directory_iterator at(std::filesystem::path(root) / outputs_folder, unreadable);
  for (; !unreadable && at != std::filesystem::directory_iterator(); at.increment(unreadable)) {
    const std::string name = at->path().filename();
    if (!name.starts_with(start) || !name.ends_with(suffix)) continue;
    unsigned edition = 0;
    const char* const end = name.data() + name.size() - suffix.size();
    const auto number = std::from_chars(name.data() + start.size(), end, edition);
    if (number.ec == std::errc() && number.ptr == end) last = std::max(last, edition);
  }
  return last + 1;
}

std::size_t count_manifests_with(const std::string& root, std::string_view id) {
  std::size_t count = 0;
  std::error_code unreadable;
  std::filesystem::directory_iterator at(std::filesystem::path(root) / outputs_folder, unreadable);
  for (; !unreadable && at != std::filesystem::directory_iterator(); at.increment(unreadable)) {
    if (!at->path().filename().string().ends_with(suffix)) continue;
    const auto text = base::read_file(at->path(), base::limits::file);
    if (text && has_word(*text, id)) ++count;
  }
  return count;
}

std::string path_of(const Manifest& manifest) {
  return fmt::format("{}/{}{}{}", outputs_folder, stem_of(manifest.document, manifest.audience),
                     manifest.edition, suffix);
}

std::string text_of(const Manifest& manifest) {
  std::string out = "# What was handed out: ids, counts and digests.\n";
  out += fmt::format("document: {}\nreport: {}\naudience: {}\nedition: {}\ndate: {}\n",
                     manifest.document, manifest.report, value::word(manifest.audience),
                     manifest.edition, manifest.date.str());
  if (!manifest.to.empty()) out += fmt::format("to: {}\n", manifest.to);
  if (manifest.use != model::Use::absent)
    out += fmt::format("use: {}\n", value::word(manifest.use));
  add(out, "purpose", manifest.purpose);
  add(out, "revision", manifest.revision);
  if (!manifest.unknown_because.empty()) out += "revision: unknown\n";
  add(out, "unknown_because", manifest.unknown_because);
  add(out, "digest", manifest.digest);
  add(out, "query", manifest.query);
  add(out, "query_digest", manifest.query_digest);
  if (!manifest.counts.empty()) out += fmt::format("counts: {}\n", counted(manifest.counts));
  if (!manifest.withheld.empty()) out += fmt::format("withheld: {}\n", counted(manifest.withheld));
  if (!manifest.records.empty()) {
    out += "records:\n";
    for (const auto& id : manifest.records) out += fmt::format("  - {}\n", id);
  }
  return out;
}

}  // namespace rapport::app
