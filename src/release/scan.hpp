// The last look at the bytes of an output before they leave: is a text in them that must not be?
#pragma once

#include "names/secret.hpp"

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace rapport::release {

using names::Hit;
using names::Secret;

/// Secrets to be looked for in many texts: prepared once, since that is what takes long.
class Scan {
 public:
  /// A name that lies wholly within one of the `open` names is a part of that one, and no leak; a
  /// number or an address always is one.
  explicit Scan(std::span<const Secret> secrets, std::span<const std::string> open = {});
  ~Scan();
  Scan(const Scan&) = delete;
  Scan& operator=(const Scan&) = delete;

  /// The first of them that `bytes` hold, or null: compared folded (accents, case, spaces,
  /// invisible characters; digits of a number without what is between them).
  const Secret* find(std::string_view bytes) const { return hit_in(bytes).secret; }
  /// And where in them it is.
  Hit hit_in(std::string_view bytes) const;

 private:
  struct Search;
  std::unique_ptr<const Search> search_;  // null: there is nothing to look for
};

/// The same for one text.
const Secret* find_leak(std::string_view bytes, std::span<const Secret> secrets,
                        std::span<const std::string> open = {});

}  // namespace rapport::release
