// The pieces a manual page is built of.
#pragma once

#include "view/page.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rapport::cli {

/// Text with `code` between backquotes, as commands write their help.
view::Runs runs(std::string_view text);

class PageBuilder {
 public:
  /// `title` is the page's name with its section: "rapport-list(1)".
  explicit PageBuilder(std::string_view title);

  /// 1 is a section of the page, 2 a part of one.
  void heading(int level, std::string_view text);
  /// One paragraph for each line of `text` that is not empty.
  void paragraphs(std::string_view text);
  /// A name and what is to be said of it.
  void term(std::string_view name, std::string_view text);
  void code(std::string_view lines);
  void add(view::Blocks blocks);

  view::Page take() { return std::move(page_); }

 private:
  view::Page page_;
};

}  // namespace rapport::cli
