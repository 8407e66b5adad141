// Findings as a person reads them: place, sentence, the line with a caret, notes, help.
#pragma once

#include "format/engine/format.hpp"

namespace rapport::format {

base::Result<std::string> text_findings(const view::Findings& findings, const Options& options);

}  // namespace rapport::format
