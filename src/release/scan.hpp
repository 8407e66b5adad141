// The last look at the bytes of an output before they leave: does a text stand in them that must
// not?
#pragma once

#include <optional>
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

/// The first of `secrets` that `bytes` hold, or null: compared folded (accents, case, spaces,
/// invisible characters; digits of a number without what is between them). What stands within one
/// of the `open` texts is that text, and no leak.
const Secret* find_leak(std::string_view bytes, std::span<const Secret> secrets,
                        std::span<const std::string> open = {});

/// The same for texts that are no record's.
std::optional<std::string> find_leak(std::string_view bytes, std::span<const std::string> texts);

}  // namespace rapport::release
