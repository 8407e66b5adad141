#include "app/merge_record.hpp"

#include "app/snapshot.hpp"
#include "app/validate.hpp"
#include "model/record_type.hpp"
#include "store/texts.hpp"

#include <set>
#include <utility>

namespace rapport::app {
namespace {

using base::Failing;
using base::Failure;
using value::Finding;

/// The records may be a folder of what git has.
std::string_view path_from_root(std::string_view path) {
  for (std::string_view rest = path;;) {
    if (model::type_at(rest) != nullptr) return rest;
    const auto slash = rest.find('/');
    if (slash == rest.npos) return {};
    rest.remove_prefix(slash + 1);
  }
}

/// The errors of one version of a file, looked at by itself.
class ErrorFinder {
 public:
  ErrorFinder(std::shared_ptr<const Reference> reference, const Occasion& occasion,
              std::string_view path)
      : reference_(std::move(reference)), occasion_(occasion), path_(path) {}

  /// They are taken for known from here on.
  void know(std::string_view text) { known_.merge(errors(text)); }

  bool has_new(std::string_view text) const {
    for (const auto& error : errors(text))
      if (!known_.contains(error)) return true;
    return false;
  }

 private:
  using Errors = std::set<std::pair<std::string, std::string>>;

  Errors errors(std::string_view text) const {
    store::Texts texts;
    texts.files.push_back({path_, texts.memory->copy(text)});
    const auto snapshot = Snapshot::of(reference_, 1, std::move(texts));
    if (!snapshot) return {{"unreadable", std::string(path_)}};
    Errors found;
    for (const Finding& finding : findings_of(**snapshot, occasion_))
      if (finding.severity == value::Severity::error) found.emplace(finding.rule, finding.message);
    return found;
  }

  std::shared_ptr<const Reference> reference_;
  const Occasion& occasion_;
  std::string_view path_;
  Errors known_;
};

}  // namespace

base::Result<model::MergeOutcome> merge_record(MergeFilesRequest request) {
  const std::string_view path = path_from_root(request.path);
  const value::Type* const type = model::type_at(path);
  if (type == nullptr) return Failure{Failing::environment, "this file is no record"};
  ErrorFinder errors(read_reference(request.root), request.occasion, path);
  errors.know(request.texts.ours);
  errors.know(request.texts.theirs);
  request.texts.is_wrong = [&errors](std::string_view text) { return errors.has_new(text); };
  auto outcome = model::merge_texts(request.texts, *type);
  if (outcome) return outcome;
  Failure failure = outcome.failure();
  failure.kind = Failing::environment;
  return failure;
}

}  // namespace rapport::app
