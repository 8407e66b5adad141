// A text in the place of a text that was read, and of no other. All in an open folder: no link on
// the way to it is followed.
#pragma once

#include "base/result.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace rapport::base {

/// Between a file's name and a number in the name of a version that was kept beside it.
inline constexpr std::string_view kept_mark = ".kept-";

/// A file, and the temporary one beside it: what it is to be, or what it was.
struct Replacement {
  int folder;
  std::string name;
  std::string temporary;
  std::string path;  // of the file, for messages
};

/// The digest (blake2b_256) of a file; nothing when there is no such name, and empty when it is a
/// link, a directory, a device, or longer than any file of ours.
Result<std::optional<std::string>> digest_of(int folder, const std::string& name,
                                             const std::string& path);

/// The two change names when the file has that digest; where the file system cannot, the temporary
/// one takes the name. False when the file holds something else by now, is gone, or is being
/// written by another program: then it is as that program left it. Never a mixture, and never
/// neither.
Result<bool> swap_in(const Replacement& files, std::string_view digest);

/// The file takes the temporary name when it has that digest; false as above.
Result<bool> move_out(const Replacement& files, std::string_view digest);

/// The temporary file takes the name; false when there is a file of that name.
Result<bool> move_in(const Replacement& files);

/// The temporary file gets a name that shows it to the user, and that is never taken for one of
/// ours: the path of that.
Result<std::string> keep_beside(const Replacement& files);

/// Puts back what came out of an exchange in which `ours`, an open file, was put in. When the file
/// was saved once more meanwhile, that comes out now, and has to go back in turn. If it cannot be
/// put back it is kept, and the failure says under which name.
Done take_back(const Replacement& files, int ours);

}  // namespace rapport::base
