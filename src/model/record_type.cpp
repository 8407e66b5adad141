#include "model/record_type.hpp"

#include "model/engagement.hpp"
#include "model/office.hpp"
#include "model/partner.hpp"
#include "value/table.hpp"

namespace rapport::model {

const value::Type& partner_type() { return value::type_of<Partner>; }
const value::Type& engagement_type() { return value::type_of<Engagement>; }
const value::Type& office_type() { return value::type_of<Office>; }

}  // namespace rapport::model
