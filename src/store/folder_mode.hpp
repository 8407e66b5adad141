// Who may read and write what is new in a folder: as who may in the folder.
#pragma once

#include <sys/types.h>

namespace rapport::store {

/// The mode of the open folder, and at least `least`.
mode_t mode_like(int folder, mode_t least);

/// Of a new folder: its owner's alone, or its group's too where the group may write in `parent`.
/// False with errno.
bool set_folder_access(int folder, int parent);

/// A new or replaced file: the owner, the group and the mode of the one it replaces, or without
/// that (`old` is negative) of a new one in `folder`. Where the group cannot be given, no group may
/// read it. False with errno.
bool set_access(int file, int old, int folder);

}  // namespace rapport::store
