#include "store/git_config.hpp"

#include "base/text.hpp"
#include "store/merge_driver.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace rapport::store {
namespace {

class ConfigReader {
 public:
  explicit ConfigReader(std::string_view text) : text_(text) {
    if (text_.starts_with("\xef\xbb\xbf")) at_ = 3;
  }

  std::optional<std::vector<GitSetting>> read() {
    for (skip(" \t\r\n"); !ends(); skip(" \t\r\n")) {
      if (is_comment(peek())) {
        skip_line();
      } else if (peek() == '[') {
        if (!section()) return std::nullopt;
      } else if (!setting()) {
        return std::nullopt;
      }
    }
    return std::move(found_);
  }

 private:
  static bool is_comment(char c) { return c == '#' || c == ';'; }
  bool ends() const { return at_ >= text_.size(); }
  char peek() const { return ends() ? '\n' : text_[at_]; }
  char take() { return ends() ? '\n' : text_[at_++]; }
  void skip(std::string_view these) {
    at_ = std::min(text_.find_first_not_of(these, at_), text_.size());
  }
  void skip_line() { at_ = std::min(text_.find('\n', at_), text_.size()); }

  /// A name of letters, digits, '-' and `more`, in small letters.
  std::string word(std::string_view more) {
    const std::size_t start = at_;
    while (std::isalnum(static_cast<unsigned char>(peek())) != 0 || peek() == '-' ||
           more.find(peek()) != more.npos)
      ++at_;
    return base::lower_ascii(text_.substr(start, at_ - start));
  }

  /// `[name]`, `[name "part"]`, and the old `[name.part]`.
  bool section() {
    ++at_;
    section_ = word(".");
    part_.clear();
    if (const auto dot = section_.find('.'); dot != section_.npos) {
      part_ = section_.substr(dot + 1);
      section_.resize(dot);
    }
    skip(" \t");
    if (peek() == '"') {
      ++at_;
      for (char c = take(); c != '"'; c = take()) {
        if (c == '\\') c = take();
        if (c == '\n') return false;
        part_ += c;
      }
    }
    return !section_.empty() && take() == ']';
  }

  bool setting() {
    GitSetting setting{section_, part_, word({}), "true"};
    if (setting.key.empty() || section_.empty()) return false;
    skip(" \t");
    if (peek() == '=') {
      ++at_;
      skip(" \t");
      setting.value = value();
    } else if (peek() != '\n' && peek() != '\r' && !is_comment(peek())) {
      return false;
    }
    found_.push_back(std::move(setting));
    return true;
  }

  /// To the end of its line, which a backslash puts off; a comment has no such end.
  std::string value() {
    std::string read;
    bool quoted = false;
    for (char c = take(); c != '\n'; c = take()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && is_comment(c)) {
        skip_line();
      } else if (c == '\\') {
        if (peek() == '\r') ++at_;
        c = take();
        if (c != '\n') read += c;
        if (ends()) break;
      } else {
        read += c;
      }
    }
    return std::string(base::trim(read));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string section_;
  std::string part_;
  std::vector<GitSetting> found_;
};

enum class When { set, program, shell, path, helper };

struct Runner {
  std::string_view section;
  std::string_view key;  // empty: any
  When when = When::set;
};

constexpr Runner runners[] = {
    {"core", "hookspath"},
    {"core", "fsmonitor", When::program},
    {"core", "pager"},
    {"core", "editor"},
    {"core", "sshcommand"},
    {"core", "askpass"},
    {"core", "gitproxy"},
    {"core", "alternaterefscommand"},
    {"filter", "clean"},
    {"filter", "smudge"},
    {"filter", "process"},
    {"diff", "external"},
    {"diff", "command"},
    {"diff", "textconv"},
    {"merge", "driver"},
    {"mergetool", "cmd"},
    {"mergetool", "path"},
    {"difftool", "cmd"},
    {"difftool", "path"},
    {"alias", "", When::shell},
    {"pager", "", When::program},
    {"include", "path"},
    {"includeif", "path"},
    {"credential", "helper", When::path},
    {"remote", "uploadpack"},
    {"remote", "receivepack"},
    {"remote", "vcs"},
    {"remote", "url", When::helper},
    {"remote", "pushurl", When::helper},
    {"submodule", "update", When::shell},
    {"submodule", "url", When::helper},
    {"gpg", "program"},
    {"gpg", "defaultkeycommand"},
    {"sequence", "editor"},
    {"interactive", "difffilter"},
    {"browser", "cmd"},
    {"browser", "path"},
    {"man", "cmd"},
    {"man", "path"},
    {"guitool", "cmd"},
    {"trailer", "cmd"},
    {"trailer", "command"},
    {"hook", "command"},
    {"tar", "command"},
    {"imap", "tunnel"},
    {"instaweb", "httpd"},
    {"instaweb", "browser"},
    {"lfs", "path"},
    {"lfs", "clean"},
    {"lfs", "smudge"},
    {"init", "templatedir"},
    {"sendemail", "tocmd"},
    {"sendemail", "cccmd"},
    {"sendemail", "headercmd"},
    {"sendemail", "sendmailcmd"},
    {"sendemail", "smtpserver", When::path},
};

bool is_boolean(std::string_view value) {
  constexpr std::string_view words[] = {"true", "false", "yes", "no", "on", "off", "1", "0", ""};
  return std::ranges::find(words, base::lower_ascii(value)) != std::end(words);
}

/// `ext::program`: a remote that is reached by a program of its own.
bool has_helper(std::string_view url) {
  const auto colons = url.find("::");
  return colons != url.npos && url.substr(0, colons).find('/') == url.npos;
}

bool applies(When when, std::string_view value) {
  switch (when) {
    case When::set:
      return true;
    case When::program:
      return !is_boolean(value);
    case When::shell:
      return value.starts_with('!');
    case When::path:
      return value.starts_with('!') || value.find('/') != value.npos;
    case When::helper:
      return has_helper(value);
  }
  return true;
}

/// The pattern of a line, which may stand in quotes, and its attributes behind it.
std::string_view attributes_of(std::string_view line) {
  line = base::trim(line);
  if (line.empty() || line.starts_with('#')) return {};
  std::size_t end = 0;
  if (line.starts_with('"'))
    for (end = 1; end < line.size() && line[end] != '"'; ++end)
      if (line[end] == '\\') ++end;
  return line.substr(std::min(line.find_first_of(" \t", std::min(end, line.size())), line.size()));
}

}  // namespace

std::optional<std::vector<GitSetting>> read_git_config(std::string_view text) {
  return ConfigReader(text).read();
}

bool runs_program(const GitSetting& setting) {
  if (sets_merge_driver(setting)) return false;
  // Whatever is fetched from there is fetched by a program.
  if (setting.section == "url" && has_helper(setting.part)) return true;
  return std::ranges::any_of(runners, [&](const Runner& runner) {
    return runner.section == setting.section && (runner.key.empty() || runner.key == setting.key) &&
           applies(runner.when, setting.value);
  });
}

std::vector<std::string_view> active_attributes(std::string_view text) {
  // The first three name a driver and do nothing without a value.
  constexpr std::array<std::string_view, 6> active = {
      "filter", "diff", "merge", "working-tree-encoding", "ident", "export-subst"};
  constexpr std::size_t drivers = 3;
  std::array<bool, active.size()> found{};
  for (const auto line : base::lines(text)) {
    if (std::ranges::count(merge_attributes(), base::trim(line)) != 0) continue;
    const auto rest = base::replace_all(attributes_of(line), "\t", " ");
    for (const auto word : base::split(rest, ' ')) {
      const auto equals = word.find('=');
      const auto at = std::ranges::find(active, word.substr(0, equals)) - active.begin();
      const auto index = static_cast<std::size_t>(at);
      if (index < active.size() && (index >= drivers || equals != word.npos)) found[index] = true;
    }
  }
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < active.size(); ++i)
    if (found[i]) names.push_back(active[i]);
  return names;
}

}  // namespace rapport::store
