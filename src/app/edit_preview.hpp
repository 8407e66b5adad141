// A partner's record as it would be with another text, among all the others: what is written can
// be looked at before it is.
#pragma once

#include "base/result.hpp"
#include "model/dataset.hpp"
#include "value/finding.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::app {

class Snapshot;
struct Occasion;

class EditPreview {
 public:
  /// Reads the records again, with `text` in the place of what the partner's file says. Fails when
  /// that cannot be read.
  static base::Result<std::unique_ptr<EditPreview>> read(const Snapshot& snapshot,
                                                         const Occasion& occasion,
                                                         const model::Partner& before,
                                                         std::string text);
  ~EditPreview();

  const model::Partner& partner() const;
  const model::Dataset& dataset() const;  // the records as they would be

  /// What the rules say of the record, and did not say of it before. Warnings and notes too.
  std::vector<value::Finding> new_findings() const;

 private:
  struct State;
  explicit EditPreview(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace rapport::app
