// Joins the lists that the folders are, and runs.
#include "cli/run.hpp"
#include "cli/session.hpp"

int main(int argc, char** argv) {
  return rapport::cli::run(argc, argv, {.commands = rapport::commands::all_commands()});
}
