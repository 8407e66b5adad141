// A private copy of a record while it is edited, which stays until it is written or thrown away.
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace rapport::store {

/// In `.rapport/drafts/`, which only its owner can enter; what an editor puts beside it stays there
/// too.
/// What a draft is of: the record's path, and its text when the draft was begun. A record that is
/// still to be written has an empty one.
struct DraftOf {
  std::string path;
  std::string text;
};

class Draft {
 public:
  Draft(const std::string& root, std::string_view id);

  const std::string& path() const { return path_; }  // for the editor
  std::string shown_path() const { return name_; }   // from the root, for people

  bool is_there() const;
  base::Done begin(std::string_view text, const DraftOf& of) const;
  base::Result<std::string> text() const;
  base::Result<DraftOf> of() const;
  void remove() const;

 private:
  std::string root_;
  std::string name_;
  std::string path_;
  std::string of_path_;
};

}  // namespace rapport::store
