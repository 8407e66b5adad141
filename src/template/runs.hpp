// Collects the runs of one paragraph while marks for their look open and close.
#pragma once

#include "view/page.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace rapport::templates {

class RunCollector {
 public:
  void strong(bool opens) { strong_ += opens ? 1 : -1; }
  void emphasis(bool opens) { emphasis_ += opens ? 1 : -1; }
  void code(bool opens) { code_ += opens ? 1 : -1; }

  void open_link(std::string target) {
    link_ = std::move(target);
    link_text_.clear();
  }

  /// A link that is not safe leaves its address in the text, unless that is its text already.
  void close_link();

  void add(std::string_view text);
  void add_line_break() { runs_.push_back({.line_break = true}); }

  bool is_empty() const { return runs_.empty(); }
  view::Runs take();

 private:
  view::Runs runs_;
  std::string link_;
  std::string link_text_;
  int strong_ = 0;
  int emphasis_ = 0;
  int code_ = 0;
};

}  // namespace rapport::templates
