// The record of a meeting, made soon after it: who, when, what was promised, what is needed.
#pragma once

#include "app/edit_text.hpp"
#include "app/new_record.hpp"
#include "app/occasion.hpp"
#include "app/output.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rapport::store {
class Lock;
}

namespace rapport::app {

/// "send the report by 2026-07-01", "rio-verde-network: send the list by 2w".
struct Promise {
  bool is_ours = false;
  std::string text;
};

/// Somebody who has no record yet.
struct NewPartner {
  std::string name;
  std::string kind;
  std::string channel = {};  // a way to reach them; empty: none yet
  std::string address = {};
};

struct MetRequest {
  Occasion occasion;
  std::vector<std::string> who = {};  // ids, or names that are clear
  std::vector<NewPartner> created = {};
  std::string kind = "meeting";
  std::string on = {};  // empty: today
  std::string place = {};
  std::vector<std::string> about = {};  // themes, and words for the title
  std::vector<Promise> promises = {};
  std::vector<std::string> needs = {};
  std::string note = {};
  std::string planned = {};  // the engagement that was planned and took place
  bool is_another = false;   // none of those that were planned
  DrawId draw = nullptr;
};

/// Who is meant: one record, none, or several.
struct Candidate {
  std::string id;
  std::string name;
};
struct WhoFound {
  std::vector<Candidate> partners;  // one: that is them
};
WhoFound find_who(const Snapshot& snapshot, std::string_view who);

/// Whether a promise or a need says whose it is, where several were met.
bool is_clear_whose(const Snapshot& snapshot, const MetRequest& request, const std::string& text);

/// Meetings with one of them that are planned around that day, the nearest first.
struct PlannedMeeting {
  std::string id;
  std::string title;
  std::string on;
  bool is_that_day = false;
};
base::Result<std::vector<PlannedMeeting>> find_planned(const Snapshot& snapshot,
                                                       const MetRequest& request);

/// The records that the request comes to, also where they cannot be written as they are: so that
/// what was typed is not lost.
base::Result<std::vector<RecordText>> meeting_texts(const Snapshot& snapshot,
                                                    const MetRequest& request);

/// Without a lock it only shows what would be written.
base::Result<Output> record_meeting(const Snapshot& snapshot, const store::Lock* lock,
                                    const MetRequest& request);

}  // namespace rapport::app
