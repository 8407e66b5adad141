#include "cli/text_from_editor.hpp"

#include "base/text.hpp"
#include "cli/editor.hpp"
#include "cli/session.hpp"
#include "store/draft.hpp"

#include <fmt/format.h>

#include <vector>

namespace rapport::cli {

base::Result<std::string> text_from_editor(Session& session, std::string_view id) {
  // With the lock comes the folder, and git is told to ignore it. Others may write meanwhile.
  if (const auto lock = session.lock(); !lock) return lock.failure();
  session.unlock();
  const store::Draft draft(session.root(), fmt::format("{}.note", id));
  const std::string comment = fmt::format("# A note about {}. This line is left out.\n", id);
  if (auto begun = draft.begin(comment, {}); !begun) return begun.failure();
  const std::vector<std::string> paths{draft.path()};
  const auto edited = run_editor(paths);
  auto text = draft.text();
  draft.remove();
  if (!edited) return edited.failure();
  if (!text) return text.failure();
  std::vector<std::string_view> kept;
  for (const auto line : base::lines(*text))
    if (!line.starts_with("# A note about ")) kept.push_back(line);
  return base::join(kept, "\n");
}

}  // namespace rapport::cli
