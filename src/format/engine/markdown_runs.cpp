#include "format/engine/markdown_runs.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "format/engine/terminal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace rapport::format {
namespace {

bool is_special(char c) {
  return std::string_view("\\`*_[]<>&~|$").find(c) != std::string_view::npos;
}

bool is_punctuation(char32_t point) {
  if (point < 0x80)
    return point > ' ' && !(point >= '0' && point <= '9') && !(point >= 'a' && point <= 'z') &&
           !(point >= 'A' && point <= 'Z');
  return (point >= 0xA1 && point <= 0xBF) || (point >= 0x2010 && point <= 0x2060) ||
         (point >= 0x3001 && point <= 0x303F);
}

char32_t first_point(std::string_view text) { return base::next_code_point(text); }

std::size_t last_start(std::string_view text) {
  std::size_t start = text.size() - 1;
  while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80) --start;
  return start;
}

char32_t last_point(std::string_view text) { return first_point(text.substr(last_start(text))); }

std::string as_number(char32_t point) { return fmt::format("&#{};", static_cast<unsigned>(point)); }

/// The length of "12." at the start of a line that would open a list, or 0.
std::size_t list_number(std::string_view text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const bool opens =
      digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')');
  return opens ? digits : 0;
}

/// "http://" and "www." become links in many readers without any markup.
bool opens_address(std::string_view text, std::size_t at) {
  if (text[at] == ':') return text.substr(at).starts_with("://");
  return text[at] == '.' && at >= 3 && base::lower_ascii(text.substr(at - 3, 3)) == "www";
}

struct Look {
  bool strong = false;
  bool emphasis = false;
  std::string link = {};

  bool operator==(const Look&) const = default;
};

class MarkdownRuns {
 public:
  MarkdownRuns(std::string_view line_break, bool is_cell)
      : line_break_(line_break), is_cell_(is_cell) {}

  void add(const view::Run& run) {
    if (run.line_break) {
      close_all();
      trim_end();
      out_ += line_break_;
      after_mark_ = after_code_ = false;
      return;
    }
    if (run.code && !touches_code()) return add_code(run);
    std::string_view text = run.text;
    const auto is_space = [](char c) { return c == ' ' || c == '\n' || c == '\t'; };
    // Marks must touch a word: space goes outside of them.
    std::size_t lead = 0;
    while (lead < text.size() && is_space(text[lead])) ++lead;
    std::size_t tail = text.size();
    while (tail > lead && is_space(text[tail - 1])) --tail;
    if (lead > 0) space();
    if (lead == tail) return;
    switch_to(look_of(run), first_point(text.substr(lead)));
    put(text.substr(lead, tail - lead));
    if (tail < text.size()) pending_space_ = true;
  }

  std::string take() {
    close_all();
    return std::move(out_);
  }

 private:
  static Look look_of(const view::Run& run) {
    return {run.strong, run.emphasis, view::is_safe_link(run.link) ? run.link : std::string()};
  }

  /// Two pieces of code side by side would become one: the second is written as text.
  bool touches_code() const { return after_code_ && !pending_space_ && out_.ends_with('`'); }

  bool at_line_start() const { return out_.empty() || out_.back() == '\n'; }

  void space() { pending_space_ = true; }

  void trim_end() { pending_space_ = false; }

  void flush_space() {
    if (!std::exchange(pending_space_, false) || at_line_start()) return;
    out_ += ' ';
    after_mark_ = false;
  }

  void put(std::string_view text) {
    std::string shown = markdown_text(text, at_line_start() && !is_cell_);
    // A closing mark between punctuation and a letter would not close.
    if (after_mark_ && is_punctuation(before_mark_) && !is_punctuation(first_point(shown))) {
      std::string_view rest = shown;
      const char32_t point = base::next_code_point(rest);
      shown = as_number(point) + std::string(rest);
    }
    after_mark_ = after_code_ = false;
    out_ += shown;
  }

  void switch_to(Look look, char32_t next) {
    if (look == look_) return flush_space();
    close_all();
    flush_space();
    if (after_mark_) look.strong = look.emphasis = false;
    const bool opens = look.strong || look.emphasis;
    if (opens && is_punctuation(next)) guard_before();
    if (!look.link.empty()) {
      if (out_.ends_with('!')) out_.insert(out_.size() - 1, "\\");  // else it would be an image
      out_ += '[';
    }
    if (look.strong) out_ += "**";
    if (look.emphasis) out_ += '*';
    if (!look.link.empty()) after_mark_ = false;
    look_ = look;
  }

  /// An opening mark between a letter and punctuation would not open: the letter is written as a
  /// number, which ends in punctuation.
  void guard_before() {
    if (at_line_start() || out_.back() == ' ' || is_punctuation(last_point(out_))) return;
    const char32_t point = last_point(out_);
    out_.resize(last_start(out_));
    out_ += as_number(point);
  }

  void close_all() {
    if (look_ == Look()) return;
    before_mark_ = last_point(out_);
    if (look_.emphasis) out_ += '*';
    if (look_.strong) out_ += "**";
    if (look_.emphasis || look_.strong) after_mark_ = true;
    if (!look_.link.empty()) {
      out_ += "](" + escaped_link(look_.link) + ")";
      after_mark_ = false;
    }
    look_ = {};
  }

  static std::string escaped_link(const std::string& link) {
    std::string out;
    for (const char c : link) {
      if (std::string_view("()*_&\\").find(c) != std::string_view::npos) out += '\\';
      out += c;
    }
    return out;
  }

  void add_code(const view::Run& run) {
    switch_to(look_of(run), U'`');
    const std::string text = one_line(run.text);
    std::size_t longest = 0;
    for (std::size_t at = text.find('`'); at < text.size(); at = text.find('`', at)) {
      const std::size_t end = std::min(text.find_first_not_of('`', at), text.size());
      longest = std::max(longest, end - at);
      at = end;
    }
    const std::string fence(longest + 1, '`');
    const char* pad = text.starts_with('`') || text.ends_with('`') ? " " : "";
    out_ += fence + pad + (is_cell_ ? base::replace_all(text, "|", "\\|") : text) + pad + fence;
    after_mark_ = false;
    after_code_ = true;
  }

  std::string_view line_break_;
  std::string out_;
  Look look_;
  bool pending_space_ = false;
  bool after_mark_ = false;
  bool after_code_ = false;
  char32_t before_mark_ = U' ';
  bool is_cell_;
};

}  // namespace

std::string markdown_text(std::string_view text, bool at_line_start) {
  const std::string line = one_line(text);
  const std::size_t number = at_line_start ? list_number(line) : 0;
  std::string out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    const bool opens_block =
        at_line_start && i == 0 && std::string_view("+-=").find(c) != std::string_view::npos;
    // At the start it makes a heading, at the end of one it would be dropped.
    const bool is_hash = c == '#' && (i == 0 || line[i - 1] == ' ');
    if (is_special(c) || opens_block || is_hash || (number > 0 && i == number) ||
        opens_address(line, i))
      out += '\\';
    out += c;
  }
  return out;
}

std::string markdown_runs(const view::Runs& runs) {
  MarkdownRuns writer("\\\n", false);
  for (const auto& run : runs) writer.add(run);
  return writer.take();
}

std::string markdown_cell(const view::Runs& runs, std::string_view line_break) {
  MarkdownRuns writer(line_break, true);
  for (const auto& run : runs) writer.add(run);
  return writer.take();
}

}  // namespace rapport::format
