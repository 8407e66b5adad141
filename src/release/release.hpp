// The repository as one audience may see it, for one purpose. Documents and commands get this and
// nothing else; every accessor hands out cleared handles, and what is withheld is counted.
#pragma once

#include "mandate/circle.hpp"
#include "model/office.hpp"
#include "reference/reference_data.hpp"
#include "release/cleared.hpp"
#include "release/scan.hpp"

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace rapport::release {

using model::RecordId;

/// How many were withheld, by reason, in the order of the reasons.
class Withheld {
 public:
  void add(Reason reason) { ++counts_[static_cast<std::size_t>(reason)]; }
  std::size_t total() const;
  std::size_t count(Reason reason) const { return counts_[static_cast<std::size_t>(reason)]; }
  std::vector<std::pair<Reason, std::size_t>> by_reason() const;

 private:
  std::array<std::size_t, reason_count> counts_{};
};

namespace detail {

/// A record, something of one that names, or a way to it; also as items of a list. What a struct
/// has inside cannot be seen from here.
template <class T>
inline constexpr bool holds_record =
    std::is_pointer_v<T> || std::is_base_of_v<value::Text, T> || std::is_same_v<T, value::Ref> ||
    std::is_same_v<T, model::Partner> || std::is_same_v<T, model::Engagement>;
template <class T>
requires requires { typename T::value_type; }
inline constexpr bool holds_record<T> = holds_record<typename T::value_type>;
template <class A, class B>
inline constexpr bool holds_record<std::pair<A, B>> = holds_record<A> || holds_record<B>;

}  // namespace detail

class Release {
 public:
  Release(const model::Dataset& data, const reference::ReferenceData& reference,
          const model::Office& office, Purpose purpose);
  Release(const Release&) = delete;
  Release& operator=(const Release&) = delete;

  const Purpose& purpose() const { return gate_.purpose(); }
  const reference::ReferenceData& reference() const { return reference_; }
  const model::Office& office() const { return office_; }
  const Gate& gate() const { return gate_; }

  /// Asks a named question (mandate/questions) of the full data. It answers without names: with
  /// counts, flags, codes, dates and numbers of records, which are worth nothing elsewhere.
  template <class Answer, class... Wanted, class... Given>
  Answer ask(Answer (*question)(const model::Dataset&, Wanted...), Given&&... given) const {
    static_assert(!std::is_reference_v<Answer> && !detail::holds_record<Answer>,
                  "an answer holds no record");
    return question(gate_.data(), std::forward<Given>(given)...);
  }

  /// Those of `ids` who stand in a list for this purpose; the others are counted as withheld.
  std::vector<Cleared<model::Partner>> partners(std::span<const RecordId> ids);
  /// Which of the two sides stays where both would stand in one list.
  enum class Kept { civil_society, authorities };
  /// Those of `list` that may stand in one list that is handed out; the others are counted as
  /// withheld. Outside the office, when bodies of States would stand beside civil society, those
  /// that are not `kept` are kept separate. Always, whom somebody of the list is to be kept apart
  /// from, or accuses in their case, is left out.
  std::vector<Cleared<model::Partner>> in_one_list(std::vector<Cleared<model::Partner>> list,
                                                   Kept kept = Kept::civil_society);
  std::vector<Cleared<model::Engagement>> engagements(std::span<const RecordId> ids);
  /// A handle to nothing when there is no such record or it may not be seen; not counted.
  Cleared<model::Partner> partner(std::string_view id);
  Cleared<model::Engagement> engagement(std::string_view id);
  Cleared<model::Engagement> engagement(RecordId id);
  /// That a partner had a part in an engagement may be said.
  bool shows_link(RecordId partner, RecordId engagement) const;

  model::Circle circle(const Cleared<model::Partner>& partner) const;
  NoContact no_contact(const Cleared<model::Partner>& partner) const {
    return gate_.no_contact(*partner.value_);
  }

  /// A meeting that of all others only OHCHR reads of, in any edition that has it.
  bool is_with_help_of_ohchr(const Cleared<model::Slot>& slot) const;

  /// Times of a visit's programme that this edition shows as reserved and no more.
  struct ReservedTime {
    value::Moment at;
    value::Moment until;
  };
  std::vector<ReservedTime> reserved_times(std::string_view visit) const;

  /// The summary outputs may use: the record's own, else that of the case it is part of, where
  /// that may be seen or the record is what the output is about. A letter that was sent has its own
  /// alone.
  ReleasedText summary_of(const Cleared<model::Engagement>& engagement) const;
  /// An alleged victim as this output may name them.
  ReleasedText victim_name(const Cleared<model::AllegedVictim>& victim) const {
    return gate_.victim_name(*victim.value_, *victim.head_);
  }
  /// Must be a letter.
  bool is_published(const Cleared<model::Engagement>& letter) const {
    return gate_.is_published(*letter.value_);
  }
  /// Who received another letter of the same case: the State's code as `state`, or the name of a
  /// body whose name is public; both empty for anybody else.
  struct Addressee {
    value::StateCode state = {};
    std::string name = {};
  };
  Addressee addressee_of(RecordId letter) const;
  /// Of the alleged victims of a case, how many agreed that their name is said to all who are met.
  struct OralConsent {
    std::size_t agreed = 0;
    std::size_t all = 0;
    bool has_others = false;  // who have no record, and so were not asked
  };
  OralConsent oral_consent(const Cleared<model::Engagement>& matter,
                           const std::vector<Cleared<model::Partner>>& met) const;

  /// The preferred channel that is safe to print, else another allowed one; a handle to nothing
  /// when there is none. `partner` must come from this Release.
  Cleared<model::Contact> safe_channel(const Cleared<model::Partner>& partner) const;

  Withheld& withheld() { return withheld_; }
  const Withheld& withheld() const { return withheld_; }

  /// What must not appear in what this purpose produces: names, aliases, numbers and addresses of
  /// everybody whose entry it may not show.
  std::vector<Secret> protected_texts() const;
  /// The first of the former that stands in a text of a record which was handed out, or in `bytes`:
  /// there a name may be a part of one that this purpose shows in full, whoever else has the same.
  std::optional<Leak> find_leak(std::string_view bytes) const;
  /// The same in words that are no record's, such as a note.
  std::optional<Leak> find_leak_in_words(std::string_view words) const;
  /// In the name of a file that is written, where no name is open: it can be called anything.
  std::optional<Leak> find_leak_in_file_name(std::string_view path) const;
  /// The name, number or address of a protected person in a text that no audience is asked for,
  /// since it is kept in the repository.
  std::optional<Secret> find_person(std::string_view text) const;

 private:
  void part_sides(std::vector<Cleared<model::Partner>>& cleared, Kept kept);
  const LastLook& last_look() const;
  std::optional<Leak> find_leak_in_office() const;
  /// Names and aliases of partners that are shown in full.
  std::vector<std::string> cleared_names() const;

  const reference::ReferenceData& reference_;
  const model::Office& office_;
  Gate gate_;
  Withheld withheld_;
  std::vector<HandedOut> handed_out_;             // but for the office, which may see all
  mutable std::unique_ptr<const LastLook> look_;  // what it looks for is found once
};

}  // namespace rapport::release
