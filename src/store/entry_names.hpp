// What is wrong with the names below the folders of records, on disk as well as in a commit.
#pragma once

#include "value/trouble.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace rapport::store {

enum class EntryKind : std::uint8_t { file, directory, link, other, unknown };

/// Control characters, not UTF-8, a dash in front.
bool is_odd(std::string_view name);

/// Why an entry is not read as a record. `none` of one that is read, and of a directory that is
/// looked into, as is one with an odd name.
value::Trouble judge(std::string_view name, EntryKind kind);

/// Of the names of one directory that `judge` calls not canonical: each with the name that differs
/// from it by case or normal form only, which may be one of the `ids`; else with none.
std::vector<std::pair<std::string_view, std::string_view>> find_twins(
    std::span<const std::string_view> ids, std::vector<std::string_view> not_canonical);

}  // namespace rapport::store
