// Where the files of a repository are: a record is in the folder that its kind and its dates give,
// in a file by its id.
#pragma once

#include "model/vocabulary.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::model {

/// What the office set. Its directory is the root of a repository.
inline constexpr std::string_view office_file = "rapport.yaml";
/// The office's own rows of the reference data.
inline constexpr std::string_view rows_folder = "reference";

inline constexpr std::string_view partners_folder = "partners";
inline constexpr std::string_view engagements_folder = "engagements";
inline constexpr std::array<std::string_view, 2> record_folders = {partners_folder,
                                                                   engagements_folder};
inline constexpr std::string_view record_suffix = ".yaml";

/// Cases last for years, and what has no date belongs to none.
inline constexpr std::string_view cases_folder = "engagements/cases";
inline constexpr std::string_view undated_folder = "engagements/undated";

std::string folder_of(Group group);
std::string folder_of_year(int year);  // of an engagement that is no case
std::string path_in(std::string_view folder, std::string_view id);
/// All that records are put in, but those of years.
std::vector<std::string> folders_of_records();

/// What a path from the root says.
std::string_view folder_of_path(std::string_view path);
bool is_folder_of(std::string_view folder, Group group);
bool is_folder_of_year(std::string_view folder, int year);
bool is_folder_of_some_year(std::string_view folder);
bool is_partner_path(std::string_view path);
/// Below one of the folders of records, named as a record, and no part of it hidden.
bool is_record_path(std::string_view path);

/// The file's name, or the end of its path, is that of a record; whether it is an id is not looked
/// at.
bool is_named_as_record(std::string_view path);
/// Of the name of a file that is named as a record.
std::string_view id_of_name(std::string_view name);

}  // namespace rapport::model
