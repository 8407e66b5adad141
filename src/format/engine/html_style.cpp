#include "format/engine/html_style.hpp"

#include "base/unicode.hpp"
#include "format/engine/document.hpp"

#include <fmt/format.h>

namespace rapport::format {
namespace {

constexpr std::string_view sheet = R"(
*, *::before, *::after { box-sizing: border-box; }
html { background: #e9ecf0; color: #1a1a1a; }
body { margin: 0; font: 11pt/1.45 "Liberation Sans", "Noto Sans", "Noto Sans Arabic", Arial,
  Helvetica, sans-serif; hyphens: manual; overflow-wrap: break-word; }
body.letter { font-family: "Liberation Serif", "Times New Roman", "Noto Serif",
  "Noto Naskh Arabic", Times, serif; font-size: 11pt; line-height: 1.35; }
main { max-width: 210mm; min-height: 297mm; margin: 10mm auto; padding: 18mm 22mm 22mm;
  background: #fff; box-shadow: 0 1px 6px rgb(0 0 0 / 25%); }
.marking { margin: 0 0 8mm; font-size: 9pt; letter-spacing: .06em; text-align: center;
  color: #444; }
.marking strong { display: block; font-size: 11pt; letter-spacing: .12em; color: #9d1c1c; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.6em 0 .5em; break-after: avoid;
  color: #12385c; }
h1 { font-size: 19pt; margin-top: 0; }
h2 { font-size: 14.5pt; padding-bottom: .15em; border-bottom: .6pt solid #b9c6d3; }
h3 { font-size: 12pt; }
h4, h5, h6 { font-size: 11pt; }
.letter h1, .letter h2, .letter h3 { color: inherit; border: 0; font-size: 12.5pt; }
p { margin: 0 0 .75em; orphans: 3; widows: 3; }
.letter p { text-align: justify; }
.letter .address p, .letter .signature p, .letter td p { text-align: start; }
ul, ol { margin: 0 0 .75em; padding-inline-start: 1.7em; }
li { margin-bottom: .3em; }
.letter ol > li { margin-bottom: .6em; }
blockquote { margin: 0 0 .9em; padding-inline-start: 1em; border-inline-start: 2pt solid #b9c6d3; }
pre { overflow-x: auto; padding: .6em .8em; background: #f4f5f7; white-space: pre-wrap; }
code { font: .92em/1.3 "Liberation Mono", "Noto Sans Mono", monospace; }
hr { border: 0; border-top: .6pt solid #b9c6d3; margin: 1.4em 0; }
a { color: #0b4f8a; }
.grid { overflow-x: auto; margin: 0 0 1em; }
table { border-collapse: collapse; width: calc(100% - 1px); font-size: .92em; line-height: 1.35; }
th, td { padding: .32em .55em; border: .5pt solid #c3ccd6; text-align: start; vertical-align: top; }
.whole { white-space: nowrap; }
.fixed { table-layout: fixed; }
.fixed td { overflow-wrap: anywhere; }
th { background: #e8eef4; font-weight: 600; }
th[scope=row] { width: 26%; }
tbody tr:nth-child(even) { background: #f7f9fb; }
th.right, td.right { text-align: end; font-variant-numeric: tabular-nums; }
thead { display: table-header-group; }
tr, .keep, .signature, .address, .letterhead { break-inside: avoid; }
.letterhead { margin: 0 0 9mm; padding-bottom: 4mm; border-bottom: 1.2pt solid #12385c; }
.letterhead + .letterhead { margin-top: -4mm; border-bottom: 0; padding-bottom: 0; }
.letter .letterhead p { margin: 0 0 .4em; text-align: center; }
.letterhead p:first-child { font-size: .95em; letter-spacing: .04em; }
.address { margin: 0 0 8mm; }
.address p, .signature p { margin: 0; }
.signature { margin: 8mm 0 0; padding-inline-start: 45%; }
p + .signature { margin-top: 13mm; break-before: avoid; }
.page-break { break-after: page; margin: 12mm -22mm; border-top: 1.5pt dashed #c3ccd6; }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap; border: 0; }
.wide { max-width: 297mm; min-height: 210mm; padding: 12mm 10mm; }
.wide table { font-size: .8em; }
.wide .fixed { font-size: .74em; }
.wide .fixed th, .wide .fixed td { padding: .32em .4em; }
@media (max-width: 230mm) {
  main, .wide { margin: 0; padding: 6mm 5mm; box-shadow: none; }
  .page-break { margin: 8mm -5mm; }
}
@media screen and (max-width: 260mm) {
  .fixed { table-layout: auto; }
  .fixed td, .grid th { overflow-wrap: normal; }
  .grid .long { min-width: 9em; }
}
@media print {
  html { background: #fff; }
  main { max-width: none; min-height: 0; margin: 0; padding: 0; box-shadow: none; }
  .page-break { margin: 0; border: 0; height: 0; }
  .grid { overflow: visible; }
  a { color: inherit; text-decoration: none; }
  * { print-color-adjust: exact; }
}
)";

}  // namespace

std::string css_string(std::string_view text) {
  std::string out = "\"";
  while (!text.empty()) {
    const char32_t point = base::next_code_point(text);
    const bool is_plain = point >= 0x80
                              ? !base::is_control(point) && !base::is_bidi_control(point)
                              : point >= ' ' && point != '"' && point != '\\' && point != '<' &&
                                    point != '>' && point != '&' && point != 0x7F;
    if (is_plain)
      base::append_point(out, point);
    else
      out += fmt::format("\\{:x} ", static_cast<unsigned>(point));
  }
  return out + '"';
}

std::string html_style(const view::Metadata& meta, bool is_wide) {
  std::string out = is_wide ? "@page { size: A4 landscape; margin: 20mm 15mm;"
                            : "@page { size: A4; margin: 22mm 22mm 20mm;";
  if (!meta.classification.empty())
    out += fmt::format(
        "\n  @top-center {{ content: {}; font: bold 9pt \"Liberation Sans\", Arial, sans-serif; "
        "letter-spacing: .12em; color: #9d1c1c; }}",
        css_string(meta.classification));
  if (const std::string left = imprint(meta); !left.empty())
    out += fmt::format(
        "\n  @bottom-left {{ content: {}; font: 8pt \"Liberation Sans\", Arial, sans-serif; "
        "color: #555; }}",
        css_string(left));
  out +=
      "\n  @bottom-right { content: counter(page) \" / \" counter(pages); font: 8pt \"Liberation "
      "Sans\", Arial, sans-serif; color: #555; } }\n";
  // The first page shows the marking above its text, also where margins cannot hold any.
  if (!meta.classification.empty()) out += "@page :first { @top-center { content: none; } }";
  return out.append(sheet);
}

}  // namespace rapport::format
