// What a repository is made of, by name.
#pragma once

#include <array>
#include <string_view>

namespace rapport::store {

/// What the office set. Its directory is the root of a repository.
inline constexpr std::string_view office_file = "rapport.yaml";
/// The newest format of a repository that we read; the office's file says its own under `format`.
inline constexpr unsigned format_version = 1;

inline constexpr std::string_view partners_folder = "partners";
inline constexpr std::string_view engagements_folder = "engagements";
/// Where records are.
inline constexpr std::array<std::string_view, 2> record_folders = {partners_folder,
                                                                   engagements_folder};
/// The office's own rows of the reference data.
inline constexpr std::string_view rows_folder = "reference";
/// Templates of the office's own.
inline constexpr std::string_view templates_folder = "templates";
inline constexpr std::string_view template_suffix = ".md";
/// What was handed out.
inline constexpr std::string_view log_folder = "log";
/// What rapport keeps for itself; no part of the records, and ignored by git.
inline constexpr std::string_view own_folder = ".rapport";
/// Where YAML is read.
inline constexpr std::array<std::string_view, 3> read_folders = {partners_folder,
                                                                 engagements_folder, rows_folder};

}  // namespace rapport::store
