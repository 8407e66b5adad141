// Nor does a view: the same words in braces are no text of the program either.
#include "cli/deliver.hpp"

rapport::base::Done print(rapport::cli::Session& session, const rapport::app::Basis& made,
                          const rapport::view::Cards& cards);
rapport::base::Done print(rapport::cli::Session& session, const rapport::app::Basis& made,
                          const rapport::view::Cards& cards) {
#ifdef WRONG
  static_cast<void>(made);
  return rapport::cli::deliver(session, {cards});
#else
  return rapport::cli::deliver(session, {.basis = made, .content = cards});
#endif
}
