#include "model/changes.hpp"

#include "model/align.hpp"
#include "model/record_path.hpp"

#include <algorithm>
#include <iterator>

namespace rapport::model {
namespace {

using value::Field;
using value::Type;
using yaml::Kind;
using yaml::Operation;
using yaml::Path;
using yaml::Value;
using Matches = std::vector<std::optional<std::size_t>>;

Path with_step(Path path, yaml::Step last) {
  path.push_back(std::move(last));
  return path;
}
Path entry_in(const Path& path, std::string_view key) {
  return with_step(path, {std::string(key)});
}
Path item_in(const Path& path, std::size_t item) { return with_step(path, {{}, item}); }

const Type* element_of(const Type* list) { return list == nullptr ? nullptr : list->element; }

/// Those that the table does not know come last.
void sort_as_in_table(std::vector<std::string>& keys, const Type* type) {
  if (keys.size() < 2 || type == nullptr || type->rows == nullptr) return;
  const auto rows = type->rows().rows;
  std::ranges::stable_sort(keys, {}, [&](const std::string& key) {
    return std::ranges::find(rows, key, &Field::name) - rows.begin();
  });
}

/// The fields of either block, in the order of the table.
std::vector<std::string> fields_of(const Value& before, const Value& after, const Type* type) {
  std::vector<std::string> keys = before.keys;
  for (const auto& key : after.keys)
    if (std::ranges::find(keys, key) == keys.end()) keys.push_back(key);
  sort_as_in_table(keys, type);
  return keys;
}

bool is_same_in(const Value& before, const Value& after, std::string_view key) {
  const Value* const was = find_child(before, key);
  const Value* const is = find_child(after, key);
  return was != nullptr && is != nullptr && says_same(*was, *is);
}

/// Those of the fields that are not the same in both, mostly one or two of many.
std::vector<std::string> differing_fields(const Value& before, const Value& after,
                                          const Type* type) {
  std::vector<std::string> keys;
  for (const auto& key : before.keys)
    if (!is_same_in(before, after, key)) keys.push_back(key);
  for (const auto& key : after.keys)
    if (find_child(before, key) == nullptr) keys.push_back(key);
  sort_as_in_table(keys, type);
  return keys;
}

/// The numbers, of `count`, that nothing was matched with.
std::vector<bool> unmatched(const Matches& matches, std::size_t count) {
  std::vector<bool> is_left(count, true);
  for (const auto& match : matches)
    if (match) is_left[*match] = false;
  return is_left;
}

/// What is walked: one place in both versions.
struct Both {
  Path at_before;
  Path at_after;
  const Value& before;
  const Value& after;
  const Type* type;
  const Field* field;
};

class ChangeFinder {
 public:
  ChangeFinder(const Value& before, const Value& after, const Type& record)
      : before_(before), after_(after), record_(record) {}

  std::vector<FieldChange> run() {
    walk({{}, {}, before_, after_, &record_, nullptr});
    return std::move(found_);
  }

 private:
  void walk(const Both& both) {
    if (says_same(both.before, both.after)) return;
    if (both.before.kind == Kind::mapping && both.after.kind == Kind::mapping) return block(both);
    if (both.before.kind == Kind::list && both.after.kind == Kind::list) return list(both);
    add(both.at_after, both.field, both.before, both.after);
  }

  void block(const Both& both) {
    for (const auto& key : differing_fields(both.before, both.after, both.type)) {
      const Field* const field = field_named(both.type, key);
      const Value* const before = find_child(both.before, key);
      const Value* const after = find_child(both.after, key);
      const Path at = entry_in(both.at_after, key);
      if (before == nullptr)
        add(at, field, std::nullopt, *after);
      else if (after == nullptr)
        remove(entry_in(both.at_before, key), at, field, *before);
      else
        walk({entry_in(both.at_before, key), at, *before, *after,
              field == nullptr ? nullptr : field->type, field});
    }
  }

  void list(const Both& both) {
    const Type* const element = element_of(both.type);
    const Matches before_of = align(both.before, both.after, element);
    const auto is_removed = unmatched(before_of, both.before.children.size());
    for (std::size_t i = 0; i < is_removed.size(); ++i)
      if (is_removed[i])
        remove(item_in(both.at_before, i), item_in(both.at_after, i), both.field,
               both.before.children[i]);
    const auto is_moved = moved_items(before_of);
    for (std::size_t i = 0; i < before_of.size(); ++i) {
      const Value& item = both.after.children[i];
      const Path at = item_in(both.at_after, i);
      if (!before_of[i]) {
        add(at, both.field, std::nullopt, item);
        continue;
      }
      const Value& was = both.before.children[*before_of[i]];
      if (is_moved[i]) {
        add(at, both.field, was, was);
        found_.back().moved_from = before_of[i];
      }
      walk({item_in(both.at_before, *before_of[i]), at, was, item, element, both.field});
    }
  }

  void add(const Path& at, const Field* field, std::optional<Value> before,
           std::optional<Value> after) {
    found_.push_back({at, std::move(before), std::move(after), field, spell(at, record_, after_)});
  }

  void remove(const Path& was, const Path& at, const Field* field, const Value& before) {
    found_.push_back({at, before, std::nullopt, field, spell(was, record_, before_)});
  }

  const Value& before_;
  const Value& after_;
  const Type& record_;
  std::vector<FieldChange> found_;
};

class OperationFinder {
 public:
  std::vector<Operation> run(const Value& before, const Value& after, const Type& record) {
    block({}, before, after, &record);
    return std::move(found_);
  }

 private:
  void walk(const Path& at, const Value& before, const Value& after, const Type* type) {
    if (says_same(before, after)) return;
    if (before.kind == Kind::mapping && after.kind == Kind::mapping && !after.children.empty())
      return block(at, before, after, type);
    if (before.kind == Kind::list && after.kind == Kind::list) return list(at, before, after, type);
    replace(at, before, after);
  }

  /// What goes goes last: a block that has nothing left would go with it.
  void block(const Path& at, const Value& before, const Value& after, const Type* type) {
    for (const auto& key : fields_of(before, after, type)) {
      const Field* const field = field_named(type, key);
      const Value* const was = find_child(before, key);
      const Value* const is = find_child(after, key);
      if (was == nullptr)
        found_.push_back({Operation::Kind::set, entry_in(at, key), *is});
      else if (is != nullptr)
        walk(entry_in(at, key), *was, *is, field == nullptr ? nullptr : field->type);
    }
    for (const auto& key : before.keys)
      if (find_child(after, key) == nullptr)
        found_.push_back({Operation::Kind::remove, entry_in(at, key)});
  }

  void replace(const Path& at, const Value& before, const Value& after) {
    const bool is_block = before.kind != Kind::scalar && !before.in_brackets;
    if (is_block) found_.push_back({Operation::Kind::remove, at});
    found_.push_back({Operation::Kind::set, at, after});
  }

  void list(const Path& at, const Value& before, const Value& after, const Type* type) {
    const Type* const element = element_of(type);
    const Matches before_of = align(before, after, element);
    const auto is_moved = moved_items(before_of);
    auto is_removed = unmatched(before_of, before.children.size());
    std::size_t length = 0;
    for (std::size_t i = 0; i < before_of.size(); ++i)
      if (before_of[i] && is_moved[i]) is_removed[*before_of[i]] = true;
    for (const bool is_gone : is_removed) length += is_gone ? 0 : 1;
    if (length == 0) return replace(at, before, after);
    for (std::size_t i = is_removed.size(); i-- > 0;)
      if (is_removed[i]) found_.push_back({Operation::Kind::remove, item_in(at, i)});
    for (std::size_t i = 0; i < before_of.size(); ++i) {
      const Value& item = after.children[i];
      if (before_of[i] && !is_moved[i]) continue;
      if (i < length)
        found_.push_back({Operation::Kind::insert, item_in(at, i), item});
      else
        found_.push_back({Operation::Kind::append, at, item});
      ++length;
    }
    for (std::size_t i = 0; i < before_of.size(); ++i)
      if (before_of[i] && !is_moved[i])
        walk(item_in(at, i), before.children[*before_of[i]], after.children[i], element);
  }

  std::vector<Operation> found_;
};

}  // namespace

std::vector<FieldChange> changes(const Value& before, const Value& after, const Type& record) {
  return ChangeFinder(before, after, record).run();
}

std::vector<Operation> operations(const Value& before, const Value& after, const Type& record) {
  return OperationFinder().run(before, after, record);
}

std::vector<bool> moved_items(const Matches& before_of) {
  // All but the longest part that is in its old order.
  std::vector<std::size_t> ends;  // of the best part of each length, the item it ends in
  std::vector<std::optional<std::size_t>> ahead(before_of.size());
  for (std::size_t i = 0; i < before_of.size(); ++i) {
    if (!before_of[i]) continue;
    const auto place = std::ranges::lower_bound(ends, *before_of[i], {},
                                                [&](std::size_t item) { return *before_of[item]; });
    if (place != ends.begin()) ahead[i] = *std::prev(place);
    if (place == ends.end())
      ends.push_back(i);
    else
      *place = i;
  }
  std::vector<bool> is_moved(before_of.size());
  for (std::size_t i = 0; i < before_of.size(); ++i) is_moved[i] = before_of[i].has_value();
  if (!ends.empty())
    for (std::optional<std::size_t> i = ends.back(); i; i = ahead[*i]) is_moved[*i] = false;
  return is_moved;
}

}  // namespace rapport::model
