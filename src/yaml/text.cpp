// What quoted and block scalars say. Their form was checked when they were read.
#include "yaml/check.hpp"
#include "yaml/hex.hpp"
#include "yaml/tree.hpp"

#include <algorithm>
#include <cstring>

namespace rapport::yaml {
namespace {

/// Text written into an arena, at most as long as its raw form.
class Sink {
 public:
  Sink(base::Arena& arena, std::size_t room)
      : arena_(arena), start_(static_cast<char*>(arena.bytes(room, 1))), at_(start_), room_(room) {}

  void put(char c) { *at_++ = c; }
  void put(std::string_view text) {
    if (text.empty()) return;
    std::memcpy(at_, text.data(), text.size());
    at_ += text.size();
  }
  void put(std::size_t count, char c) {
    while (count-- > 0) put(c);
  }
  void put_point(char32_t point) {
    const auto tail = [&](int shift) { put(static_cast<char>(0x80 | (point >> shift & 0x3f))); };
    if (point < 0x80) {
      put(static_cast<char>(point));
    } else if (point < 0x800) {
      put(static_cast<char>(0xc0 | point >> 6));
      tail(0);
    } else if (point < 0x10000) {
      put(static_cast<char>(0xe0 | point >> 12));
      tail(6);
      tail(0);
    } else {
      put(static_cast<char>(0xf0 | point >> 18));
      tail(12);
      tail(6);
      tail(0);
    }
  }
  std::string_view text() {
    const auto size = static_cast<std::size_t>(at_ - start_);
    arena_.shrink(room_ - size);
    return {start_, size};
  }

 private:
  base::Arena& arena_;
  char* const start_;
  char* at_;
  const std::size_t room_;
};

std::string_view single_quoted(std::string_view inner, base::Arena& arena) {
  if (inner.find('\'') == std::string_view::npos) return inner;
  Sink sink(arena, inner.size());
  for (std::size_t i = 0; i < inner.size(); ++i) {
    sink.put(inner[i]);
    if (inner[i] == '\'') ++i;
  }
  return sink.text();
}

std::string_view double_quoted(std::string_view inner, base::Arena& arena) {
  if (inner.find('\\') == std::string_view::npos) return inner;
  Sink sink(arena, inner.size());
  for (std::size_t i = 0; i < inner.size(); ++i) {
    if (inner[i] != '\\') {
      sink.put(inner[i]);
      continue;
    }
    const char kind = inner[++i];
    if (kind == 'u' || kind == 'U') {
      char32_t point = 0;
      for (int digits = kind == 'u' ? 4 : 8; digits > 0; --digits)
        point = point << 4 | static_cast<char32_t>(hex_digit(inner[++i]));
      sink.put_point(point);
    } else {
      sink.put(kind == 'n' ? '\n' : kind == 't' ? '\t' : kind);
    }
  }
  return sink.text();
}

/// One line off `text`, without its line end; `ended`: it had one.
std::string_view take_line(std::string_view& text, bool& ended) {
  const std::size_t feed = text.find('\n');
  ended = feed != std::string_view::npos;
  std::string_view line = text.substr(0, feed);
  text.remove_prefix(ended ? feed + 1 : text.size());
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::size_t leading_spaces(std::string_view line) {
  const std::size_t spaces = line.find_first_not_of(' ');
  return spaces == std::string_view::npos ? line.size() : spaces;
}

/// The column that an indentation digit counts from: of the key, or of the dash of an item.
std::size_t base_column(std::string_view file, std::string_view raw) {
  const auto header = static_cast<std::size_t>(raw.data() - file.data());
  std::size_t start = header;
  while (start > 0 && file[start - 1] != '\n') --start;
  if (start == 0 && file.starts_with("\xef\xbb\xbf")) start = 3;
  std::size_t at = file.find_first_not_of(' ', start);
  if (file[at] == '-' && file[at + 1] == ' ') {
    const std::size_t inner = file.find_first_not_of(' ', at + 1);
    if (inner != header) at = inner;
  }
  return at - start;
}

struct Header {
  std::size_t digit = 0;
  char chomp = 0;
};

Header read_header(std::string_view line) {
  Header header;
  for (const char c : line.substr(1, 2)) {
    if (c >= '1' && c <= '9')
      header.digit = static_cast<std::size_t>(c - '0');
    else if (c == '-' || c == '+')
      header.chomp = c;
    else
      break;
  }
  return header;
}

std::size_t text_indent(std::string_view lines) {
  bool ended = false;
  while (!lines.empty()) {
    const std::string_view line = take_line(lines, ended);
    const std::size_t spaces = leading_spaces(line);
    if (spaces < line.size()) return spaces;
  }
  return 0;
}

bool is_white(char c) { return c == ' ' || c == '\t'; }

/// Lines with `indent` taken off. Between two lines that begin with no white space a folded text
/// has a space instead of one line end, and one line end less instead of several.
std::string_view block(std::string_view lines, std::size_t indent, bool folded, char chomp,
                       base::Arena& arena) {
  Sink sink(arena, lines.size());
  std::size_t breaks = 0;  // since the last line with text
  bool is_first = true;
  bool was_white = false;
  while (!lines.empty()) {
    bool ended = false;
    std::string_view line = take_line(lines, ended);
    line.remove_prefix(std::min(leading_spaces(line), indent));
    if (!line.empty()) {
      const bool folds = folded && !is_first && !was_white && !is_white(line.front());
      if (folds && breaks == 1)
        sink.put(' ');
      else
        sink.put(folds ? breaks - 1 : breaks, '\n');
      sink.put(line);
      was_white = is_white(line.front());
      is_first = false;
      breaks = 0;
    }
    if (ended) ++breaks;
  }
  if (chomp == '+')
    sink.put(breaks, '\n');
  else if (chomp == 0 && breaks > 0)
    sink.put('\n');
  return sink.text();
}

}  // namespace

std::string_view text_of(std::string_view file, std::string_view raw, Style style,
                         base::Arena& arena) {
  switch (style) {
    case Style::single_quoted:
      return single_quoted(raw.substr(1, raw.size() - 2), arena);
    case Style::double_quoted:
      return double_quoted(raw.substr(1, raw.size() - 2), arena);
    case Style::literal:
    case Style::folded: {
      std::string_view lines = raw;
      bool ended = false;
      const Header header = read_header(take_line(lines, ended));
      const std::size_t indent =
          header.digit == 0 ? text_indent(lines) : base_column(file, raw) + header.digit;
      return block(lines, indent, style == Style::folded, header.chomp, arena);
    }
    default:
      return raw;
  }
}

}  // namespace rapport::yaml
