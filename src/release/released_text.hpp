// Text that may leave the office. Outside release/ nobody can make one from a record.
#pragma once

#include "release/verdict.hpp"

#include <string>
#include <utility>

namespace rapport::release {

class ReleasedText {
 public:
  bool is_absent() const { return !present_; }  // the record does not say it
  /// True when there is something to print.
  explicit operator bool() const { return present_ && verdict_.shows(); }
  const Verdict& verdict() const { return verdict_; }
  /// Empty when absent or withheld.
  const std::string& text() const { return text_; }

 private:
  friend class Gate;
  ReleasedText() = default;
  ReleasedText(std::string text, Verdict verdict, bool present)
      : text_(std::move(text)), verdict_(verdict), present_(present) {}

  std::string text_;
  Verdict verdict_;
  bool present_ = false;
};

}  // namespace rapport::release
