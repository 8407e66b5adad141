// What a question answers with holds no record, whoever declares it.
#include "release/released.hpp"

namespace rapport {

#ifndef WRONG
using Answer = model::RecordId;
#else
using Answer = const model::Partner*;
#endif
Answer first(const model::Dataset& data);
Answer asked(const release::Released& released);
Answer asked(const release::Released& released) { return released.ask(first); }

}  // namespace rapport
