// Nothing wrong here.
#pragma once

#include <fmt/format.h>
