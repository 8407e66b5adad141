#include "cli/deliver.hpp"

#include "base/files.hpp"
#include "base/nearest.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "cli/session.hpp"
#include "cli/stream.hpp"
#include "format/engine/format.hpp"
#include "release/released.hpp"
#include "store/apply.hpp"
#include "store/revision.hpp"

#include <fmt/format.h>

#include <climits>
#include <cstdlib>
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
void warn_of_commit(const Session& session, const std::string& path) {
  const release::Released* released = session.last_released();
  if (released == nullptr || is_for_everybody(released->purpose().audience)) return;
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
  if (pages && is_taller(bytes, terminal) && page(bytes)) return base::done();
  return write_standard_output(bytes);
}

bool is_for_office(const Session& session) {
  const release::Released* released = session.last_released();
  return released != nullptr && released->purpose().audience == model::Audience::office;
}

base::Done agreed(const Globals& globals) {
  if (globals.protected_output) return base::done();
  return Failure{Failing::refused, "this answer is for the office only and would go into a file",
                 "agree with --protected, or name whom it is for with --audience"};
}

/// The gate decided before what is shown; this looks at the bytes themselves, so that a mistake on
/// the way is found.
base::Done may_leave(const Session& session, std::string_view bytes) {
  const release::Released* released = session.last_released();
  if (released == nullptr) return base::done();
  const Globals& globals = session.globals();
  if (is_for_office(session)) return globals.output.empty() ? base::done() : agreed(globals);
  const auto leak = released->find_leak(bytes);
  if (!leak) return base::done();
  return Failure{
      Failing::refused,
      fmt::format("the answer holds {} of '{}', which its audience may not see; nothing "
                  "was written",
                  leak->kind == release::Secret::Kind::address ? "a number or address" : "a name",
                  leak->record),
      "look for it in the free text of the records; if it is not there, please report "
      "this as a fault of rapport"};
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
base::Result<std::string> render(Session& session, const Shape& shape, Writer<Shape> writer,
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

struct Issue {
  const store::Lock& lock;
  const store::FileEdit& manifest;
};

/// What reaches a screen or a pipe cannot be taken back: the manifest stays, whatever happens.
base::Done print_issued(const Session& session, std::string_view bytes, const Issue* issue) {
  if (issue != nullptr)
    if (auto written = store::apply(issue->lock, issue->manifest); !written) return written;
  auto printed = to_standard_output(session, bytes);
  if (printed || issue == nullptr) return printed;
  Failure failure = printed.failure();
  failure.hint = fmt::format("'{}' stays, and its number is spent", issue->manifest.path);
  return failure;
}

base::Done deliver(Session& session, std::string_view bytes, std::span<const OfficeFile> beside,
                   const Issue* issue) {
  if (auto may = may_leave(session, bytes); !may) return may;
  const std::string& path = session.globals().output;
  if (path.empty()) return print_issued(session, bytes, issue);
  std::vector<base::NewFile> files{{path, bytes}};
  for (const OfficeFile& file : beside) files.push_back({file.path, file.bytes});
  auto prepared = prepare(files);
  if (!prepared) return prepared.failure();
  auto written = issue == nullptr ? prepared->put_in_place()
                                  : store::issue(issue->lock, issue->manifest, *prepared);
  if (!written) return written;
  for (const base::NewFile& file : files) warn_of_commit(session, file.path);
  return base::done();
}

base::Done deliver_result(Session& session, const base::Result<std::string>& bytes) {
  if (!bytes) return bytes.failure();
  return deliver(session, *bytes);
}

}  // namespace

base::Done may_print_document(const Session& session) {
  const bool to_file = session.terminal().out_is_file && session.globals().output.empty();
  return to_file && is_for_office(session) ? agreed(session.globals()) : base::done();
}

base::Result<std::string> rendered(Session& session, const view::Table& table, Manner manner) {
  return render(session, table, &FormatSpec::table, manner, "table");
}
base::Result<std::string> rendered(Session& session, const view::Page& page, Manner manner) {
  return render(session, page, &FormatSpec::page, manner, "markdown");
}
base::Result<std::string> rendered(Session& session, const view::Cards& cards, Manner manner) {
  return render(session, cards, &FormatSpec::cards, manner, "text");
}
base::Result<std::string> rendered(Session& session, const view::Findings& findings,
                                   Manner manner) {
  return render(session, findings, &FormatSpec::findings, manner, "text");
}

base::Done deliver(Session& session, const view::Table& table, Manner manner) {
  return deliver_result(session, rendered(session, table, manner));
}
base::Done deliver(Session& session, const view::Page& page, Manner manner) {
  return deliver_result(session, rendered(session, page, manner));
}
base::Done deliver(Session& session, const view::Cards& cards, Manner manner) {
  return deliver_result(session, rendered(session, cards, manner));
}
base::Done deliver(Session& session, const view::Findings& findings, Manner manner) {
  return deliver_result(session, rendered(session, findings, manner));
}
base::Done deliver(Session& session, const view::Events& events, Manner manner) {
  return deliver_result(session, render(session, events, &FormatSpec::events, manner, "ics"));
}

base::Done deliver(Session& session, std::string_view bytes, std::span<const OfficeFile> beside) {
  return deliver(session, bytes, beside, nullptr);
}

base::Done deliver(Session& session, std::string_view bytes, std::span<const OfficeFile> beside,
                   const store::Lock& lock, const store::FileEdit& manifest) {
  const Issue issue{lock, manifest};
  return deliver(session, bytes, beside, &issue);
}

}  // namespace rapport::cli
