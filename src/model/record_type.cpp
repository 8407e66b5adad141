#include "model/record_type.hpp"

#include "model/engagement.hpp"
#include "model/office.hpp"
#include "model/partner.hpp"
#include "model/place.hpp"
#include "value/table.hpp"

namespace rapport::model {

const value::Type& partner_type() { return value::type_of<Partner>; }
const value::Type& engagement_type() { return value::type_of<Engagement>; }
const value::Type& office_type() { return value::type_of<Office>; }

const value::Type* type_at(std::string_view path) {
  if (path == office_file) return &office_type();
  if (is_record_path(path)) return is_partner_path(path) ? &partner_type() : &engagement_type();
  const bool is_row_file = folder_of_path(path) == rows_folder && is_named_as_record(path);
  return is_row_file ? &reference_type() : nullptr;
}

}  // namespace rapport::model
