// The one door: every byte of an output leaves through here, to a file or to standard output, and
// is looked through under the release it was made under.
#pragma once

#include "app/output.hpp"
#include "base/result.hpp"
#include "cli/format_choice.hpp"

#include <utility>

namespace rapport::cli {

class Session;

/// What no record has touched: a help text, a script, the path of a new file.
struct ProgramText {
  explicit ProgramText(app::Content text, OutputOptions how = {})
      : content(std::move(text)), options(std::move(how)) {}

  app::Content content;
  OutputOptions options;
};

/// An edition needs the session's lock, taken before its records were read.
base::Done deliver(Session& session, const app::Output& output, const OutputOptions& options = {});
base::Done deliver(Session& session, const ProgramText& text);

}  // namespace rapport::cli
