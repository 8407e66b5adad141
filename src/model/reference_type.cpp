#include "model/record_type.hpp"
#include "model/reference.hpp"
#include "value/table.hpp"

namespace rapport::model {

const value::Type& reference_type() { return value::type_of<ReferenceFile>; }

}  // namespace rapport::model
