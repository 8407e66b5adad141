// The reader's state and steps. One step a construct of the definition; each answers false once a
// fault is found, and then everything above it ends too.
#pragma once

#include "yaml/scan.hpp"
#include "yaml/tree.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <tuple>
#include <vector>

namespace rapport::yaml {

class Reader {
 public:
  /// `begin` to `end` is the text; `*end` is a line end, with padding behind it. `origin` is where
  /// offsets count from.
  Reader(const char* origin, const char* begin, const char* end, std::vector<Node>& nodes)
      : origin_(origin), end_(end), at_(begin), line_(begin), room_(nodes) {
    constexpr std::size_t first_room = 64;  // most records have fewer nodes
    if (room_.size() < first_room) room_.resize(first_room);
    nodes_ = room_.data();
  }

  bool file();  // file.cpp
  const Fault& fault() const { return fault_; }
  std::uint32_t count() const { return count_; }
  /// An unusual character was met that is written as an escape.
  bool met_unusual() const { return met_unusual_; }

 private:
  /// The keys of one mapping: a filter that makes most new keys cost nothing.
  struct Keys {
    std::array<std::uint64_t, 4> filter = {};
    std::uint32_t count = 0;
    std::uint32_t mapping = 0;
  };

  /// A flow collection that is being read: where it opened, and the column it must stay right of.
  struct Bracket {
    const char* opener;
    int column;
    char closing;
  };

  // block.cpp
  bool mapping(int column);
  bool entry(Keys& keys, int column);
  bool value(int column);
  bool value_below(int column, const char* colon_end);
  bool list(int column);
  bool item(int column);
  bool item_below(int column, const char* dash);
  bool inline_value(int column);

  // scalar.cpp
  template <bool in_flow>
  bool plain();
  bool quoted();
  bool escape(const char*& at);

  // block_scalar.cpp
  bool block_scalar(int column);
  bool block_header(int& digit, char& chomp);
  const char* block_indent(int column, int& indent);
  bool block_lines(const char* at, int indent, char chomp);

  // flow.cpp
  bool flow(int column);
  bool flow_list(int column);
  bool flow_mapping(int column);
  bool flow_entry(Keys& keys, const Bracket& bracket);
  bool flow_value(int column);
  bool flow_space(const Bracket& bracket);
  bool flow_separator(const Bracket& bracket, std::uint32_t node, bool& closed);

  // keys.cpp
  bool key(bool in_flow);
  bool is_new(const Keys& keys);
  bool check_many(const Keys& keys);

  // refuse.cpp: which fault it is, once the definition is left. They always answer false.
  bool fail(Problem problem, const char* at, std::size_t length, const char* other = nullptr);
  bool refuse_start();
  bool refuse_key();
  bool refuse_flow_key();
  bool refuse_value(bool in_flow);
  bool refuse_below();
  bool refuse_plain(const char* at, bool in_flow);
  bool refuse_deeper(std::uint32_t entry);
  bool refuse_shallow(const Bracket& bracket);
  bool refuse_separator(const Bracket& bracket, std::uint32_t node, bool is_same_line);
  bool refuse_rest(Problem otherwise);
  bool refuse_indicator();
  std::string_view rest_of_line(const char* at) const;
  const char* line_below(const char* at, int& column) const;
  bool has_entry_below() const;
  bool is_closed_later(const Bracket& bracket) const;

  // Inline below.
  bool remember(Keys& keys);
  bool next_line();
  bool seek();
  bool comment();
  bool rest(Problem otherwise);
  void skip_spaces() {
    while (*at_ == ' ') ++at_;
  }
  /// `-fr`: an item that lacks the space behind its dash.
  bool at_glued_dash() const { return *at_ == '-' && at_[1] != '-' && !is_space_or_end(at_[1]); }
  bool at_item() const { return *at_ == '-' && is_space_or_end(at_[1]); }
  /// The character behind a key and its colon that begin at `at`, or null.
  static const char* after_key(const char* at) {
    const char* const p = key_stop(at);
    const bool is_key = p != at && p - at <= 64 && *at != '-' && *p == ':' && is_space_or_end(p[1]);
    return is_key ? p + 1 : nullptr;
  }
  std::uint32_t offset(const char* at) const { return static_cast<std::uint32_t>(at - origin_); }

  void set_key(const char* start, std::size_t length) {
    key_offset_ = offset(start);
    key_length_ = static_cast<std::uint8_t>(length);
  }
  void no_key() {
    key_offset_ = 0;
    key_length_ = 0;
  }
  void grow() {
    room_.resize(2 * room_.size());
    nodes_ = room_.data();
  }
  Node& add(Kind kind, Style style, const char* start) {
    if (count_ == room_.size()) grow();
    Node& node = nodes_[count_++];
    node = {key_offset_,   key_length_, kind,  style, static_cast<std::uint8_t>(depth_),
            offset(start), 0,           count_};
    return node;
  }
  void add_scalar(Style style, const char* start, const char* stop) {
    add(Kind::scalar, style, start).length = static_cast<std::uint32_t>(stop - start);
    value_end_ = stop;
  }
  /// Its index in `node`. An open collection's `next` is 0 until it is closed.
  bool open(Kind kind, Style style, std::uint32_t& node) {
    if (depth_ == depth_limit) return fail(Problem::too_deep, at_, 1);
    node = count_;
    add(kind, style, at_).next = 0;
    ++depth_;
    return true;
  }
  void close(std::uint32_t node) {
    --depth_;
    nodes_[node].length = offset(value_end_) - nodes_[node].offset;
    nodes_[node].next = count_;
  }

  const char* const origin_;
  const char* const end_;
  const char* at_;
  const char* line_;  // where the line of `at_` begins
  int column_ = 0;    // of the first character of the line `seek` found; -1 at the end of the file
  int depth_ = 0;
  std::vector<Node>& room_;  // more than `count_` while reading
  Node* nodes_ = nullptr;    // its data
  std::uint32_t count_ = 0;
  std::uint32_t key_offset_ = 0;  // of the value that comes next
  std::uint8_t key_length_ = 0;
  const char* value_end_ = nullptr;  // of the last value
  Fault fault_;
  bool met_unusual_ = false;
};

/// Puts the key that was read among those of its mapping; false when it was there.
inline bool Reader::remember(Keys& keys) {
  const char* const key = origin_ + key_offset_;
  const unsigned mixed = static_cast<unsigned char>(key[0]) * 7U +
                         static_cast<unsigned char>(key[key_length_ - 1]) * 31U + key_length_ * 53U;
  std::uint64_t& filter = keys.filter[mixed / 64U % std::tuple_size_v<decltype(keys.filter)>];
  const std::uint64_t bit = std::uint64_t{1} << (mixed % 64U);
  if ((filter & bit) != 0 && !is_new(keys)) return false;
  filter |= bit;
  ++keys.count;
  return true;
}

/// Goes over a comment, up to its line end.
inline bool Reader::comment() {
  if (at_[1] != ' ' && at_[1] != '#' && !is_line_end(at_[1])) return fail(Problem::comment, at_, 1);
  at_ = static_cast<const char*>(
      __builtin_memchr(at_, '\n', static_cast<std::size_t>(end_ - at_) + 1));
  return true;
}

/// From the start of a line to the first character of the next line that has more than a comment.
inline bool Reader::seek() {
  while (at_ < end_) {
    line_ = at_;
    skip_spaces();
    if (*at_ == '#') {
      if (!comment()) return false;
    } else if (*at_ == '\t') {
      return fail(Problem::tab, at_, 1);
    } else if (!is_line_end(*at_)) {
      column_ = static_cast<int>(at_ - line_);
      return true;
    }
    at_ += *at_ == '\r' ? 2 : 1;
  }
  column_ = -1;
  return true;
}

/// From a line end.
inline bool Reader::next_line() {
  at_ += *at_ == '\r' ? 2 : 1;
  return seek();
}

/// Behind a value: only space and a comment, then the next line. Text is a fault of kind
/// `otherwise`.
inline bool Reader::rest(Problem otherwise) {
  if (!is_line_end(*at_)) {
    const char* const start = at_;
    skip_spaces();
    if (*at_ == '#' && at_ != start) {
      if (!comment()) return false;
    } else if (!is_line_end(*at_)) {
      return refuse_rest(otherwise);
    }
  }
  return next_line();
}

}  // namespace rapport::yaml
