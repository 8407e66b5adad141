// Joins the lists that the folders are, and runs.
#include "cli/run.hpp"
#include "cli/session.hpp"

#include <unistd.h>

int main(int argc, char** argv) {
  const int status = rapport::cli::run(argc, argv, {.commands = rapport::commands::all_commands()});
  // All output has been written and checked by now. What was read lies in arenas that nobody takes
  // down: taking down the rest would only cost time.
  ::_exit(status);
}
