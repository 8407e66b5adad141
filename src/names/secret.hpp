// What is looked for in a text, and where in it it was found.
#pragma once

#include <cstddef>
#include <string>

namespace rapport::names {

/// Something of a record that an output must not show.
struct Secret {
  enum class Kind : unsigned char {
    text,     // as it is written
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

}  // namespace rapport::names
