// What a visit still lacks, and what is open with those it meets: circles of partners that are not
// in the programme, promises not kept, letters to the State and their replies.
#pragma once

#include "mandate/clocks.hpp"
#include "mandate/competence.hpp"
#include "model/dataset.hpp"

#include <functional>
#include <span>
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
  bool is_over = false;        // held or cancelled: nobody is to be met any more
  bool has_programme = false;  // a meeting is recorded, whatever became of it
  std::vector<Gap> gaps;       // those that belong to every visit first; none when it is over
  Presences presences;         // of the area visited
  bool presence_met = false;   // the competent one; where none is known, anybody of the UN
  /// With whom it meets and with bodies of that State, made in it or in what the visit is related
  /// to.
  std::vector<OpenCommitment> commitments;
  std::vector<LetterToState> letters;  // latest first
};

/// Of a visit; `on` decides what is overdue.
Coverage coverage(const model::Dataset&, const reference::Library&, const model::Engagement& visit,
                  const Terms&, model::Date on);

/// Invited and did not come.
bool stayed_away(const model::Participation& part);

/// Whether somebody's part in an engagement counts: editions for others do not tell of every part.
using Counts = std::function<bool(const model::Participation&, const model::Partner&,
                                  const model::Engagement&)>;

/// The visit names it as related.
bool is_related(const model::Dataset&, const model::Engagement& visit,
                const model::Engagement& record);

/// Whether a record belongs to the past of a visit: it is in or about its State or territory, or a
/// body of that State or one of `met`, sorted, had a part in it that counts, wherever it was.
bool belongs_to(const model::Dataset&, const model::Engagement& visit,
                const model::Engagement& record, std::span<const model::Partner* const> met,
                const Counts& counts);

}  // namespace rapport::mandate
