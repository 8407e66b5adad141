#include "app/new_findings.hpp"

#include "app/records.hpp"
#include "app/snapshot.hpp"
#include "app/validate.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

namespace rapport::app {
namespace {

using value::Finding;

/// Paths of files that are as they were before, and of those that cannot be read now as then.
std::set<std::string_view> unchanged_paths(const Snapshot& now, const store::Texts& before) {
  std::map<std::string_view, std::string_view> texts;
  for (const auto& [path, text] : before.files) texts.emplace(path, text);
  std::set<std::string_view> unchanged;
  for (const auto& [path, text] : now.texts().files)
    if (const auto was = texts.find(path); was != texts.end() && was->second == text)
      unchanged.insert(was->first);
  for (const auto& trouble : before.troubles) unchanged.insert(trouble.path);
  return unchanged;
}

auto what_of(const Finding& finding) {
  return std::tuple(finding.rule, finding.path, std::string_view(finding.message));
}

}  // namespace

base::Result<std::size_t> keep_new(std::vector<Finding>& findings, const Snapshot& now,
                                   const store::Texts& before, const Occasion& occasion) {
  const auto unchanged = unchanged_paths(now, before);
  const auto is_unchanged = [&](const Finding& found) { return unchanged.contains(found.path); };
  if (std::ranges::none_of(findings, is_unchanged)) return std::size_t{0};
  auto then = Snapshot::of(read_reference(now.root(), before), occasion.threads, before);
  if (!then) return then.failure();
  const auto old_findings = findings_of(**then, occasion);
  std::multiset<std::tuple<std::string_view, std::string_view, std::string_view>> old;
  for (const Finding& found : old_findings) old.insert(what_of(found));
  return std::erase_if(findings, [&](const Finding& found) {
    if (!is_unchanged(found)) return false;
    const auto same = old.find(what_of(found));
    if (same == old.end()) return false;
    old.erase(same);
    return true;
  });
}

}  // namespace rapport::app
