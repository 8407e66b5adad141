#include "store/journal.hpp"

#include "base/digest.hpp"
#include "base/exchange.hpp"
#include "base/temporary.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "store/folder_mode.hpp"
#include "store/layout.hpp"
#include "store/walk.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <set>

namespace rapport::store {
namespace {

using base::Descriptor;

constexpr const char* journal_draft = "journal.new";
constexpr std::string_view first_line = "rapport journal 1";
constexpr std::size_t journal_limit = 64 << 20;

std::string shown_path(std::string_view name) { return fmt::format("{}/{}", own_folder, name); }

bool is_hexadecimal(std::string_view text, std::size_t size) {
  return text.size() == size &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// The word before the next space.
std::string_view take_word(std::string_view& line) {
  const auto space = std::min(line.find(' '), line.size());
  const auto word = line.substr(0, space);
  line.remove_prefix(std::min(space + 1, line.size()));
  return word;
}

/// False when it is neither a digest nor the mark of none.
bool read_digest(std::string_view word, std::optional<std::string>& digest) {
  if (word == "-") return true;
  if (!is_hexadecimal(word, 64)) return false;
  digest = word;
  return true;
}

base::Result<Descriptor> open_own(const Descriptor& root) {
  Descriptor folder = open_folder(root.number(), own_folder);
  if (!folder) return base::failed("open", std::string(own_folder), errno);
  return folder;
}

base::Done sync(const Descriptor& folder) {
  if (::fsync(folder.number()) == 0 || errno == EINVAL) return base::done();
  return base::failed("sync", std::string(own_folder), errno);
}

/// Whole, or not at all.
base::Done write_draft(const Descriptor& folder, std::string_view text) {
  ::unlinkat(folder.number(), journal_draft, 0);  // of a command that was killed while writing it
  constexpr int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
  const mode_t mode = mode_like(folder.number(), 0600) & 0666;
  Descriptor file(::openat(folder.number(), journal_draft, flags, mode));
  if (file && ::fchmod(file.number(), mode) == 0 && base::write_all(file.number(), text) &&
      ::fsync(file.number()) == 0 && file.close())
    return base::done();
  const int error = errno;
  ::unlinkat(folder.number(), journal_draft, 0);
  return base::failed("write", shown_path(journal_draft), error);
}

}  // namespace

base::Result<std::string> new_change_id() {
  std::uint64_t random = 0;
  if (getrandom(&random, sizeof random, 0) != static_cast<ssize_t>(sizeof random))
    return base::failed("name a change in", std::string(own_folder), errno);
  return fmt::format("{:016x}", random);
}

std::string temporary_name(const Journal& journal, std::size_t entry) {
  return fmt::format(".rapport-change-{}-{}.tmp", journal.id, entry);
}

bool is_writable_path(std::string_view path) {
  if (std::ranges::count(files_of_root, path) != 0) return true;
  const auto parts = base::split(path, '/');
  const bool is_schema = parts.size() == 2 && parts.front() == schema_folder;
  if (parts.size() < 2 || (!is_schema && std::ranges::count(folders_of_root, parts.front()) == 0))
    return false;
  if (!base::is_utf8(path)) return false;
  return std::all_of(parts.begin() + 1, parts.end(), [](std::string_view part) {
    return !part.empty() && !part.starts_with('.') && base::printable(part) == part;
  });
}

std::string text_of(const Journal& journal) {
  std::string text = fmt::format("{}\n{}\n", first_line, journal.id);
  for (const JournalEntry& entry : journal.entries)
    text += fmt::format("{} {} {}\n", entry.before.value_or("-"), entry.after.value_or("-"),
                        entry.path);
  return text + base::blake2b_256(text) + "\n";
}

std::optional<Journal> parse_journal(std::string_view text) {
  constexpr std::size_t end = 64 + 1;  // the digest, and the end of its line
  if (text.size() < end || text.back() != '\n') return std::nullopt;
  const auto digest = text.substr(text.size() - end, 64);
  text.remove_suffix(end);
  if (digest != base::blake2b_256(text)) return std::nullopt;
  const auto lines = base::lines(text);
  if (lines.size() < 3 || lines[0] != first_line || !is_hexadecimal(lines[1], 16))
    return std::nullopt;
  Journal journal{std::string(lines[1]), {}};
  std::set<std::string_view> paths;
  for (auto line : std::vector<std::string_view>(lines.begin() + 2, lines.end())) {
    JournalEntry entry;
    const bool right = read_digest(take_word(line), entry.before) &&
                       read_digest(take_word(line), entry.after) && (entry.before || entry.after);
    if (!right || !is_writable_path(line) || !paths.insert(line).second) return std::nullopt;
    entry.path = line;
    journal.entries.push_back(std::move(entry));
  }
  return journal;
}

base::Done write_journal(const Descriptor& root, const Journal& journal) {
  const auto folder = open_own(root);
  if (!folder) return folder.failure();
  if (auto written = write_draft(*folder, text_of(journal)); !written) return written;
  const std::string name(journal_file);
  const base::Replacement files{folder->number(), name, journal_draft, shown_path(name)};
  const auto named = base::move_in(files);
  if (named && *named) {
    if (auto synced = sync(*folder); synced) return synced;
    ::unlinkat(folder->number(), name.c_str(), 0);
  }
  ::unlinkat(folder->number(), journal_draft, 0);
  if (!named) return named.failure();
  return base::Failure{base::Failing::environment,
                       "the repository is busy: another command is writing in it",
                       "run the command again when the other one has finished"};
}

base::Done remove_journal(const Descriptor& root) {
  const auto folder = open_own(root);
  if (!folder) return folder.failure();
  const std::string name(journal_file);
  if (::unlinkat(folder->number(), name.c_str(), 0) != 0 && errno != ENOENT)
    return base::failed("remove", shown_path(name), errno);
  return sync(*folder);
}

base::Result<FoundJournal> find_journal(const Descriptor& root) {
  const std::string name(journal_file);
  const Descriptor folder = open_folder(root.number(), own_folder);
  struct stat info {};
  if (!folder || ::fstatat(folder.number(), name.c_str(), &info, AT_SYMLINK_NOFOLLOW) != 0) {
    if (errno == ENOENT || errno == ENOTDIR || errno == ELOOP) return FoundJournal{};
    return base::failed("look at", shown_path(name), errno);
  }
  constexpr std::time_t moment = 60;
  FoundJournal found{true, info.st_mtime + moment > std::time(nullptr), {}};
  if (!S_ISREG(info.st_mode) || info.st_size > static_cast<off_t>(journal_limit)) return found;
  constexpr int flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
  const Descriptor file(::openat(folder.number(), name.c_str(), flags));
  if (!file) return base::failed("read", shown_path(name), errno);
  const auto text = base::read_all(file.number(), journal_limit);
  if (!text) return base::failed("read", shown_path(name), errno);
  found.journal = parse_journal(*text);
  return found;
}

base::Result<std::string> set_journal_aside(const Descriptor& root) {
  const auto folder = open_own(root);
  if (!folder) return folder.failure();
  const std::string name(journal_file);
  return base::keep_beside({folder->number(), name, name, shown_path(name)});
}

}  // namespace rapport::store
