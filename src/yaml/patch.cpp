#include "yaml/patch.hpp"

#include "yaml/edit.hpp"
#include "yaml/meant.hpp"

#include <algorithm>
#include <utility>

namespace rapport::yaml {
namespace {

base::Failure failure(std::string what, std::string hint = {}) {
  return {base::Failing::data, std::move(what), std::move(hint)};
}

bool only_keys(std::span<const Step> path) {
  return std::all_of(path.begin(), path.end(), [](const Step& step) { return !step.key.empty(); });
}

/// One operation on one text.
class Patch {
 public:
  Patch(std::string_view text, const Order& order) : text_(text), order_(order) {}

  base::Result<std::string> apply(const Operation& operation) {
    if (parse(text_, tree_).error.problem != Problem::none)
      return failure("the record cannot be read", "rapport validate");
    meant_ = value_of(text_, tree_);
    const auto done = change(operation);
    if (!done) return done.failure();
    return checked(operation.at);
  }

 private:
  base::Done change(const Operation& operation) {
    switch (operation.kind) {
      case Operation::Kind::set:
        return set(operation.at, operation.value);
      case Operation::Kind::append:
        return append(operation.at, operation.value);
      case Operation::Kind::insert:
        return insert(operation.at, operation.value);
      case Operation::Kind::remove:
        return remove(operation.at);
    }
    return base::done();
  }

  base::Done set(const Path& path, const Value& value) {
    if (path.empty()) return failure("no field is named");
    const Value* const now = find(meant_, path);
    if (now != nullptr && *now == value) return base::done();
    if (auto placed = place(path, value); !placed) return placed;
    set_in(meant_, path, value, order_);
    return base::done();
  }

  base::Done place(const Path& path, const Value& value) {
    Spot spot;
    for (std::size_t i = 0; i < path.size(); ++i) {
      const auto next = layout_.child(spot, path[i]);
      if (!next) return place_new(path, i, spot, value);
      spot = *next;
    }
    if (edits_.replace(spot, value)) return base::done();
    return failure("'" + spell(path) + "' has comments that would be lost",
                   "change what is in it one by one, or edit it by hand");
  }

  /// The entry that step `i` names is not there yet.
  base::Done place_new(const Path& path, std::size_t i, const Spot& spot, const Value& value) {
    const std::span<const Step> rest = std::span(path).subspan(i);
    const Node& node = tree_.nodes[spot.node];
    if (!only_keys(rest) || (node.kind != Kind::mapping && node.style != Style::empty))
      return failure("there is no '" + spell(std::span(path).first(i + 1)) + "'");
    if (node.style == Style::empty) {
      edits_.replace(spot, nested(rest, value));
      return base::done();
    }
    edits_.insert(spot, rest[0].key, nested(rest.subspan(1), value),
                  [&, i](std::string_view key) { return order_(std::span(path).first(i), key); });
    return base::done();
  }

  base::Done append(const Path& path, const Value& item) {
    Value* const list = find(meant_, path);
    if (list == nullptr || list->is_empty) return set(path, list_value({item}));
    if (list->kind != Kind::list) return failure("'" + spell(path) + "' is not a list");
    const Spot spot = at(path);
    const std::size_t start = tree_.nodes[spot.node].offset;
    const bool is_bare =
        list->children.empty() && !layout_.has_comment(start, layout_.value_end(spot));
    list->children.push_back(item);
    // `[]` becomes a list in the form that suits the item.
    if (is_bare)
      edits_.replace_inline(spot, list_value({item}));
    else
      edits_.append(spot, item);
    return base::done();
  }

  base::Done insert(const Path& path, const Value& item) {
    const std::span<const Step> above = std::span(path).first(path.empty() ? 0 : path.size() - 1);
    Value* const list = find(meant_, above);
    if (path.empty() || !path.back().key.empty() || list == nullptr || list->kind != Kind::list)
      return failure("'" + spell(path) + "' is not a place in a list");
    const std::size_t place = path.back().item;
    if (place == list->children.size()) return append({above.begin(), above.end()}, item);
    if (place > list->children.size()) return failure("there is no '" + spell(path) + "'");
    list->children.insert(list->children.begin() + static_cast<std::ptrdiff_t>(place), item);
    edits_.insert_before(at(path), item);
    return base::done();
  }

  base::Done remove(const Path& path) {
    if (path.empty()) return failure("no field is named");
    if (find(meant_, path) == nullptr) return failure("there is no '" + spell(path) + "'");
    const std::span<const Step> removed = removed_with(meant_, path);
    if (removed.empty())
      return failure("'" + spell(path) + "' is all that this record says",
                     "remove the record instead");
    edits_.remove(at(removed));
    remove_in(meant_, removed);
    return base::done();
  }

  /// A path that is there.
  Spot at(std::span<const Step> path) const {
    Spot spot;
    for (const Step& step : path) spot = *layout_.child(spot, step);
    return spot;
  }

  /// The patched text, if it says what was meant and can be read.
  base::Result<std::string> checked(const Path& path) {
    std::string patched = edits_.apply();
    if (read_value(patched) == meant_) return patched;
    Tree tree;
    if (parse(patched, tree).error.problem == Problem::control_character)
      return failure("'" + spell(path) + "' has a control character, which no record may have",
                     "leave it out; several lines are fine");
    return failure("'" + spell(path) + "' cannot be written into this record", "edit it by hand");
  }

  std::string_view text_;
  const Order& order_;
  Tree tree_;
  Layout layout_{text_, tree_};
  Edits edits_{text_, tree_, layout_};
  Value meant_;
};

}  // namespace

base::Result<std::string> patch(std::string_view text, std::span<const Operation> operations,
                                const Order& order) {
  std::string patched(text);
  for (const Operation& operation : operations) {
    auto next = Patch(patched, order).apply(operation);
    if (!next) return next;
    patched = std::move(*next);
  }
  return patched;
}

base::Result<std::string> set(std::string_view text, const Path& path, const Value& value,
                              const Order& order) {
  const Operation operation{Operation::Kind::set, path, value};
  return Patch(text, order).apply(operation);
}

base::Result<std::string> append(std::string_view text, const Path& path, const Value& item,
                                 const Order& order) {
  const Operation operation{Operation::Kind::append, path, item};
  return Patch(text, order).apply(operation);
}

}  // namespace rapport::yaml
