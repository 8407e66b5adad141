#include "cli/deliver.hpp"

#include "base/files.hpp"
#include "base/nearest.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "cli/may_leave.hpp"
#include "cli/session.hpp"
#include "cli/stream.hpp"
#include "format/engine/format.hpp"
#include "release/released.hpp"
#include "store/apply.hpp"
#include "store/revision.hpp"

#include <fmt/format.h>

#include <climits>
#include <cstdlib>
#include <span>
#include <vector>

namespace rapport::cli {
namespace {

using base::Failing;
using base::Failure;
using format::Format;
using format::FormatSpec;

/// All of them, whole and beside their places, or none.
base::Result<base::PreparedFiles> prepare(std::span<const base::NewFile> files) {
  for (const base::NewFile& file : files)
    if (auto may = may_write_to(file.path); !may) return may.failure();
  return base::PreparedFiles::write(files);
}

/// What was made from the records names people, and the next `git add .` would take it along.
void warn_of_commit(const Session& session, const Output& output, const std::string& path) {
  if (output.is_open || is_for_everybody(output.released.purpose().audience)) return;
  char resolved[PATH_MAX];
  const std::string root = repository_of_file(path);
  if (root.empty() || ::realpath(path.c_str(), resolved) == nullptr) return;
  if (store::would_be_added(root, resolved))
    session.note(
        fmt::format("{} is inside the repository: do not commit it", base::printable(path)));
}

base::Done to_standard_output(const Session& session, std::string_view bytes) {
  const Terminal& terminal = session.terminal();
  const bool pages = terminal.out_is_terminal && !session.globals().no_pager;
  if (pages && is_taller(bytes, terminal) && show_in_pager(bytes)) return base::done();
  return write_standard_output(bytes);
}

template <class Shape>
using Writer = format::Write<Shape> FormatSpec::*;

template <class Shape>
std::vector<std::string_view> able(Writer<Shape> writer) {
  std::vector<std::string_view> names;
  for (const Format& format : format::all_formats())
    if (format.spec->*writer != nullptr) names.push_back(format.name);
  return names;
}

/// "csv (.csv), ids, json (.json)": what --format takes, and the suffixes that say it.
template <class Shape>
std::string able_with_suffix(Writer<Shape> writer) {
  std::vector<std::string> names;
  for (const Format& format : format::all_formats()) {
    if (format.spec->*writer == nullptr) continue;
    const auto suffix = format.spec->suffix;
    names.push_back(suffix.empty() ? std::string(format.name)
                                   : fmt::format("{} ({})", format.name, suffix));
  }
  return base::join(names, ", ");
}

/// "one of csv, json", or the name that was probably meant.
std::string advice(std::string_view name, const std::vector<std::string_view>& names) {
  const auto near = base::nearest(name, names);
  return near.empty() ? fmt::format("one of {}", base::join(names, ", "))
                      : fmt::format("did you mean '{}'?", near);
}

/// The format, which can write this shape.
template <class Shape>
base::Result<const Format*> choose(const Globals& globals, Writer<Shape> writer,
                                   std::string_view usual, bool is_decided) {
  const std::string_view suffix = suffix_of(globals.output);
  const Format* format = format::find_format(usual);
  if (!globals.format.empty()) {
    format = format::find_format(globals.format);
    if (format == nullptr)
      return Failure{Failing::usage, fmt::format("no format '{}'", base::printable(globals.format)),
                     advice(globals.format, able(writer))};
  } else if (!globals.output.empty() && !is_decided) {
    format = format::format_of_file(base::trim(globals.output));
    if (format == nullptr)
      return Failure{
          Failing::usage,
          suffix.empty()
              ? fmt::format("the name '{}' says no format", base::printable(globals.output))
              : fmt::format("no format has the suffix '{}'", base::printable(suffix)),
          fmt::format("give --format, or the suffix of one: {}", able_with_suffix(writer))};
  }
  if (format == nullptr || format->spec->*writer == nullptr)
    return Failure{Failing::usage,
                   fmt::format("this answer cannot be written as {}",
                               format == nullptr ? usual : format->name),
                   fmt::format("one of {}", base::join(able(writer), ", "))};
  return format;
}

template <class Shape>
base::Result<std::string> render(const Session& session, const Shape& shape, Writer<Shape> writer,
                                 const Manner& manner, std::string_view usual) {
  if (!manner.format.empty()) usual = manner.format;
  // Another program would not understand what a suffix promised; with -0 it was told.
  const bool is_decided =
      manner.nul || (!manner.format.empty() && suffix_of(session.globals().output).empty());
  const auto format =
      choose(manner.to_screen ? Globals{} : session.globals(), writer, usual, is_decided);
  if (!format) return format.failure();
  const bool on_screen = session.globals().output.empty() && session.terminal().out_is_terminal;
  const format::Options options{
      .width = on_screen ? session.terminal().columns : 0,
      .colour = session.globals().output.empty() && session.terminal().out_color,
      .nul = manner.nul,
      .excerpts = manner.excerpts || on_screen,
  };
  return ((*format)->spec->*writer)(shape, options);
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
  failure.hint = fmt::format("'{}' stays, and its number is spent", issue->manifest.path);
  return failure;
}

/// To --output when it was given; then the files beside are written with it, and none is renamed
/// before all are written.
base::Done write(Session& session, std::string_view bytes, const std::vector<OfficeFile>& beside,
                 const Issue* issue) {
  const std::string& path = session.globals().output;
  if (path.empty()) return print_issued(session, bytes, issue);
  std::vector<base::NewFile> files{{path, bytes}};
  for (const OfficeFile& file : beside) files.push_back({file.path, file.bytes});
  auto prepared = prepare(files);
  if (!prepared) return prepared.failure();
  return issue == nullptr ? prepared->put_in_place()
                          : store::issue(issue->lock, issue->manifest, *prepared);
}

/// Each shape in its format.
struct Render {
  const Session& session;
  const Manner& manner;

  using Bytes = base::Result<std::string>;
  Bytes operator()(const view::Table& table) const {
    return render(session, table, &FormatSpec::table, manner, "table");
  }
  Bytes operator()(const view::Page& page) const {
    return render(session, page, &FormatSpec::page, manner, "markdown");
  }
  Bytes operator()(const view::Cards& cards) const {
    return render(session, cards, &FormatSpec::cards, manner, "text");
  }
  Bytes operator()(const view::Findings& findings) const {
    return render(session, findings, &FormatSpec::findings, manner, "text");
  }
  Bytes operator()(const std::string& bytes) const { return bytes; }
};

}  // namespace

base::Result<std::string> rendered(const Session& session, const Content& content,
                                   const Manner& manner) {
  return std::visit(Render{session, manner}, content);
}

base::Done deliver(Session& session, const Output& output) {
  const auto bytes = rendered(session, output.content, output.manner);
  if (!bytes) return bytes.failure();
  if (auto may = may_leave(session, output, *bytes); !may) return may;
  if (auto written = write(session, *bytes, output.beside, output.issue); !written) return written;
  if (const std::string& path = session.globals().output; !path.empty()) {
    warn_of_commit(session, output, path);
    for (const OfficeFile& file : output.beside) warn_of_commit(session, output, file.path);
  }
  for (const Note& note : output.notes) session.note(note.text);
  return base::done();
}

base::Done deliver(Session& session, const ProgramText& text) {
  const auto bytes = rendered(session, text.content, text.manner);
  if (!bytes) return bytes.failure();
  return write(session, *bytes, {}, nullptr);
}

}  // namespace rapport::cli
