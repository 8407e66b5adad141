// What kept a file from being read, or what is wrong in it, and which file it is. Without words:
// those are in rules/.
#pragma once

#include "value/fault.hpp"
#include "value/source.hpp"

#include <cstdint>
#include <string_view>

namespace rapport::value {

/// Why a path below the records' folders was not read as a record; a hard link is read all the
/// same.
enum class Trouble : std::uint8_t {
  none,
  link,         // a symbolic link; never followed
  not_regular,  // a directory, pipe, socket or device named like a record
  unreadable,   // `error` says why
  too_large,
  changed,        // somebody wrote while we read
  odd_name,       // control characters, not UTF-8, a dash in front
  not_canonical,  // the stem is not an id
  not_yaml,       // a file that is no record, such as notes.txt or a.yml
  hard_link,      // has another name too, which a rewrite would part from it
  too_deep,       // a directory further down than records are kept
  case_twin,      // differs from another path by case or normal form only

  // What makes other programs run something; no record is unread for it.
  git_attribute,   // `other`: its name; empty when the file could not be looked at
  git_setting,     // the same
  git_hook,        //
  starts_program,  // `other`: which program does; empty when it is one itself

  interrupted_change,  // a command was killed while it changed several files
};

constexpr bool is_about_reading(Trouble trouble) { return trouble < Trouble::git_attribute; }

struct PathTrouble {
  std::string_view path;  // relative to the root
  Trouble trouble = Trouble::none;
  int error = 0;
  std::string_view other = {};  // the twin
};

struct FoundFault {
  const Source* source = nullptr;
  Fault fault;
};

}  // namespace rapport::value
