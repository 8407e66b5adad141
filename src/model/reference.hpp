// The reference data: what is known of States, mandates, themes, mechanisms, presences and
// instruments. A file holds rows of any of these kinds, shipped or the office's own.
#pragma once

#include "model/reference/bodies.hpp"
#include "model/reference/law.hpp"
#include "model/reference/mandates.hpp"
#include "model/reference/states.hpp"
#include "model/reference/treaties.hpp"

#include <array>

namespace rapport::model {

struct ReferenceFile {
  Date as_of;
  Text source;
  List<Text> unverified;
  List<RegionalGroupRow> regional_groups;
  List<RegionRow> regions;
  List<OrganisationRow> organisations;
  List<StateRow> states;
  List<TerritoryRow> territories;
  List<MandateRow> mandates;
  List<ThemeCategoryRow> theme_categories;
  List<ThemeRow> themes;
  List<MechanismRow> mechanisms;
  List<PresenceRow> presences;
  List<EndedMissionRow> ended_missions;
  List<AgencyRow> agencies;
  List<InstrumentRow> instruments;
  List<RatificationRow> ratifications;
  List<RatificationChange> ratification_changes;
  List<StandingInvitationRow> standing_invitations;
  List<NhriRow> nhris;
};

}  // namespace rapport::model

template <>
struct rapport::value::Fields<rapport::model::ReferenceFile> {
  template <class T>
  static constexpr std::array rows = {
      field<&T::as_of>("as_of",
                       {.doc = "The date on which the rows were true, unless a row has its own.",
                        .reveals = Reveals::open}),
      field<&T::source>("source",
                        {.doc = "Where the rows come from, unless a row has its own source.",
                         .reveals = Reveals::content}),
      field<&T::unverified>("unverified", {.doc = "What was not verified in the whole file.",
                                           .reveals = Reveals::content}),
      field<&T::regional_groups>(
          "regional_groups",
          {.doc = "Regional groups at the United Nations.", .reveals = Reveals::open}),
      field<&T::regions>("regions",
                         {.doc = "Regions of the M49 standard.", .reveals = Reveals::open}),
      field<&T::organisations>("organisations",
                               {.doc = "Organisations of States.", .reveals = Reveals::open}),
      field<&T::states>("states", {.doc = "States.", .reveals = Reveals::open}),
      field<&T::territories>("territories",
                             {.doc = "Territories, and members of regional organisations that are "
                                     "not Member States of the United Nations.",
                              .reveals = Reveals::open}),
      field<&T::mandates>("mandates", {.doc = "Special procedures of the Human Rights Council.",
                                       .reveals = Reveals::open}),
      field<&T::theme_categories>("theme_categories",
                                  {.doc = "The categories of themes.", .reveals = Reveals::open}),
      field<&T::themes>("themes", {.doc = "What cases, partners and engagements are about.",
                                   .reveals = Reveals::open}),
      field<&T::mechanisms>("mechanisms",
                            {.doc = "Regional mechanisms.", .reveals = Reveals::open}),
      field<&T::presences>(
          "presences",
          {.doc = "Offices and other presences of the United Nations human rights programme.",
           .reveals = Reveals::open}),
      field<&T::ended_missions>("ended_missions",
                                {.doc = "Peace missions that ended.", .reveals = Reveals::open}),
      field<&T::agencies>("agencies",
                          {.doc = "Agencies, funds and departments of the United Nations.",
                           .reveals = Reveals::open}),
      field<&T::instruments>("instruments", {.doc = "Instruments that a legal annex can cite.",
                                             .reveals = Reveals::open}),
      field<&T::ratifications>("ratifications", {.doc = "The status of States under the treaties.",
                                                 .reveals = Reveals::open}),
      field<&T::ratification_changes>(
          "ratification_changes", {.doc = "Later changes known from memory, which are not applied.",
                                   .reveals = Reveals::open}),
      field<&T::standing_invitations>(
          "standing_invitations",
          {.doc = "Which States invite every thematic mandate.", .reveals = Reveals::open}),
      field<&T::nhris>("nhris",
                       {.doc = "National human rights institutions.", .reveals = Reveals::open}),
  };
};
