// What turns the rows of a record into its table, for the one file that compiles it: see rows_of.
#pragma once

#include "value/codec.hpp"
#include "value/field.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace rapport::value {

namespace detail {

struct Anything {
  template <class T>
  constexpr operator T() const;
};

template <class T, std::size_t... I>
constexpr bool takes(std::index_sequence<I...>) {
  return requires { T{(static_cast<void>(I), Anything{})...}; };
}

/// An aggregate of N members takes N values, and not one more. Asking only this is far cheaper to
/// compile than counting down to N.
template <class T, std::size_t N>
constexpr bool has_members() {
  return takes<T>(std::make_index_sequence<N>()) && !takes<T>(std::make_index_sequence<N + 1>());
}

template <std::size_t N>
constexpr std::uint64_t required_bits(const std::array<Field, N>& rows) {
  static_assert(N <= 64, "a block has at most 64 fields");
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < N; ++i)
    if (rows[i].meta.required) bits |= std::uint64_t{1} << i;
  return bits;
}

template <class T>
constexpr std::size_t without_row() {
  if constexpr (requires { Fields<T>::without_row; })
    return Fields<T>::without_row;
  else
    return 0;
}

}  // namespace detail

template <class T>
FieldSet rows_of() {
  static constexpr auto& rows = Fields<T>::template rows<T>;
  static_assert(detail::has_members<T, rows.size() + detail::without_row<T>()>(),
                "every member of T needs a row");
  static constexpr std::uint64_t required = detail::required_bits(rows);
  return {rows, required};
}

}  // namespace rapport::value
