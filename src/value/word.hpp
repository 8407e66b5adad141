// Closed vocabularies. The enumeration is the vocabulary: the word `civil-society` is the
// enumerator `civil_society`, and a trailing underscore (`case_`) keeps clear of a C++ keyword.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace rapport::value {

namespace detail {

/// Both compilers print a named enumerator by its name and any other value as a cast.
template <auto Value>
constexpr std::string_view enumerator() {
  std::string_view name = __PRETTY_FUNCTION__;
  const auto start = name.find("Value = ") + 8;
  name = name.substr(start, name.find_first_of(";]", start) - start);
  if (name.front() == '(') return {};
  name.remove_prefix(name.rfind(':') + 1);
  return name.back() == '_' ? name.substr(0, name.size() - 1) : name;
}

struct Spelling {
  std::array<char, 40> text{};
  std::size_t size = 0;
};

constexpr Spelling spell(std::string_view name) {
  Spelling spelling;
  for (const char c : name) spelling.text[spelling.size++] = c == '_' ? '-' : c;
  return spelling;
}

template <class Enum, std::size_t N = 1>
constexpr std::size_t count() {
  if constexpr (enumerator<static_cast<Enum>(N)>().empty())
    return N - 1;
  else
    return count<Enum, N + 1>();
}

template <class Enum, std::size_t... I>
constexpr auto spellings(std::index_sequence<I...>) {
  return std::array<Spelling, sizeof...(I)>{spell(enumerator<static_cast<Enum>(I + 1)>())...};
}

template <class Enum>
inline constexpr auto spelled = spellings<Enum>(std::make_index_sequence<count<Enum>()>{});

template <class Enum, std::size_t... I>
constexpr auto words(std::index_sequence<I...>) {
  return std::array<std::string_view, sizeof...(I)>{
      std::string_view{spelled<Enum>[I].text.data(), spelled<Enum>[I].size}...};
}

}  // namespace detail

/// The words of an enumeration whose first enumerator, `absent`, is 0 and has no word.
template <class Enum>
inline constexpr auto words_of =
    detail::words<Enum>(std::make_index_sequence<detail::count<Enum>()>{});

/// Empty for `absent`.
template <class Enum>
constexpr std::string_view word(Enum value) {
  const auto index = static_cast<std::size_t>(value);
  return index == 0 ? std::string_view{} : words_of<Enum>[index - 1];
}

/// What `word` gives for the value; nothing for text that is no word of the enumeration.
template <class Enum>
constexpr std::optional<Enum> parse_word(std::string_view text) {
  for (std::size_t i = 0; i < words_of<Enum>.size(); ++i)
    if (words_of<Enum>[i] == text) return static_cast<Enum>(i + 1);
  return std::nullopt;
}

/// A word or the name of a field as people read it: "civil society", "signed by".
std::string label(std::string_view name);
/// The same as a key of data that programs read: "civil_society".
std::string key_of(std::string_view name);

/// 4 bytes; all zero means absent.
template <class Enum>
class Word {
 public:
  Word() = default;
  Word(Enum value, std::uint32_t offset)
      : offset_and_value_(offset << 8 | static_cast<std::uint32_t>(value)) {}

  explicit operator bool() const { return (offset_and_value_ & 0xff) != 0; }
  Enum operator*() const { return static_cast<Enum>(offset_and_value_ & 0xff); }
  std::string_view str() const { return word(**this); }
  std::uint32_t offset() const { return offset_and_value_ >> 8; }

  friend bool operator==(const Word& a, Enum b) { return *a == b; }

 private:
  std::uint32_t offset_and_value_ = 0;
};

}  // namespace rapport::value
