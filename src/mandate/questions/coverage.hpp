// What a visit still lacks, and what is open with those it meets: circles of partners that are not
// in the programme, promises not kept, letters to the State and their replies.
#pragma once

#include "mandate/clocks.hpp"
#include "model/record.hpp"
#include "model/vocabulary.hpp"
#include "reference/reference_data.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace rapport::model {
class Dataset;
}

namespace rapport::mandate::questions {

/// One side the programme leaves out.
struct Gap {
  model::Circle circle = model::Circle::absent;
  bool usual = false;               // met on most visits, but not belonging to every one
  std::optional<std::size_t> area;  // local authorities: of this one of the visit's areas
};

struct OpenCommitment {
  model::RecordId record;  // the engagement it was made in
  std::size_t item = 0;    // which of its commitments
  bool by_office = false;
  bool overdue = false;
};

struct LetterToState {
  model::RecordId record;
  ReplyState reply;
};

struct Coverage {
  bool is_over = false;        // held or cancelled: nobody is to be met any more
  bool has_programme = false;  // a meeting is recorded, whatever became of it
  std::vector<Gap> gaps;       // those that belong to every visit first; none when it is over
  std::optional<value::RowId>
      presence;               // the competent one in the area visited, where one is known
  bool presence_met = false;  // that one; where none is known, anybody of the UN
  /// With whom it meets and with bodies of that State, made in it or in what the visit is related
  /// to.
  std::vector<OpenCommitment> commitments;
  std::vector<LetterToState> letters;  // latest first
};

/// `on` decides what is overdue.
Coverage coverage(const model::Dataset& data, model::RecordId visit,
                  const reference::ReferenceData& library, const Terms& terms, model::Date on);

}  // namespace rapport::mandate::questions
