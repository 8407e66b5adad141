// Programs the reader is measured beside: one that only reads the bytes, and other people's YAML
// readers on the same files.
#pragma once

#include <string>

namespace bench {

/// The floor: the same walk, threads and system calls as rapport's reader (openat, fstat, read,
/// fstat, close), every byte kept, nothing looked at. Prints files and bytes.
int floor(const std::string& root);

/// The floor's walk and threads, each file read to its last event by the library.
int libyaml(const std::string& root);
int yaml_cpp(const std::string& root);

}  // namespace bench
