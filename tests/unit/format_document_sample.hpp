// Documents that the tests of several formats write.
#pragma once

#include "format_sample.hpp"

#include <string>
#include <utility>

namespace rapport::format::sample {

inline view::Block text(std::string words) {
  return {view::Paragraph{{{.text = std::move(words)}}}};
}

inline view::Page letter() {
  view::Page page;
  page.meta = {.title = "AL XXA 1/2026",
               .language = "en",
               .classification = "CONFIDENTIAL",
               .date = "10 April 2026",
               .edition = "draft",
               .audience = {}};
  page.blocks = {
      {view::Letterhead{{text("PALAIS DES NATIONS • 1211 GENEVA 10, SWITZERLAND"),
                         text("Mandate of the Special Rapporteur on human rights defenders")}}},
      {view::Address{{{view::Paragraph{
          {{.text = "Ref.: AL XXA 1/2026"}, {.line_break = true}, {.text = "10 April 2026"}}}}}}},
      text("Excellency,"),
      {view::Paragraph{{{.text = "We refer to resolution "},
                        {.text = "52/4", .link = "https://docs.un.org/A/HRC/RES/52/4"},
                        {.text = " and to the "},
                        {.text = "serious", .strong = true},
                        {.text = " matter of <v1> & others."}}}},
      {view::List{.ordered = true,
                  .start = 1,
                  .items = {{text("Please give information.")}, {text("Please give reasons.")}}}},
      {view::Signature{{{view::Paragraph{{{.text = "Ann Example"},
                                          {.line_break = true},
                                          {.text = "Special Rapporteur", .emphasis = true}}}}}}},
      {view::PageBreak()},
      {view::Heading{2, {{.text = "Annex"}}}},
      {view::Grid{.columns = {view::Align::left, view::Align::right},
                  .head = {{{.text = "Treaty"}}, {{.text = "Since"}}},
                  .rows = {{{{.text = "ICCPR | first"}}, {{.text = "1997"}}}}}},
      {view::Quote{{text("Everyone has the right")}}},
      {view::Code{"rapport validate\n"}},
      {view::Rule()},
      {view::KeepTogether{{text("End"), text("of the letter.")}}}};
  return page;
}

}  // namespace rapport::format::sample
