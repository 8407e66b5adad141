// What the list of deadlines prints of each, as its audience may read it.
#pragma once

#include "mandate/questions/deadlines.hpp"
#include "report/engine/report.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rapport::report {

struct DeadlineLine {
  std::string what;
  std::string who;
  std::string id = {};  // of the record
};

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
