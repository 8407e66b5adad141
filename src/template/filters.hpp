// The closed list of what a template can do with a value: `{{sent | date}}`. Grammar only; every
// word comes from the template or the value.
#pragma once

#include "template/grammar.hpp"
#include "template/value.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace rapport::templates {

using Arguments = std::span<const std::string_view>;

/// What a filter answers when it cannot be applied: a sentence.
struct Refusal {
  std::string message;
};
using Filtered = std::variant<Value, Refusal>;

struct Filter {
  std::string_view name;
  std::string_view usage;    // with its arguments
  std::string_view summary;  // one line of the manual
  std::size_t least;         // number of arguments
  std::size_t most;
  bool takes_list;  // else it is applied to each item of a list
  bool takes_nothing;
  bool needs_words;  // of a language that has a grammar here
  Filtered (*apply)(const Value&, Arguments, const Grammar&);
};

std::span<const Filter> all_filters();
const Filter* find_filter(std::string_view name);

Filtered apply(const Filter& filter, const Value& value, Arguments arguments,
               const Grammar& grammar);

}  // namespace rapport::templates
