// What the record of one partner says and that of the same partner does not, as changes of the
// latter: lists are united, ways to reach them by what they are, and acts of consent all kept.
#pragma once

#include "model/partner.hpp"
#include "yaml/patch.hpp"

#include <string>
#include <vector>

namespace rapport::app {

/// Which value is right where both records say one: names of fields.
struct MergeChoices {
  std::vector<std::string> take = {};  // that of the record which goes
  std::vector<std::string> keep = {};  // that of the record which stays
};

struct MergedFields {
  std::vector<yaml::Operation> operations = {};  // on the text of the record that stays
  std::vector<std::string> lines = {};           // what they do, in words
  std::vector<std::string> conflicts = {};       // fields that nothing was chosen for
};

/// Both were read without errors; `keep_says` and `drop_says` are their trees.
MergedFields merge_fields(const model::Partner& keep, const yaml::Value& keep_says,
                          const model::Partner& drop, const yaml::Value& drop_says,
                          const MergeChoices& choices);

}  // namespace rapport::app
