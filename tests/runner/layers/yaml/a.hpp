// Includes what it may not, and is part of a circle.
#pragma once

#include <regex>

#include "model/b.hpp"
