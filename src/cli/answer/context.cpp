#include "cli/answer/context.hpp"

#include "cli/records.hpp"
#include "cli/session.hpp"

namespace rapport::cli {

query::Context context_of(Session& session) {
  const Records& records = *session.records();
  return {.data = records.dataset,
          .codes = session.library().codes(),
          .today = session.today(),
          .office = records.reading.office,
          .library = &session.library(),
          .is_for_office = session.audience() == model::Audience::office,
          .faults = &records.faults};
}

}  // namespace rapport::cli
