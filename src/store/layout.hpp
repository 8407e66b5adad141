// What a repository is made of, by name.
#pragma once

#include "model/place.hpp"

#include <array>
#include <string_view>

namespace rapport::store {

/// The newest format of a repository that we read; the office's file says its own under `format`.
inline constexpr unsigned format_version = 1;

using model::engagements_folder;
using model::office_file;
using model::partners_folder;
using model::record_folders;
using model::rows_folder;

/// Templates of the office's own.
inline constexpr std::string_view templates_folder = "templates";
inline constexpr std::string_view template_suffix = ".md";
/// What was handed out.
inline constexpr std::string_view log_folder = "log";
/// What rapport keeps for itself; no part of the records, and ignored by git.
inline constexpr std::string_view own_folder = ".rapport";
/// In it: there while several files are changed, and after a command was killed while it did so.
inline constexpr std::string_view journal_file = "journal";
inline constexpr std::string_view journal_path = ".rapport/journal";
/// All that commands write.
inline constexpr std::array<std::string_view, 5> folders_of_root = {
    partners_folder, engagements_folder, rows_folder, templates_folder, log_folder};
inline constexpr std::array<std::string_view, 5> files_of_root = {
    office_file, "README.md", ".gitattributes", ".gitignore", ".vscode/settings.json"};
/// What editors check records by.
inline constexpr std::string_view schema_folder = ".schema";
/// Where YAML is read.
inline constexpr std::array<std::string_view, 3> read_folders = {partners_folder,
                                                                 engagements_folder, rows_folder};

}  // namespace rapport::store
