// The format an output is written in: --format, else the suffix of --output, else the usual one of
// its shape.
#pragma once

#include "app/output.hpp"
#include "base/result.hpp"
#include "view/shape.hpp"

#include <string>
#include <string_view>

namespace rapport::cli {

class Session;

/// What only some commands say about how their output is written.
struct OutputOptions {
  bool nul = false;                    // ids end in NUL
  bool excerpts = false;               // findings show the text of their lines, also in a file
  std::string_view format = {};        // when there is no --format, and no suffix of the file
  bool ignores_format_option = false;  // in `format` whatever was asked for: it goes beside
};

base::Result<std::string> rendered(const Session& session, const app::Content& content,
                                   const OutputOptions& options = {});

/// Whether an output of that shape can be written as was asked for. Asked before records are read.
base::Done check_format(const Session& session, view::Shape shape);

}  // namespace rapport::cli
