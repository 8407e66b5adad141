// What the choice of co-signatories asks of all the records: what a case or letter is about, and
// who signed the letters before.
#pragma once

#include "mandate/cosign.hpp"
#include "model/record.hpp"

#include <vector>

namespace rapport::model {
class Dataset;
}

namespace rapport::mandate::questions {

/// Of a case, or of a letter (which takes from its case what it does not say itself).
Matter subject_matter(const model::Dataset& data, model::RecordId record, model::Date on);

/// The letters sent before `on`, latest first; of several in one case, the latest.
std::vector<PastLetter> past_letters(const model::Dataset& data, model::Date on);

/// The answers of the mandates asked are still waited for: the case or letter is not over.
bool waits_for_answers(const model::Dataset& data, model::RecordId record);

/// Those that are part of a case; none of what is no case.
std::vector<model::RecordId> letters_of_case(const model::Dataset& data, model::RecordId record);

}  // namespace rapport::mandate::questions
