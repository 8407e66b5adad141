#include "commands/start/first_texts.hpp"

#include "store/layout.hpp"
#include "store/merge_driver.hpp"
#include "yaml/value.hpp"
#include "yaml/write.hpp"

#include <fmt/format.h>

namespace rapport::commands {

std::string_view ignored_files() {
  return "# Temporary files that rapport writes before it replaces a file.\n"
         ".rapport-*.tmp\n"
         "# Documents made from the records: keep them outside, where you keep letters.\n"
         "*.csv\n*.docx\n*.htm\n*.html\n*.ics\n*.pdf\n*.vcf\n*.xlsx\n*.check.md\n"
         "/*.md\n/*.txt\n/*.json\n!/README.md\n!/templates/**\n";
}

std::string git_attributes() {
  std::string lines = "*.yaml text eol=lf\n";
  for (const auto line : store::merge_attributes()) (lines += line) += '\n';
  return lines;
}

std::string first_steps(bool under_git) {
  constexpr std::string_view start =
      "# The records of this office\n\n"
      "One file for each record: partners in `partners/`, what was done with them in "
      "`engagements/`.\n"
      "`rapport.yaml` describes the office: complete it first.\n\n"
      "1. `rapport new partner ngo --id rio-verde-network` writes a record to fill in.\n"
      "   People get an id that does not reveal their name: `rapport new partner defender`.\n"
      "2. `rapport new engagement meeting` does the same for a meeting, a visit, a letter ...\n"
      "3. `rapport validate` reports what is wrong or missing, with the place and a remedy.\n"
      "4. `rapport list partners`, `rapport show ID` and `rapport search WORDS` find things "
      "again.\n"
      "5. ";
  constexpr std::string_view end =
      "keep every version. Before the first push,\n"
      "   think about who can read the remote: these files name people.\n\n"
      "If two people change the same records, run `rapport merge-driver install` once in each\n"
      "clone: git then merges them field by field. `rapport hooks install` has git check the\n"
      "records before each commit.\n"
      "`rapport doctor` shows whether others on this computer can look into this directory.\n"
      "What each field means: `man rapport-records`. What is checked: `man rapport-rules`.\n";
  return fmt::format("{}{}`git add . && git commit`, {}", start,
                     under_git ? "" : "`git init` once, then ", end);
}

std::string first_office(std::string_view mandate, std::string_view title, std::string_view id) {
  return fmt::format(
      "# The office that keeps these records. `man rapport-records` explains every field.\n"
      "format: {}\n"
      "repository: {}\n"
      "mandate: {}\n"
      "name: {}\n"
      "languages: [en]\n"
      "# address:\n"
      "#   - Palais des Nations\n"
      "#   - 1211 Geneva 10, Switzerland\n"
      "# letterhead: [The lines above a letter]\n"
      "# mailbox: office@example.org\n"
      "# staff:\n"
      "#   - {{key: holder, name: Their name, role: holder, since: 2026-05-01}}\n",
      store::format_version, id, mandate, yaml::write_flow(yaml::text_value(title)));
}

}  // namespace rapport::commands
