#include "app/list_totals.hpp"

#include "base/text.hpp"
#include "query/sum.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapport::app {
namespace {

using query::Group;
using query::Sum;

struct Counted {
  std::size_t sure = 0;
  std::size_t maybe = 0;
};

Counted count(const Group& group) {
  const auto maybe = static_cast<std::size_t>(
      std::ranges::count_if(group.hits, [](const query::Hit& hit) { return hit.is_maybe; }));
  return {group.hits.size() - maybe, maybe};
}

class Totals {
 public:
  Totals(const TotalsRequest& request, const query::Context& context)
      : request_(request), context_(context) {}

  view::Table make(const std::vector<query::Hit>& hits) {
    if (request_.group_by)
      table_.columns.push_back({.key = value::key_of(request_.group_by->field.name),
                                .heading = request_.group_by->heading});
    request_.sums.empty() ? add_count_columns() : add_sum_columns();
    table_.groups.emplace_back();
    for (const Group& group : groups(hits)) {
      if (request_.counts) add_count(group);
      for (const auto& column : request_.sums)
        for (const Sum& sum : query::sums(group.hits, column.field, context_))
          add_sum(group, column, sum);
    }
    return std::move(table_);
  }

 private:
  static constexpr std::size_t smallest_shown = 5;

  std::vector<Group> groups(const std::vector<query::Hit>& hits) const {
    if (!request_.group_by) return {Group{{}, hits}};
    auto found = query::grouped(hits, request_.group_by->field, context_);
    std::ranges::stable_sort(found, [](const Group& a, const Group& b) {
      const Counted left = count(a);
      const Counted right = count(b);
      return left.sure != right.sure ? left.sure > right.sure : left.maybe > right.maybe;
    });
    return found;
  }

  void add_column(std::string_view key, std::string_view heading, bool is_number = true) {
    table_.columns.push_back({.key = std::string(key),
                              .heading = std::string(heading),
                              .align = is_number ? view::Align::right : view::Align::left});
  }

  void add_count_columns() {
    add_column("sure", "SURE");
    add_column("maybe", "MAYBE");
  }

  void add_sum_columns() {
    add_column("field", "FIELD", false);
    if (has_amounts()) add_column("currency", "CURRENCY", false);
    add_column("total", "TOTAL", false);
    add_column("at_least", "AT LEAST");
    add_column("maybe", "MAYBE");
    add_column("unknown", "UNKNOWN");
    add_column("missing", "MISSING");
  }

  bool has_amounts() const {
    return std::ranges::any_of(request_.sums, [](const query::Column& column) {
      return column.field.type->shape == value::Shape::text;
    });
  }

  view::Row row(const Group& group) const {
    view::Row row;
    if (request_.group_by) row.cells.push_back(group.key.empty() ? view::Cell{} : group.key);
    return row;
  }

  bool is_small(std::int64_t number) const {
    return request_.hides_small && number > 0 && number < static_cast<std::int64_t>(smallest_shown);
  }

  view::Cell shown(std::int64_t number, std::uint8_t places = 0) const {
    if (places == 0 && is_small(number)) return "fewer than 5";
    return view::Number{number, places};
  }
  view::Cell shown(std::size_t number) const { return shown(static_cast<std::int64_t>(number)); }

  void add_count(const Group& group) {
    const Counted number = count(group);
    view::Row row = this->row(group);
    if (request_.sums.empty()) {
      row.cells.push_back(shown(number.sure));
      row.cells.push_back(shown(number.maybe));
    } else {
      add_cells(row, request_.counted, {},
                {.sure = static_cast<std::int64_t>(number.sure),
                 .maybe = static_cast<std::int64_t>(number.maybe)});
    }
    table_.groups.front().rows.push_back(std::move(row));
  }

  void add_sum(const Group& group, const query::Column& column, const Sum& sum) {
    view::Row row = this->row(group);
    add_cells(row, column.field.name, column.field.type, sum);
    table_.groups.front().rows.push_back(std::move(row));
  }

  void add_cells(view::Row& row, const std::string& field, const value::Type* type,
                 const Sum& sum) const {
    const bool is_amount = type != nullptr && type->shape == value::Shape::text;
    const std::uint8_t places = is_amount ? 2 : 0;
    row.cells.emplace_back(field);
    if (has_amounts()) row.cells.push_back(sum.currency.empty() ? view::Cell{} : sum.currency);
    row.cells.emplace_back(in_words(sum, places));
    row.cells.push_back(shown(sum.sure, places));
    row.cells.push_back(shown(sum.maybe, places));
    row.cells.push_back(shown(sum.unknown));
    row.cells.push_back(shown(sum.missing));
  }

  /// "at least 41, 1 unknown"
  std::string in_words(const Sum& sum, std::uint8_t places) const {
    const auto text = [&](std::int64_t number) { return view::to_text(shown(number, places)); };
    std::string words = text(sum.sure);
    if (sum.maybe != 0 || sum.unknown != 0) words = "at least " + words;
    if (sum.maybe != 0) words += fmt::format(", maybe {} more", text(sum.maybe));
    if (sum.unknown != 0) words += fmt::format(", {} unknown", view::to_text(shown(sum.unknown)));
    if (sum.missing != 0)
      words += fmt::format(", {} not recorded", view::to_text(shown(sum.missing)));
    return words;
  }

  const TotalsRequest& request_;
  const query::Context& context_;
  view::Table table_;
};

}  // namespace

view::Table totals(const std::vector<query::Hit>& hits, const TotalsRequest& request,
                   const query::Context& context) {
  return Totals(request, context).make(hits);
}

}  // namespace rapport::app
