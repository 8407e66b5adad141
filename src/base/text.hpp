// Small operations on text that the standard library leaves out.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::base {

/// Without spaces, tabs and line ends at both sides.
std::string_view trim(std::string_view text);

/// The parts between `separator`, empty ones too: n separators give n + 1 parts.
std::vector<std::string_view> split(std::string_view text, char separator);

/// The lines without their LF or CRLF; a last line end opens no further line.
std::vector<std::string_view> lines(std::string_view text);

std::string join(std::span<const std::string> parts, std::string_view separator);
std::string join(std::span<const std::string_view> parts, std::string_view separator);

/// Every `old_part` replaced from left to right; what was put in is not looked at again.
std::string replace_all(std::string_view text, std::string_view old_part,
                        std::string_view new_part);

/// "1 record", "2 records"; `many` where an s does not make it.
std::string counted(std::size_t number, std::string_view one, std::string_view many = {});

/// A to Z only; for codes, suffixes and names of headers.
std::string lower_ascii(std::string_view text);
std::string upper_ascii(std::string_view text);

bool is_ascii(std::string_view text);

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
inline bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace rapport::base
