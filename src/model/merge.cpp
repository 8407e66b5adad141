#include "model/merge.hpp"

#include "base/text.hpp"
#include "model/align.hpp"
#include "model/merge_order.hpp"
#include "model/stricter.hpp"

#include <algorithm>
#include <string_view>

namespace rapport::model {
namespace {

using value::Field;
using value::Stricter;
using value::Type;
using yaml::Kind;
using yaml::Path;
using yaml::Value;

/// One place in three versions; null: that version has nothing there.
struct Three {
  const Value* base;
  const Value* ours;
  const Value* theirs;
};

bool are_same(const Value* left, const Value* right) {
  if (left == nullptr || right == nullptr) return left == right;
  return says_same(*left, *right);
}

bool is_none_or(const Value* value, Kind kind) { return value == nullptr || value->kind == kind; }

bool all_are(const Three& three, Kind kind) {
  return is_none_or(three.base, kind) && is_none_or(three.ours, kind) &&
         is_none_or(three.theirs, kind);
}

std::optional<Value> copy_of(const Value* value) {
  return value == nullptr ? std::nullopt : std::optional(*value);
}

/// Whether what a field says is text of any form.
bool is_free_text(const Type* type) {
  return type != nullptr && type->shape == value::Shape::text && type->name == "text";
}

class Merger {
 public:
  MergeResult run(const Versions& versions, const Type& record) {
    Value theirs = versions.theirs;
    merged_.renamed = separate_keys(versions.base, versions.ours, theirs, record);
    auto value = merge({&versions.base, &versions.ours, &theirs}, nullptr, &record, false);
    merged_.value = value ? std::move(*value) : Value{.kind = Kind::mapping};
    return std::move(merged_);
  }

 private:
  /// Nothing: the result has nothing there. `never_goes`: an item of a list that only grows.
  std::optional<Value> merge(const Three& three, const Field* field, const Type* type,
                             bool never_goes) {
    const auto& [base, ours, theirs] = three;
    if (are_same(ours, theirs)) return copy_of(ours);
    if (never_goes && (ours == nullptr || theirs == nullptr) && base != nullptr) {
      remark(MergeRemark::Kind::kept);
      return copy_of(ours == nullptr ? theirs : ours);
    }
    if (ours != nullptr && theirs != nullptr && all_are(three, Kind::mapping))
      return block(three, type);
    const bool grows = field != nullptr && field->meta.only_grows;
    if (are_same(base, theirs) && !grows) return copy_of(ours);
    const bool is_whole = field != nullptr && field->meta.stricter.by() == Stricter::By::whole;
    if (all_are(three, Kind::list) && !is_whole) return list(three, field, type);
    if (are_same(base, ours)) return take(three);
    return choose(three, field, type);
  }

  std::optional<Value> take(const Three& three) {
    merged_.taken.push_back({at_, copy_of(three.ours), copy_of(three.theirs), true});
    return copy_of(three.theirs);
  }

  /// Both changed it, and not to the same.
  std::optional<Value> choose(const Three& three, const Field* field, const Type* type) {
    const auto& [base, ours, theirs] = three;
    if (is_free_text(type) && base != nullptr && ours != nullptr && theirs != nullptr &&
        all_are(three, Kind::scalar))
      if (auto lines = merge_lines(base->text, ours->text, theirs->text)) {
        Value both = yaml::text_value(*lines);
        merged_.taken.push_back({at_, *ours, both, true});
        return both;
      }
    const Side side = field == nullptr ? Side::neither : stricter_side(*field, ours, theirs);
    if (side == Side::ours) {
      remark(MergeRemark::Kind::stricter_is_ours);
      return copy_of(ours);
    }
    if (side == Side::theirs) {
      remark(MergeRemark::Kind::stricter_is_theirs);
      return take(three);
    }
    merged_.conflicts.push_back({at_, copy_of(ours), copy_of(theirs), ours == nullptr});
    return copy_of(ours == nullptr ? theirs : ours);
  }

  std::optional<Value> block(const Three& three, const Type* type) {
    std::vector<std::string> keys = three.ours->keys;
    for (const auto& key : three.theirs->keys)
      if (std::ranges::find(keys, key) == keys.end()) keys.push_back(key);
    if (three.base != nullptr)
      for (const auto& key : three.base->keys)
        if (std::ranges::find(keys, key) == keys.end()) keys.push_back(key);
    const auto entry = [](const Value* in, std::string_view key) {
      return in == nullptr ? nullptr : find_child(*in, key);
    };
    Value result{.kind = Kind::mapping, .in_brackets = three.ours->in_brackets};
    for (const auto& key : keys) {
      const Field* const field = field_named(type, key);
      at_.push_back({key});
      auto value = merge({entry(three.base, key), entry(three.ours, key), entry(three.theirs, key)},
                         field, field == nullptr ? nullptr : field->type, false);
      at_.pop_back();
      if (value) yaml::put(result, key, std::move(*value));
    }
    if (result.children.empty()) return std::nullopt;
    return result;
  }

  std::optional<Value> list(const Three& three, const Field* field, const Type* type) {
    const Type* const element = type == nullptr ? nullptr : type->element;
    const bool only_grows = field != nullptr && field->meta.only_grows;
    auto order = merge_order(three.base, three.ours, three.theirs, element);
    if (only_grows) put_endings_last(order.items);
    const bool has_blocks = element != nullptr && element->rows != nullptr;
    if (order.is_disputed && has_blocks) remark(MergeRemark::Kind::order_is_ours);
    if (order.is_disputed && !has_blocks) {
      merged_.conflicts.push_back({at_, copy_of(three.ours), copy_of(three.theirs), false});
      return copy_of(three.ours);
    }
    Value result{.kind = Kind::list,
                 .in_brackets = three.ours != nullptr && three.ours->in_brackets};
    for (const ThreeItems& item : order.items) {
      at_.push_back({{}, result.children.size()});
      auto value = merge_item({item.base, item.ours, item.theirs}, element, only_grows);
      at_.pop_back();
      if (value) result.children.push_back(std::move(*value));
    }
    if (result.children.empty()) return std::nullopt;
    return result;
  }

  std::optional<Value> merge_item(const Three& item, const Type* element, bool only_grows) {
    const bool both_added = item.base == nullptr && item.ours != nullptr && item.theirs != nullptr;
    const Field* const key = field_named(element, "key");
    const bool is_cited = key != nullptr && key->meta.naming == value::Naming::cited;
    if (both_added && is_cited && !are_compatible(*item.ours, *item.theirs)) {
      merged_.conflicts.push_back({at_, copy_of(item.ours), copy_of(item.theirs), false});
      return copy_of(item.ours);
    }
    const bool stays = item.base != nullptr && item.ours != nullptr && item.theirs != nullptr;
    if (only_grows && stays &&
        !(are_same(item.base, item.ours) && are_same(item.base, item.theirs)))
      remark(MergeRemark::Kind::changed);
    return merge(item, nullptr, element, only_grows);
  }

  void remark(MergeRemark::Kind kind) { merged_.remarks.push_back({kind, at_}); }

  Path at_;
  MergeResult merged_;
};

/// The lines of a version that are not those of the base: from the first to the last that differs.
struct ChangedLines {
  std::size_t begin;  // in the base
  std::size_t end;
  std::vector<std::string_view> lines;
};

ChangedLines changed_lines(const std::vector<std::string_view>& base,
                           const std::vector<std::string_view>& now) {
  const std::size_t most = std::min(base.size(), now.size());
  std::size_t head = 0;
  while (head < most && base[head] == now[head]) ++head;
  std::size_t tail = 0;
  while (tail < most - head && base[base.size() - 1 - tail] == now[now.size() - 1 - tail]) ++tail;
  return {head,
          base.size() - tail,
          {now.begin() + static_cast<std::ptrdiff_t>(head),
           now.end() - static_cast<std::ptrdiff_t>(tail)}};
}

}  // namespace

std::optional<std::string> merge_lines(std::string_view base, std::string_view ours,
                                       std::string_view theirs) {
  const auto lines_of = [](std::string_view text) {
    if (text.ends_with('\n')) text.remove_suffix(1);
    return base::split(text, '\n');
  };
  const auto before = lines_of(base);
  ChangedLines mine = changed_lines(before, lines_of(ours));
  ChangedLines other = changed_lines(before, lines_of(theirs));
  const bool are_added = mine.begin == mine.end && other.begin == other.end;
  const bool meet = mine.begin == other.begin;
  if (meet && !(are_added && mine.begin == before.size())) return std::nullopt;
  const bool mine_first = mine.begin <= other.begin;
  ChangedLines& first = mine_first ? mine : other;
  ChangedLines& second = mine_first ? other : mine;
  if (first.end > second.begin) return std::nullopt;
  std::vector<std::string_view> all(before.begin(),
                                    before.begin() + static_cast<std::ptrdiff_t>(first.begin));
  const auto add = [&all](auto from, auto to) { all.insert(all.end(), from, to); };
  add(first.lines.begin(), first.lines.end());
  add(before.begin() + static_cast<std::ptrdiff_t>(first.end),
      before.begin() + static_cast<std::ptrdiff_t>(second.begin));
  add(second.lines.begin(), second.lines.end());
  add(before.begin() + static_cast<std::ptrdiff_t>(second.end), before.end());
  std::string text = base::join(all, "\n");
  const bool ends =
      base.ends_with('\n') == ours.ends_with('\n') ? theirs.ends_with('\n') : ours.ends_with('\n');
  if (ends) text += '\n';
  return text;
}

MergeResult merge(const Versions& versions, const Type& record) {
  return Merger().run(versions, record);
}

}  // namespace rapport::model
