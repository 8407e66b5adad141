// What gives a partner away in a text: the forms of their names, and how they are reached.
#pragma once

#include "model/dataset.hpp"
#include "release/scan.hpp"

#include <vector>

namespace rapport::release {

void add_names(const model::Partner& partner, std::vector<Secret>& into);
void add_contacts(const model::Partner& partner, std::vector<Secret>& into);

}  // namespace rapport::release
