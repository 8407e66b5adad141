#include "release/scan.hpp"

#include "release/needles.hpp"

namespace rapport::release {

Scan::Scan(std::span<const Secret> secrets, std::span<const std::string> open)
    : needles_(secrets.empty() ? nullptr : std::make_unique<const Needles>(secrets, open)) {}

Scan::~Scan() = default;

Hit Scan::hit_in(std::string_view bytes) const {
  return needles_ == nullptr ? Hit{} : needles_->find(bytes);
}

const Secret* find_leak(std::string_view bytes, std::span<const Secret> secrets,
                        std::span<const std::string> open) {
  return Scan(secrets, open).find(bytes);
}

}  // namespace rapport::release
