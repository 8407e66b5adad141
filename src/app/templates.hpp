// The templates of one run: the office's own, in templates/<language>/, before the shipped ones.
#pragma once

#include "base/embedded.hpp"
#include "report/engine/report.hpp"
#include "template/source.hpp"

#include <deque>
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace rapport::app {

/// The files of data/templates, as <language>/<name>.md.
std::span<const base::Embedded> shipped_templates();

class Templates : public report::Templates {
 public:
  /// `root` is the repository's directory; empty: shipped templates only.
  explicit Templates(std::string root) : root_(std::move(root)) {}

  base::Result<view::Page> page(std::string_view name, const templates::Value& value,
                                std::string_view language) const override;

  /// The office's own that were used and begin with a byte order mark, which is left out.
  std::vector<std::string> with_byte_order_mark() const;

 private:
  /// Null when there is none; fails when the office's own cannot be read.
  base::Result<const templates::Source*> find(std::string_view name,
                                              std::string_view language) const;

  std::string without_mark(const std::string& path, std::string text) const;

  /// That there is no such template, and in which languages there is one.
  base::Failure none(std::string_view name, std::string_view language) const;

  std::string root_;
  mutable std::map<std::string, templates::Source> sources_;  // by language/name
  mutable std::set<std::string> marked_;
};

}  // namespace rapport::app
