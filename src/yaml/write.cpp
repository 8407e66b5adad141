#include "yaml/write.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"

#include <algorithm>
#include <iterator>

namespace rapport::yaml {
namespace {

constexpr std::size_t width_limit = 100;
constexpr std::size_t step = 2;

/// The reader itself says what it takes for a plain scalar.
bool reads_back(const std::string& line, std::string_view text) {
  Tree tree;
  if (parse(line, tree).error.problem != Problem::none) return false;
  const Node& last = tree.nodes.back();
  return last.style == Style::plain &&
         std::string_view(line).substr(last.offset, last.length) == text;
}

/// Text that YAML 1.1 takes for true or false; rapport reads such a text by its field. The small
/// words for yes and no mean the same in both, where a field takes them.
bool is_truth_word(std::string_view text, bool in_list) {
  constexpr std::string_view words[] = {"y", "n", "yes", "no", "on", "off", "true", "false"};
  const auto small = base::lower_ascii(text);
  if (std::ranges::find(words, small) == std::end(words)) return false;
  const bool is_flag = text == "yes" || text == "no" || text == "true" || text == "false";
  return in_list || !is_flag;
}

/// Text that YAML 1.1 takes for a number, and writes in another way: 0041, +41, 12:30, 1_000, 1e3.
bool is_other_number(std::string_view text) {
  const bool has_sign = text.starts_with('+') || text.starts_with('-');
  const auto digits = text.substr(has_sign ? 1 : 0);
  if (digits.empty() || !(base::is_digit(digits.front()) || digits.front() == '.')) return false;
  const bool is_hex = digits.starts_with("0x");
  const auto signs = is_hex ? "0123456789abcdefABCDEFx_" : "0123456789_:.eE+";
  if (digits.find_first_not_of(signs) != std::string_view::npos) return false;
  const bool is_decimal =
      !has_sign && digits.find_first_not_of("0123456789") == std::string_view::npos;
  return !(is_decimal && (digits.size() == 1 || digits.front() != '0'));
}

bool needs_quotes(std::string_view text, bool in_list) {
  return is_truth_word(text, in_list) || is_other_number(text);
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t") == std::string_view::npos;
}

/// Lines with text at both ends and no odd white space at the start: what `|` holds without doubt.
bool fits_block(std::string_view text) {
  if (text.find('\r') != std::string_view::npos) return false;
  if (text.ends_with('\n')) text.remove_suffix(1);
  const std::string_view first = text.substr(0, text.find('\n'));
  const std::string_view last = text.substr(text.rfind('\n') + 1);
  return !is_blank(first) && !is_blank(last);
}

/// Lines that fold into `text`: none begins or ends with white space.
bool fits_folded(std::string_view text) {
  if (!fits_block(text)) return false;
  while (true) {
    const std::size_t feed = text.find('\n');
    const std::string_view line = text.substr(0, feed);
    const auto is_white = [](char c) { return c == ' ' || c == '\t'; };
    if (!line.empty() && (is_white(line.front()) || is_white(line.back()))) return false;
    if (feed == std::string_view::npos) return true;
    text.remove_prefix(feed + 1);
  }
}

std::string block_header(char kind, std::string_view text) {
  std::string out(1, kind);
  if (text.front() == ' ' || text.front() == '\t') out += '2';
  if (!text.ends_with('\n')) out += '-';
  return out;
}

void put_block_line(std::string& out, std::string_view line, std::size_t column) {
  out += '\n';
  if (!line.empty()) out.append(column + step, ' ') += line;
}

std::string block_text(std::string_view text, std::size_t column) {
  std::string out = block_header('|', text);
  if (text.ends_with('\n')) text.remove_suffix(1);
  while (true) {
    const std::size_t feed = text.find('\n');
    put_block_line(out, text.substr(0, feed), column);
    if (feed == std::string_view::npos) return out;
    text.remove_prefix(feed + 1);
  }
}

/// How much of a line of text goes on one line of a folded scalar: up to a single space between two
/// words.
std::size_t fold_at(std::string_view line, std::size_t room) {
  std::size_t best = line.size();
  for (std::size_t i = 1; i + 1 < line.size(); ++i) {
    if (line[i] != ' ' || line[i - 1] == ' ' || line[i - 1] == '\t' || line[i + 1] == ' ' ||
        line[i + 1] == '\t')
      continue;
    if (base::width(line.substr(0, i)) > room && best != line.size()) break;
    best = i;
  }
  return best;
}

std::string folded_text(std::string_view text, std::size_t column) {
  std::string out = block_header('>', text);
  if (text.ends_with('\n')) text.remove_suffix(1);
  const std::size_t room = width_limit > column + step ? width_limit - column - step : 1;
  while (true) {
    const std::size_t feed = text.find('\n');
    std::string_view line = text.substr(0, feed);
    while (base::width(line) > room) {
      const std::size_t end = fold_at(line, room);
      if (end == line.size()) break;
      put_block_line(out, line.substr(0, end), column);
      line.remove_prefix(end + 1);
    }
    put_block_line(out, line, column);
    if (feed == std::string_view::npos) return out;
    out += '\n';  // a line end alone would be a space
    if (line.empty()) out.pop_back();
    text.remove_prefix(feed + 1);
  }
}

bool is_list_of_scalars(const Value& value) {
  if (value.kind != Kind::list) return false;
  for (const Value& item : value.children)
    if (item.kind != Kind::scalar) return false;
  return true;
}

bool goes_in_brackets(const Value& value, std::size_t used) {
  if (value.kind == Kind::scalar) return false;
  if (value.in_brackets || value.children.empty()) return true;
  return is_list_of_scalars(value) && used + base::width(write_flow(value)) <= width_limit;
}

}  // namespace

std::string double_quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n')
      out += "\\n";
    else if (c == '\t')
      out += "\\t";
    else
      out += c;
  }
  return out + '"';
}

std::string scalar(std::string_view text, std::size_t column) {
  if (text.find('\n') != std::string_view::npos && fits_block(text))
    return block_text(text, column);
  std::string line = "a: ";
  line += text;
  return reads_back(line, text) && !needs_quotes(text, false) ? std::string(text)
                                                              : double_quoted(text);
}

std::string scalar_in_style(std::string_view text, Style style, std::size_t column) {
  const bool is_line = text.find('\n') == std::string_view::npos;
  if (style == Style::single_quoted && is_line)
    return "'" + base::replace_all(text, "'", "''") + "'";
  if (style == Style::double_quoted && is_line) return double_quoted(text);
  if (style == Style::literal && fits_block(text)) return block_text(text, column);
  if (style == Style::folded && fits_folded(text)) return folded_text(text, column);
  return scalar(text, column);
}

bool is_plain_in_flow(std::string_view text) {
  std::string line = "a: [";
  (line += text) += ']';
  return reads_back(line, text);
}

std::string flow_scalar(std::string_view text) {
  return is_plain_in_flow(text) && !needs_quotes(text, false) ? std::string(text)
                                                              : double_quoted(text);
}

namespace {

/// No field that takes yes or no is a list: there `no` is the language Norwegian.
bool is_truth_item(const Value& item) {
  return item.kind == Kind::scalar && is_truth_word(item.text, true);
}

}  // namespace

std::string write_flow(const Value& value, Style style) {
  if (value.kind == Kind::scalar) {
    const bool is_quoted = style == Style::single_quoted || style == Style::double_quoted;
    return is_quoted && value.text.find('\n') == std::string::npos
               ? scalar_in_style(value.text, style)
               : flow_scalar(value.text);
  }
  const bool is_mapping = value.kind == Kind::mapping;
  std::string out = is_mapping ? "{" : "[";
  for (std::size_t i = 0; i < value.children.size(); ++i) {
    if (i > 0) out += ", ";
    if (is_mapping) out += value.keys[i] + ": ";
    out += !is_mapping && is_truth_item(value.children[i]) ? double_quoted(value.children[i].text)
                                                           : write_flow(value.children[i]);
  }
  return out + (is_mapping ? '}' : ']');
}

ValueText write(const Value& value, std::size_t column, std::size_t key_width, Style style) {
  if (value.kind == Kind::scalar) {
    std::string written = scalar_in_style(value.text, style, column);
    const std::size_t feed = written.find('\n');
    if (feed == std::string::npos) return {' ' + written, {}};
    return {' ' + written.substr(0, feed), written.substr(feed + 1) + '\n'};
  }
  if (goes_in_brackets(value, column + key_width + 1)) return {' ' + write_flow(value), {}};
  std::string body;
  for (std::size_t i = 0; i < value.children.size(); ++i) {
    body += value.kind == Kind::list ? write_item(value.children[i], column + step)
                                     : write_entry(value.keys[i], value.children[i], column + step);
  }
  return {{}, body};
}

std::string write_entry(std::string_view key, const Value& value, std::size_t column) {
  const ValueText written = write(value, column, key.size() + 1);
  std::string out(column, ' ');
  ((out += key) += ':') += written.head;
  return out + '\n' + written.body;
}

std::string write_item(const Value& item, std::size_t column) {
  std::string out(column, ' ');
  out += '-';
  if (item.kind == Kind::mapping && !item.in_brackets && !item.children.empty()) {
    // The first entry stands behind the dash, the others below it.
    std::string entries;
    for (std::size_t i = 0; i < item.children.size(); ++i)
      entries += write_entry(item.keys[i], item.children[i], column + step);
    out += ' ';
    return out + entries.substr(column + step);
  }
  if (is_truth_item(item)) return out + ' ' + double_quoted(item.text) + '\n';
  // A list in a list has no block form.
  const ValueText written =
      item.kind == Kind::list ? ValueText{' ' + write_flow(item), {}} : write(item, column, 1);
  return out + written.head + '\n' + written.body;
}

}  // namespace rapport::yaml
