// All limits of what is read and asked, which keep one file or question from taking the memory or
// the time of everything: in one table, which the manual prints.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace rapport::base {

struct Limit {
  std::string_view of;
  std::size_t number;
  std::string_view unit;

  constexpr operator std::size_t() const { return number; }
};

namespace limits {

inline constexpr Limit file{"A file", 256 * 1024, "bytes"};
inline constexpr Limit file_depth{"Blocks and lists within one another", 32, "deep"};
inline constexpr Limit folder_depth{"Folders below the root", 8, "deep"};
inline constexpr Limit open_folders{"Folders open at once", 64, ""};
inline constexpr Limit id{"An id", 64, "characters"};
inline constexpr Limit items{"A list, except acts of consent", 1000, "items"};
inline constexpr Limit name{"A name, number or address", 2000, "bytes"};
inline constexpr Limit faults{"Errors reported for the values of one file", 100, ""};
inline constexpr Limit findings{"Findings reported for one rule in one file", 100, ""};
inline constexpr Limit query_depth{"A query, brackets and `not` within one another", 100, "deep"};
inline constexpr Limit template_depth{"A template, sections and partials within one another", 16,
                                      "deep"};
inline constexpr Limit template_size{"A template with its partials, and what it makes", 8 << 20,
                                     "bytes"};
inline constexpr Limit template_problems{"Errors reported for one template", 50, ""};

inline constexpr std::array all = {
    &file,           &file_depth,    &folder_depth,     &open_folders, &id,
    &items,          &name,          &faults,           &findings,     &query_depth,
    &template_depth, &template_size, &template_problems};

}  // namespace limits

}  // namespace rapport::base
