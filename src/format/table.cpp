// Columns for a screen, cut to its width.
#include "format/engine/columns.hpp"

namespace rapport::format {

extern const FormatSpec table_format;
const FormatSpec table_format = {
    .suffix = "",
    .media_type = "text/plain",
    .summary = "columns for a screen, cut to its width",
    .table = text_table,
};

}  // namespace rapport::format
