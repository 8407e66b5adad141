#include "cli/generate/editor_files.hpp"

#include "base/json.hpp"
#include "cli/generate/schema.hpp"
#include "model/record_type.hpp"
#include "store/layout.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace rapport::cli {
namespace {

const std::string folder = std::string(store::schema_folder) + "/";

struct Files {
  std::string_view schema;
  std::string_view pattern;
};
constexpr Files files_of_schemas[] = {{"partner.json", "partners/**/*.yaml"},
                                      {"engagement.json", "engagements/**/*.yaml"},
                                      {"office.json", "rapport.yaml"},
                                      {"reference.json", "reference/*.yaml"}};

}  // namespace

std::vector<GeneratedFile> schemas(const value::Codes& codes) {
  return {
      {"partner.json", schema("A partner of a rapport repository", model::partner_type(), codes)},
      {"engagement.json",
       schema("An engagement of a rapport repository", model::engagement_type(), codes)},
      {"office.json",
       schema("rapport.yaml, the office of a repository", model::office_type(), codes)},
      {"reference.json",
       schema("Rows that an office adds to the reference data", model::reference_type(), codes)}};
}

std::vector<GeneratedFile> editor_schemas(const value::Codes& codes) {
  auto files = schemas(codes);
  for (GeneratedFile& file : files) file.path.insert(0, folder);
  return files;
}

GeneratedFile editor_settings() {
  base::JsonWriter json;
  json.begin_object();
  json.key("yaml.schemas");
  json.begin_object();
  for (const auto& [schema, pattern] : files_of_schemas)
    json.member("./" + folder + std::string(schema), pattern);
  json.end_object();
  // Else the plugin asks the network which schemas there are, and its formatter moves comments.
  json.member("yaml.schemaStore.enable", false);
  json.member("yaml.format.enable", false);
  json.member("files.eol", "\n");
  json.end_object();
  return {".vscode/settings.json", json.take() + "\n"};
}

}  // namespace rapport::cli
