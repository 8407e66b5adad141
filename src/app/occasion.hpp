// When and for whom an output is made.
#pragma once

#include "model/vocabulary.hpp"
#include "value/date.hpp"

namespace rapport::app {

struct Occasion {
  value::Date today;
  model::Audience audience = model::Audience::office;
  unsigned threads = 0;  // 0: as many as there are
};

}  // namespace rapport::app
