// Three readings of one text, each as the same plain form, so that they can be compared. Whatever
// our reader accepts, the other two must read as the same tree: there are no exceptions.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rapport::oracle {

/// `{` key value ... `}`, `[` value ... `]`, `=text\n` with line ends as `\1`, `~` for an empty
/// value. Nothing: the reader refuses the text.
using Reading = std::optional<std::string>;

Reading read_ours(std::string_view text);
Reading read_yaml_cpp(std::string_view text);
Reading read_libyaml(std::string_view text);

void put_text(std::string& form, std::string_view text);

/// Empty when all is well; else which reader disagrees, and both readings. A text that we refuse is
/// always well.
std::string disagreement(std::string_view text);

}  // namespace rapport::oracle
