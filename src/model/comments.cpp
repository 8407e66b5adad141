#include "model/comments.hpp"

#include "base/text.hpp"
#include "model/record_path.hpp"
#include "yaml/layout.hpp"
#include "yaml/write.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

namespace rapport::model {
namespace {

using value::Type;
using yaml::Value;

/// Where an entry or item is in a text.
struct EntryPlace {
  std::size_t start = 0;   // of its key or dash
  std::size_t behind = 0;  // where a comment on its line would come
  yaml::Path path = {};
};

enum class Where : std::uint8_t { above, behind, below };

struct Comment {
  std::string_view text;
  Where where = Where::above;
  std::string owner = {};  // the entry or item it belongs to; empty: none
  std::string outer = {};  // what that is in
  std::size_t at = 0;      // of `#`
};

class CommentReader {
 public:
  CommentReader(std::string_view text, const Type& record) : text_(text), record_(record) {
    yaml::parse(text_, tree_);
    root_ = yaml::value_of(text_, tree_);
    yaml::Path path;
    place_children({}, path);
  }

  /// Null: there is no entry or item of that name.
  const EntryPlace* find(std::string_view name) const {
    const auto found = std::ranges::find_if(
        placed_, [&](const EntryPlace& placed) { return name_of(placed.path) == name; });
    return name.empty() || found == placed_.end() ? nullptr : &*found;
  }

  std::vector<Comment> comments() const {
    std::vector<Comment> found;
    for (const auto text : layout_.comments(0, text_.size()))
      found.push_back(comment(text, static_cast<std::size_t>(text.data() - text_.data())));
    return found;
  }

 private:
  /// "contacts.m1.use"
  std::string name_of(const yaml::Path& path) const { return spell(path, record_, root_); }

  std::string outer_name(yaml::Path path) const {
    path.pop_back();
    return name_of(path);
  }

  void place_children(const yaml::Spot& parent, yaml::Path& path) {
    std::size_t number = 0;
    for (auto spot = layout_.first_child(parent); spot; spot = layout_.next(*spot)) {
      const yaml::Node& node = tree_.nodes[spot->node];
      path.push_back({std::string(text_.substr(node.key_offset, node.key_length)), number++});
      if (node.key_length != 0) path.back().item = 0;
      placed_.push_back({layout_.start(*spot), line_end_of(*spot), path});
      place_children(*spot, path);
      path.pop_back();
    }
  }

  std::size_t line_end_of(const yaml::Spot& spot) const {
    const yaml::Node& node = tree_.nodes[spot.node];
    const bool is_one_value = node.kind == yaml::Kind::scalar || node.style == yaml::Style::flow;
    const bool has_header = node.style == yaml::Style::literal || node.style == yaml::Style::folded;
    const std::size_t at = has_header     ? node.offset
                           : is_one_value ? layout_.value_end(spot)
                                          : layout_.start(spot);
    std::size_t end = std::min(text_.find('\n', at), text_.size());
    if (end > at && text_[end - 1] == '\r') --end;
    return end;
  }

  Comment comment(std::string_view text, std::size_t at) const {
    if (!layout_.begins_line(at)) return owned(text, at, Where::behind, last_before(at));
    const std::size_t next = below_comments(layout_.line_start(at));
    const auto below = std::ranges::find(placed_, next, &EntryPlace::start);
    if (next != text_.npos && below != placed_.end()) return owned(text, at, Where::above, &*below);
    return owned(text, at, Where::below, last_before(at));
  }

  Comment owned(std::string_view text, std::size_t at, Where where, const EntryPlace* owner) const {
    if (owner == nullptr) return {text, Where::above, {}, {}, at};
    return {text, where, name_of(owner->path), outer_name(owner->path), at};
  }

  const EntryPlace* last_before(std::size_t at) const {
    const EntryPlace* last = nullptr;
    for (const EntryPlace& placed : placed_)
      if (placed.start < at) last = &placed;
    return last;
  }

  /// Where the first line that is no comment begins to have text; npos behind an empty line.
  std::size_t below_comments(std::size_t line) const {
    for (;;) {
      line = layout_.next_line(line == 0 ? 1 : line + 1);
      if (line >= text_.size()) return text_.npos;
      const std::size_t first = text_.find_first_not_of(' ', line);
      if (first == text_.npos || text_[first] == '\n' || text_[first] == '\r') return text_.npos;
      if (text_[first] != '#') return first;
    }
  }

  std::string_view text_;
  const Type& record_;
  yaml::Tree tree_;
  yaml::Layout layout_{text_, tree_};
  Value root_;
  std::vector<EntryPlace> placed_;
};

using Counts = std::map<std::string, std::size_t, std::less<>>;

Counts counts_of(const std::vector<Comment>& comments) {
  Counts counts;
  for (const Comment& comment : comments) ++counts[std::string(comment.text)];
  return counts;
}

std::size_t count_in(const Counts& counts, std::string_view text) {
  const auto found = counts.find(text);
  return found == counts.end() ? 0 : found->second;
}

/// How often the result should have it.
std::size_t wanted(std::size_t base, std::size_t ours, std::size_t theirs) {
  if (base == ours) return theirs;
  return base == theirs ? ours : std::max(ours, theirs);
}

bool still_says(const std::string& text, const Value& meant) {
  return yaml::read_value(text) == meant;
}

class CommentMerger {
 public:
  CommentMerger(std::string merged, const Type& record)
      : text_(std::move(merged)), record_(record) {
    yaml::Tree tree;
    yaml::parse(text_, tree);
    meant_ = yaml::value_of(text_, tree);
  }

  void remove(std::string_view comment) {
    std::string changed = text_;
    const CommentReader reader(text_, record_);
    for (const Comment& found : reader.comments()) {
      if (found.text != comment) continue;
      std::size_t start = found.at;
      std::size_t end = found.at + found.text.size();
      while (start > 0 && text_[start - 1] == ' ') --start;
      if (found.where != Where::behind) end = std::min(text_.find('\n', end), end + 1) + 1;
      changed.erase(start, std::min(end, text_.size()) - start);
      break;
    }
    keep(changed);
  }

  void add(const Comment& comment) {
    const CommentReader reader(text_, record_);
    if (const EntryPlace* const owner = reader.find(comment.owner)) {
      if (comment.where == Where::behind && put_behind(comment, *owner)) return;
      if (comment.where == Where::below && put_below(comment)) return;
      if (put_above(comment, *owner)) return;
    }
    if (const EntryPlace* const outer = reader.find(comment.outer))
      if (put_above(comment, *outer)) return;
    if (comment.where != Where::below || !put_below(comment)) put_first(comment);
  }

  std::string take() { return std::move(text_); }

 private:
  bool put_behind(const Comment& comment, const EntryPlace& placed) {
    const std::size_t line = line_start(placed.behind);
    if (text_.substr(line, placed.behind - line).find(" #") != std::string::npos) return false;
    std::string changed = text_;
    changed.insert(placed.behind, "  " + std::string(comment.text));
    return keep(changed);
  }

  bool put_above(const Comment& comment, const EntryPlace& placed) {
    const std::size_t line = line_start(placed.start);
    const std::size_t column = text_.find_first_not_of(' ', line) - line;
    return put_line(comment, line, column);
  }

  bool put_below(const Comment& comment) {
    std::string changed = text_;
    if (!changed.ends_with('\n')) changed += '\n';
    changed += std::string(comment.text) + line_end();
    return keep(changed);
  }

  void put_first(const Comment& comment) {
    put_line(comment, text_.starts_with("\xef\xbb\xbf") ? 3 : 0, 0);
  }

  bool put_line(const Comment& comment, std::size_t line, std::size_t column) {
    std::string changed = text_;
    changed.insert(line, std::string(column, ' ') + std::string(comment.text) + line_end());
    return keep(changed);
  }

  std::string line_end() const { return text_.find("\r\n") == std::string::npos ? "\n" : "\r\n"; }

  std::size_t line_start(std::size_t at) const {
    const std::size_t feed = at == 0 ? std::string::npos : text_.rfind('\n', at - 1);
    if (feed != std::string::npos) return feed + 1;
    return text_.starts_with("\xef\xbb\xbf") ? 3 : 0;
  }

  bool keep(std::string& changed) {
    if (!still_says(changed, meant_)) return false;
    text_ = std::move(changed);
    return true;
  }

  std::string text_;
  const Type& record_;
  Value meant_;
};

}  // namespace

std::string merge_comments(std::string merged, std::string_view base, std::string_view ours,
                           std::string_view theirs, const Type& record) {
  const auto has_comment = [](std::string_view text) { return text.find('#') != text.npos; };
  if (!has_comment(base) && !has_comment(ours) && !has_comment(theirs)) return merged;
  const auto read = [&record](std::string_view text) {
    return CommentReader(text, record).comments();
  };
  const auto mine = read(ours);
  const auto others = read(theirs);
  const Counts in_base = counts_of(read(base));
  const Counts in_ours = counts_of(mine);
  const Counts in_theirs = counts_of(others);
  const auto wanted_of = [&](std::string_view text) {
    return wanted(count_in(in_base, text), count_in(in_ours, text), count_in(in_theirs, text));
  };
  Counts now = counts_of(read(merged));
  CommentMerger merger(std::move(merged), record);
  for (const auto& [text, count] : Counts(now))
    for (std::size_t i = wanted_of(text); i < count; ++i, --now[text]) merger.remove(text);
  for (const auto* side : {&mine, &others})
    for (const Comment& comment : *side) {
      std::size_t& has = now[std::string(comment.text)];
      if (has >= wanted_of(comment.text)) continue;
      merger.add(comment);
      ++has;
    }
  return merger.take();
}

}  // namespace rapport::model
