// What is wrong with a query, and where: the message shows the query with a caret under the place.
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

namespace rapport::query {

struct Span {
  std::size_t offset = 0;  // bytes
  std::size_t length = 0;
};

struct Mistake {
  std::string what;  // one sentence, no full stop
  Span at;
  std::string hint = {};
};

/// What reading a part of a query answers.
template <class T>
using Outcome = std::variant<T, Mistake>;

/// The mistake as a usage failure: the sentence, then `text` with a caret below it.
base::Failure failure(const Mistake& mistake, std::string_view text);

/// "did you mean 'country'?", or nothing.
std::string did_you_mean(std::string_view known);

}  // namespace rapport::query
