#include "value/decoder.hpp"

#include "base/fast_equal.hpp"
#include "base/nearest.hpp"

#include <algorithm>

namespace rapport::value {
namespace {

/// Records are mostly in the order of the table, so the rows after the last one found come first.
std::size_t find_row(std::span<const Field> rows, std::string_view key, std::size_t from) {
  for (std::size_t i = from; i < rows.size(); ++i)
    if (base::fast_equal(rows[i].name, key)) return i;
  for (std::size_t i = 0; i < from; ++i)
    if (base::fast_equal(rows[i].name, key)) return i;
  return rows.size();
}

/// `""` or `''`, or nothing but spaces between the quotes.
bool is_blank(yaml::Style style, std::string_view quoted) {
  if (style != yaml::Style::single_quoted && style != yaml::Style::double_quoted) return false;
  return quoted.substr(1, quoted.size() - 2).find_first_not_of(' ') == std::string_view::npos;
}

/// The key is a slip for the row, or one of its words: one fault is said of both, not two.
bool is_slip_for(const Field& row, std::string_view key, std::span<const Field> rows,
                 std::uint64_t seen) {
  if (row.type->shape == Shape::word && std::ranges::count(row.type->words, key) != 0) return true;
  base::Nearest nearest(key);
  for (std::size_t i = 0; i < rows.size(); ++i)
    if ((seen >> i & 1U) == 0) nearest.offer(rows[i].name);
  return nearest.best() == row.name;
}

}  // namespace

std::uint32_t Decoder::child_count(std::uint32_t node) const {
  std::uint32_t count = 0;
  for (std::uint32_t i = node + 1; i < tree_.nodes[node].next; i = tree_.nodes[i].next) ++count;
  return count;
}

void Decoder::fields(std::uint32_t node, const Type& type, void* record) {
  const FieldSet set = type.rows();
  const Field* const outer = row_;
  std::uint64_t seen = 0;
  std::size_t next = 0;
  for (std::uint32_t i = node + 1; i < tree_.nodes[node].next; i = tree_.nodes[i].next) {
    const yaml::Node& entry = tree_.nodes[i];
    const std::size_t at =
        find_row(set.rows, file_.substr(entry.key_offset, entry.key_length), next);
    if (at == set.rows.size()) {
      add({Problem::unknown_key, entry.key_offset, entry.key_length, outer, &type});
      continue;
    }
    next = at + 1;
    seen |= std::uint64_t{1} << at;
    row_ = &set.rows[at];
    const std::size_t before = found_.faults.size();
    row_->type->read(*this, i, row_->member(record));
    if (row_->meta.required && row_->type->shape == Shape::text && is_blank(entry.style, raw(i)) &&
        found_.faults.size() == before)
      add({Problem::missing_field, entry.offset, entry.length, row_, &type});
  }
  row_ = outer;
  if ((set.required & ~seen) != 0) missing(node, set, seen, type);
}

void Decoder::missing(std::uint32_t node, const FieldSet& set, std::uint64_t seen,
                      const Type& type) {
  const yaml::Node& block = tree_.nodes[node];
  std::uint32_t offset = block.offset;
  std::uint32_t length = 1;
  if (block.key_length != 0) {
    offset = block.key_offset;
    length = block.key_length;
  } else if (node + 1 < block.next) {
    offset = tree_.nodes[node + 1].key_offset;
    length = tree_.nodes[node + 1].key_length;
  }
  const auto is_misspelt = [&](const Field& row) {
    for (std::uint32_t i = node + 1; i < block.next; i = tree_.nodes[i].next) {
      const auto key = file_.substr(tree_.nodes[i].key_offset, tree_.nodes[i].key_length);
      const bool is_known = find_row(set.rows, key, 0) != set.rows.size();
      if (!is_known && !key.empty() && is_slip_for(row, key, set.rows, seen)) return true;
    }
    return false;
  };
  for (std::size_t i = 0; i < set.rows.size(); ++i)
    if (((set.required & ~seen) >> i & 1U) != 0 && !is_misspelt(set.rows[i]))
      add({Problem::missing_field, offset, length, &set.rows[i], &type});
}

bool Decoder::scalar(std::uint32_t node, std::string_view& text) {
  const yaml::Node& value = tree_.nodes[node];
  if (value.kind != yaml::Kind::scalar) {
    add({Problem::not_a_scalar, value.offset, 1, row_, nullptr});
    return false;
  }
  if (value.style == yaml::Style::empty) {
    add({Problem::empty_value, value.key_offset, value.key_length, row_, nullptr});
    return false;
  }
  text = file_.substr(value.offset, value.length);
  if (value.style != yaml::Style::plain) text = yaml::text_of(file_, text, value.style, arena_);
  return true;
}

bool Decoder::expect(std::uint32_t node, yaml::Kind kind, Problem otherwise) {
  const yaml::Node& value = tree_.nodes[node];
  if (value.kind == kind) return true;
  if (value.style == yaml::Style::empty)
    add({Problem::empty_value, value.key_offset, value.key_length, row_, nullptr});
  else
    add({otherwise, value.offset, value.kind == yaml::Kind::scalar ? value.length : 1, row_,
         nullptr});
  return false;
}

std::optional<std::uint32_t> Decoder::expect_list(std::uint32_t node) {
  if (!expect(node, yaml::Kind::list, Problem::not_a_list)) return std::nullopt;
  const std::uint32_t count = child_count(node);
  if (count <= limits_.items || (row_ != nullptr && row_->meta.only_grows)) return count;
  const yaml::Node& list = tree_.nodes[node];
  add({Problem::too_many_items, list.key_offset, list.key_length, row_, nullptr});
  return std::nullopt;
}

bool Decoder::expect_name(std::uint32_t node) {
  if (row_ == nullptr || tree_.nodes[node].length <= limits_.name) return true;
  if (row_->meta.reveals != Reveals::identity && row_->meta.reveals != Reveals::contact)
    return true;
  add({Problem::too_long, tree_.nodes[node].offset, 1, row_, nullptr});
  return false;
}

void Decoder::add(Fault fault) {
  if (found_.faults.size() >= last_fault_) return;
  found_.faults.push_back(fault);
  found_.faults.back().ends_checking = found_.faults.size() == last_fault_;
}

void Decoder::fault(std::uint32_t node, Problem problem, const Type& type) {
  add({problem, tree_.nodes[node].offset, tree_.nodes[node].length, row_, &type});
}

}  // namespace rapport::value
