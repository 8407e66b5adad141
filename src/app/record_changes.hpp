// What a file says at two times, compared field by field.
#pragma once

#include "app/field_filter.hpp"
#include "view/table.hpp"
#include "yaml/write.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::app {

/// What a text says, read when it is first asked for: the version after one change is the version
/// before the next, and need not be read twice.
class ParsedText {
 public:
  /// None when it cannot be read to its end.
  const std::optional<yaml::Value>& of(std::string_view text);

 private:
  std::optional<std::optional<yaml::Value>> value_;
};

/// A file at one time. Without a text it was not there.
struct FileVersion {
  std::string path;
  std::optional<std::string_view> text = {};
  std::shared_ptr<ParsedText> parsed = std::make_shared<ParsedText>();
};

/// One change, as `log` and `diff` print it.
struct ChangeLine {
  std::string record;  // the id, or the path of a file that is no record
  std::string change;  // in a sentence
  std::string field = {};
  std::string before = {};
  std::string after = {};
};

struct ChangeOptions {
  std::string_view day = {};           // a date that is known already: see sentence_of
  const FieldFilter* field = nullptr;  // only what is of this field
};

/// In the order of the fields. `before` may be of another path, when the file was moved.
std::vector<ChangeLine> compare(const FileVersion& before, const FileVersion& after,
                                const ChangeOptions& options);

/// The same of a merge: what differs from all of its parents, as it differs from the first.
std::vector<ChangeLine> compare_merge(std::span<const FileVersion> before, const FileVersion& after,
                                      const ChangeOptions& options);

/// The columns in which `log` and `diff` print a change, and its cells in them.
std::vector<view::Column> change_columns();
std::vector<view::Cell> change_cells(const ChangeLine& line);

/// The id of a record, or the path of another file.
std::string record_name(std::string_view path);

}  // namespace rapport::app
