// Includes what includes the dataset.
#pragma once

#include "model/holds.hpp"
