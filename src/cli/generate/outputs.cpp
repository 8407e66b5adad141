#include "cli/generate/outputs.hpp"

#include "cli/generate/common_words.hpp"
#include "cli/generate/editor_files.hpp"
#include "cli/generate/manual.hpp"
#include "format/engine/format.hpp"
#include "reference/reference_data.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace rapport::cli {

base::Result<std::vector<GeneratedFile>> generated(Commands commands) {
  std::vector<GeneratedFile> outputs;
  const reference::ReferenceData library;
  const value::Codes& codes = library.codes();
  for (auto& [name, bytes] : schemas(codes))
    outputs.push_back({"data/schema/" + name, std::move(bytes)});
  outputs.push_back({"data/words/common.txt", common_words(library)});

  // It is the program's own, which nobody can ask for.
  const auto formats = format::all_formats();
  const auto roff = std::ranges::find(formats, std::string_view("roff"), &format::Format::name);
  if (roff == formats.end())
    return base::Failure{base::Failing::environment, "there is no format for manual pages"};
  std::vector<std::pair<std::string, view::Page>> pages = {
      {"man/rapport.1", program_page(commands)},
      {"man/rapport-queries.7", queries_page()},
      {"man/rapport-records.5", records_page()},
      {"man/rapport-rules.7", rules_page()},
      {"man/rapport-templates.7", templates_page()}};
  for (const auto& command : commands)
    pages.emplace_back(fmt::format("man/rapport-{}.1", command.name), command_page(command));
  for (auto& [path, page] : pages) {
    auto bytes = roff->spec->page(page, {});
    if (!bytes) return bytes.failure();
    outputs.push_back({std::move(path), std::move(*bytes)});
  }
  std::ranges::sort(outputs, {}, &GeneratedFile::path);
  return outputs;
}

}  // namespace rapport::cli
