#include "release/verdict.hpp"

#include "value/word.hpp"

namespace rapport::release {

std::string_view word(Reason reason) { return value::word(reason); }

Verdicts Verdicts::all(Verdict verdict) {
  Verdicts verdicts;
  verdicts.of.fill(verdict);
  // What a field gives away that does not say it may be anything.
  if (verdict.reason != Reason::office_sees_all)
    verdicts[value::Reveals::unstated] = no(Reason::office_only);
  return verdicts;
}

}  // namespace rapport::release
