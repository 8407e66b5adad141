#include "model/dataset.hpp"

#include <md4c.h>

int count(const model::Dataset& data);  // the Dataset
// Dataset
