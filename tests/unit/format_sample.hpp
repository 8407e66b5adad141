// Views that the tests of several formats write.
#pragma once

#include "format/engine/format.hpp"

#include <algorithm>
#include <cassert>
#include <string>
#include <string_view>

namespace rapport::format::sample {

inline view::Table partners() {
  return {.title = {},
          .columns = {{.key = "id", .heading = "id", .align = view::Align::left, .whole = true},
                      {.key = "name", .heading = "name"},
                      {.key = "met", .heading = "met", .align = view::Align::right},
                      {.key = "themes", .heading = "themes"}},
          .groups = {{.heading = {},
                      .rows = {{.cells = {"aa", "Łódź Committee", view::number(12),
                                          view::Texts{"land", "water"}},
                                .id = "aa"},
                               {.cells = {"bb", "=1+1", std::monostate(), view::Texts{}},
                                .id = "bb"}}}}};
}

inline view::Table by_circle() {
  view::Table table = partners();
  table.group_by = {.key = "circle", .heading = "circle"};
  table.groups = {{.heading = "Civil society", .rows = {table.groups[0].rows[0]}},
                  {.heading = "States", .rows = {table.groups[0].rows[1]}}};
  table.groups[1].rows[0].maybe = true;
  return table;
}

/// The program's own formats too, which find_format does not find.
inline const FormatSpec& spec_of(std::string_view name) {
  const auto found = std::ranges::find(all_formats(), name, &Format::name);
  assert(found != all_formats().end());
  return *found->spec;
}

template <class Shape>
std::string write(std::string_view format, Write<Shape> FormatSpec::*shape, const Shape& view,
                  const Options& options = {}) {
  return *(spec_of(format).*shape)(view, options);
}

}  // namespace rapport::format::sample
