// Answers with what a release would have to clear.
#pragma once

#include "model/partner.hpp"

std::string name_of(const Dataset& data);
std::vector<value::Text> names(const Dataset& data);
const model::Partner* first(const Dataset& data);
auto any(const Dataset& data);  // Text
