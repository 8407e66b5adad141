// `&nbsp;` and `&#8211;` in a template.
#pragma once

#include <string>
#include <string_view>

namespace rapport::templates {

/// The character, or nothing for a name that is not known here.
std::string entity(std::string_view written);

}  // namespace rapport::templates
