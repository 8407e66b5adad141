#include "query/contradiction.hpp"

#include "base/text.hpp"
#include "query/kinds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace rapport::query {
namespace {

using Kind = Expression::Kind;

template <class T>
bool have_common(const std::vector<T>& a, const std::vector<T>& b) {
  return std::ranges::any_of(a,
                             [&b](const T& one) { return std::ranges::find(b, one) != b.end(); });
}

template <class Range>
bool overlap(const std::vector<Range>& a, const std::vector<Range>& b) {
  return std::ranges::any_of(a, [&b](const Range& one) {
    return std::ranges::any_of(b, [&one](const Range& other) {
      return one.first <= other.last && other.first <= one.last;
    });
  });
}

/// Whether one value can be both.
struct CanBeBoth {
  bool operator()(const Indexes& a, const Indexes& b) const {
    return have_common(a.wanted, b.wanted);
  }
  bool operator()(const Targets& a, const Targets& b) const {
    return have_common(a.wanted, b.wanted);
  }
  bool operator()(const Flags& a, const Flags& b) const {
    return (a.wanted[0] && b.wanted[0]) || (a.wanted[1] && b.wanted[1]);
  }
  bool operator()(const Dates& a, const Dates& b) const {
    return a.wants_unknown || b.wants_unknown || overlap(a.wanted, b.wanted);
  }
  bool operator()(const Numbers& a, const Numbers& b) const {
    return a.wants_unknown || b.wants_unknown || overlap(a.wanted, b.wanted);
  }
  bool operator()(const Texts& a, const Texts& b) const {
    if (!a.contained.empty() || !b.contained.empty()) return true;
    return std::ranges::any_of(a.equal, [&b](const Needle& one) {
      return std::ranges::find(b.equal, one.folded(), &Needle::folded) != b.equal.end();
    });
  }
  template <class A, class B>
  bool operator()(const A&, const B&) const {
    return true;
  }
};

template <class T>
bool has_all(const std::vector<T>& a, const std::vector<T>& b) {
  return std::ranges::all_of(b,
                             [&a](const T& one) { return std::ranges::find(a, one) != a.end(); });
}

template <class Range>
bool enclose(const std::vector<Range>& a, const std::vector<Range>& b) {
  return std::ranges::all_of(b, [&a](const Range& one) {
    return std::ranges::any_of(a, [&one](const Range& other) {
      return other.first <= one.first && one.last <= other.last;
    });
  });
}

bool have_all(const std::vector<Needle>& a, const std::vector<Needle>& b) {
  return std::ranges::all_of(b, [&a](const Needle& one) {
    return std::ranges::find(a, one.folded(), &Needle::folded) != a.end();
  });
}

/// Whether every value that is `b` is `a`, too.
struct Covers {
  bool operator()(const Present&, const Present&) const { return true; }
  template <class B>
  bool operator()(const Present&, const B&) const {
    return true;
  }
  bool operator()(const Indexes& a, const Indexes& b) const { return has_all(a.wanted, b.wanted); }
  bool operator()(const Targets& a, const Targets& b) const { return has_all(a.wanted, b.wanted); }
  bool operator()(const Flags& a, const Flags& b) const {
    return (a.wanted[0] || !b.wanted[0]) && (a.wanted[1] || !b.wanted[1]);
  }
  bool operator()(const Dates& a, const Dates& b) const {
    return (a.wants_unknown || !b.wants_unknown) && enclose(a.wanted, b.wanted);
  }
  bool operator()(const Numbers& a, const Numbers& b) const {
    return (a.wants_unknown || !b.wants_unknown) && enclose(a.wanted, b.wanted);
  }
  bool operator()(const Texts& a, const Texts& b) const {
    return have_all(a.equal, b.equal) && have_all(a.contained, b.contained);
  }
  template <class A, class B>
  bool operator()(const A&, const B&) const {
    return false;
  }
};

/// What lasts may be on the one day and on the other.
bool has_one_value(const Node& node) {
  return node.kind == Kind::term && !node.field.has_many() && node.field.type != &period_type() &&
         node.field.type != &history_type();
}

const Node& first_term(const Node& node) {
  return node.parts.empty() || node.kind == Kind::item ? node : first_term(node.parts.front());
}

class Finder {
 public:
  Finder(const std::vector<Node>& parts, const std::string& list, const Context& context)
      : parts_(parts), list_(list), context_(context) {}

  std::optional<Mistake> find() const {
    for (std::size_t i = 1; i < parts_.size(); ++i)
      for (std::size_t j = 0; j < i; ++j) {
        if (auto found = two_values(parts_[j], parts_[i])) return found;
        if (auto found = turned_round(parts_[j], parts_[i])) return found;
      }
    std::set<Referrer> referrers;
    for (const Node& part : parts_) add_referrers(part, context_, referrers);
    for (const Referrer& whose : referrers)
      if (auto found = no_kind(whose)) return found;
    return std::nullopt;
  }

 private:
  std::string dotted(const Node& term) const {
    const std::string name = term.field.canonical();
    return list_.empty() ? name : fmt::format("{}.{}", list_, name);
  }

  /// As it can be written: "with.kind:ngo".
  std::string written(const Node& term) const {
    return term.values.empty() ? "has:" + dotted(term)
                               : fmt::format("{}:{}", dotted(term), term.values);
  }

  /// Of two terms on one field of one value, those that nothing can satisfy; of an item also those
  /// that were surely meant of two.
  std::optional<Mistake> two_values(const Node& a, const Node& b) const {
    if (!has_one_value(a) || !has_one_value(b) || !is_same_list(a.field, b.field)) return {};
    const std::string name = a.field.canonical();
    const std::string either = fmt::format("{}:{},{}", dotted(a), a.values, b.values);
    if (!list_.empty() && a.asks_for_equal && b.asks_for_equal)
      return Mistake{fmt::format("one item of '{}' has one '{}'", list_, name), b.at,
                     fmt::format("for two items write {0}:({1}:{2}) {0}:({1}:{3}), for either {4}",
                                 list_, name, a.values, b.values, either)};
    if (std::visit(CanBeBoth{}, a.test.kind, b.test.kind)) return {};
    return Mistake{fmt::format("'{}' has one value, which cannot be both", dotted(a)), b.at,
                   fmt::format("for either write {}", either)};
  }

  /// A term, and `not` of it.
  std::optional<Mistake> turned_round(const Node& a, const Node& b) const {
    const bool is_first = a.kind == Kind::none;
    const Node& negation = is_first ? a : b;
    const Node& term = is_first ? b : a;
    if (negation.kind != Kind::none || term.kind != Kind::term) return {};
    const Node& excluded = negation.parts.front();
    const bool is_same = excluded.kind == Kind::term && is_same_list(excluded.field, term.field);
    if (!is_same || !std::visit(Covers{}, excluded.test.kind, term.test.kind)) return {};
    return Mistake{fmt::format("'{}' is asked for and excluded", written(term)), first_term(b).at,
                   "leave out one of the two"};
  }

  /// Nothing is of the kinds that all parts leave.
  std::optional<Mistake> no_kind(const Referrer& whose) const {
    KindSet left = ~KindSet{};
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const KindSet own = kinds_of(parts_[i], whose, context_).may;
      if ((left & own).none()) return excluded(i, own, whose);
      left &= own;
    }
    return std::nullopt;
  }

  Mistake excluded(std::size_t i, const KindSet& own, const Referrer& whose) const {
    const Node& term = first_term(parts_[i]);
    for (std::size_t j = 0; j < i; ++j) {
      if ((kinds_of(parts_[j], whose, context_).may & own).any()) continue;
      return {fmt::format("'{}' and '{}' exclude each other", part(parts_[j]), part(parts_[i])),
              term.at, hint(parts_[j], parts_[i])};
    }
    return {"no kind of record is all of this", term.at,
            "for one of them put `or` between them, in parentheses"};
  }

  std::string hint(const Node& a, const Node& b) const {
    const bool are_of_items = !list_.empty() && a.kind == Kind::term && b.kind == Kind::term &&
                              !a.values.empty() && !b.values.empty();
    if (!are_of_items) return fmt::format("for either write ({} or {})", part(a), part(b));
    return fmt::format("for two items write {0}:({1}:{2}) {0}:({3}:{4})", list_,
                       a.field.canonical(), a.values, b.field.canonical(), b.values);
  }

  std::string part(const Node& node) const {
    if (node.kind == Kind::term) return written(node);
    if (node.kind == Kind::none) return "not " + part(node.parts.front());
    std::vector<std::string> inner;
    for (const Node& each : node.parts) inner.push_back(part(each));
    return '(' + base::join(inner, node.kind == Kind::any ? " or " : " ") + ')';
  }

  const std::vector<Node>& parts_;
  const std::string& list_;
  const Context& context_;
};

}  // namespace

std::optional<Mistake> contradiction(const std::vector<Node>& parts, const std::string& list,
                                     const Context& context) {
  return Finder(parts, list, context).find();
}

}  // namespace rapport::query
