// What a repository is made of, by name.
#pragma once

#include <array>
#include <string_view>

namespace rapport::store {

/// What the office set. Its directory is the root of a repository.
inline constexpr std::string_view office_file = "rapport.yaml";

inline constexpr std::string_view partners_folder = "partners";
inline constexpr std::string_view engagements_folder = "engagements";
/// Where records are.
inline constexpr std::array<std::string_view, 2> record_folders = {partners_folder,
                                                                   engagements_folder};
/// The office's own rows of the reference data.
inline constexpr std::string_view rows_folder = "reference";
/// Where YAML is read.
inline constexpr std::array<std::string_view, 3> read_folders = {partners_folder,
                                                                 engagements_folder, rows_folder};

}  // namespace rapport::store
