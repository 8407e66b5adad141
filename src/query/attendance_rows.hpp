// What mandate::who_was_there reads, for the computed fields that rest on it.
#pragma once

#include <array>
#include <string_view>

namespace rapport::query {

inline constexpr std::array<std::string_view, 13> attendance_rows = {"kind",
                                                                     "status",
                                                                     "mode",
                                                                     "start",
                                                                     "end",
                                                                     "between",
                                                                     "partners.partner",
                                                                     "partners.role",
                                                                     "partners.status",
                                                                     "visit.programme.at",
                                                                     "visit.programme.with",
                                                                     "visit.programme.attended",
                                                                     "visit.programme.status"};

}  // namespace rapport::query
