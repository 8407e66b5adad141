// The last look at the bytes of an output before they leave: does a text stand in them that must
// not?
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace rapport::release {

/// Something of a record that an output must not show.
struct Secret {
  enum class Kind : unsigned char {
    text,     // as it stands
    name,     // of a person: two words of it are enough, in either order
    address,  // a number, mail or web address, or handle
  };

  std::string text;
  std::string record = {};  // its id
  Kind kind = Kind::text;
};

/// What was found in a text, and where in it as it was given. `secret` is null for nothing.
struct Hit {
  const Secret* secret = nullptr;
  std::size_t start = 0;
  std::size_t end = 0;
};

class Needles;

/// Secrets to be looked for in many texts: prepared once, since that is what takes long.
class Scan {
 public:
  /// A name that stands within one of the `open` names is a part of that one, and no leak; a
  /// number or an address always is one.
  explicit Scan(std::span<const Secret> secrets, std::span<const std::string> open = {});
  ~Scan();
  Scan(const Scan&) = delete;
  Scan& operator=(const Scan&) = delete;

  /// The first of them that `bytes` hold, or null: compared folded (accents, case, spaces,
  /// invisible characters; digits of a number without what is between them).
  const Secret* find(std::string_view bytes) const { return hit_in(bytes).secret; }
  /// And where in them it stands.
  Hit hit_in(std::string_view bytes) const;

 private:
  std::unique_ptr<const Needles> needles_;  // null: there is nothing to look for
};

/// The same for one text.
const Secret* find_leak(std::string_view bytes, std::span<const Secret> secrets,
                        std::span<const std::string> open = {});

}  // namespace rapport::release
