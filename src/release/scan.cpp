#include "release/scan.hpp"

#include "names/secret_matcher.hpp"
#include "release/open_names.hpp"

namespace rapport::release {

struct Scan::Search {
  Search(std::span<const Secret> secrets, std::span<const std::string> open)
      : matcher(secrets, [this](const names::ScanText& text, std::vector<names::Match>& found) {
          open_names.drop_parts(text, found);
        }) {
    for (const std::string& name : open) open_names.add(name);
  }
  Search(const Search&) = delete;
  Search& operator=(const Search&) = delete;

  OpenNames open_names;
  names::SecretMatcher matcher;
};

Scan::Scan(std::span<const Secret> secrets, std::span<const std::string> open)
    : search_(secrets.empty() ? nullptr : std::make_unique<const Search>(secrets, open)) {}

Scan::~Scan() = default;

Hit Scan::hit_in(std::string_view bytes) const {
  return search_ == nullptr ? Hit{} : search_->matcher.find(bytes);
}

const Secret* find_leak(std::string_view bytes, std::span<const Secret> secrets,
                        std::span<const std::string> open) {
  return Scan(secrets, open).find(bytes);
}

}  // namespace rapport::release
