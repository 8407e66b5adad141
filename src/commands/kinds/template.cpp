#include "commands/kinds/template.hpp"

#include "cli/generate/blank.hpp"
#include "yaml/tree.hpp"

#include <fmt/format.h>

#include <map>

namespace rapport::commands {
namespace {

/// Each entry with its lines.
std::map<std::string, std::string, std::less<>> entries_of(std::string_view text) {
  std::map<std::string, std::string, std::less<>> entries;
  yaml::Tree tree;
  yaml::parse(text, tree);
  for (std::uint32_t node = 1; node < tree.nodes.size(); node = tree.nodes[node].next) {
    const yaml::Node& entry = tree.nodes[node];
    const std::uint32_t after = entry.next;
    const std::size_t end = after < tree.nodes.size() ? tree.nodes[after].key_offset : text.size();
    entries.emplace(text.substr(entry.key_offset, entry.key_length),
                    text.substr(entry.key_offset, end - entry.key_offset));
  }
  return entries;
}

}  // namespace

std::string record_to_fill_in(const app::RecordKindName& kind, std::string_view known,
                              bool is_short) {
  const auto heading = fmt::format(
      "This is a record of kind {}. Remove the '# ' before a field to fill it in, and delete the "
      "fields you do not need. Lines with two # explain. `rapport validate` reports what is wrong "
      "or missing.{}",
      kind.kind,
      is_short ? fmt::format(" `rapport new {} --all` has every field.", kind.kind) : "");
  return cli::blank_record(
      {.heading = heading,
       .record = &kind.type(),
       .offers = [&](const value::Field& row) { return app::is_offered(row, kind, is_short); },
       .entries = entries_of(known)});
}

}  // namespace rapport::commands
