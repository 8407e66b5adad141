// A partner: a defender, a body of civil society, of the United Nations, of a region or of a State,
// or whoever else the mandate works with.
#pragma once

#include "model/consent.hpp"
#include "model/contact.hpp"
#include "model/partner_parts.hpp"
#include "model/pattern.hpp"
#include "model/record.hpp"
#include "model/vocabulary.hpp"

#include <array>

namespace rapport::model {

enum class Gender : std::uint8_t { absent, woman, man, other };
enum class Level : std::uint8_t { absent, national, subnational, local };
enum class Capacity : std::uint8_t { absent, official };

struct Partner {
  RecordHeader head;
  Word<PartnerKind> kind;
  Word<Form> form;
  Text name;
  List<Text> aliases;
  List<Text> alias_alone;
  Text honorific;
  Word<Gender> gender;
  Date minor_until;
  StateCode country;
  TerritoryCode territory;
  List<Text> areas;
  Word<Level> level;
  ListedRow listed_as;
  List<Competence> competence;
  List<ThemeCode> themes;
  List<Expertise> expertise;
  List<Interest> interests;
  List<LanguageTag> languages;
  List<Affiliation> affiliations;
  Word<Capacity> capacity;
  Flag national_staff;
  Block<SelfPublished> listed;
  List<Contact> contacts;
  Word<Classification> classification;
  List<ConsentAct> consent;
  Block<Risk> risk;
  Block<Situation> situation;
  List<Pattern> keep_apart;
  List<NotSame> not_same;
  List<Text> tags;
  Text notes;
  Text compartment;
  Text policy;

  std::string_view id() const { return head.id(); }
  Group group() const { return group_of(*kind); }
};

bool is_dead(const Partner& partner);  // killed, or died
/// Dead, or where no channel of theirs is in their own hands: whoever answers is somebody else, and
/// knows then who called.
bool is_out_of_reach(const Partner& partner);

static_assert(sizeof(Partner) <= 512, "a record stays small: 100,000 of them are in memory");

}  // namespace rapport::model

template <>
struct rapport::value::Fields<rapport::model::Partner> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::kind>("kind", {.doc = "What it is; decides the group and the folder.",
                               .reveals = Reveals::open,
                               .required = true}),
      field<&T::form>("form", {.doc = "person or body, if it differs from what the kind implies.",
                               .reveals = Reveals::open}),
      field<&T::name>("name", {.doc = "The name as it is written.",
                               .reveals = Reveals::identity,
                               .is_usual = true,
                               .must_seal = true}),
      field<&T::aliases>("aliases", {.doc = "Other spellings and scripts.",
                                     .reveals = Reveals::identity,
                                     .must_seal = true,
                                     .singular = "alias"}),
      field<&T::alias_alone>("alias_alone",
                             {.doc = "One-word names that identify them on their own.",
                              .reveals = Reveals::identity,
                              .must_seal = true}),
      field<&T::honorific>("honorific", {.doc = "Ms., Mr., Dr.; as they want it.",
                                         .reveals = Reveals::identity,
                                         .is_usual = true,
                                         .suits = Suits::people}),
      field<&T::gender>("gender", {.doc = "The gender they state themselves.",
                                   .reveals = Reveals::identity,
                                   .is_usual = true,
                                   .suits = Suits::people}),
      field<&T::minor_until>("minor_until", {.doc = "The day before they come of age.",
                                             .reveals = Reveals::identity,
                                             .suits = Suits::people,
                                             .stricter = value::Stricter::later()}),
      field<&T::country>(
          "country",
          {.doc = "The State where they work.", .reveals = Reveals::open, .is_usual = true}),
      field<&T::territory>("territory",
                           {.doc = "The territory where they work, if no State is meant.",
                            .reveals = Reveals::open}),
      field<&T::areas>("areas", {.doc = "Provinces and towns.",
                                 .reveals = Reveals::place,
                                 .is_usual = true,
                                 .singular = "area"}),
      field<&T::level>("level",
                       {.doc = "national, subnational or local.", .reveals = Reveals::open}),
      field<&T::listed_as>(
          "listed_as",
          {.doc = "The row of the reference data that its name and competence come from.",
           .reveals = Reveals::identity,
           .is_usual = true}),
      field<&T::competence>("competence",
                            {.doc = "States and memberships covered.", .reveals = Reveals::open}),
      field<&T::themes>("themes", {.doc = "What they work on or suffer from.",
                                   .reveals = Reveals::identity,
                                   .is_usual = true,
                                   .singular = "theme"}),
      field<&T::expertise>("expertise", {.doc = "What they know.", .reveals = Reveals::identity}),
      field<&T::interests>("interests", {.doc = "Whose interests they serve.",
                                         .reveals = Reveals::identity,
                                         .singular = "interest"}),
      field<&T::languages>("languages", {.doc = "In the order they prefer.",
                                         .reveals = Reveals::identity,
                                         .is_usual = true,
                                         .singular = "language"}),
      field<&T::affiliations>("affiliations", {.doc = "The bodies they belong to.",
                                               .reveals = Reveals::link,
                                               .is_usual = true,
                                               .singular = "affiliation"}),
      field<&T::capacity>(
          "capacity", {.doc = "official: head, spokesperson, diplomat; name and post are public.",
                       .reveals = Reveals::open,
                       .stricter = value::Stricter::words("official -")}),
      field<&T::national_staff>("national_staff",
                                {.doc = "Local staff of a UN office; never named in public.",
                                 .reveals = Reveals::content,
                                 .stricter = value::Stricter::words("no - yes")}),
      field<&T::listed>("listed", {.doc = "Where they publish themselves.",
                                   .reveals = Reveals::identity,
                                   .stricter = value::Stricter::words("* -")}),
      field<&T::contacts>("contacts", {.doc = "Ways to reach them.",
                                       .reveals = Reveals::contact,
                                       .is_usual = true,
                                       .singular = "contact"}),
      field<&T::classification>("classification",
                                {.doc = "unclassified, confidential or strictly-confidential.",
                                 .reveals = Reveals::content,
                                 .is_usual = true,
                                 .stricter = value::Stricter::words(
                                     "unclassified - confidential strictly-confidential")}),
      field<&T::consent>("consent", {.doc = "What they agreed to; acts are only ever added.",
                                     .reveals = Reveals::content,
                                     .only_grows = true}),
      field<&T::risk>("risk", {.doc = "How much danger they are in.",
                               .reveals = Reveals::content,
                               .is_usual = true,
                               .suits = Suits::at_risk}),
      field<&T::situation>("situation", {.doc = "At liberty, detained ...",
                                         .reveals = Reveals::content,
                                         .is_usual = true,
                                         .suits = Suits::people}),
      field<&T::keep_apart>("keep_apart", {.doc = "Partners or kinds they must never meet.",
                                           .reveals = Reveals::content,
                                           .refers = Refers::partner}),
      field<&T::not_same>("not_same", {.doc = "Partners that look the same, and were found to be "
                                              "others.",
                                       .reveals = Reveals::content}),
      field<&T::tags>(
          "tags",
          {.doc = "The office's own keywords.", .reveals = Reveals::content, .singular = "tag"}),
      field<&T::notes>("notes", {.doc = "For the office only.",
                                 .reveals = Reveals::content,
                                 .is_usual = true,
                                 .must_seal = true}),
      field<&T::compartment>(
          "compartment", {.doc = "Who can open what is sealed here.", .reveals = Reveals::content}),
      field<&T::policy>("policy", {.doc = "Authenticates label and consent in a sealed repository.",
                                   .reveals = Reveals::content}),
  };
  static constexpr std::size_t without_row = 1;
};
