// Bytes do not leave by themselves: they are an output with its release, or text of the program.
#include "cli/deliver.hpp"

rapport::base::Done print(rapport::cli::Session& session, const std::string& bytes);
rapport::base::Done print(rapport::cli::Session& session, const std::string& bytes) {
#ifdef WRONG
  return rapport::cli::deliver(session, bytes);
#else
  return rapport::cli::deliver(session, rapport::cli::ProgramText(bytes));
#endif
}
