// A text that is looked for in others: case, accents and forms of letters aside.
#pragma once

#include <string>
#include <string_view>

namespace rapport::query {

class Needle {
 public:
  explicit Needle(std::string_view text);

  bool is_in(std::string_view text) const;
  bool is(std::string_view text) const;  // spaces at both ends aside
  const std::string& folded() const { return folded_; }

 private:
  std::string folded_;
  bool is_ascii_;
};

}  // namespace rapport::query
