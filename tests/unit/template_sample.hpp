// Short ways to fill a template in a test.
#pragma once

#include "template/document.hpp"
#include "template/escape.hpp"
#include "template/render.hpp"

#include <map>
#include <string>
#include <utility>

namespace rapport::templates::sample {

using Partials = std::map<std::string, std::string>;

inline Value object(std::initializer_list<std::pair<const char*, Value>> members) {
  Value value = Value::object();
  for (const auto& [name, member] : members) value.set(name, member);
  return value;
}

inline Rendered* fill(Rendered& result, const std::string& text, const Value& value,
                      const Partials& partials, Escape escape = plain_text) {
  std::map<std::string, Source, std::less<>> sources;
  for (const auto& [name, own] : partials) sources[name] = {.path = name + ".md", .text = own};
  const Find find = [&](std::string_view name) -> const Source* {
    const auto found = sources.find(name);
    return found == sources.end() ? nullptr : &found->second;
  };
  const Source source{.path = "t.md", .text = text};
  render(source, value, *find_grammar("en"), find, escape, result);
  return &result;
}

/// What a template becomes, or all its problems.
inline std::string filled(const std::string& text, const Value& value,
                          const Partials& partials = {}) {
  Rendered result;
  fill(result, text, value, partials);
  return result.problems.empty() ? result.text : failure(result.problems).what;
}

}  // namespace rapport::templates::sample
