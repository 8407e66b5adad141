#include "cli/manifest.hpp"

#include "base/files.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

namespace rapport::cli {
namespace {

std::string path_of(const std::string& document, model::Audience audience, unsigned edition) {
  return fmt::format("log/outputs/{}-{}-{}.yaml", document, value::word(audience), edition);
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
  unsigned edition = 1;
  while (base::is_there(root + "/" + path_of(document, audience, edition))) ++edition;
  return edition;
}

std::string path_of(const Manifest& manifest) {
  return path_of(manifest.document, manifest.audience, manifest.edition);
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

}  // namespace rapport::cli
