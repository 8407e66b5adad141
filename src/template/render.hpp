// Fills a template: Mustache without lambdas, where a name that is missing is an error and every
// value is escaped and never read again.
#pragma once

#include "base/result.hpp"
#include "template/grammar.hpp"
#include "template/source.hpp"
#include "template/tree.hpp"
#include "template/value.hpp"

#include <cstddef>
#include <deque>
#include <string>
#include <vector>

namespace rapport::templates {

/// From `start` on the output comes from `tree`: text as it stands from `offset` on, or a value of
/// the tag there.
struct Origin {
  std::size_t start;
  const Tree* tree;
  std::size_t offset;
  bool is_text;
};

struct Rendered {
  std::string text = {};
  std::vector<Problem> problems = {};
  std::vector<Origin> origins = {};
  std::deque<Tree> trees = {};  // what the origins point to

  /// Where the template made what stands at `offset` of the text.
  Problem problem_at(std::size_t offset, std::string message, std::string hint = {}) const;
};

using Escape = std::string (*)(std::string_view value);

/// Every mistake is collected; with one, the text is not to be used. The result must stay where it
/// is made.
void render(const Source& source, const Value& value, const Grammar& grammar, const Find& find,
            Escape escape, Rendered& result);

}  // namespace rapport::templates
