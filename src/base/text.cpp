#include "base/text.hpp"

#include <algorithm>

namespace rapport::base {
namespace {

template <class Part>
std::string joined(std::span<const Part> parts, std::string_view separator) {
  std::string text;
  for (const auto& part : parts) {
    if (&part != parts.data()) text += separator;
    text += part;
  }
  return text;
}

}  // namespace

std::string_view trim(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n";
  const auto first = text.find_first_not_of(blank);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == text.npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::vector<std::string_view> lines(std::string_view text) {
  std::vector<std::string_view> found;
  while (!text.empty()) {
    const auto end = text.find('\n');
    auto line = text.substr(0, end);
    if (end != text.npos && line.ends_with('\r')) line.remove_suffix(1);
    found.push_back(line);
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
  }
  return found;
}

std::string join(std::span<const std::string> parts, std::string_view separator) {
  return joined(parts, separator);
}

std::string join(std::span<const std::string_view> parts, std::string_view separator) {
  return joined(parts, separator);
}

std::string replace_all(std::string_view text, std::string_view old_part,
                        std::string_view new_part) {
  std::string result;
  for (;;) {
    const auto at = old_part.empty() ? text.npos : text.find(old_part);
    result += text.substr(0, at);
    if (at == text.npos) return result;
    result += new_part;
    text.remove_prefix(at + old_part.size());
  }
}

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
  std::string text = std::to_string(number).append(" ");
  if (number == 1) return text.append(one);
  return many.empty() ? text.append(one).append("s") : text.append(many);
}

std::string lower_ascii(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (is_upper(c)) c = static_cast<char>(c | 0x20);
  return result;
}

std::string upper_ascii(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (is_lower(c)) c = static_cast<char>(c & ~0x20);
  return result;
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace rapport::base
