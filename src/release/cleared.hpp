// A handle to a record, a block or an item of which only that can be asked which may leave. It
// holds a private pointer and a verdict for each class of rows; it is never a copy of the record.
#pragma once

#include "release/gate.hpp"

#include <cassert>
#include <type_traits>
#include <utility>
#include <vector>

namespace rapport::release {

template <class T>
class Cleared;

/// Those partners named by a reference who may be linked to the record it stands in.
struct Links {
  std::vector<Cleared<model::Partner>> shown;
};

namespace detail {

template <class M>
using ValueOf = typename value::detail::Member<M>::Value;

template <class V>
struct Inside;
template <class T>
struct Inside<value::List<T>> {
  using Type = T;
};
template <class T>
struct Inside<value::Block<T>> {
  using Type = T;
};

/// Values that name nobody by themselves and may be worked with: dates, words, codes, counts.
template <class V>
constexpr bool is_workable = !std::is_base_of_v<value::Text, V> && !std::is_same_v<V, value::Ref> &&
                             !std::is_same_v<V, model::Pattern> && !requires {
  typename Inside<V>::Type;
};

}  // namespace detail

template <class T>
class Cleared {
 public:
  /// The record's id; opaque for protected people.
  std::string_view id() const { return head_->id(); }
  /// The record that it is, or lies in.
  model::RecordId record() const { return {head_->index}; }
  const Verdicts& verdicts() const { return verdicts_; }

  /// A scalar row as text.
  template <auto Member>
  ReleasedText show() const {
    assert(value_ != nullptr && "a handle to nothing is asked whether it is one first");
    return gate_->show(value::field_of<Member>(), value_, verdicts_, *head_);
  }

  /// A date, word, code, flag or count; absent when it may not be shown.
  template <auto Member>
  auto get() const {
    using Value = detail::ValueOf<decltype(Member)>;
    static_assert(detail::is_workable<Value>, "text and references leave as Shown and Links only");
    return may<Member>() ? value_->*Member : Value{};
  }

  /// The items of a list of blocks; none when the list may not be shown.
  template <auto Member>
  auto list() const {
    using Item = typename detail::Inside<detail::ValueOf<decltype(Member)>>::Type;
    std::vector<Cleared<Item>> items;
    if (!may<Member>()) return items;
    for (const Item& item : value_->*Member)
      items.push_back(Cleared<Item>(*gate_, *head_, item,
                                    gate_->narrow(value::type_of<Item>, &item, verdicts_, *head_)));
    return items;
  }

  /// The items of a list of texts, words or codes.
  template <auto Member>
  std::vector<ReleasedText> texts() const {
    std::vector<ReleasedText> texts;
    if (!may<Member>()) return texts;
    for (const auto& item : value_->*Member) texts.push_back(gate_->show_item(item, *head_));
    return texts;
  }

  /// A list of dates, words, codes or counts to work with.
  template <auto Member>
  auto values() const {
    using Item = typename detail::Inside<detail::ValueOf<decltype(Member)>>::Type;
    static_assert(detail::is_workable<Item>, "text and references leave as Shown and Links only");
    std::vector<Item> items;
    if (may<Member>()) items.assign((value_->*Member).begin(), (value_->*Member).end());
    return items;
  }

  /// The block, or a handle to nothing: `if (auto visit = ...)`.
  template <auto Member>
  auto block() const {
    using Fields = typename detail::Inside<detail::ValueOf<decltype(Member)>>::Type;
    if (!may<Member>() || !(value_->*Member)) return Cleared<Fields>();
    return Cleared<Fields>(*gate_, *head_, *(value_->*Member), verdicts_);
  }

  /// The partners that a reference or a list of references names.
  template <auto Member>
  Links links() const {
    Links links;
    if (!may<Member>()) return links;
    if constexpr (std::is_same_v<detail::ValueOf<decltype(Member)>, value::Ref>) {
      link(value_->*Member, links);
    } else {
      for (const value::Ref& ref : value_->*Member) link(ref, links);
    }
    return links;
  }

  /// The engagement a reference names; a handle to nothing when there is none or it may not be
  /// seen.
  template <auto Member>
  Cleared<model::Engagement> engagement() const;

  /// True when the reference is to this office.
  template <auto Member>
  bool is_office() const {
    return may<Member>() && (value_->*Member).is_office();
  }

  explicit operator bool() const { return value_ != nullptr; }

  Cleared() = default;

 private:
  template <class>
  friend class Cleared;
  friend class Release;

  Cleared(const Gate& gate, const model::RecordHeader& head, const T& value,
          const Verdicts& verdicts)
      : gate_(&gate), head_(&head), value_(&value), verdicts_(verdicts) {}

  template <auto Member>
  bool may() const {
    assert(value_ != nullptr && "a handle to nothing is asked whether it is one first");
    return verdicts_[value::field_of<Member>().meta.reveals].how == Disclosure::full;
  }

  void link(const value::Ref& ref, Links& links) const;

  const Gate* gate_ = nullptr;
  const model::RecordHeader* head_ = nullptr;
  const T* value_ = nullptr;
  Verdicts verdicts_;
};

template <class T>
void Cleared<T>::link(const value::Ref& ref, Links& links) const {
  const model::Partner* partner = gate_->partner(ref);
  if (partner == nullptr) return;
  const Verdict verdict = gate_->link(ref, *head_);
  if (!verdict.shows()) return;
  Verdicts verdicts = gate_->verdicts(*partner);
  verdicts[value::Reveals::identity] = verdict;
  verdicts[value::Reveals::open] = {Disclosure::full, Reason::open_value};
  links.shown.push_back(Cleared<model::Partner>(*gate_, partner->head, *partner, verdicts));
}

template <class T>
template <auto Member>
Cleared<model::Engagement> Cleared<T>::engagement() const {
  if (!may<Member>()) return {};
  const model::Engagement* found = gate_->engagement(value_->*Member);
  if (found == nullptr || !gate_->visible(*found).shows()) return {};
  return Cleared<model::Engagement>(*gate_, found->head, *found, gate_->verdicts(*found));
}

}  // namespace rapport::release
