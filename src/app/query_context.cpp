#include "app/query_context.hpp"

#include "app/output.hpp"
#include "app/records.hpp"
#include "release/release.hpp"

namespace rapport::app {

query::Context context_of(const Basis& basis) {
  const Records& records = basis.snapshot().records();
  const reference::ReferenceData& library = basis.snapshot().library();
  const release::Gate& gate = basis.released().gate();
  query::Context context{
      .data = records.dataset,
      .codes = library.codes(),
      .today = gate.purpose().on,
      .office = records.reading.office,
      .library = &library,
      .is_for_office = gate.is_for_office(),
      .reads_withheld_replies = model::reads_unpublished(gate.purpose().audience),
      .faults = &records.faults};
  if (gate.is_for_office())
    context.reaches = [&records, &library, on = gate.purpose().on](const model::Partner& partner,
                                                                   model::Audience audience) {
      const bool is_own = audience == model::Audience::office;
      return release::Gate(records.dataset, library.codes(),
                           {.audience = audience,
                            .use = is_own ? model::Use::contact : model::Use::share_contact,
                            .on = on})
          .reaches(partner);
    };
  else
    context.released_text = [compared = gate.comparing()](const value::Text& text,
                                                          const model::RecordHeader& head) {
      return compared.render(text, head, release::full(release::Reason::open_value)).text();
    };
  return context;
}

}  // namespace rapport::app
