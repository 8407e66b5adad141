#include "release/verdict.hpp"

#include "value/word.hpp"

namespace rapport::release {

std::string_view word(Reason reason) { return value::word(reason); }

Verdicts Verdicts::all(Verdict verdict) {
  Verdicts verdicts;
  verdicts.of.fill(verdict);
  return verdicts;
}

}  // namespace rapport::release
