#include "cli/deliver.hpp"

#include "base/digest.hpp"
#include "base/files.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "cli/may_leave.hpp"
#include "cli/notes.hpp"
#include "cli/session.hpp"
#include "cli/stream.hpp"
#include "release/release.hpp"
#include "store/apply.hpp"
#include "store/revision.hpp"

#include <fmt/format.h>

#include <climits>
#include <cstdlib>
#include <optional>
#include <span>
#include <vector>

namespace rapport::cli {
namespace {

using base::Failing;
using base::Failure;

/// The manifest of an edition, which is in the repository before a byte of the document leaves.
struct Issue {
  const store::Lock& lock;
  const store::FileEdit& manifest;
};

/// All of them, whole and beside their places, or none.
base::Result<base::PreparedFiles> prepare(std::span<const base::NewFile> files) {
  for (const base::NewFile& file : files)
    if (auto may = may_write_to(file.path); !may) return may.failure();
  return base::PreparedFiles::write(files);
}

/// What was made from the records names people, and the next `git add .` would take it along.
void warn_of_commit(const Session& session, const app::Output& output, const std::string& path) {
  if (output.is_open || is_for_everybody(output.basis.released().purpose().audience)) return;
  char resolved[PATH_MAX];
  const std::string root = repository_of_file(path);
  if (root.empty() || ::realpath(path.c_str(), resolved) == nullptr) return;
  if (store::would_be_added(root, resolved))
    session.note(
        fmt::format("{} is inside the repository: do not commit it", base::printable(path)));
}

/// What was asked for in a format of programs is not for reading.
bool is_for_people(const Session& session) {
  const std::string_view format = session.globals().format;
  return format.empty() || format == "text" || format == "table";
}

base::Done to_standard_output(const Session& session, std::string_view bytes) {
  const Terminal& terminal = session.terminal();
  const bool pages =
      terminal.out_is_terminal && !session.globals().no_pager && is_for_people(session);
  if (pages && is_taller(bytes, terminal) && show_in_pager(bytes)) return base::done();
  return write_standard_output(bytes);
}

/// What reaches a screen or a pipe cannot be taken back: the manifest stays, whatever happens.
base::Done print_issued(Session& session, std::string_view bytes, const Issue* issue) {
  if (issue != nullptr) {
    if (auto written = store::apply(issue->lock, issue->manifest); !written) return written;
    session.unlock();
  }
  auto printed = to_standard_output(session, bytes);
  if (printed || issue == nullptr) return printed;
  Failure failure = printed.failure();
  failure.hint = fmt::format("'{}' stays, and its number is used up", issue->manifest.path);
  return failure;
}

/// To --output when it was given; then the file beside is written with it, and neither is renamed
/// before both are written.
base::Done write(Session& session, std::string_view bytes, const std::optional<OfficeFile>& beside,
                 const Issue* issue) {
  const std::string& path = session.globals().output;
  if (path.empty()) return print_issued(session, bytes, issue);
  std::vector<base::NewFile> files{{path, bytes}};
  if (beside) files.push_back({beside->path, beside->bytes});
  auto prepared = prepare(files);
  if (!prepared) return prepared.failure();
  return issue == nullptr ? prepared->put_in_place()
                          : store::issue(issue->lock, issue->manifest, *prepared);
}

base::Done write(Session& session, const Leaving& leaving) {
  const auto& planned = leaving.output.manifest;
  if (!planned) return write(session, leaving.bytes, leaving.beside, nullptr);
  const auto lock = session.lock();
  if (!lock) return lock.failure();
  app::Manifest manifest = *planned;
  manifest.digest = base::blake2b_256(leaving.bytes);
  const std::string path = path_of(manifest);
  if (base::exists(session.root() + "/" + path))
    return Failure{
        Failing::environment,
        fmt::format("another command issued edition {} meanwhile: '{}'", manifest.edition, path),
        "nothing was written; run the command again"};
  const std::string text = text_of(manifest);
  const store::FileEdit edit{path, {}, text};
  const Issue issue{**lock, edit};
  return write(session, leaving.bytes, leaving.beside, &issue);
}

std::string check_path(const std::string& output) {
  return output.substr(0, output.size() - suffix_of(output).size()) + ".check.md";
}

/// The check sheet is the office's own, and lies beside the file.
base::Done add_file(const Session& session, Leaving& leaving) {
  const std::string& output = session.globals().output;
  const auto& check_sheet = leaving.output.check_sheet;
  if (output.empty() || !check_sheet) return base::done();
  auto markdown =
      rendered(session, check_sheet->whole, {.format = "markdown", .ignores_format_option = true});
  if (!markdown) return markdown.failure();
  leaving.beside = OfficeFile{check_path(output), std::move(*markdown)};
  return base::done();
}

/// "1 partner, 2 mandates": the names of counts are plurals.
std::string counted(const app::Counts& counts) {
  std::vector<std::string> said;
  for (const auto& [what, count] : counts) {
    if (count == 0 && !said.empty()) continue;
    std::string name(what);
    if (count == 1 && name.ends_with('s')) name.pop_back();
    said.push_back(fmt::format("{} {}", count, name));
  }
  return base::join(said, ", ");
}

/// What a document holds, and where it and its manifest are.
std::string made(const Session& session, const app::Output& output) {
  if (output.counts.empty()) return {};
  const std::string& path = session.globals().output;
  const std::string manifest =
      output.manifest ? fmt::format("edition {} (manifest: {})", output.manifest->edition,
                                    path_of(*output.manifest))
                      : std::string{};
  if (!path.empty())
    return fmt::format("wrote {}: {}{}{}", base::printable(path), counted(output.counts),
                       manifest.empty() ? "" : "; ", manifest);
  if (!manifest.empty()) return manifest;
  return output.states_counts ? counted(output.counts) : std::string{};
}

/// What is printed beside the output. Of a check sheet that is written, the most important; else
/// all of it.
base::Done add_notes(const Session& session, Leaving& leaving) {
  if (leaving.beside)
    leaving.notes.push_back(
        {fmt::format("check before sending ({}):", base::printable(leaving.beside->path)), true});
  if (const auto& check_sheet = leaving.output.check_sheet) {
    auto text = rendered(session, leaving.beside ? check_sheet->told : check_sheet->whole,
                         {.format = "text", .ignores_format_option = true});
    if (!text) return text.failure();
    leaving.notes.push_back({std::string(base::trim(*text)), true});
  }
  if (std::string text = made(session, leaving.output); !text.empty())
    leaving.notes.push_back({std::move(text), false});
  for (const app::Note& note : leaving.output.notes) leaving.notes.push_back({text_of(note)});
  return base::done();
}

}  // namespace

base::Done deliver(Session& session, const app::Output& output, const OutputOptions& options) {
  auto bytes = rendered(session, output.content, options);
  if (!bytes) return bytes.failure();
  Leaving leaving{.output = output, .bytes = std::move(*bytes)};
  if (auto added = add_file(session, leaving); !added) return added;
  if (auto added = add_notes(session, leaving); !added) return added;
  if (auto may = may_leave(session, leaving); !may) return may;
  if (auto written = write(session, leaving); !written) return written;
  if (const std::string& path = session.globals().output; !path.empty()) {
    warn_of_commit(session, output, path);
    if (leaving.beside) warn_of_commit(session, output, leaving.beside->path);
  }
  for (const PrintedNote& note : leaving.notes) session.note(note.text);
  return base::done();
}

base::Done deliver(Session& session, const ProgramText& text) {
  const auto bytes = rendered(session, text.content, text.options);
  if (!bytes) return bytes.failure();
  return write(session, *bytes, {}, nullptr);
}

}  // namespace rapport::cli
