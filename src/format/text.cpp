// What a person reads on a screen or in a mail without any markup.
#include "format/engine/cards_text.hpp"
#include "format/engine/columns.hpp"
#include "format/engine/findings_text.hpp"
#include "format/engine/text_page.hpp"

namespace rapport::format::text_format {

extern const FormatSpec spec;
const FormatSpec spec = {
    .suffix = ".txt",
    .summary = "plain text",
    .table = text_table,
    .page = text_page,
    .cards = text_cards,
    .findings = text_findings,
};

}  // namespace rapport::format::text_format
