#include "model/dataset.hpp"

#include <md4c.h>
