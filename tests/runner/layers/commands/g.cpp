#include "model/dataset.hpp"
