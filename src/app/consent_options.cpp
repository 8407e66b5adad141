#include "app/consent_options.hpp"

#include "base/text.hpp"
#include "model/consent.hpp"

#include <algorithm>
#include <utility>

namespace rapport::app {
namespace {

std::string_view placeholder(const value::Field& row) {
  const std::string_view stated = row.meta.option.placeholder;
  if (!stated.empty()) return stated;
  switch (item_type(row).shape) {
    case value::Shape::flag:
      return {};
    case value::Shape::date:
      return "DATE";
    case value::Shape::ref:
      return "ID";
    case value::Shape::code:
      return "CODE";
    default:
      return "WORDS";
  }
}

std::string_view doc(const value::Field& row) {
  const std::string_view stated = row.meta.option.doc;
  if (!stated.empty()) return stated;
  const std::string_view sentence = row.meta.doc;  // "By which means: in-person, letter ..."
  return sentence.substr(0, sentence.find_last_not_of(" .") + 1);
}

int rank(const value::Field& row) {
  if (model::is_extent(row)) return 0;
  if (row.meta.must_seal) return 3;
  return row.meta.required ? 2 : 1;
}

std::vector<ConsentOption> options_of_table() {
  std::vector<ConsentOption> options;
  for (const value::Field& row : value::rows_of<model::ConsentAct>().rows)
    if (!row.meta.option.is_none)
      options.push_back(
          {&row, "--" + base::replace_all(row.name, "_", "-"), placeholder(row), doc(row)});
  std::ranges::stable_sort(options, {}, [](const ConsentOption& each) { return rank(*each.row); });
  return options;
}

}  // namespace

std::span<const ConsentOption> consent_options() {
  static const std::vector<ConsentOption> options = options_of_table();
  return options;
}

const value::Type& item_type(const value::Field& row) {
  return row.type->element == nullptr ? *row.type : *row.type->element;
}

void ActValues::set(const value::Field& row, Words words) { values_[&row] = std::move(words); }

const ActValues::Words& ActValues::list(const value::Field& row) const {
  static const Words absent;
  const auto found = values_.find(&row);
  return found == values_.end() ? absent : found->second;
}

yaml::Value ActValues::entry() const {
  yaml::Value act{.kind = yaml::Kind::mapping};
  for (const value::Field& row : value::rows_of<model::ConsentAct>().rows) {
    const Words& words = list(row);
    if (words.empty()) continue;
    std::vector<yaml::Value> items;
    for (const std::string& word : words) items.push_back(yaml::text_value(word));
    const bool is_list = row.type->shape == value::Shape::list;
    yaml::put(act, row.name, is_list ? yaml::list_value(std::move(items)) : items.front());
  }
  return act;
}

}  // namespace rapport::app
