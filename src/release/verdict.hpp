// What the gate answers about one thing that might leave the office, and why.
#pragma once

#include "model/verdict.hpp"
#include "value/field.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace rapport::release {

using model::Disclosure;
using model::Reason;
using model::reason_count;
using model::Verdict;

/// The reason as JSON and manifests write it: "no-consent".
std::string_view word(Reason reason);

constexpr Verdict no(Reason reason) { return {Disclosure::withheld, reason}; }
constexpr Verdict full(Reason reason) { return {Disclosure::full, reason}; }

/// One verdict for each class of rows: the gate decides per class, not per field.
struct Verdicts {
  std::array<Verdict, value::reveals_count> of;

  const Verdict& operator[](value::Reveals reveals) const {
    return of[static_cast<std::size_t>(reveals)];
  }
  Verdict& operator[](value::Reveals reveals) { return of[static_cast<std::size_t>(reveals)]; }
  /// That verdict for every class that a field can state; `unstated` is the office's.
  static Verdicts all(Verdict verdict);
};

}  // namespace rapport::release
