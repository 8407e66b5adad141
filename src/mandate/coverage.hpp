// What a visit still lacks, and what is open with those it meets: circles of partners that are not
// in the programme, promises not kept, letters to the State and their replies.
#pragma once

#include "mandate/clocks.hpp"
#include "mandate/competence.hpp"
#include "model/dataset.hpp"

#include <vector>

namespace rapport::mandate {

/// One side the programme leaves out.
struct Gap {
  model::Circle circle = model::Circle::absent;
  bool usual = false;  // met on most visits, but not belonging to every one
  model::Text area;    // local authorities: of this area
};

struct OpenCommitment {
  std::uint32_t record = 0;  // the engagement it was made in
  std::size_t item = 0;      // which of its commitments
  bool by_office = false;
  bool overdue = false;
};

struct LetterToState {
  std::uint32_t record = 0;
  ReplyState reply;
};

struct Coverage {
  std::vector<Gap> gaps;      // those that belong to every visit first
  Presences presences;        // of the area visited
  bool presence_met = false;  // the competent one; where none is known, anybody of the UN
  std::vector<OpenCommitment> commitments;  // with whom it meets, or made in that State
  std::vector<LetterToState> letters;  // latest first
};

/// Of a visit; `on` decides what is overdue.
Coverage coverage(const model::Dataset&, const reference::Library&, const model::Engagement& visit,
                  const Terms&, model::Date on);

}  // namespace rapport::mandate
