// What stands in quotes or brackets within a name: Ana "La Negra" Example, Ana (Nita) Example.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapport::names {

/// The name without such parts; as it is when it has none.
std::string without_asides(std::string_view name);

/// The name as it is compared: without jr, sr, ii or iii at its end when it is a person's, and
/// then, when it has asides, also without them. Of a group only without the short name in brackets
/// at its end. What is left has two words at least, or is left out.
std::vector<std::string> forms_of_name(std::string_view name, bool is_person);

/// Quick: whether `forms_of_name` may give anything but the name itself.
bool may_have_forms(std::string_view name);

/// Where the word ends before a short aside, when one ends right before `start`; npos
/// where none does.
std::size_t end_before_aside(std::string_view text, std::size_t start);

/// One quote or bracket and spaces, as between "Ana" and "Negra": it opens or ends an aside.
bool is_edge_of_aside(std::string_view gap);

}  // namespace rapport::names
