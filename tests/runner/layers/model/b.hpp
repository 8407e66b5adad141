// Part of a circle; and a path that is not there.
#pragma once

#include "yaml/a.hpp"
#include "yaml/missing.hpp"
