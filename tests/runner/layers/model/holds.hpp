// Includes the dataset.
#pragma once

#include "model/dataset.hpp"
