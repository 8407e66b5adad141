// Records in the user's editor: on private copies, checked before they are saved. What cannot be
// saved is kept as a draft.
#pragma once

#include "app/edit_text.hpp"
#include "base/result.hpp"
#include "cli/command.hpp"

#include <functional>
#include <string>
#include <vector>

namespace rapport::cli {

class Session;

struct EditRequest {
  std::vector<std::string> ids = {};          // of records there are, or of drafts
  std::vector<app::RecordText> created = {};  // records to be, with the text to begin with
  /// What of the editor's text is meant; nothing: all of it.
  std::function<std::string(const std::string& text)> clean = {};
  bool drops_draft = false;
  bool dry_run = false;
};

/// The repository's root is open.
base::Result<Exit> edit_records(Session& session, const EditRequest& request);

}  // namespace rapport::cli
