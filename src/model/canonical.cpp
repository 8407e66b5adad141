#include "model/canonical.hpp"

#include "model/value_forms.hpp"
#include "yaml/parts.hpp"
#include "yaml/write.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace rapport::model {
namespace {

using value::Field;
using value::Type;
using yaml::Kind;
using yaml::Node;
using yaml::Part;
using yaml::Parts;
using yaml::Spot;
using yaml::Style;

constexpr std::size_t indentation = 2;

bool is_blank(const std::string_view& line) { return line.empty(); }

/// The blank lines at the end of `lines`.
std::size_t blank_tail(const std::vector<std::string_view>& lines) {
  return static_cast<std::size_t>(std::find_if_not(lines.rbegin(), lines.rend(), is_blank) -
                                  lines.rbegin());
}

/// Comments that belong to the block go to its head when its entries change their order. The entry
/// that was first gets the blank lines of the one that will be, `first`.
void move_comments_to_head(std::vector<Part>& parts, std::size_t first) {
  std::vector<std::string_view> head = std::move(parts[0].above);
  std::vector<std::size_t> blanks = {0};
  for (std::size_t i = 1; i < parts.size(); ++i) {
    auto& above = parts[i].above;
    blanks.push_back(blank_tail(above));
    const auto comment = std::find_if_not(above.begin(), above.end(), is_blank);
    if (comment == above.end()) continue;
    if (!head.empty() && !head.back().empty()) head.emplace_back();
    head.insert(head.end(), comment, above.end());
  }
  std::swap(blanks[0], blanks[first]);
  for (std::size_t i = 0; i < parts.size(); ++i) parts[i].above.assign(blanks[i], {});
  parts[first].above = std::move(head);
}

class CanonicalWriter {
 public:
  CanonicalWriter(std::string_view text, const yaml::Tree& tree)
      : text_(text),
        tree_(tree),
        layout_(text, tree),
        reader_(text, tree, layout_),
        forms_(text, tree, layout_) {}

  std::string record(const Type& type) {
    put_parts(reader_.root(), &type, 0);
    while (out_.ends_with("\n\n") && out_.size() > kept_end_) out_.pop_back();
    return std::move(out_);
  }

 private:
  const Node& node_of(const Spot& spot) const { return tree_.nodes[spot.node]; }

  void arrange(std::vector<Part>& parts, const Type* type) const;

  void put_line(std::size_t column, std::string_view line);
  void put_lines(std::size_t column, const std::vector<std::string_view>& lines);
  void put_parts(Parts parts, const Type* type, std::size_t column);
  void put_entry(const Part& part, const Type* type, std::size_t column);
  void put_item(const Part& part, const Type* type, std::size_t column);
  void put_mapping_item(const Part& part, const Type* type, std::size_t column);
  void put_value(std::string_view value, std::string_view behind);
  void put_scalar(const Part& part, std::size_t column);
  void put_block_scalar(const Part& part, std::size_t column);

  std::string_view text_;
  const yaml::Tree& tree_;
  yaml::Layout layout_;
  yaml::PartReader reader_;
  ValueForms forms_;
  std::string out_;
  std::size_t kept_end_ = 0;  // behind the last text that keeps the blank lines below it
};

/// Entries in the order of their rows.
void CanonicalWriter::arrange(std::vector<Part>& parts, const Type* type) const {
  if (type == nullptr || type->rows == nullptr) return;
  const auto rows = type->rows().rows;
  std::vector<std::pair<std::size_t, std::size_t>> order;  // of its row, and where it was
  std::size_t rank = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto row = std::ranges::find(rows, parts[i].key, &Field::name);
    if (row != rows.end()) rank = static_cast<std::size_t>(row - rows.begin()) + 1;
    order.emplace_back(rank, i);
  }
  if (std::ranges::is_sorted(order)) return;
  std::ranges::sort(order);
  move_comments_to_head(parts, order.front().second);
  std::vector<Part> sorted;
  for (const auto& [row, from] : order) sorted.push_back(std::move(parts[from]));
  parts = std::move(sorted);
}

void CanonicalWriter::put_line(std::size_t column, std::string_view line) {
  // Below a text that keeps them it would be part of it.
  if (line.empty() && kept_end_ != 0 && out_.size() == kept_end_) return;
  if (!line.empty()) out_.append(column, ' ') += line;
  out_ += '\n';
}

void CanonicalWriter::put_lines(std::size_t column, const std::vector<std::string_view>& lines) {
  for (const std::string_view line : lines) put_line(column, line);
}

void CanonicalWriter::put_parts(Parts parts, const Type* type, std::size_t column) {
  arrange(parts.parts, type);
  for (const Part& part : parts.parts) {
    put_lines(column, part.above);
    put_lines(column, part.lead);
    const Type* const inner = type_within(type, part.key);
    if (part.key.empty())
      put_item(part, inner, column);
    else
      put_entry(part, inner, column);
  }
  put_lines(column, parts.tail);
}

void CanonicalWriter::put_entry(const Part& part, const Type* type, std::size_t column) {
  (out_.append(column, ' ') += part.key) += ':';
  const Node& node = node_of(part.spot);
  const std::size_t value_column = column + part.key.size() + 2;
  if (node.kind == Kind::scalar) return put_scalar(part, column);
  if (forms_.is_in_brackets(part, type, value_column))
    return put_value(forms_.flow(part.spot.node), part.behind);
  put_value({}, part.behind);
  put_parts(reader_.of(part.spot), type, column + indentation);
}

void CanonicalWriter::put_item(const Part& part, const Type* type, std::size_t column) {
  const Node& node = node_of(part.spot);
  const bool is_mapping =
      node.kind == Kind::mapping && !forms_.is_in_brackets(part, type, column + indentation);
  if (is_mapping) return put_mapping_item(part, type, column);
  // A list in a list has no block form: the comments in it go above it.
  if (node.kind == Kind::list)
    for (const auto comment : layout_.comments(node.offset, layout_.value_end(part.spot)))
      put_line(column, comment);
  out_.append(column, ' ') += '-';
  if (node.kind == Kind::scalar) return put_scalar(part, column);
  put_value(forms_.flow(part.spot.node), part.behind);
}

/// The first entry is behind the dash, unless comments are above it.
void CanonicalWriter::put_mapping_item(const Part& part, const Type* type, std::size_t column) {
  const bool was_in_brackets = node_of(part.spot).style == Style::flow;
  if (was_in_brackets && !part.behind.empty())
    put_line(column, part.behind.substr(part.behind.find('#')));
  const std::size_t start = out_.size();
  put_parts(reader_.of(part.spot), type, column + indentation);
  const std::string_view behind = was_in_brackets ? std::string_view{} : part.behind;
  const std::size_t first = out_.find_first_not_of(' ', start);
  const bool is_alone = !behind.empty() || out_[first] == '#' || out_[first] == '\n';
  if (!is_alone)
    out_[start + column] = '-';
  else
    out_.insert(start, (std::string(column, ' ') + '-').append(behind) + '\n');
}

/// Behind a colon or a dash.
void CanonicalWriter::put_value(std::string_view value, std::string_view behind) {
  if (!value.empty()) (out_ += ' ') += value;
  (out_ += behind) += '\n';
}

void CanonicalWriter::put_scalar(const Part& part, std::size_t column) {
  const Node& node = node_of(part.spot);
  if (node.style == Style::empty) return put_value({}, part.behind);
  if (ValueForms::is_block_scalar(node)) return put_block_scalar(part, column);
  const std::string written = forms_.scalar(node, column);
  const std::size_t feed = std::min(written.find('\n'), written.size());
  put_value(std::string_view(written).substr(0, feed), part.behind);
  if (feed < written.size()) (out_ += written.substr(feed + 1)) += '\n';
}

/// Its lines as they are, two spaces right of its key or dash.
void CanonicalWriter::put_block_scalar(const Part& part, std::size_t column) {
  std::string_view lines = forms_.raw(node_of(part.spot));
  std::string header(lines.substr(0, lines.find_first_of(" \r\n")));
  const std::size_t digit = header.find_first_of("123456789");
  std::size_t indent = 0;
  if (digit != std::string::npos) {
    indent = part.spot.column + static_cast<std::size_t>(header[digit] - '0');
    header[digit] = '2';
  }
  // Text that ends with the file has no line end.
  if (!lines.ends_with('\n')) {
    std::erase(header, '+');
    if (header.find('-') == std::string::npos) header += '-';
  }
  put_value(header, part.behind);
  lines.remove_prefix(lines.find('\n') + 1);
  while (!lines.empty()) {
    const std::size_t feed = std::min(lines.find('\n'), lines.size());
    std::string_view line = lines.substr(0, feed);
    if (line.ends_with('\r')) line.remove_suffix(1);
    const std::size_t spaces = std::min(line.find_first_not_of(' '), line.size());
    if (indent == 0 && spaces < line.size()) indent = spaces;
    line.remove_prefix(indent == 0 ? spaces : std::min(spaces, indent));
    put_line(column + indentation, line);
    lines.remove_prefix(std::min(feed + 1, lines.size()));
  }
  if (header.find('+') != std::string::npos) kept_end_ = out_.size();
}

/// The same values, whatever the order of their keys.
bool says_the_same(const yaml::Value& left, const yaml::Value& right) {
  if (left.kind != right.kind || left.is_empty != right.is_empty || left.text != right.text ||
      left.children.size() != right.children.size())
    return false;
  for (std::size_t i = 0; i < left.children.size(); ++i) {
    std::size_t other = i;
    if (left.kind == Kind::mapping) {
      const auto key = std::ranges::find(right.keys, left.keys[i]);
      if (key == right.keys.end()) return false;
      other = static_cast<std::size_t>(key - right.keys.begin());
    }
    if (!says_the_same(left.children[i], right.children[other])) return false;
  }
  return true;
}

std::vector<std::string_view> sorted_comments(std::string_view text, const yaml::Tree& tree) {
  auto comments = yaml::Layout(text, tree).comments(0, text.size());
  std::ranges::sort(comments);
  return comments;
}

bool is_faithful(std::string_view text, const yaml::Tree& tree, std::string_view written) {
  yaml::Tree again;
  return yaml::parse(written, again).error.problem == yaml::Problem::none &&
         says_the_same(yaml::value_of(text, tree), yaml::value_of(written, again)) &&
         sorted_comments(text, tree) == sorted_comments(written, again);
}

}  // namespace

base::Result<std::string> canonical(std::string_view text, const Type& record) {
  yaml::Tree tree;
  if (yaml::parse(text, tree).error.problem != yaml::Problem::none)
    return base::Failure{base::Failing::data, "the record cannot be read", "rapport validate"};
  std::string written = CanonicalWriter(text, tree).record(record);
  if (written == text || is_faithful(text, tree, written)) return written;
  return base::Failure{base::Failing::data,
                       "the record cannot be written in canonical form without a loss",
                       "write its comments on lines of their own, outside brackets"};
}

}  // namespace rapport::model
