#include "app/validate_staged.hpp"

#include "store/commits.hpp"
#include "store/git.hpp"
#include "store/objects.hpp"
#include "store/revision_texts.hpp"

#include <memory>
#include <utility>

namespace rapport::app {
namespace {

base::Result<Output> validate_texts(const std::string& root, store::Texts texts,
                                    ValidateRequest request) {
  auto reference = read_reference(root, texts);
  request.texts = std::make_shared<const store::Texts>(std::move(texts));
  return validate(std::move(reference), request);
}

}  // namespace

base::Result<Output> validate_staged(const std::string& root, ValidateRequest request) {
  if (auto history = store::has_history(root); !history) return history.failure();
  auto staged = store::read_staged(root, store::index_of_caller());
  if (!staged) return staged.failure();
  // Before the first commit all is new.
  if (const auto head = store::find_commit(root, "HEAD")) {
    auto before = store::read_commit(root, head->hash);
    if (!before) return before.failure();
    request.before = std::make_shared<const store::Texts>(std::move(*before));
  }
  return validate_texts(root, std::move(*staged), std::move(request));
}

base::Result<Output> validate_commit(const std::string& root, const std::string& commit,
                                     const std::string& before, ValidateRequest request) {
  auto texts = store::read_commit(root, commit);
  if (!texts) return texts.failure();
  if (!before.empty()) {
    auto old = store::read_commit(root, before);
    if (!old) return old.failure();
    request.before = std::make_shared<const store::Texts>(std::move(*old));
  }
  return validate_texts(root, std::move(*texts), std::move(request));
}

}  // namespace rapport::app
