// The manual: a page for the program, one for each command, one for the fields of records, one for
// what can be asked of them, one for what is checked, one for templates.
#pragma once

#include "cli/command.hpp"
#include "view/page.hpp"

namespace rapport::cli {

view::Page program_page(Commands commands);                             // rapport(1)
view::Page command_page(const base::Registered<CommandSpec>& command);  // rapport-<command>(1)
view::Page records_page();                                              // rapport-records(5)
/// The fields of that name, or inside it, in whichever record; without blocks when there is none.
view::Page fields_page(std::string_view field);
view::Page rules_page();      // rapport-rules(7)
view::Page queries_page();    // rapport-queries(7)
view::Page templates_page();  // rapport-templates(7)

}  // namespace rapport::cli
