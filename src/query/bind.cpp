#include "query/bind.hpp"

#include "query/contradiction.hpp"

#include <algorithm>
#include <iterator>

namespace rapport::query {
namespace {

using Kind = Expression::Kind;

bool is_group(const Node& node) {
  return node.kind == Kind::all || node.kind == Kind::any || node.kind == Kind::none;
}

/// The list of which a node asks an item; `list:( … )` is an item of its own, but lies in an item
/// of each list further out.
std::optional<ByItem> by_item(const Node& node) {
  if (is_group(node) || node.kind == Kind::words) return std::nullopt;
  auto found = query::by_item(node.field);
  if (found && !found->inner && node.kind == Kind::item) return std::nullopt;
  return found;
}

/// The one list that all of it is on.
std::optional<FieldPath> list_of(const Node& node) {
  if (!is_group(node)) {
    auto found = by_item(node);
    return found ? std::optional(std::move(found->list)) : std::nullopt;
  }
  std::optional<FieldPath> list;
  for (const Node& part : node.parts) {
    auto own = list_of(part);
    if (!own || (list && !is_same_list(*list, *own))) return std::nullopt;
    list = std::move(own);
  }
  return list;
}

/// Whether it needs an item with a value: some term of it stands without `not`.
bool needs_item(const Node& node, bool is_positive = true) {
  if (!is_group(node)) return is_positive;
  if (node.kind == Kind::none) return needs_item(node.parts.front(), !is_positive);
  const auto part_needs = [is_positive](const Node& part) { return needs_item(part, is_positive); };
  return (node.kind == Kind::all) == is_positive ? std::ranges::any_of(node.parts, part_needs)
                                                 : std::ranges::all_of(node.parts, part_needs);
}

/// The same from the item on.
Node inward(Node node) {
  if (is_group(node)) {
    for (Node& part : node.parts) part = inward(std::move(part));
    return node;
  }
  auto found = by_item(node);
  if (!found->inner) return {};  // the item is there
  node.field = std::move(*found->inner);
  return node;
}

void add_fields(const Node& node, std::vector<FieldPath>& fields) {
  if (!is_group(node)) fields.push_back(node.field);
  if (node.kind == Kind::item) return;
  for (const Node& part : node.parts) add_fields(part, fields);
}

void add_flat(Node node, std::vector<Node>& parts) {
  if (node.kind != Kind::all) return parts.push_back(std::move(node));
  for (Node& part : node.parts) add_flat(std::move(part), parts);
}

class Binder {
 public:
  explicit Binder(const Context& context) : context_(context) {}

  Node bind(Node node, const std::string& list);
  std::optional<Mistake> mistake;

 private:
  Node bind_all(std::vector<Node> parts, const std::string& list);
  Node bind_item(const FieldPath& field, std::vector<Node> members, const std::string& list);

  const Context& context_;
};

Node Binder::bind_item(const FieldPath& field, std::vector<Node> members, const std::string& list) {
  Node item{.kind = Kind::item, .field = field};
  for (const Node& member : members) add_fields(member, item.asks);
  item.negates = std::ranges::any_of(members, &negates);
  for (Node& member : members) member = inward(std::move(member));
  const std::string name = field.canonical();
  item.parts.push_back(bind_all(std::move(members), list.empty() ? name : list + '.' + name));
  return item;
}

/// The parts of one conjunction.
Node Binder::bind_all(std::vector<Node> nested, const std::string& list) {
  std::vector<Node> parts;
  for (Node& part : nested) add_flat(std::move(part), parts);
  if (!mistake) mistake = contradiction(parts, list, context_);
  struct Group {
    FieldPath list;
    std::vector<std::size_t> members = {};
  };
  std::vector<Group> groups;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    auto own = list_of(parts[i]);
    if (!own) continue;
    auto found = std::ranges::find_if(
        groups, [&own](const Group& group) { return is_same_list(group.list, *own); });
    if (found == groups.end()) found = groups.insert(found, Group{std::move(*own)});
    found->members.push_back(i);
  }
  std::vector<Node> items;
  std::vector<bool> is_taken(parts.size());
  for (const Group& group : groups) {
    const bool binds = std::ranges::any_of(
        group.members, [&parts](std::size_t i) { return needs_item(parts[i]); });
    if (!binds || group.members.size() < 2) continue;
    std::vector<Node> members;
    for (const std::size_t i : group.members) members.push_back(std::move(parts[i]));
    for (const std::size_t i : group.members) is_taken[i] = true;
    items.push_back(bind_item(group.list, std::move(members), list));
  }
  Node whole{.kind = Kind::all};
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (!is_taken[i]) whole.parts.push_back(bind(std::move(parts[i]), list));
  std::ranges::move(items, std::back_inserter(whole.parts));
  return whole;
}

Node Binder::bind(Node node, const std::string& list) {
  if (!is_group(node)) return node;
  if (node.kind == Kind::all) return bind_all(std::move(node.parts), list);
  for (Node& part : node.parts) part = bind(std::move(part), list);
  return node;
}

}  // namespace

bool negates(const Node& node) {
  return node.kind == Kind::none || std::ranges::any_of(node.parts, &negates);
}

Outcome<Node> bind_items(Node node, std::string_view list, const Context& context) {
  Binder binder(context);
  Node bound = binder.bind(std::move(node), std::string(list));
  if (binder.mistake) return std::move(*binder.mistake);
  return bound;
}

}  // namespace rapport::query
