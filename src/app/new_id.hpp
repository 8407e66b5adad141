// Whether an id may become that of a record.
#pragma once

#include "base/result.hpp"
#include "model/record.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace rapport::app {

class Preview;
class Snapshot;

/// Fails for what is no id, is taken in any folder, or is written in records already and means
/// something else there. Names that differ from an id in case alone are no records, and stop every
/// command that writes.
base::Done check_new_id(const Snapshot& snapshot, const std::string& id);

/// Fails when a record's new id may give a protected person away. `after` is the record.
base::Done check_reveals_nothing(const Preview& preview, const model::RecordHeader& after);

/// Draws an id: the prefix, and letters and digits that reveal nothing.
using DrawId = base::Result<std::string> (*)(std::string_view prefix, std::size_t length);

/// An id for that record which reveals nothing and is free.
base::Result<std::string> drawn_id(const Snapshot& snapshot, const model::RecordHeader& head,
                                   DrawId draw);

}  // namespace rapport::app
