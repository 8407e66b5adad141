// What the list of deadlines prints of each, as its audience may read it.
#pragma once

#include "mandate/questions/deadlines.hpp"
#include "report/engine/report.hpp"
#include "view/table.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::report {

struct DeadlineLine {
  std::string what;
  std::string who;
  std::string id = {};  // of the record
};

std::string_view kind_word(mandate::questions::Due what);

/// How many days there are until it is due at the earliest, or since it surely was: negative.
/// Nothing where today may be before that day or after it.
view::Cell days_left(const model::Date& today, const model::Date& due);

/// Nothing, not even the separator, where the part is empty.
void append_part(std::string& text, std::string_view separator, std::string_view part);

/// The line of one deadline after another, in any order of their records: each record is released
/// once, so that it counts once where it is withheld.
class DeadlineLines {
 public:
  explicit DeadlineLines(const Request& request) : request_(request) {}

  /// Nothing where the audience may not read it.
  std::optional<DeadlineLine> line(const mandate::questions::Deadline& deadline);

 private:
  struct PartnerParts {
    release::Cleared<model::Partner> partner;
    std::vector<release::Cleared<model::ConsentAct>> acts;
  };
  struct EngagementParts {
    release::Cleared<model::Engagement> engagement;
    std::vector<release::Cleared<model::Commitment>> commitments;
    std::vector<release::Cleared<model::CoSignatory>> co_signatories;
  };

  const PartnerParts& partner(model::RecordId record);
  const EngagementParts& engagement(model::RecordId record);
  std::optional<DeadlineLine> partner_line(const mandate::questions::Deadline& deadline);
  std::optional<DeadlineLine> engagement_line(const mandate::questions::Deadline& deadline);

  const Request& request_;
  std::map<model::RecordId, PartnerParts> partners_;
  std::map<model::RecordId, EngagementParts> engagements_;
};

}  // namespace rapport::report
