#include "store/folder_mode.hpp"

#include <sys/stat.h>
#include <unistd.h>

namespace rapport::store {
namespace {

constexpr mode_t group_bits = 070;

mode_t group_of_shared(const struct stat& folder) {
  return (folder.st_mode & S_IWGRP) != 0 ? folder.st_mode & (S_ISGID | group_bits) : 0;
}

/// Only root can give a file to somebody, and should: what it writes for them stays theirs.
bool set_owner_and_mode(int file, const struct stat& like, mode_t mode) {
  struct stat now {};
  if (::fstat(file, &now) != 0) return false;
  constexpr auto same_user = static_cast<uid_t>(-1);
  constexpr auto same_group = static_cast<gid_t>(-1);
  if (now.st_uid != like.st_uid && ::geteuid() == 0 && ::fchown(file, like.st_uid, same_group) != 0)
    return false;
  if (now.st_gid != like.st_gid && (mode & group_bits) != 0 &&
      ::fchown(file, same_user, like.st_gid) != 0)
    mode &= ~group_bits;
  return ::fchmod(file, mode) == 0;
}

}  // namespace

mode_t mode_like(int folder, mode_t least) {
  struct stat info {};
  return ::fstat(folder, &info) == 0 ? (info.st_mode & (S_ISGID | 0777)) | least : least;
}

bool set_folder_access(int folder, int parent) {
  struct stat like {};
  if (::fstat(parent, &like) != 0) return false;
  return set_owner_and_mode(folder, like, group_of_shared(like) | 0700);
}

bool set_access(int file, int old, int folder) {
  struct stat like {};
  if (::fstat(old < 0 ? folder : old, &like) != 0) return false;
  const mode_t mode = old < 0 ? (group_of_shared(like) & 060) | 0600 : like.st_mode & 0777;
  return set_owner_and_mode(file, like, mode);
}

}  // namespace rapport::store
