// How each type of value is read from a scalar, list or block, and what its erased type says.
#pragma once

#include "value/date.hpp"
#include "value/decoder.hpp"
#include "value/list.hpp"
#include "value/moment.hpp"
#include "value/scalars.hpp"
#include "value/text.hpp"
#include "value/word.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

namespace rapport::value {

namespace detail {

template <class T>
bool present(const void* value) {
  return static_cast<bool>(*static_cast<const T*>(value));
}
template <class T>
std::uint32_t offset(const void* value) {
  return static_cast<const T*>(value)->offset();
}
template <class T>
std::string print(const void* value, const Codes&) {
  return static_cast<const T*>(value)->str().data() == nullptr
             ? std::string{}
             : std::string(static_cast<const T*>(value)->str());
}

template <class T>
constexpr Type scalar_type(Shape shape, std::string_view name,
                           void (*read)(Decoder&, std::uint32_t, void*)) {
  Type type{.shape = shape,
            .name = name,
            .size = sizeof(T),
            .read = read,
            .present = &present<T>,
            .offset = &offset<T>};
  return type;
}

void read_text(Decoder&, std::uint32_t node, void* value);
void read_date(Decoder&, std::uint32_t node, void* value);
void read_moment(Decoder&, std::uint32_t node, void* value);
void read_flag(Decoder&, std::uint32_t node, void* value);
void read_count(Decoder&, std::uint32_t node, void* value);
void read_duration(Decoder&, std::uint32_t node, void* value);
void read_ref(Decoder&, std::uint32_t node, void* value);
void read_listed(Decoder&, std::uint32_t node, void* value);
std::string print_ref(const void* value, const Codes&);
std::string print_listed(const void* value, const Codes&);

/// Index from 1 in `words`, or 0 and a fault.
std::size_t read_word(Decoder&, std::uint32_t node, const Type& type);
std::uint16_t read_code(Decoder&, std::uint32_t node, const Type& type);
bool read_form(Decoder&, std::uint32_t node, const Type& type, bool (*accepts)(std::string_view),
               Text& value);

}  // namespace detail

template <class T>
constexpr Type printable(Type type) {
  type.print = &detail::print<T>;
  return type;
}

template <>
struct Codec<Text> {
  static constexpr Type type() {
    return printable<Text>(detail::scalar_type<Text>(Shape::text, "text", &detail::read_text));
  }
};
template <>
struct Codec<Date> {
  static constexpr Type type() {
    return printable<Date>(detail::scalar_type<Date>(Shape::date, "date", &detail::read_date));
  }
};
template <>
struct Codec<Moment> {
  static constexpr Type type() {
    return printable<Moment>(
        detail::scalar_type<Moment>(Shape::moment, "date or time", &detail::read_moment));
  }
};
template <>
struct Codec<Flag> {
  static constexpr Type type() {
    return printable<Flag>(detail::scalar_type<Flag>(Shape::flag, "yes or no", &detail::read_flag));
  }
};
template <>
struct Codec<Count> {
  static constexpr Type type() {
    return printable<Count>(detail::scalar_type<Count>(Shape::count, "count", &detail::read_count));
  }
};
template <>
struct Codec<Duration> {
  static constexpr Type type() {
    return printable<Duration>(
        detail::scalar_type<Duration>(Shape::duration, "duration", &detail::read_duration));
  }
};
template <>
struct Codec<Ref> {
  static constexpr Type type() {
    Type type = detail::scalar_type<Ref>(Shape::ref, "id", &detail::read_ref);
    type.print = &detail::print_ref;
    return type;
  }
};
template <>
struct Codec<ListedRow> {
  static constexpr Type type() {
    Type type =
        detail::scalar_type<ListedRow>(Shape::listed, "reference row", &detail::read_listed);
    type.print = &detail::print_listed;
    return type;
  }
};

template <class Form>
struct Codec<Checked<Form>> {
  static void read(Decoder& decoder, std::uint32_t node, void* value) {
    detail::read_form(decoder, node, type_of<Checked<Form>>, &Form::accepts,
                      *static_cast<Checked<Form>*>(value));
  }
  static constexpr Type type() {
    return printable<Checked<Form>>(
        detail::scalar_type<Checked<Form>>(Shape::text, Form::name, &read));
  }
};

template <class Enum>
struct Codec<Word<Enum>> {
  static void read(Decoder& decoder, std::uint32_t node, void* value) {
    const auto index = detail::read_word(decoder, node, type_of<Word<Enum>>);
    if (index != 0)
      *static_cast<Word<Enum>*>(value) = {static_cast<Enum>(index), decoder.node(node).offset};
  }
  static std::uint16_t index(const void* value) {
    return static_cast<std::uint16_t>(**static_cast<const Word<Enum>*>(value));
  }
  static constexpr Type type() {
    Type type = printable<Word<Enum>>(detail::scalar_type<Word<Enum>>(Shape::word, "word", &read));
    type.index = &index;
    type.words = words_of<Enum>;
    return type;
  }
};

template <CodeSet Set>
struct Codec<Code<Set>> {
  static void read(Decoder& decoder, std::uint32_t node, void* value) {
    const auto index = detail::read_code(decoder, node, type_of<Code<Set>>);
    if (index != 0) *static_cast<Code<Set>*>(value) = {index, decoder.node(node).offset};
  }
  static std::uint16_t index(const void* value) {
    return static_cast<const Code<Set>*>(value)->index();
  }
  static std::string print(const void* value, const Codes& codes) {
    return std::string(codes.name(static_cast<const Code<Set>*>(value)->row()));
  }
  static constexpr Type type() {
    Type type = detail::scalar_type<Code<Set>>(Shape::code, "code", &read);
    type.index = &index;
    type.print = &print;
    type.set = Set;
    return type;
  }
};

template <class T>
struct Codec<List<T>> {
  static void read(Decoder& decoder, std::uint32_t node, void* value) {
    const auto count = decoder.expect_list(node);
    if (!count) return;
    const auto items = decoder.arena().take<T>(*count);
    std::size_t at = 0;
    const auto end = decoder.node(node).next;
    for (std::uint32_t i = node + 1; i < end; i = decoder.node(i).next)
      type_of<T>.read(decoder, i, &items[at++]);
    *static_cast<List<T>*>(value) = {items, decoder.node(node).offset};
  }
  static Items items(const void* value) {
    const auto& list = *static_cast<const List<T>*>(value);
    return {reinterpret_cast<const std::byte*>(list.begin()), list.size()};
  }
  static void detach(void* value, base::Arena& arena) {
    auto& list = *static_cast<List<T>*>(value);
    const auto copy = arena.take<T>(list.size());
    std::ranges::copy(list, copy.begin());
    list = {copy, list.offset()};
  }
  static constexpr Type type() {
    Type type = detail::scalar_type<List<T>>(Shape::list, "list", &read);
    type.element = &type_of<T>;
    type.items = &items;
    type.detach = &detach;
    return type;
  }
};

/// A struct with a field table is itself a type: the element of a list of blocks.
template <class T>
requires requires { sizeof(Fields<T>); }
struct Codec<T> {
  static void read(Decoder& decoder, std::uint32_t node, void* value) {
    if (decoder.expect(node, yaml::Kind::mapping, Problem::not_a_block))
      decoder.fields(node, type_of<T>, value);
  }
  static bool present(const void*) { return true; }
  static std::uint32_t offset(const void*) { return 0; }
  static const void* fields(const void* value) { return value; }
  static constexpr Type type() {
    Type type{.shape = Shape::block,
              .name = "block",
              .size = sizeof(T),
              .read = &read,
              .present = &present,
              .offset = &offset};
    type.fields = &fields;
    type.rows = &rows_of<T>;
    return type;
  }
};

template <class T>
struct Codec<Block<T>> {
  static void read(Decoder& decoder, std::uint32_t node, void* value) {
    if (!decoder.expect(node, yaml::Kind::mapping, Problem::not_a_block)) return;
    auto* const body = decoder.arena().take<typename Block<T>::Body>(1).data();
    body->offset = decoder.node(node).key_offset;
    *static_cast<Block<T>*>(value) = Block<T>(body);
    decoder.fields(node, type_of<T>, &body->fields);
  }
  static const void* fields(const void* value) {
    const auto& block = *static_cast<const Block<T>*>(value);
    return block ? &*block : nullptr;
  }
  static void detach(void* value, base::Arena& arena) {
    auto& block = *static_cast<Block<T>*>(value);
    auto* const body = arena.take<typename Block<T>::Body>(1).data();
    *body = {*block, block.offset()};
    block = Block<T>(body);
  }
  static constexpr Type type() {
    Type type = detail::scalar_type<Block<T>>(Shape::block, "block", &read);
    type.fields = &fields;
    type.detach = &detach;
    type.rows = &rows_of<T>;
    return type;
  }
};

}  // namespace rapport::value
