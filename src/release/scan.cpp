#include "release/scan.hpp"

#include "release/needles.hpp"

#include <string>
#include <vector>

namespace rapport::release {

Scan::Scan(std::span<const Secret> secrets, std::span<const std::string> open)
    : needles_(secrets.empty() ? nullptr : std::make_unique<const Needles>(secrets, open)) {}

Scan::~Scan() = default;

const Secret* Scan::find(std::string_view bytes) const {
  return needles_ == nullptr ? nullptr : needles_->find(bytes).secret;
}

const Secret* find_leak(std::string_view bytes, std::span<const Secret> secrets,
                        std::span<const std::string> open) {
  return Scan(secrets, open).find(bytes);
}

std::optional<std::string> find_leak(std::string_view bytes, std::span<const std::string> texts) {
  std::vector<Secret> secrets;
  for (const std::string& text : texts) secrets.push_back({.text = text});
  const Secret* found = find_leak(bytes, secrets);
  if (found == nullptr) return std::nullopt;
  return found->text;
}

}  // namespace rapport::release
