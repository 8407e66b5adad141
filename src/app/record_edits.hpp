// Changes of several records that are made together: each by its fields, in its own text.
#pragma once

#include "app/assignment.hpp"
#include "app/edit_text.hpp"
#include "app/occasion.hpp"
#include "app/preview.hpp"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::model {
struct RecordHeader;
}

namespace rapport::app {

class RecordEdits {
 public:
  /// The snapshot must outlive it.
  explicit RecordEdits(const Snapshot& snapshot) : snapshot_(snapshot) {}

  /// Of a record of the snapshot; the same each time.
  RecordEditor& at(const model::RecordHeader& record);
  /// Of a record that is to be.
  RecordEditor& create(const std::string& path, std::string text);
  /// The whole text of a file, from an editor; it may be none that can be read.
  void replace(const std::string& path, std::string text);

  /// The records as they would be, in the folders they then belong in.
  base::Result<std::shared_ptr<const Preview>> preview(const Occasion& occasion) const;

  /// The texts that would be written, by path.
  std::vector<RecordText> texts() const;

  /// What is changed: a line a field, "hrd-k7m2qx: country: XXB (was XXA)".
  std::vector<std::string> lines() const;
  /// What was so already, in the same form.
  std::vector<std::string> unchanged() const;
  /// "themes of 2026-al-xxa-dam" that no longer follow the case.
  std::vector<std::string> detached() const;
  std::size_t changed() const;

 private:
  struct Entry {
    std::string id;
    std::unique_ptr<RecordEditor> editor;  // null: the text comes from elsewhere
    std::string text = {};
    bool is_new = false;
  };

  using Words = const std::vector<std::string>& (RecordEditor::*)() const;

  static std::vector<std::string> all(const Entry& entry, Words words);
  model::Edit edit() const;
  void move_to_their_folders(model::Edit& edit, const Preview& preview) const;

  const Snapshot& snapshot_;
  std::map<std::string, Entry, std::less<>> entries_;  // by path
};

/// Fails where the rules would report an error that they did not report before: shown with the
/// words that were typed, since the file it would be in is not written.
base::Done check_typed(const Preview& preview, std::span<const Assignment> assignments);

}  // namespace rapport::app
