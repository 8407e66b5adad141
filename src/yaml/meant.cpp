#include "yaml/meant.hpp"

#include <algorithm>

namespace rapport::yaml {
namespace {

/// The number of the child, or how many there are.
std::size_t index_of(const Value& in, const Step& step) {
  if (step.key.empty())
    return in.kind == Kind::list ? std::min(step.item, in.children.size()) : in.children.size();
  std::size_t i = 0;
  while (i < in.keys.size() && in.keys[i] != step.key) ++i;
  return in.kind == Kind::mapping ? i : in.children.size();
}

Value* child_of(Value& in, const Step& step) {
  const std::size_t i = index_of(in, step);
  return i < in.children.size() ? &in.children[i] : nullptr;
}

}  // namespace

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

Value nested(std::span<const Step> path, Value value) {
  for (std::size_t i = path.size(); i-- > 0;) {
    Value outer{.kind = Kind::mapping};
    put(outer, path[i].key, std::move(value));
    value = std::move(outer);
  }
  return value;
}

Value* find(Value& root, std::span<const Step> path) {
  Value* at = &root;
  for (std::size_t i = 0; i < path.size() && at != nullptr; ++i) at = child_of(*at, path[i]);
  return at;
}

void set_in(Value& root, const Path& path, const Value& value, const Order& order) {
  Value* at = &root;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (Value* const next = child_of(*at, path[i])) {
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

std::span<const Step> removed_with(Value& root, std::span<const Step> path) {
  while (!path.empty()) {
    const Value& parent = *find(root, path.first(path.size() - 1));
    if (parent.in_brackets || parent.children.size() > 1) return path;
    path = path.first(path.size() - 1);
  }
  return path;
}

void remove_in(Value& root, std::span<const Step> path) {
  Value& parent = *find(root, path.first(path.size() - 1));
  const auto offset = static_cast<std::ptrdiff_t>(index_of(parent, path.back()));
  parent.children.erase(parent.children.begin() + offset);
  if (parent.kind == Kind::mapping) parent.keys.erase(parent.keys.begin() + offset);
}

}  // namespace rapport::yaml
