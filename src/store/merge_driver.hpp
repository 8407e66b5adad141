// Has git merge records by `rapport merge-driver`: a clone brings the lines of .gitattributes that
// name the driver, and each copy has to be told once which program that is.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace rapport::store {

struct GitSetting;

/// The lines of .gitattributes, as `init` writes them.
std::span<const std::string_view> merge_attributes();

/// It is what `install_merge_driver` sets, to the letter.
bool sets_merge_driver(const GitSetting& setting);

enum class DriverState : std::uint8_t { missing, installed, other };

/// What git's settings of that repository say.
base::Result<DriverState> find_merge_driver(const std::string& root);
base::Done install_merge_driver(const std::string& root);
base::Done remove_merge_driver(const std::string& root);

}  // namespace rapport::store
