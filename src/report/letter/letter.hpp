// The parts of a letter, each as values for its template. Everything comes from cleared handles
// and from the reference data.
#pragma once

#include "mandate/annex.hpp"
#include "mandate/questions/letter.hpp"
#include "reference/on_day.hpp"
#include "report/engine/report.hpp"
#include "report/engine/values.hpp"

#include <string>
#include <vector>

namespace rapport::report {

namespace questions = mandate::questions;

/// What the parts of one letter share.
struct Letter {
  explicit Letter(const Request& from)
      : request(from),
        released(from.released),
        library(from.released.reference()),
        engagement(released.engagement(from.subject)) {}

  const Request& request;
  release::Release& released;
  const reference::ReferenceData& library;
  release::Cleared<model::Engagement> engagement;
  release::Cleared<model::Communication> block;
  model::Date on;                                             // the day it bears: sent, else today
  std::vector<model::MandateCode> signers;                    // in the order of the letter
  std::vector<release::Cleared<model::CoSignatory>> waiting;  // asked, and not signing
  release::Cleared<model::Partner> addressee;
  model::StateCode state;  // the addressee's, where it is one

  bool is_joint() const { return signers.size() > 1; }
  bool is_to_state() const { return static_cast<bool>(state); }
  std::string formal(model::StateCode code) const {
    return formal_title(library, code, request.language, on);
  }
  std::string title_of(value::RowId row) const { return title(library, row, request.language, on); }
};

/// Who signs: the lead and the mandates that agreed; of a letter that was sent, who signed it.
void find_signers(Letter& letter);

/// Who held a mandate on the letter's day, by the reference data; not for the office's own.
reference::Holder holder_of(const Letter& letter, model::MandateCode mandate);

templates::Value mandates(const Letter& letter);
/// The resolution in force on the letter's day; without a symbol when it is not recorded.
struct LetterResolution {
  std::string symbol = {};
  bool doubtful = false;  // that it renewed the mandate was not read in it
};
LetterResolution resolution_of(const Letter& letter, model::MandateCode mandate);

/// The numbers under which the mandates act, in their order: those of one body that follow each
/// other are one item. A number that is not known is empty.
templates::Value resolutions(const Letter& letter);

/// Type, code of the addressee, and the placeholder while OHCHR has given no number.
std::string reference_number(const Letter& letter);

templates::Value victims(const Letter& letter);
templates::Value earlier_letters(const Letter& letter);
enum class Siblings : bool { sent_before, sent_with_it };
/// To whom else the office writes on this matter, or has written before the letter's day.
templates::Value sibling_letters(const Letter& letter, Siblings which);
bool has_reprisal(const Letter& letter);
/// Until when a reply is asked for, and when letter and reply become public.
void add_publication(const Letter& letter, templates::Value& root);
/// It is about one person, and no more.
bool is_about_one(const Letter& letter);
/// A public statement on the case is planned or was made: the letter gives notice of it.
bool will_be_public(const Letter& letter);

mandate::Annex annex_of(const Letter& letter);
templates::Value annex(const Letter& letter, const mandate::Annex& annex);

/// How many points are still open, and which, into the check sheet.
void add_open_points(const Letter& letter, const mandate::Annex& annex, templates::Value& sheet);
/// What the office should look at before it sends the letter.
templates::Value check_sheet(const Letter& letter, const mandate::Annex& annex);

}  // namespace rapport::report
