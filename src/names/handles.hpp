// The handle by which somebody is known on a network, taken from a link to their page there.
#pragma once

#include <string_view>

namespace rapport::names {

struct LinkHandle {
  std::string_view text;    // with its '@'; empty: the link ends in none
  bool is_certain = false;  // a network has pages of people; elsewhere it may be any page
};

/// `link` has no scheme and no "www.".
LinkHandle handle_of(std::string_view link);

}  // namespace rapport::names
