// An engagement as its own file says it, for rules that look at one file alone: a draft letter
// without what it took from its case.
#pragma once

#include "model/engagement.hpp"

namespace rapport::model {

class AsWritten {
 public:
  explicit AsWritten(const Engagement& engagement);
  AsWritten(const AsWritten&) = delete;
  AsWritten& operator=(const AsWritten&) = delete;

  const Engagement& engagement() const { return engagement_; }

 private:
  Engagement engagement_;
  Block<Communication>::Body letter_{};  // of engagement_, where something was taken away
};

}  // namespace rapport::model
