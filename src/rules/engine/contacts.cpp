#include "rules/engine/contacts.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "release/gate.hpp"
#include "release/needles.hpp"
#include "release/numbers.hpp"
#include "release/secrets.hpp"

#include <algorithm>

namespace rapport::rules {
namespace {

constexpr std::size_t shortest_number = 7;  // digits

constexpr std::string_view signs_of_address = "@/%([{<";

/// Of any script, wherever they are.
bool has_enough_digits(std::string_view text) {
  std::size_t digits = 0;
  while (!text.empty()) {
    const auto first = static_cast<unsigned char>(text.front());
    constexpr unsigned char first_of_scripts = 0xD9;  // letters of Europe begin with less
    if (first < first_of_scripts) {
      digits += base::is_digit(text.front()) ? 1 : 0;
      text.remove_prefix(1);
    } else if (base::digit_value(base::take_point(text)) >= 0) {
      ++digits;
    }
  }
  return digits >= shortest_number;
}

bool is_letter_or_digit(char c) {
  return base::is_digit(c) || base::is_lower(c | 0x20) || static_cast<unsigned char>(c) >= 0x80;
}

/// "ana@", "@ana", "(at)", "%40", "social.example/ana".
bool has_address(std::string_view text) {
  const auto next = [text](std::size_t from) { return text.find_first_of(signs_of_address, from); };
  for (auto at = next(0); at != text.npos; at = next(at + 1)) {
    const std::string_view behind = text.substr(at + 1);
    if (text[at] == '@' && !behind.empty() && is_letter_or_digit(behind.front())) return true;
    if (text[at] == '%' && behind.starts_with("40")) return true;
    const bool is_bracket = text[at] != '@' && text[at] != '%' && text[at] != '/';
    if (is_bracket && base::lower_ascii(behind.substr(0, 2)) == "at") return true;
    if (text[at] != '/' || at == 0 || !is_letter_or_digit(text[at - 1])) continue;
    constexpr std::size_t longest_host = 64;
    const auto before = text.substr(at > longest_host ? at - longest_host : 0, std::min(at, longest_host));
    const auto space = before.find_last_of(" \n");
    if (before.substr(space == before.npos ? 0 : space).find('.') != before.npos) return true;
  }
  return false;
}

}  // namespace

Contacts::Contacts(const model::Dataset& data) : data_(data) {}
Contacts::~Contacts() = default;

bool Contacts::may_be_in(std::string_view text) {
  return has_address(text) || (has_enough_digits(text) && release::holds_number(text));
}

void Contacts::read() const {
  for (const model::Partner* partner : data_.partners()) {
    if (!release::is_protected(*partner)) continue;
    release::add_contacts(*partner, secrets_);
    owners_.resize(secrets_.size(), partner);
  }
  needles_ = std::make_unique<const release::Needles>(secrets_, std::span<const std::string>());
}

std::vector<Contacts::Hit> Contacts::find(std::string_view text) const {
  std::call_once(is_read_, [this] { read(); });
  std::vector<Hit> hits;
  for (const release::Hit& hit : needles_->all_in(text))
    hits.push_back(
        {owners_[static_cast<std::size_t>(hit.secret - secrets_.data())], hit.start, hit.end});
  return hits;
}

}  // namespace rapport::rules
