// An output has the release it was made under.
#include "cli/deliver.hpp"

rapport::base::Done print(rapport::cli::Session& session, const rapport::app::Basis& made);
rapport::base::Done print(rapport::cli::Session& session, const rapport::app::Basis& made) {
  static_cast<void>(made);
  return rapport::cli::deliver(session, rapport::app::Output{
#ifndef WRONG
                                            .basis = made,
#endif
                                            .content = rapport::view::Table{}});
}
