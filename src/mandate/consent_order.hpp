// The acts of a record sorted by time, so that what went before an act and what came after it is
// found without going through all of them again: a record can have thousands.
#pragma once

#include "mandate/consent_acts.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace rapport::mandate {

/// The acts that a renewal may take from what it leaves unsaid, each with what it says of that: a
/// number below `sayings`.
class Unsaid {
 public:
  static constexpr std::size_t sayings = 4;
  using Counts = std::array<std::uint32_t, sayings>;

  /// `gives`: it replaces those that are surely before it.
  void add(const When& when, std::size_t saying, bool gives);
  /// After the last was added.
  void sort();
  /// model::How many say what, of those that hold for a renewal said then: they may have been said
  /// before it, and none that surely was replaced them. The renewal is none of them.
  Counts holding(const When& renewal) const;

 private:
  /// Up to a time, or from it on.
  struct At {
    std::int64_t time;
    Counts from_here;
  };
  static void sum_up(std::vector<At>& acts);
  static Counts since(const std::vector<At>& acts, std::int64_t time);

  std::vector<At> by_first_;
  std::vector<At> by_last_;
  std::vector<std::pair<std::int64_t, std::int64_t>> giving_;  // last, the greatest first so far
};

/// The acts that take back, refuse or narrow.
class Later {
 public:
  /// What they do to a grant: of several that do the same, the first of the record.
  struct Effect {
    const model::ConsentAct* end = nullptr;             // ends it
    std::array<const model::ConsentAct*, 4> form = {};  // by `How`, leaves no more of the name
    const model::ConsentAct* until = nullptr;           // its last day comes first
  };

  void add(const When& when, const model::ConsentAct& act, bool ends);
  /// After the last was added.
  void sort();
  /// Of those that may have been said after a grant.
  Effect after(const When& grant) const;

 private:
  struct At {
    std::int64_t last;
    Effect from_here;
  };
  std::vector<At> acts_;
};

}  // namespace rapport::mandate
