#include "cli/format_choice.hpp"

#include "base/nearest.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "cli/session.hpp"
#include "cli/stream.hpp"
#include "format/engine/format.hpp"

#include <fmt/format.h>

#include <variant>
#include <vector>

namespace rapport::cli {
namespace {

using base::Failing;
using base::Failure;
using format::Format;
using format::FormatSpec;

template <class Shape>
using Writer = format::Write<Shape> FormatSpec::*;

/// What writes a shape, and the format it has where nothing was asked for.
template <class Shape>
struct Written {
  Writer<Shape> writer;
  std::string_view usual;
};
constexpr Written<view::Table> tables{&FormatSpec::table, "table"};
constexpr Written<view::Page> pages{&FormatSpec::page, "markdown"};
constexpr Written<view::Cards> cards{&FormatSpec::cards, "text"};
constexpr Written<view::Findings> findings{&FormatSpec::findings, "text"};

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
base::Result<std::string> render(const Session& session, const Shape& shape,
                                 const Written<Shape>& written, const OutputOptions& asked) {
  // Another program would not understand what a suffix promised; with -0 it was told.
  const bool is_decided =
      asked.nul || (!asked.format.empty() && suffix_of(session.globals().output).empty());
  const auto format =
      choose(asked.ignores_format_option ? Globals{} : session.globals(), written.writer,
             asked.format.empty() ? written.usual : asked.format, is_decided);
  if (!format) return format.failure();
  const bool on_screen = session.globals().output.empty() && session.terminal().out_is_terminal;
  const format::Options options{
      .width = on_screen ? session.terminal().columns : 0,
      .colour = session.globals().output.empty() && session.terminal().out_color,
      .nul = asked.nul,
      .excerpts = asked.excerpts || on_screen,
  };
  return ((*format)->spec->*written.writer)(shape, options);
}

/// Each shape in its format.
struct Render {
  const Session& session;
  const OutputOptions& asked;

  using Bytes = base::Result<std::string>;
  Bytes operator()(const view::Table& table) const { return render(session, table, tables, asked); }
  Bytes operator()(const view::Page& page) const { return render(session, page, pages, asked); }
  Bytes operator()(const view::Cards& all) const { return render(session, all, cards, asked); }
  Bytes operator()(const view::Findings& found) const {
    return render(session, found, findings, asked);
  }
  Bytes operator()(const std::string& bytes) const { return bytes; }
};

template <class Shape>
base::Done can_be_written(const Session& session, const Written<Shape>& written) {
  const auto format = choose(session.globals(), written.writer, written.usual, false);
  if (!format) return format.failure();
  return base::done();
}

}  // namespace

base::Result<std::string> rendered(const Session& session, const app::Content& content,
                                   const OutputOptions& options) {
  return std::visit(Render{session, options}, content);
}

base::Done check_format(const Session& session, Answers shape) {
  switch (shape) {
    case Answers::table:
      return can_be_written(session, tables);
    case Answers::page:
      return can_be_written(session, pages);
    case Answers::cards:
      return can_be_written(session, cards);
    case Answers::findings:
      return can_be_written(session, findings);
    case Answers::anything:
      break;
  }
  return base::done();
}

}  // namespace rapport::cli
