// The one gate: who may be named, reached or linked to an engagement, for one audience and use, on
// one day. It sees the whole dataset and decides; cleared handles (cleared.hpp) show only what it
// allows.
#pragma once

#include "mandate/consent.hpp"
#include "model/engagement.hpp"
#include "model/protection.hpp"
#include "release/last_look.hpp"
#include "release/released_text.hpp"
#include "release/verdict.hpp"

#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace rapport::model {
class Dataset;
}

namespace rapport::release {

using mandate::ConsentQuery;
using mandate::NoContact;
using mandate::Permission;

template <class T>
class Cleared;

/// What an output is for. Everything shown in it is decided by this.
struct Purpose {
  model::Audience audience = model::Audience::office;
  model::Use use = model::Use::share_contact;
  value::Date on;                              // the day of the output
  value::StateCode state = {};                 // the State concerned, or the one it goes to
  const model::Partner* recipient = nullptr;   // --to PARTNER
  const model::Engagement* subject = nullptr;  // the visit or letter it is about
  std::string words = {};                      // "visit preparation", for the manifest
};

/// A public body or an official: they are shown to everybody, and so is that they took part.
bool is_open_to_all(const model::Partner& partner);

/// All that ties them to it is that they told us.
bool only_told_us(const model::Dataset& data, const model::Partner& partner,
                  const model::Engagement& engagement);
/// The latest fact of a case or letter: what a consent must not be older than. With the day a
/// letter was sent, of what had happened then.
value::Date youngest_fact(const model::Engagement& matter, const value::Date& sent = {});

class Gate;
struct LetterPerson;
struct Mark;
std::vector<LetterPerson> people_of_letter(const Gate& gate, std::string_view letter);

class Gate {
 public:
  Gate(const model::Dataset& data, const value::Codes& codes, Purpose purpose)
      : data_(data), codes_(codes), purpose_(std::move(purpose)) {}

  /// From now on keeps there which texts of records it hands out.
  void keep_handed_out(std::vector<HandedOut>& texts) { handed_out_ = &texts; }

  /// The same gate for texts that are compared and not printed: they are not kept.
  Gate comparing() const {
    Gate gate(*this);
    gate.handed_out_ = nullptr;
    return gate;
  }

  const Purpose& purpose() const { return purpose_; }
  const value::Codes& codes() const { return codes_; }
  bool is_for_office() const { return purpose_.audience == model::Audience::office; }

  /// Who this is and how to reach them.
  Verdict entry(const model::Partner& partner) const;
  /// The entry in a list for this purpose. Who wants not to be contacted is in no call list, of the
  /// office neither.
  Verdict in_list(const model::Partner& partner) const;
  /// In a list for this purpose, with a channel that may be printed.
  bool reaches(const model::Partner& partner) const;
  /// That they want not to be contacted, to be marked wherever the office lists them; for others
  /// nothing.
  NoContact no_contact(const model::Partner& partner) const {
    return is_for_office() ? mandate::no_contact(partner, purpose_.on) : NoContact{};
  }
  /// What their acts of consent alone say to that use, of what the purpose is about.
  Permission permission(const model::Partner& partner, model::Use use) const {
    return consent(partner, question(use));
  }
  /// That they took part, wrote to us or are affiliated.
  Verdict link(const model::Partner& partner, const model::Engagement& engagement) const;
  /// The same for the record a reference stands in, whichever kind it is.
  Verdict link(const model::Partner& partner, const model::RecordHeader& in) const;
  /// That they are met in this slot of the programme `in`. Of a visit that is not public the State
  /// does not read whom of civil society it meets, and nobody reads of both in one slot, unless all
  /// of them agreed to meet an authority.
  Verdict link(const model::Partner& partner, const model::Slot& slot,
               const model::RecordHeader& in) const;
  /// The same for one place in the record: a slot or a participation has more to answer for.
  Verdict link(const value::Ref& ref, const model::RecordHeader& in) const;
  /// Whether the record that a reference means may be named in the one it stands in, by the link
  /// between them.
  Verdict reference(const value::Ref& ref, const model::RecordHeader& in) const;
  /// The references of an engagement that stand where this audience may read, by their addresses.
  std::vector<const value::Ref*> shown_references(const model::Engagement& engagement) const;
  Verdict visible(const model::Engagement& engagement) const;
  /// A letter that everybody can read on the day of the purpose. Must be a letter.
  bool is_published(const model::Engagement& letter) const;
  /// A slot of the programme `in`: confidential ones are the office's own, and so are those with
  /// anybody who may not be named there, since place and purpose would tell of them.
  Verdict slot(const model::Slot& slot, const model::RecordHeader& in) const;
  /// It is not open, and OHCHR reads it in the pack made for it since it helps with it: with those
  /// who agreed to be known to OHCHR.
  bool is_helped_by_ohchr(const model::Slot& slot, const model::RecordHeader& in) const;
  /// Whether this number or address may be printed.
  Verdict channel(const model::Partner& partner, const model::Contact& contact) const;
  /// How an alleged victim appears in the letter that is the subject, or in any other use of a
  /// case.
  Verdict victim(const model::Partner& partner, const model::Engagement& matter,
                 value::StateCode state) const {
    return victim_permission(partner, matter, state).verdict;
  }
  /// The same with the act that decided; it names nobody outside the office.
  Permission victim_permission(const model::Partner& partner, const model::Engagement& matter,
                               value::StateCode state) const;

  /// Whether any consent at all lets this audience read the name today. The leak scan asks this
  /// rather than what was shown, so that a mistake in showing is found.
  bool may_be_named(const model::Partner& partner) const;

  Verdicts verdicts(const model::Partner& partner) const;
  Verdicts verdicts(const model::Engagement& engagement) const;

  /// Verdicts of an item of a list, whose type is `element`: a slot, a channel or an alleged victim
  /// has more to answer for than the list it stands in.
  Verdicts narrow(const value::Type& element, const void* item, const Verdicts& list,
                  const model::RecordHeader& head) const;
  /// Whether items of that type have.
  static bool narrows(const value::Type& element);
  /// An item that names somebody who may not be named: what is left of it would say that somebody
  /// was left out. `fields` is the item, `of` its rows.
  bool leaves_out(const void* fields, const value::FieldSet& of, const Verdicts& verdicts,
                  const model::RecordHeader& head) const;
  /// A count so small that it tells who came, or one from which such a count would follow. `fields`
  /// is the block that has the row, one of `of`.
  bool suppresses(const value::Field& row, const void* fields, const value::FieldSet& of) const;
  /// Whether a block of that type has such counts.
  static bool suppresses_in(const value::Type& block);

  /// The text of a scalar row under its record's verdicts; identity rows as full name, initials or
  /// description, references as the id of whom may be named there.
  ReleasedText show(const value::Field& row, const void* record, const Verdicts& verdicts,
                    const model::RecordHeader& head) const;
  /// The same of one value that stands in the row, such as an item of its list.
  ReleasedText show(const value::Field& row, const value::Type& type, const void* value,
                    Verdict verdict, const model::RecordHeader& head) const;
  /// One item of a list of texts, words or codes that may be shown.
  template <class V>
  ReleasedText show_item(const V& item, const model::RecordHeader& head) const {
    const Verdict shown{Disclosure::full, Reason::open_value};
    if constexpr (std::is_base_of_v<value::Text, V>)
      return render(item, head, shown);
    else
      return {value::type_of<V>.print(&item, codes_), shown, true};
  }
  /// Text with its marks (<hrd-k7m2qx>, <v1>) replaced by what may be said of each.
  ReleasedText render(const value::Text& text, const model::RecordHeader& head,
                      Verdict verdict) const;
  ReleasedText name(const model::Partner& partner, Verdict verdict) const;
  /// Honorific and name of an alleged victim as the verdict allows, or the record's own words.
  ReleasedText victim_name(const model::AllegedVictim& victim,
                           const model::RecordHeader& head) const;
  /// A text that says nothing of a record: a count, a code, a date.
  ReleasedText plain(std::string text) const {
    return {std::move(text), {Disclosure::full, Reason::open_value}, true};
  }

 private:
  template <class>
  friend class Cleared;
  friend class ClearedRecord;
  friend class RecordWalk;
  friend class Release;
  friend std::vector<LetterPerson> people_of_letter(const Gate& gate, std::string_view letter);

  /// Whoever has a gate may ask it; the records themselves are for release/ only.
  const model::Dataset& data() const { return data_; }
  const model::Partner* partner(const value::Ref& ref) const;
  const model::Engagement* engagement(const value::Ref& ref) const;

  bool is_known_to_recipient(const model::Engagement& letter) const;
  bool is_for_audience(const model::Engagement& subject, model::Classification label) const;
  Verdict letter(const model::Engagement& record, model::Classification label) const;
  ConsentQuery question(model::Use use) const;
  Verdict unless_refused(const model::Partner& partner, model::Use use, Verdict open) const;
  Reason never(const model::Partner& partner) const;
  bool names_nobody_withheld(const model::Slot& slot, const model::RecordHeader& in) const;
  bool is_prepared_with_ohchr(const model::Slot& slot, const model::RecordHeader& in) const;
  bool all_agreed_to_meet(const model::Slot& slot, const model::Engagement& visit) const;
  Permission to_meet(const model::Partner& partner, const model::Engagement& visit) const;
  Verdicts narrow(const model::Slot&, const Verdicts& list, const model::RecordHeader&) const;
  Verdict link(const model::Partner&, const model::Engagement&, const model::Slot*) const;
  Verdicts narrow(const model::Participation&, const Verdicts& list,
                  const model::Engagement& in) const;
  Verdicts narrow(const model::Support&, const Verdicts& list) const;
  Verdicts narrow(const model::Reply&, const Verdicts& list) const;
  Verdicts narrow(const model::Contact&, const Verdicts& list, const model::Partner&) const;
  Verdicts narrow(const model::AllegedVictim&, const Verdicts& list,
                  const model::RecordHeader&) const;
  ReleasedText in_words(const model::AllegedVictim& victim) const;
  std::string mark(std::string_view key, const model::RecordHeader& head) const;
  /// What is printed for a mark in a text; nothing where its clause goes with it.
  std::optional<std::string> words_for(const Mark& mark, const model::RecordHeader& head) const;
  std::string addressed(const model::Partner& partner, Verdict verdict) const;
  /// The one who calls it hands the text out.
  void keep(const value::Text& text, const model::RecordHeader& head) const {
    if (handed_out_ != nullptr && text) handed_out_->push_back({text, &head});
  }

  const model::Dataset& data_;
  const value::Codes& codes_;
  Purpose purpose_;
  std::vector<HandedOut>* handed_out_ = nullptr;
};

}  // namespace rapport::release
