#include "coverage.hpp"

#include "cli/command.hpp"
#include "format/engine/format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>

namespace rapport::tests {
namespace {

struct Exception {
  std::string_view command;
  std::string_view why;  // nothing of it leaves the office
};

constexpr Exception exceptions[] = {
    {"completion", "offers ids as `list` lists them, which is looked at"},
    {"consent", "writes a record, and refuses --audience"},
    {"doctor", "counts records"},
    {"done", "writes a record, and refuses --audience"},
    {"edit", "writes a record, and refuses --audience"},
    {"fmt", "changes how records are written, and refuses --audience"},
    {"help", "reads no record"},
    {"hooks", "writes scripts for git, and refuses --audience"},
    {"init", "reads no record"},
    {"merge", "writes a record, and refuses --audience"},
    {"merge-driver", "is given files by git, and prints none of their values"},
    {"met", "writes a record, and refuses --audience"},
    {"new", "writes a record, and refuses --audience"},
    {"note", "writes a record, and refuses --audience"},
    {"reference", "reads no record"},
    {"release", "explains to the office, and refuses --audience"},
    {"rename", "writes a record, and refuses --audience"},
    {"rm", "writes a record, and refuses --audience"},
    {"self", "reads no record but the file it is given"},
    {"set", "writes a record, and refuses --audience"},
    {"validate", "reports to the office, and refuses --audience"},
};

bool is_exception(std::string_view command) {
  return std::ranges::any_of(exceptions, [&](const auto& each) { return each.command == command; });
}

}  // namespace

std::vector<std::string> format_names(view::Shape shape) {
  std::vector<std::string> names;
  for (const auto& format : format::formats_for(shape)) names.emplace_back(format.name);
  return names;
}

std::vector<Report> repository_reports() {
  std::vector<Report> reports;
  std::ranges::copy_if(report::all_reports(), std::back_inserter(reports), [](const Report& each) {
    return each->about == report::About::repository && !each->has_command;
  });
  return reports;
}

std::set<std::string> coverage_faults(const std::set<std::string>& asked) {
  std::set<std::string> faults;
  std::set<std::string_view> names;
  for (const auto& command : commands::all_commands()) {
    names.insert(command.name);
    if (!asked.contains(std::string(command.name)) && !is_exception(command.name))
      faults.insert(fmt::format("never asked: rapport {}", command.name));
  }
  for (const auto& each : exceptions)
    if (!names.contains(each.command) || asked.contains(std::string(each.command)))
      faults.insert(fmt::format("no longer an exception: rapport {} ({})", each.command, each.why));
  return faults;
}

}  // namespace rapport::tests
