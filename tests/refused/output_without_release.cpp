// An output has the release it was made under.
#include "cli/deliver.hpp"

rapport::base::Done print(rapport::cli::Session& session, const rapport::release::Released& made);
rapport::base::Done print(rapport::cli::Session& session, const rapport::release::Released& made) {
  static_cast<void>(made);
  return rapport::cli::deliver(session, rapport::cli::Output{
#ifndef WRONG
                                            .released = made,
#endif
                                            .content = rapport::view::Table{}});
}
