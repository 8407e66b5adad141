#include "cli/answer/context.hpp"

#include "cli/records.hpp"
#include "cli/session.hpp"
#include "release/released.hpp"

namespace rapport::cli {

query::Context context_of(Session& session, const release::Released& released) {
  const Records& records = *session.records();
  const release::Gate& gate = released.gate();
  query::Context context{.data = records.dataset,
                         .codes = session.library().codes(),
                         .today = session.today(),
                         .office = records.reading.office,
                         .library = &session.library(),
                         .is_for_office = gate.is_for_office(),
                         .reads_withheld_replies = release::works_with_us(gate.purpose().audience),
                         .faults = &records.faults};
  if (!gate.is_for_office())
    context.released_text = [compared = gate.comparing()](const value::Text& text,
                                                          const model::Head& head) {
      return compared.render(text, head, release::full(release::Reason::open_value)).text();
    };
  return context;
}

}  // namespace rapport::cli
