// Adding to a list of a record without touching any other byte of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rapport::yaml {

/// `text` with one more item at the end of the list `key` of its top mapping, which is begun at the
/// end of the text when there is none. `item` is the item's entries, a line each. Nothing when the
/// text cannot be read, or when its list is in brackets: then there is no line to add.
std::optional<std::string> append_item(std::string_view text, std::string_view key,
                                       std::string_view item);

}  // namespace rapport::yaml
