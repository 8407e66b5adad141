// What each audience would see of a partner, field by field, and why.
#pragma once

#include "app/occasion.hpp"
#include "app/output.hpp"

#include <string>

namespace rapport::app {

struct ReleaseRequest {
  Occasion occasion;
  std::string partner = {};
  model::Use use = model::Use::share_contact;
  std::string case_ = {};  // the letter or case an output would be about; empty: none
  std::string to = {};     // the one recipient
};

base::Result<Output> explain_release(const Snapshot& snapshot, const ReleaseRequest& request);

}  // namespace rapport::app
