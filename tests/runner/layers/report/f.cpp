// Takes a header of its own folder, and what that includes.
#include "report/f.hpp"
