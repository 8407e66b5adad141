// A whole file: its size, its bytes, its structure.
#include "yaml/check.hpp"
#include "yaml/reader.hpp"
#include "yaml/tree.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <vector>

namespace rapport::yaml {

namespace {

/// A copy of the text that ends in a line end and padding, so that no scan looks for the end.
class Copy {
 public:
  explicit Copy(std::string_view text) {
    const std::size_t size = text.size() + 1 + padding;
    if (size > small_.size()) large_ = std::make_unique_for_overwrite<char[]>(size);
    start_ = large_ ? large_.get() : small_.data();
    if (!text.empty()) std::memcpy(start_, text.data(), text.size());
    start_[text.size()] = '\n';
    std::memset(start_ + text.size() + 1, 0, padding);
  }

  const char* start() const { return start_; }

 private:
  std::array<char, std::size_t{16} * 1024> small_;  // most records; not initialised
  std::unique_ptr<char[]> large_;
  char* start_;
};

/// After a fault the collections that are open end where reading ended.
void close_all(std::vector<Node>& nodes) {
  for (Node& node : nodes) {
    if (node.next != 0) continue;
    node.next = static_cast<std::uint32_t>(nodes.size());
    node.length = 0;
  }
}

bool is_conflict_marker(std::string_view line) {
  constexpr std::string_view marks = "<|=>";
  if (line.size() < 7 || marks.find(line.front()) == std::string_view::npos) return false;
  if (line.find_first_not_of(line.front()) < 7) return false;
  return line.size() == 7 || line[7] == ' ' || line[7] == '\r';
}

/// The line of a merge that was left unresolved. Such a line is never part of a record, and it, not
/// what it did to the entries around it, is what has to be mended.
Fault find_conflict(std::string_view text) {
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view line = text.substr(start, end - start);
    if (is_conflict_marker(line))
      return {Problem::conflict_marker, static_cast<std::uint32_t>(start), 7};
    start = end + 1;
  }
  return {};
}

}  // namespace

Parsed parse(std::string_view text, Tree& tree) {
  constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
  Parsed parsed;
  if (text.size() > size_limit) {
    tree.nodes.clear();
    parsed.error = {Problem::too_large, 0, 0};
    return parsed;
  }
  const Copy copy(text);
  const char* const start = copy.start();
  parsed.error = check({start, text.size()}, parsed.has_unusual);
  if (parsed.error.problem != Problem::none) {
    tree.nodes.clear();
    return parsed;
  }
  const bool has_mark = text.starts_with(byte_order_mark);
  if (has_mark) parsed.warning = {Problem::byte_order_mark, 0, 3};
  Reader reader(start, start + (has_mark ? byte_order_mark.size() : 0), start + text.size(),
                tree.nodes);
  const bool is_whole = reader.file();
  tree.nodes.resize(reader.count());
  parsed.has_unusual = parsed.has_unusual || reader.met_unusual();
  if (is_whole) return parsed;
  close_all(tree.nodes);
  const Fault conflict = find_conflict(text);
  parsed.error = conflict.problem != Problem::none ? conflict : reader.fault();
  return parsed;
}

}  // namespace rapport::yaml
