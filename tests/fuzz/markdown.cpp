// Fuzz target: any bytes as Markdown, and as a value in it, which must come out as the text it is.
#include "template/markdown.hpp"

#include "template/escape.hpp"

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using namespace rapport;

void expect(bool holds, const char* what, const std::string& text) {
  if (holds) return;
  std::fprintf(stderr, "%s: %s\n", what, text.c_str());
  std::abort();
}

void check_paragraph(const std::string& markdown, const std::string& shown, const char* what) {
  const auto read = templates::read_markdown(markdown);
  expect(read.problems.empty() && read.blocks.size() == 1, what, markdown);
  const auto* paragraph = std::get_if<view::Paragraph>(&read.blocks[0].content);
  expect(paragraph != nullptr, what, markdown);
  expect(view::to_text(paragraph->runs) == shown, what, markdown);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size);

int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  if (size > 4096) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  (void)templates::read_markdown(bytes);
  const std::string shown = templates::plain_text(bytes);
  if (shown.empty()) return 0;
  if (shown.find('\n') == std::string::npos) {
    check_paragraph("a " + templates::markdown_text(bytes) + " b\n", "a " + shown + " b", "value");
    check_paragraph(templates::markdown_text(bytes) + "\n", shown, "value alone");
  }
  return 0;
}
