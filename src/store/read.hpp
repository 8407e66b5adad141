// All records of a directory, read by several threads. What could not be read is in the answer
// too, wordless: it is for rules/ to say it.
#pragma once

#include "base/result.hpp"
#include "model/dataset.hpp"
#include "value/trouble.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::store {

using value::FoundFault;
using value::PathTrouble;
using value::Trouble;

/// Called by the thread that read the record, while it is in the cache; for the rules that look at
/// one record alone. References are not resolved yet.
struct OnRecord {
  void* context = nullptr;
  void (*partner)(void* context, unsigned thread, const model::Partner&) = nullptr;
  void (*engagement)(void* context, unsigned thread, const model::Engagement&) = nullptr;
};

struct Reading {
  model::Office* office = nullptr;  // null when rapport.yaml could not be read to its end
  /// A record whose file has a syntax error is not among these; one with a value that cannot be
  /// decoded is, and its head says so.
  std::vector<model::Partner*> partners;
  std::vector<model::Engagement*> engagements;
  std::vector<model::FoundRef> refs;
  std::vector<FoundFault> faults;             // sorted by path and offset
  std::vector<PathTrouble> troubles;          // sorted by path
  std::vector<std::string_view> hidden;       // paths whose name begins with a dot, sorted
  std::vector<const value::Source*> sources;  // of all files with a text, in no order
};

struct ReadOptions {
  unsigned threads = 0;  // 0: as many as there are
  OnRecord on_record = {};
};

/// Reads `rapport.yaml`, partners/ and engagements/ of `root`. Fails only when the directory
/// itself cannot be read, or when descriptors or memory run out: no record is to blame for that.
/// What is read stays until the process ends.
base::Result<Reading> read(const std::string& root, const value::Codes& codes,
                           ReadOptions options = {});

/// The office's own rows: the files of `root`/reference/*.yaml with their text, sorted by path.
/// None when there is no such folder. What cannot be read is added to `troubles`.
std::vector<const value::Source*> read_reference(const std::string& root,
                                                 std::vector<PathTrouble>& troubles);

/// Fails when one of them comes from too few descriptors or too little memory.
base::Done no_shortage(std::span<const PathTrouble> troubles);

}  // namespace rapport::store
