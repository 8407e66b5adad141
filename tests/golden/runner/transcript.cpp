#include "transcript.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace golden {
namespace {

using rapport::base::lines;
using rapport::base::trim;

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

/// One line of output as it is in the file, to what the program printed.
void append_decoded(std::string& out, std::string_view line) {
  if (!line.starts_with('\\')) {
    out.append(line).append("\n");
    return;
  }
  line.remove_prefix(1);
  while (!line.empty()) {
    if (line == "\\c") return;
    if (line.starts_with("\\\\")) {
      out += '\\';
      line.remove_prefix(2);
    } else if (line.starts_with("\\x") && line.size() >= 4 && hex_value(line[2]) >= 0 &&
               hex_value(line[3]) >= 0) {
      out += static_cast<char>(hex_value(line[2]) * 16 + hex_value(line[3]));
      line.remove_prefix(4);
    } else {
      out += line.front();
      line.remove_prefix(1);
    }
  }
  out += '\n';
}

bool is_plain(std::string_view line) {
  const auto special = {"$ ", "! ", "? ", "\\"};
  return line != "!" && line != "$" &&
         std::ranges::none_of(special, [&](auto start) { return line.starts_with(start); }) &&
         std::ranges::none_of(line, [](char c) {
           return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F;
         });
}

std::string escaped(std::string_view line) {
  std::string out = "\\";
  for (const char c : line) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\\')
      out += "\\\\";
    else if ((byte < 0x20 && c != '\t') || byte == 0x7F)
      out += fmt::format("\\x{:02x}", byte);
    else
      out += c;
  }
  return out;
}

/// What a program printed, as lines of the file.
std::vector<std::string> encoded(std::string_view text, bool directly_below_command) {
  std::vector<std::string> result;
  bool complete = true;
  while (!text.empty()) {
    const auto end = text.find('\n');
    complete = end != text.npos;
    const auto line = text.substr(0, end);
    const bool continues = directly_below_command && result.empty() && line.starts_with("> ");
    result.push_back(is_plain(line) && !continues ? std::string(line) : escaped(line));
    text.remove_prefix(complete ? end + 1 : text.size());
  }
  if (!complete) {
    if (!result.back().starts_with('\\')) result.back().insert(0, 1, '\\');
    result.back() += "\\c";
  }
  for (auto line = result.rbegin(); line != result.rend() && line->empty(); ++line) *line = "\\";
  return result;
}

/// Reads the file line by line; what a line means depends on where it stands.
class Reader {
 public:
  explicit Reader(std::string_view text) : lines_(lines(text)) {}

  Transcript read() {
    Transcript transcript;
    while (!at_end() && !at_command()) read_preamble(transcript);
    while (!at_end()) transcript.steps.push_back(read_step());
    return transcript;
  }

 private:
  bool at_end() const { return at_ == lines_.size(); }
  bool at_command() const { return lines_[at_].starts_with("$ "); }

  void read_preamble(Transcript& transcript) {
    const auto line = lines_[at_++];
    transcript.preamble.emplace_back(line);
    if (line.starts_with("# fixture:")) transcript.fixture = trim(line.substr(10));
    if (line.starts_with("# today:")) transcript.today = trim(line.substr(8));
  }

  Step read_step() {
    Step step;
    step.line = at_ + 1;
    step.command = lines_[at_++].substr(2);
    for (; !at_end() && lines_[at_].starts_with("> "); ++at_)
      step.command.append("\n").append(lines_[at_].substr(2));
    std::size_t blank = 0;
    while (!at_end() && !at_command()) {
      const auto line = lines_[at_++];
      if (line.starts_with("? ")) {
        std::from_chars(line.data() + 2, line.data() + line.size(), step.expected.status);
        while (!at_end() && !at_command()) step.comment.emplace_back(lines_[at_++]);
        break;
      }
      if (line == "!" || line.starts_with("! ")) {
        append_decoded(step.expected.err, line.substr(std::min<std::size_t>(2, line.size())));
      } else if (line.empty()) {
        ++blank;  // part of the output only when more of it follows
      } else {
        step.expected.out.append(blank, '\n');
        blank = 0;
        append_decoded(step.expected.out, line);
      }
    }
    return step;
  }

  std::vector<std::string_view> lines_;
  std::size_t at_ = 0;
};

std::vector<std::string> output_lines(const Output& output) {
  auto all = encoded(output.out, false);
  for (const auto& line : encoded(output.err, false))
    all.push_back(line.empty() ? "!" : "! " + line);
  if (output.status != 0) all.push_back(fmt::format("? {}", output.status));
  return all;
}

}  // namespace

Transcript parse(std::string_view text) { return Reader(text).read(); }

std::string render(const Transcript& transcript) {
  std::string text;
  const auto add = [&text](std::string_view line) { text.append(line).append("\n"); };
  for (const auto& line : transcript.preamble) add(line);
  for (const auto& step : transcript.steps) {
    add("$ " + rapport::base::replace_all(step.command, "\n", "\n> "));
    for (const auto& line : encoded(step.expected.out, true)) add(line);
    for (const auto& line : encoded(step.expected.err, false))
      add(line.empty() ? "!" : "! " + line);
    if (step.expected.status != 0 || !step.comment.empty())
      add(fmt::format("? {}", step.expected.status));
    for (const auto& line : step.comment) add(line);
    if (step.comment.empty() && &step != &transcript.steps.back()) add("");
  }
  return text;
}

std::string difference(const Output& expected, const Output& actual) {
  const auto left = output_lines(expected);
  const auto right = output_lines(actual);
  // The longest common subsequence, from the end; outputs are short.
  std::vector<std::vector<std::size_t>> common(left.size() + 1,
                                               std::vector<std::size_t>(right.size() + 1));
  for (std::size_t i = left.size(); i-- > 0;)
    for (std::size_t j = right.size(); j-- > 0;)
      common[i][j] = left[i] == right[j] ? common[i + 1][j + 1] + 1
                                         : std::max(common[i + 1][j], common[i][j + 1]);
  std::string text;
  for (std::size_t i = 0, j = 0; i < left.size() || j < right.size();) {
    if (i < left.size() && j < right.size() && left[i] == right[j]) {
      text += fmt::format("   {}\n", left[i++]), ++j;
    } else if (j == right.size() || (i < left.size() && common[i + 1][j] >= common[i][j + 1])) {
      text += fmt::format(" - {}\n", left[i++]);
    } else {
      text += fmt::format(" + {}\n", right[j++]);
    }
  }
  return text;
}

}  // namespace golden
