// The shapes of a view. A format can write some of them; a command or a report makes one.
#pragma once

#include <cstdint>

namespace rapport::view {

struct Table;
struct Page;
struct Cards;
struct Findings;

enum class Shape : std::uint8_t { table, page, cards, findings };

constexpr Shape shape_of(const Table&) { return Shape::table; }
constexpr Shape shape_of(const Page&) { return Shape::page; }
constexpr Shape shape_of(const Cards&) { return Shape::cards; }
constexpr Shape shape_of(const Findings&) { return Shape::findings; }

}  // namespace rapport::view
