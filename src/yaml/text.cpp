// What a scalar says: quotes and escapes taken away, block scalars unfolded.
#include "yaml/tree.hpp"

#include <string>

namespace rapport::yaml {
namespace {

void append_utf8(std::string& out, std::uint32_t code) {
  const auto byte = [&out](std::uint32_t value) { out += static_cast<char>(value); };
  if (code < 0x80) return byte(code);
  if (code < 0x800) {
    byte(0xc0 | code >> 6);
  } else if (code < 0x10000) {
    byte(0xe0 | code >> 12);
    byte(0x80 | (code >> 6 & 0x3f));
  } else {
    byte(0xf0 | code >> 18);
    byte(0x80 | (code >> 12 & 0x3f));
    byte(0x80 | (code >> 6 & 0x3f));
  }
  byte(0x80 | (code & 0x3f));
}

std::string double_quoted(std::string_view raw) {
  std::string out;
  for (std::size_t i = 1; i + 1 < raw.size(); ++i) {
    if (raw[i] != '\\') {
      out += raw[i];
      continue;
    }
    const char c = raw[++i];
    const std::size_t digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    if (digits == 0) {
      out += c == 'n' ? '\n' : c == 't' ? '\t' : c;
      continue;
    }
    append_utf8(out, static_cast<std::uint32_t>(
                         std::stoul(std::string(raw.substr(i + 1, digits)), nullptr, 16)));
    i += digits;
  }
  return out;
}

std::string single_quoted(std::string_view raw) {
  std::string out;
  for (std::size_t i = 1; i + 1 < raw.size(); ++i) {
    out += raw[i];
    if (raw[i] == '\'') ++i;
  }
  return out;
}

/// The column of the entry or item that a block scalar belongs to.
std::size_t owner_column(std::string_view file, std::size_t offset) {
  const auto newline = file.rfind('\n', offset);
  const std::size_t start = newline == std::string_view::npos ? 0 : newline + 1;
  std::size_t at = start;
  while (file[at] == ' ') ++at;
  while (file[at] == '-' && file[at + 1] == ' ') {
    std::size_t next = at + 1;
    while (file[next] == ' ') ++next;
    if (next == offset) break;
    at = next;
  }
  return at - start;
}

struct Block {
  std::vector<std::string_view> lines;
  char chomp = 0;
};

Block split(std::string_view file, std::string_view raw) {
  Block block;
  std::size_t digit = 0;
  for (std::size_t i = 1; i < raw.size() && raw[i] != '\n' && raw[i] != ' ' && raw[i] != '\r';
       ++i) {
    if (raw[i] >= '1' && raw[i] <= '9') digit = static_cast<std::size_t>(raw[i] - '0');
    if (raw[i] == '-' || raw[i] == '+') block.chomp = raw[i];
  }
  std::size_t indent = 0;
  if (digit != 0)
    indent = owner_column(file, static_cast<std::size_t>(raw.data() - file.data())) + digit;
  std::size_t at = raw.find('\n');
  while (at != std::string_view::npos && at + 1 <= raw.size()) {
    const auto end = raw.find('\n', at + 1);
    auto line = raw.substr(at + 1, end == std::string_view::npos ? end : end - at - 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    const auto text = line.find_first_not_of(' ');
    if (indent == 0 && text != std::string_view::npos) indent = text;
    block.lines.push_back(line);
    at = end;
  }
  for (auto& line : block.lines)
    line = line.size() > indent ? line.substr(indent) : std::string_view{};
  return block;
}

bool is_more_indented(std::string_view line) {
  return line.starts_with(' ') || line.starts_with('\t');
}

std::string join(const Block& block, bool folded) {
  auto count = block.lines.size();
  while (count > 0 && block.lines[count - 1].empty()) --count;
  std::string out;
  std::size_t breaks = 0;
  bool more = false;
  for (std::size_t i = 0; i < count; ++i) {
    const auto line = block.lines[i];
    if (!folded) {
      out += std::string(i == 0 ? "" : "\n") + std::string(line);
      continue;
    }
    if (line.empty()) {
      ++breaks;
      continue;
    }
    const bool deeper = is_more_indented(line);
    if (out.empty() && breaks == i)
      out.append(breaks, '\n');
    else if (deeper || more)
      out.append(breaks + 1, '\n');
    else
      out += breaks == 0 ? std::string(" ") : std::string(breaks, '\n');
    out += line;
    more = deeper;
    breaks = 0;
  }
  if (block.chomp != '-') out += '\n';
  if (block.chomp == '+') out.append(block.lines.size() - count, '\n');
  return out;
}

}  // namespace

std::string_view text_of(std::string_view file, std::string_view raw, Style style,
                         base::Arena& arena) {
  switch (style) {
    case Style::single_quoted: {
      const auto inside = raw.substr(1, raw.size() - 2);
      return inside.find('\'') == std::string_view::npos ? inside : arena.copy(single_quoted(raw));
    }
    case Style::double_quoted: {
      const auto inside = raw.substr(1, raw.size() - 2);
      return inside.find('\\') == std::string_view::npos ? inside : arena.copy(double_quoted(raw));
    }
    case Style::literal:
      return arena.copy(join(split(file, raw), false));
    case Style::folded:
      return arena.copy(join(split(file, raw), true));
    default:
      return raw;
  }
}

}  // namespace rapport::yaml
