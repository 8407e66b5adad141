// Columns for a screen, cut to its width.
#include "format/engine/columns.hpp"

namespace rapport::format::table_format {

extern const FormatSpec spec;
const FormatSpec spec = {
    .suffix = "",
    .summary = "columns for a screen, cut to its width",
    .table = text_table,
};

}  // namespace rapport::format::table_format
