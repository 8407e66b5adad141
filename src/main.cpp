// Runs with the commands that the folder is.
#include "cli/run.hpp"

#include <unistd.h>

int main(int argc, char** argv) {
  const int status = rapport::cli::run(argc, argv, rapport::commands::all_commands());
  // All output has been written and checked by now. What was read lies in arenas that nobody takes
  // down: taking down the rest would only cost time.
  ::_exit(status);
}
