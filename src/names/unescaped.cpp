#include "names/unescaped.hpp"

#include "base/unicode.hpp"

#include <charconv>
#include <string>
#include <utility>

namespace rapport::names {
namespace {

constexpr std::pair<std::string_view, char> named[] = {
    {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}, {"nbsp", ' '},
};
constexpr std::pair<std::string_view, char> glyphs[] = {
    {"aq", '\''}, {"ga", '`'}, {"dq", '"'}, {"ha", '^'}, {"ti", '~'}, {"la", '<'}, {"ra", '>'},
};

/// A character by its number; a space where it is none.
void add_number(std::string& out, std::string_view digits, int base) {
  std::uint32_t point = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), point, base);
  const bool is_whole = error == std::errc{} && end == digits.data() + digits.size();
  const bool is_character = is_whole && point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
  base::append_point(out, is_character ? static_cast<char32_t>(point) : U' ');
}

/// Each gives how many bytes stand for what was added; 0 when it is no such thing.
std::size_t add_reference(std::string& out, std::string_view rest) {
  constexpr std::size_t longest = 12;
  const auto end = rest.substr(0, longest).find(';');
  if (end == std::string_view::npos || end < 2) return 0;
  std::string_view name = rest.substr(1, end - 1);
  if (name.starts_with("#x") || name.starts_with("#X")) {
    add_number(out, name.substr(2), 16);
  } else if (name.starts_with('#')) {
    add_number(out, name.substr(1), 10);
  } else {
    char character = ' ';
    for (const auto& [word, means] : named)
      if (word == name) character = means;
    out += character;
  }
  return end + 1;
}

/// \[u00ED] and \[u0069_0301]
std::size_t add_glyph(std::string& out, std::string_view rest) {
  constexpr std::size_t longest = 25;
  const auto end = rest.substr(0, longest).find(']');
  if (end == std::string_view::npos) return 0;
  std::string_view name = rest.substr(2, end - 2);
  if (!name.starts_with('u')) {
    out += ' ';
    return end + 1;
  }
  name.remove_prefix(1);
  for (auto part = name.find('_'); !name.empty(); part = name.find('_')) {
    add_number(out, name.substr(0, part), 16);
    name.remove_prefix(part == std::string_view::npos ? name.size() : part + 1);
  }
  return end + 1;
}

std::size_t add_escape(std::string& out, std::string_view rest) {
  if (rest.size() < 2) return 0;
  switch (rest[1]) {
    case '[':
      return add_glyph(out, rest);
    case '(': {
      if (rest.size() < 4) return 0;
      char character = ' ';
      for (const auto& [name, means] : glyphs)
        if (name == rest.substr(2, 2)) character = means;
      out += character;
      return 4;
    }
    case 'f':  // a font: \fB
      return rest.size() < 3 ? 0 : 3;
    case 'u':
      if (rest.size() < 6) return 0;
      add_number(out, rest.substr(2, 4), 16);
      return 6;
    case 'n':
    case 't':
    case 'r':
      out += ' ';
      return 2;
    case 'e':
    case '\\':
      out += '\\';
      return 2;
    case '&':
      return 2;
    default:
      return 1;  // what follows stands for itself
  }
}

/// %C3 of an address.
std::size_t add_byte(std::string& out, std::string_view rest) {
  constexpr std::size_t length = 3;
  if (rest.size() < length) return 0;
  unsigned char byte = 0;
  const char* const end = rest.data() + length;
  const auto [last, error] = std::from_chars(rest.data() + 1, end, byte, 16);
  if (error != std::errc{} || last != end) return 0;
  out += static_cast<char>(byte);
  return length;
}

}  // namespace

Reading unescaped(std::string_view bytes) {
  Reading out;
  out.text.reserve(bytes.size());
  out.from.reserve(bytes.size());
  std::string character;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto rest = bytes.substr(at);
    std::size_t used = 0;
    character.clear();
    if (rest.front() == '&') used = add_reference(character, rest);
    if (rest.front() == '\\') used = add_escape(character, rest);
    if (rest.front() == '%') used = add_byte(character, rest);
    if (used == 0) {
      character = rest.front();
      used = 1;
    }
    out.add(character, at);
    at += used;
  }
  return out;
}

}  // namespace rapport::names
