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

/// What a shape is written as where nothing was asked for.
std::string_view usual_format(view::Shape shape) {
  switch (shape) {
    case view::Shape::table:
      return "table";
    case view::Shape::page:
      return "markdown";
    case view::Shape::cards:
    case view::Shape::findings:
      break;
  }
  return "text";
}

std::vector<std::string_view> able(view::Shape shape) {
  std::vector<std::string_view> names;
  for (const Format& format : format::formats_for(shape)) names.push_back(format.name);
  return names;
}

/// "csv (.csv), ids, json (.json)": what --format takes, and the suffixes that say it.
std::string able_with_suffix(view::Shape shape) {
  std::vector<std::string> names;
  for (const Format& format : format::formats_for(shape))
    names.push_back(format->suffix.empty() ? std::string(format.name)
                                           : fmt::format("{} ({})", format.name, format->suffix));
  return base::join(names, ", ");
}

/// "one of csv, json", or the name that was probably meant.
std::string advice(std::string_view name, const std::vector<std::string_view>& names) {
  const auto near = base::nearest(name, names);
  return near.empty() ? fmt::format("one of {}", base::join(names, ", "))
                      : fmt::format("did you mean '{}'?", near);
}

/// The format, which can write this shape.
base::Result<const Format*> choose(const GlobalOptions& globals, view::Shape shape,
                                   std::string_view usual, bool is_decided) {
  const std::string_view suffix = suffix_of(globals.output);
  const Format* format = format::find_format(usual);
  if (!globals.format.empty()) {
    format = format::find_format(globals.format);
    if (format == nullptr)
      return Failure{Failing::usage, fmt::format("no format '{}'", base::printable(globals.format)),
                     advice(globals.format, able(shape))};
  } else if (!globals.output.empty() && !is_decided) {
    format = format::format_of_file(base::trim(globals.output));
    if (format == nullptr)
      return Failure{
          Failing::usage,
          suffix.empty() ? fmt::format("cannot tell the output format from the name '{}'",
                                       base::printable(globals.output))
                         : fmt::format("no format has the suffix '{}'", base::printable(suffix)),
          fmt::format("give --format, or the suffix of one: {}", able_with_suffix(shape))};
  }
  if (format == nullptr || !format::writes(*format->spec, shape))
    return Failure{Failing::usage,
                   fmt::format("this output cannot be written as {}",
                               format == nullptr ? usual : format->name),
                   fmt::format("one of {}", base::join(able(shape), ", "))};
  return format;
}

template <class View>
base::Result<std::string> render(const Session& session, const View& content,
                                 format::Write<View> FormatSpec::*writer,
                                 const OutputOptions& asked) {
  // Another program would not understand what a suffix promised; with -0 it was told.
  const bool is_decided =
      asked.nul || (!asked.format.empty() && suffix_of(session.globals().output).empty());
  const view::Shape shape = view::shape_of(content);
  const auto format =
      choose(asked.ignores_format_option ? GlobalOptions{} : session.globals(), shape,
             asked.format.empty() ? usual_format(shape) : asked.format, is_decided);
  if (!format) return format.failure();
  const bool on_screen = session.globals().output.empty() && session.terminal().out_is_terminal;
  const format::Options options{
      .width = on_screen ? session.terminal().columns : 0,
      .colour = session.globals().output.empty() && session.terminal().out_color,
      .nul = asked.nul,
      .excerpts = asked.excerpts || on_screen,
  };
  return ((*format)->spec->*writer)(content, options);
}

/// Each shape in its format.
struct Render {
  const Session& session;
  const OutputOptions& asked;

  using Bytes = base::Result<std::string>;
  Bytes operator()(const view::Table& table) const {
    return render(session, table, &FormatSpec::table, asked);
  }
  Bytes operator()(const view::Page& page) const {
    return render(session, page, &FormatSpec::page, asked);
  }
  Bytes operator()(const view::Cards& cards) const {
    return render(session, cards, &FormatSpec::cards, asked);
  }
  Bytes operator()(const view::Findings& findings) const {
    return render(session, findings, &FormatSpec::findings, asked);
  }
  Bytes operator()(const std::string& bytes) const { return bytes; }
};

}  // namespace

base::Result<std::string> rendered(const Session& session, const app::Content& content,
                                   const OutputOptions& options) {
  return std::visit(Render{session, options}, content);
}

base::Done check_format(const Session& session, view::Shape shape) {
  const auto format = choose(session.globals(), shape, usual_format(shape), false);
  if (!format) return format.failure();
  return base::done();
}

}  // namespace rapport::cli
