#include "base/text.hpp"
#include "model/align.hpp"
#include "model/merge.hpp"

#include <algorithm>
#include <charconv>
#include <set>

namespace rapport::model {
namespace {

using value::Field;
using value::Type;
using yaml::Kind;
using yaml::Value;

/// Which item of a list is which in the base, by number; and the other way round.
struct Placement {
  std::vector<std::optional<std::size_t>> base_of;
  std::vector<const Value*> of_base;

  Placement(const Value* base, const Value& list, const Type* element)
      : base_of(base == nullptr ? decltype(base_of)(list.children.size())
                                : align(*base, list, element)),
        of_base(base == nullptr ? 0 : base->children.size()) {
    for (std::size_t i = 0; i < base_of.size(); ++i)
      if (base_of[i]) of_base[*base_of[i]] = &list.children[i];
  }
};

class KeySeparator {
 public:
  void block(const Value* base, const Value& ours, Value& theirs, const Type& type) {
    if (type.rows == nullptr || theirs.kind != Kind::mapping || ours.kind != Kind::mapping) return;
    for (const Field& field : type.rows().rows) {
      Value* const changed = find_child(theirs, field.name);
      const Value* const other = find_child(ours, field.name);
      if (changed == nullptr || other == nullptr) continue;
      const Value* const was = base == nullptr ? nullptr : find_child(*base, field.name);
      if (was != nullptr && (says_same(*was, *changed) || says_same(*was, *other))) continue;
      if (field.type->rows != nullptr)
        block(was, *other, *changed, *field.type);
      else if (field.type->shape == value::Shape::list && field.type->element->rows != nullptr)
        list(was != nullptr && was->kind == Kind::list ? was : nullptr, *other, *changed, field);
    }
  }

  std::vector<RenamedKey> take() { return std::move(renamed_); }

 private:
  void list(const Value* base, const Value& ours, Value& theirs, const Field& field) {
    if (ours.kind != Kind::list || theirs.kind != Kind::list) return;
    const Type& element = *field.type->element;
    const Placement of_ours(base, ours, &element);
    const Placement of_theirs(base, theirs, &element);
    for (std::size_t i = 0; i < theirs.children.size(); ++i) {
      const auto was = of_theirs.base_of[i];
      if (!was)
        rename(base, ours, theirs, i, of_ours, field);
      else if (of_ours.of_base[*was] != nullptr)
        block(&base->children[*was], *of_ours.of_base[*was], theirs.children[i], element);
    }
  }

  void rename(const Value* base, const Value& ours, Value& theirs, std::size_t item,
              const Placement& of_ours, const Field& field) {
    const Field* const key = field_named(field.type->element, "key");
    if (key == nullptr || key->meta.naming != value::Naming::own) return;
    Value* const name = find_child(theirs.children[item], "key");
    if (name == nullptr || name->kind != Kind::scalar) return;
    for (std::size_t i = 0; i < ours.children.size(); ++i) {
      const Value* const other = find_child(ours.children[i], "key");
      if (of_ours.base_of[i] || other == nullptr || other->text != name->text) continue;
      const bool is_one = field.meta.only_grows
                              ? says_same(ours.children[i], theirs.children[item])
                              : are_compatible(ours.children[i], theirs.children[item]);
      if (is_one) return;
      RenamedKey renamed{std::string(field.name), name->text,
                         free_key(name->text, {base, &ours, &theirs})};
      name->text = renamed.to;
      renamed_.push_back(std::move(renamed));
      return;
    }
  }

  /// The next behind those in use: a5 for a4.
  static std::string free_key(std::string_view key, std::initializer_list<const Value*> lists) {
    std::set<std::string_view> used;
    for (const Value* list : lists)
      if (list != nullptr)
        for (const Value& item : list->children)
          if (const Value* const name = find_child(item, "key")) used.insert(name->text);
    const auto last = key.find_last_not_of("0123456789");
    const std::size_t digits = last == key.npos ? 0 : last + 1;
    std::uint64_t number = 1;
    std::from_chars(key.data() + digits, key.data() + key.size(), number);
    const std::string stem(digits == key.size() ? std::string(key) + "-" : key.substr(0, digits));
    for (;;) {
      std::string tried = stem + std::to_string(++number);
      if (!used.contains(tried)) return tried;
    }
  }

  std::vector<RenamedKey> renamed_;
};

}  // namespace

bool are_compatible(const Value& left, const Value& right) {
  if (left.kind != Kind::mapping || right.kind != Kind::mapping) return says_same(left, right);
  for (std::size_t i = 0; i < left.keys.size(); ++i) {
    const Value* const other = find_child(right, left.keys[i]);
    if (other != nullptr && !says_same(left.children[i], *other)) return false;
  }
  return true;
}

std::vector<RenamedKey> separate_keys(const Value& base, const Value& ours, Value& theirs,
                                      const Type& record) {
  KeySeparator separator;
  separator.block(&base, ours, theirs, record);
  return separator.take();
}

}  // namespace rapport::model
