// Mappings and lists by indentation: the frame of a record.
#include "yaml/reader.hpp"

namespace rapport::yaml {

bool Reader::file() {
  if (!seek()) return false;
  if (column_ == 0 && std::string_view(at_, 3) == "---" && is_space_or_end(at_[3])) {
    at_ += 3;
    if (!rest(Problem::top_level)) return false;
  }
  if (column_ < 0) return fail(Problem::empty_file, origin_, 0);
  if (column_ != 0 || after_key(at_) == nullptr) return refuse_start();
  return mapping(0);
}

bool Reader::mapping(int column) {
  Keys keys;
  if (!open(Kind::mapping, Style::block, keys.mapping)) return false;
  do {
    if (!entry(keys, column)) return false;
  } while (column_ == column);
  if (!check_many(keys)) return false;
  close(keys.mapping);
  return true;
}

bool Reader::entry(Keys& keys, int column) {
  if (!key(false) || !remember(keys)) return false;
  const std::uint32_t node = count_;
  if (!value(column)) return false;
  return column_ <= column || refuse_deeper(node);
}

bool Reader::value(int column) {
  const char* const colon_end = at_;
  skip_spaces();
  if (!is_line_end(*at_)) {
    if (*at_ != '#') return inline_value(column);
    if (!comment()) return false;
  }
  return next_line() && value_below(column, colon_end);
}

bool Reader::value_below(int column, const char* colon_end) {
  if (column_ > column) {
    if (at_item()) return list(column_);
    if (*at_ == '[' || *at_ == '{') return flow(column) && rest(Problem::flow_rest);
    return after_key(at_) != nullptr ? mapping(column_) : refuse_below();
  }
  if (column_ == column && at_item()) return list(column);
  add_scalar(Style::empty, colon_end, colon_end);
  return true;
}

bool Reader::list(int column) {
  std::uint32_t self = 0;
  if (!open(Kind::list, Style::block, self)) return false;
  do {
    no_key();
    const std::uint32_t node = count_;
    if (!item(column)) return false;
    if (column_ > column) return refuse_deeper(node);
  } while (column_ == column && at_item());
  close(self);
  return true;
}

bool Reader::item(int column) {
  const char* const dash = at_++;
  skip_spaces();
  if (is_line_end(*at_)) return item_below(column, dash);
  if (*at_ == '#') return comment() && item_below(column, dash);
  if (at_item()) return fail(Problem::nested_list, at_, 1);
  if (after_key(at_) != nullptr) return mapping(static_cast<int>(at_ - line_));
  return inline_value(column);
}

/// The mapping below a dash that stands alone.
bool Reader::item_below(int column, const char* dash) {
  if (!next_line()) return false;
  if (column_ <= column) return fail(Problem::plain, dash, 1);
  return after_key(at_) != nullptr ? mapping(column_) : refuse_below();
}

bool Reader::inline_value(int column) {
  const char first = *at_;
  if (!is(first, class_of::indicator) && (first != '-' || !is_space_or_end(at_[1])))
    return plain<false>() && rest(Problem::plain);
  switch (first) {
    case '"':
    case '\'':
      return quoted() && rest(Problem::quote);
    case '[':
    case '{':
      return flow(column) && rest(Problem::flow_rest);
    case '|':
    case '>':
      return block_scalar(column);
    default:
      return refuse_value(false);
  }
}

}  // namespace rapport::yaml
