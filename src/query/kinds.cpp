#include "query/kinds.hpp"

#include "mandate/circle.hpp"
#include "model/engagement.hpp"
#include "model/partner.hpp"
#include "value/codec.hpp"

#include <algorithm>
#include <array>

namespace rapport::query {
namespace {

using model::Partner;
using model::PartnerKind;

struct Limit {
  Referrer whose;
  Kinds kinds;
};

template <class Enum>
KindSet set_of(Enum kind) {
  return KindSet{}.set(static_cast<std::size_t>(kind));
}

/// Every partner kind for which `is_so`.
template <class Predicate>
KindSet partner_kinds(Predicate&& is_so) {
  KindSet found;
  for (std::size_t i = 1; i <= value::words_of<PartnerKind>.size(); ++i)
    if (is_so(static_cast<PartnerKind>(i))) found.set(i);
  return found;
}

/// Whether partners of the kind belong to the circle: some, whatever decides about it otherwise,
/// and all.
struct InCircle {
  bool may = false;
  bool must = true;

  InCircle(PartnerKind kind, model::Circle circle, const value::Codes& codes) {
    value::ThemeCode theme(codes.find(value::CodeSet::theme, "women-defenders"), 0);
    for (const bool is_of_women : {false, true})
      for (const auto level : {model::Level::absent, model::Level::local}) {
        Partner partner;
        partner.kind = {kind, 0};
        partner.level = {level, 0};
        partner.gender = {is_of_women ? model::Gender::woman : model::Gender::man, 0};
        if (is_of_women && theme) partner.themes = {{&theme, 1}, 0};
        const bool is_in = mandate::is_in_circle(partner, circle, codes);
        may = may || is_in;
        must = must && is_in;
      }
  }
};

Kinds of_circles(const std::vector<std::uint16_t>& wanted, const value::Codes& codes) {
  const auto kinds_in = [&](bool InCircle::*is_in) {
    return partner_kinds([&](PartnerKind kind) {
      return std::ranges::any_of(wanted, [&](std::uint16_t index) {
        return InCircle(kind, static_cast<model::Circle>(index), codes).*is_in;
      });
    });
  };
  return {kinds_in(&InCircle::may), kinds_in(&InCircle::must)};
}

Kinds of_groups(const std::vector<std::uint16_t>& wanted) {
  const KindSet kinds = partner_kinds([&](PartnerKind kind) {
    const auto group = static_cast<std::uint16_t>(model::group_of(kind));
    return std::ranges::find(wanted, group) != wanted.end();
  });
  return {kinds, kinds};
}

/// What a computed field says of the kind of the record that has it.
std::optional<Kinds> of_derived(const Derived& derived, const Test& test, bool is_last,
                                const value::Codes& codes) {
  if (!derived.only_of.empty()) {
    KindSet kinds;
    for (const model::EngagementKind kind : derived.only_of) kinds |= set_of(kind);
    return Kinds{kinds, {}};
  }
  const auto* words = std::get_if<Indexes>(&test.kind);
  if (words == nullptr || !is_last) return std::nullopt;
  if (&derived.type == &value::type_of<value::Word<model::Group>>) return of_groups(words->wanted);
  if (&derived.type == &value::type_of<value::Word<model::Circle>>)
    return of_circles(words->wanted, codes);
  return std::nullopt;
}

/// What a row says of it: the kind itself, or a block that one kind alone has.
std::optional<Kinds> of_row(const value::Field& row, const Test& test) {
  using Engagement = model::Engagement;
  if (&row == &value::field_of<&Engagement::visit>())
    return Kinds{set_of(model::EngagementKind::visit), {}};
  if (&row == &value::field_of<&Engagement::communication>())
    return Kinds{set_of(model::EngagementKind::communication), {}};
  if (&row == &value::field_of<&Engagement::statement>())
    return Kinds{set_of(model::EngagementKind::statement), {}};
  const bool is_kind =
      &row == &value::field_of<&Partner::kind>() || &row == &value::field_of<&Engagement::kind>();
  const auto* words = std::get_if<Indexes>(&test.kind);
  if (!is_kind || words == nullptr) return std::nullopt;
  KindSet kinds;
  for (const std::uint16_t index : words->wanted) kinds.set(index);
  return Kinds{kinds, kinds};
}

/// All that a term says of kinds, along its way as long as that leads to one record.
std::vector<Limit> limits(const Node& term, const Context& context) {
  std::vector<Limit> found;
  Referrer whose;
  const auto on = [&whose](std::string_view name) { whose.append(name).append("."); };
  for (const FieldPath* field = &term.field; field != nullptr;
       field = field->onward.empty() ? nullptr : &field->onward.front()) {
    if (const Derived* derived = field->derived) {
      const bool is_last = field->path.empty() && field->onward.empty();
      if (auto kinds = of_derived(*derived, term.test, is_last, context.codes))
        found.push_back({whose, *kinds});
      if (derived->has_many) return found;
      on(field->derived_name);
    }
    for (const value::Field* row : field->path) {
      if (auto kinds = of_row(*row, term.test)) found.push_back({whose, *kinds});
      if (row->type->shape == value::Shape::list) return found;
      on(row->name);
    }
  }
  return found;
}

bool is_term(const Node& node) { return node.kind == Expression::Kind::term; }

}  // namespace

Kinds kinds_of(const Node& node, const Referrer& whose, const Context& context) {
  const KindSet every = ~KindSet{};
  if (is_term(node)) {
    Kinds kinds{every, every};
    bool is_limited = false;
    for (const Limit& limit : limits(node, context)) {
      if (limit.whose != whose) continue;
      is_limited = true;
      kinds = {kinds.may & limit.kinds.may, kinds.must & limit.kinds.must};
    }
    return is_limited ? kinds : Kinds{every, {}};
  }
  if (node.kind == Expression::Kind::none) {
    const Kinds inner = kinds_of(node.parts.front(), whose, context);
    return {~inner.must, ~inner.may};
  }
  const bool is_all = node.kind == Expression::Kind::all;
  if (!is_all && node.kind != Expression::Kind::any) return {every, {}};
  Kinds kinds = is_all ? Kinds{every, every} : Kinds{};
  for (const Node& part : node.parts) {
    const Kinds one = kinds_of(part, whose, context);
    kinds = is_all ? Kinds{kinds.may & one.may, kinds.must & one.must}
                   : Kinds{kinds.may | one.may, kinds.must | one.must};
  }
  return kinds;
}

void add_referrers(const Node& node, const Context& context, std::set<Referrer>& found) {
  if (is_term(node))
    for (const Limit& limit : limits(node, context)) found.insert(limit.whose);
  if (node.kind == Expression::Kind::item) return;
  for (const Node& part : node.parts) add_referrers(part, context, found);
}

}  // namespace rapport::query
