// What a question answers with holds no record, whoever declares it.
#include "release/release.hpp"

namespace rapport {

#ifndef WRONG
using Truth = model::RecordId;
#else
using Truth = const model::Partner*;
#endif
Truth first(const model::Dataset& data);
Truth asked(const release::Release& released);
Truth asked(const release::Release& released) { return released.ask(first); }

}  // namespace rapport
