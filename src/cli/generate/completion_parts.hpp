// What the scripts of all shells are made from.
#pragma once

#include "cli/command.hpp"
#include "cli/options.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rapport::cli {

/// A command with what it takes. The first of all is what all take, without a name.
struct Completed {
  std::string_view name;
  std::string_view summary;
  Options options;
};

/// What `rapport completion --ask` knows for this value (one of `questions`); empty for files and
/// free text.
std::string_view question(Offer offer);
/// "a,b" are two values.
bool takes_commas(const Options::Declared& declared);

std::string bash_script(const std::vector<Completed>& all);

}  // namespace rapport::cli
