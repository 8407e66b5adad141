#include "yaml/patch.hpp"

#include "yaml/edit.hpp"

#include <utility>

namespace rapport::yaml {
namespace {

base::Failure failure(std::string what, std::string hint = {}) {
  return {base::Failing::data, std::move(what), std::move(hint)};
}

std::string spell(std::span<const Step> path) {
  std::string out;
  for (const Step& step : path) {
    if (step.key.empty()) {
      ((out += '[') += std::to_string(step.item + 1)) += ']';
    } else {
      if (!out.empty()) out += '.';
      out += step.key;
    }
  }
  return out;
}

/// `value` within the mappings that `path` names.
Value nested(std::span<const Step> path, Value value) {
  for (std::size_t i = path.size(); i-- > 0;) {
    Value outer{.kind = Kind::mapping};
    put(outer, path[i].key, std::move(value));
    value = std::move(outer);
  }
  return value;
}

bool only_keys(std::span<const Step> path) {
  for (const Step& step : path)
    if (step.key.empty()) return false;
  return true;
}

Value* find(Value& in, const Step& step) {
  if (step.key.empty()) {
    const bool exists = in.kind == Kind::list && step.item < in.children.size();
    return exists ? &in.children[step.item] : nullptr;
  }
  for (std::size_t i = 0; i < in.keys.size(); ++i)
    if (in.keys[i] == step.key) return &in.children[i];
  return nullptr;
}

/// The change made to what the text says, not to the text: what the patched text must say.
void set_in(Value& root, const Path& path, const Value& value, const Order& order) {
  Value* at = &root;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (Value* const next = find(*at, path[i])) {
      at = next;
      continue;
    }
    const std::span<const Step> rest = std::span(path).subspan(i);
    if (at->is_empty) {
      *at = nested(rest, value);
      return;
    }
    const std::span<const Step> here = std::span(path).first(i);
    const std::size_t rank = order(here, path[i].key);
    std::size_t index = 0;
    for (std::size_t k = 0; k < at->keys.size(); ++k)
      if (order(here, at->keys[k]) <= rank) index = k + 1;
    const auto offset = static_cast<std::ptrdiff_t>(index);
    at->keys.insert(at->keys.begin() + offset, path[i].key);
    at->children.insert(at->children.begin() + offset, nested(rest.subspan(1), value));
    return;
  }
  *at = value;
}

class Patch {
 public:
  Patch(std::string_view text, const Order& order) : text_(text), order_(order) {}

  base::Result<std::string> set(const Path& path, const Value& value) {
    if (const auto opened = open(); !opened) return opened.failure();
    Value meant = value_of(text_, tree_);
    const auto placed = place(path, value);
    if (!placed) return placed.failure();
    set_in(meant, path, value, order_);
    return checked(meant, path);
  }

  base::Result<std::string> append(const Path& path, const Value& item) {
    if (const auto opened = open(); !opened) return opened.failure();
    Value meant = value_of(text_, tree_);
    Value* list = &meant;
    for (std::size_t i = 0; i < path.size() && list != nullptr; ++i) list = find(*list, path[i]);
    if (list == nullptr || list->is_empty || (list->kind == Kind::list && list->children.empty()))
      return set(path, list_value({item}));
    if (list->kind != Kind::list) return failure("'" + spell(path) + "' is not a list");
    list->children.push_back(item);
    Spot spot = root_spot();
    for (const Step& step : path) spot = *child_spot(text_, tree_, spot, step);
    edits_.append(spot, item);
    return checked(meant, path);
  }

 private:
  base::Done open() {
    const Parsed parsed = parse(text_, tree_);
    if (parsed.error.problem == Problem::none) return base::done();
    return failure("the record cannot be read", "rapport validate");
  }

  base::Done place(const Path& path, const Value& value) {
    Spot spot = root_spot();
    for (std::size_t i = 0; i < path.size(); ++i) {
      const std::span<const Step> rest = std::span(path).subspan(i);
      if (const auto next = child_spot(text_, tree_, spot, path[i])) {
        spot = *next;
        continue;
      }
      const Node& node = tree_.nodes[spot.node];
      if (!only_keys(rest) || (node.kind != Kind::mapping && node.style != Style::empty))
        return failure("there is no '" + spell(std::span(path).first(i + 1)) + "'");
      if (node.style == Style::empty)
        edits_.replace(spot, nested(rest, value));
      else
        edits_.insert(
            spot, rest[0].key, nested(rest.subspan(1), value),
            [&, i](std::string_view key) { return order_(std::span(path).first(i), key); });
      return base::done();
    }
    if (tree_.nodes[spot.node].style == Style::block)
      return failure("'" + spell(path) + "' is a block of several lines",
                     "edit it by hand: its comments would be lost");
    edits_.replace(spot, value);
    return base::done();
  }

  /// The patched text, if it says what was meant and can be read.
  base::Result<std::string> checked(const Value& meant, const Path& path) {
    std::string patched = edits_.apply();
    Tree tree;
    if (parse(patched, tree).error.problem == Problem::none && value_of(patched, tree) == meant)
      return patched;
    return failure("'" + spell(path) + "' cannot be written into this record", "edit it by hand");
  }

  std::string_view text_;
  const Order& order_;
  Tree tree_;
  Edits edits_{text_, tree_};
};

}  // namespace

base::Result<std::string> set(std::string_view text, const Path& path, const Value& value,
                              const Order& order) {
  return Patch(text, order).set(path, value);
}

base::Result<std::string> append(std::string_view text, const Path& path, const Value& item,
                                 const Order& order) {
  return Patch(text, order).append(path, item);
}

base::Result<std::string> patch(std::string_view text, std::span<const Operation> operations,
                                const Order& order) {
  std::string patched(text);
  for (const Operation& operation : operations) {
    auto next = [&]() -> base::Result<std::string> {
      switch (operation.kind) {
        case Operation::Kind::set:
          return set(patched, operation.at, operation.value, order);
        case Operation::Kind::append:
          return append(patched, operation.at, operation.value, order);
        default:
          return failure("'" + spell(operation.at) + "' cannot be changed in this way");
      }
    }();
    if (!next) return next;
    patched = std::move(*next);
  }
  return patched;
}

}  // namespace rapport::yaml
