#include "model/merge_text.hpp"

#include "base/text.hpp"
#include "model/changes.hpp"
#include "model/comments.hpp"
#include "model/conflict.hpp"
#include "model/record_path.hpp"
#include "yaml/meant.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace rapport::model {
namespace {

using base::Failing;
using base::Failure;
using value::Type;
using yaml::Kind;
using yaml::Value;

base::Result<Value> read_version(std::string_view text, std::string_view which) {
  if (base::trim(text).empty() && which == "base") return Value{.kind = Kind::mapping};
  auto value = yaml::read_value(text);
  if (!value) return Failure{Failing::data, fmt::format("the version of {} cannot be read", which)};
  return std::move(*value);
}

std::string in_words(const MergeRemark& remark, const std::string& field) {
  using What = MergeRemark::Kind;
  switch (remark.kind) {
    case What::stricter_is_ours:
      return fmt::format("{}: both sides changed it; the stricter value, of ours, is kept", field);
    case What::stricter_is_theirs:
      return fmt::format("{}: both sides changed it; the stricter value, of theirs, is kept",
                         field);
    case What::kept:
      return fmt::format("{}: one side removed it; it is kept, since such entries are only added",
                         field);
    case What::changed:
      return fmt::format("{}: it was changed; such entries are only added: look at it", field);
    case What::order_is_ours:
      return fmt::format("{}: both sides moved its items; the order of ours is kept", field);
  }
  return field;
}

/// Keys are text of the record, but one of a few letters and a number says nothing of anybody.
std::string in_words(const RenamedKey& key) {
  constexpr std::size_t most = 8;
  const bool is_plain =
      key.from.size() <= most && !key.from.empty() && base::is_digit(key.from.back());
  if (!is_plain)
    return fmt::format("{}: both sides added an item with one key; that of theirs has a new key",
                       key.list);
  return fmt::format("{}: both sides added '{}'; the one of theirs is now '{}'", key.list, key.from,
                     key.to);
}

class TextMerger {
 public:
  TextMerger(const MergeRequest& request, const Type& record)
      : request_(request), record_(record) {}

  base::Result<MergeOutcome> run() {
    const auto base = read_version(request_.base, "base");
    if (!base) return base.failure();
    const auto ours = read_version(request_.ours, "ours");
    if (!ours) return ours.failure();
    const auto theirs = read_version(request_.theirs, "theirs");
    if (!theirs) return theirs.failure();
    merged_ = merge({*base, *ours, *theirs}, record_);
    auto text =
        yaml::patch(request_.ours, operations(*ours, merged_.value, record_), table_order(record_));
    if (!text) return text.failure();
    outcome_.text =
        merge_comments(std::move(*text), request_.base, request_.ours, request_.theirs, record_);
    if (is_wrong(outcome_.text)) dispute();
    remark();
    return finish();
  }

 private:
  bool is_wrong(std::string_view text) const {
    return request_.is_wrong != nullptr && request_.is_wrong(text);
  }

  /// What was taken from theirs and is wrong beside what ours says is to be looked at: one value,
  /// if the text is right without it, else all.
  void dispute() {
    constexpr std::size_t most_tries = 100;
    const Value now = value_now();
    auto& taken = merged_.taken;
    for (std::size_t i = 0; i < std::min(taken.size(), most_tries); ++i) {
      const auto without = patched(now, choose_side(now, taken[i], true));
      if (!without || is_wrong(*without)) continue;
      merged_.conflicts.push_back(taken[i]);
      return;
    }
    outcome_.is_wrong = taken.empty() && merged_.conflicts.empty();
    merged_.conflicts.insert(merged_.conflicts.end(), taken.begin(), taken.end());
  }

  base::Result<std::string> patched(const Value& now, const Value& meant) const {
    return yaml::patch(outcome_.text, operations(now, meant, record_), table_order(record_));
  }

  Value value_now() const {
    yaml::Tree tree;
    yaml::parse(outcome_.text, tree);
    return yaml::value_of(outcome_.text, tree);
  }

  void remark() {
    for (const RenamedKey& key : merged_.renamed) outcome_.remarks.push_back(in_words(key));
    for (const MergeRemark& remark : merged_.remarks)
      outcome_.remarks.push_back(in_words(remark, yaml::spell(remark.at)));
  }

  base::Result<MergeOutcome> finish() {
    for (const Choice& choice : merged_.conflicts)
      outcome_.conflicts.push_back(yaml::spell(choice.at));
    if (merged_.conflicts.empty()) return std::move(outcome_);
    auto marked =
        mark_conflicts(outcome_.text, merged_.conflicts,
                       {request_.ours_label, request_.theirs_label, request_.marker_size}, record_);
    if (!marked) return marked.failure();
    outcome_.text = std::move(*marked);
    return std::move(outcome_);
  }

  const MergeRequest& request_;
  const Type& record_;
  MergeResult merged_;
  MergeOutcome outcome_;
};

}  // namespace

base::Result<MergeOutcome> merge_texts(const MergeRequest& request, const Type& record) {
  return TextMerger(request, record).run();
}

}  // namespace rapport::model
