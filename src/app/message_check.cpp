#include "app/message_check.hpp"

#include "app/output.hpp"
#include "app/records.hpp"
#include "app/snapshot.hpp"
#include "base/text.hpp"
#include "release/release.hpp"
#include "store/commits.hpp"
#include "store/objects.hpp"
#include "store/revision_texts.hpp"

#include <fmt/format.h>

#include <utility>

namespace rapport::app {
namespace {

using base::Failing;
using base::Failure;
using release::Leak;
using release::Secret;

base::Result<std::shared_ptr<const Snapshot>> snapshot_of(const std::string& root,
                                                          store::Texts texts,
                                                          const Occasion& occasion) {
  auto reference = read_reference(root, texts);
  return Snapshot::of(std::move(reference), occasion.threads, std::move(texts));
}

/// A message is wrapped where it happens: its lines are one text, up to an empty line.
std::string unwrapped(std::string_view message) {
  std::string text;
  for (const auto line : base::lines(message)) {
    const auto words = base::trim(line);
    text.append(words.empty() ? "\n\n" : text.empty() || text.back() == '\n' ? "" : " ");
    text += words;
  }
  return text;
}

std::optional<Leak> find(const Snapshot& snapshot, std::string_view text, value::Date today) {
  const Basis basis(snapshot, release::Purpose{.audience = model::Audience::public_, .on = today});
  // A partner that may be named in some output is still no matter for a message.
  if (const auto person = basis.released().find_person(text))
    return Leak{.kind = person->kind,
                .owner = person->record,
                .owner_is_partner = true,
                .words = person->text};
  return basis.released().find_leak_in_words(text);
}

}  // namespace

base::Result<MessageCheck> MessageCheck::of_staged(const std::string& root,
                                                   const Occasion& occasion) {
  auto texts = store::read_staged(root, store::index_of_caller());
  if (!texts) return texts.failure();
  auto staged = snapshot_of(root, std::move(*texts), occasion);
  if (!staged) return staged.failure();
  if (auto readable = (*staged)->is_readable(); !readable)
    return Failure{readable.failure().kind,
                   readable.failure().what +
                       " as it is staged, and may contain a name that the message must not",
                   "`rapport validate --staged` shows why"};
  MessageCheck check(occasion.today);
  check.records_.push_back(std::move(*staged));
  if (const auto head = store::find_commit(root, "HEAD"))
    if (auto added = check.add(root, head->hash, occasion); !added) return added.failure();
  return check;
}

base::Result<MessageCheck> MessageCheck::of_commits(const std::string& root,
                                                    const std::string& commit,
                                                    const std::vector<std::string>& others,
                                                    const Occasion& occasion) {
  MessageCheck check(occasion.today);
  if (auto added = check.add(root, commit, occasion); !added) return added.failure();
  for (const auto& other : others)
    if (auto added = check.add(root, other, occasion); !added) return added.failure();
  return check;
}

base::Done MessageCheck::add(const std::string& root, const std::string& commit,
                             const Occasion& occasion) {
  auto texts = store::read_commit(root, commit);
  if (!texts) return texts.failure();
  auto snapshot = snapshot_of(root, std::move(*texts), occasion);
  if (!snapshot) return snapshot.failure();
  records_.push_back(std::move(*snapshot));
  return base::done();
}

base::Done MessageCheck::check(std::string_view message, std::string_view what,
                               bool excerpts) const {
  const std::string text = unwrapped(message);
  for (const auto& snapshot : records_) {
    const auto leak = find(*snapshot, text, today_);
    if (!leak) continue;
    return Failure{
        Failing::refused,
        fmt::format("{} contains {} of {}{}", what,
                    leak->kind == Secret::Kind::address ? "a number or address" : "a name",
                    leak->owner_is_partner
                        ? fmt::format("'{}', which is not public", leak->owner)
                        : fmt::format("someone in '{}', which is not public", leak->owner),
                    excerpts ? fmt::format(": \"{}\"", leak->words) : std::string()),
        leak->owner_is_partner ? fmt::format("write {} instead", leak->owner)
                               : std::string("leave it out")};
  }
  return base::done();
}

std::string kept_message(std::string_view text, bool was_edited, std::string_view comment) {
  if (!was_edited) return std::string(text);
  constexpr std::string_view scissors = "------------------------ >8 ------------------------";
  std::string kept;
  for (const auto line : base::lines(text)) {
    const bool is_comment = line.starts_with(comment);
    if (is_comment && line.find(scissors) != line.npos) break;
    if (!is_comment) kept.append(line).append("\n");
  }
  return kept;
}

}  // namespace rapport::app
