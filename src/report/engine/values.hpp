// Cleared values on their way into a template.
#pragma once

#include "mandate/cosign.hpp"
#include "reference/names.hpp"
#include "release/cleared.hpp"
#include "template/value.hpp"

#include <string>
#include <vector>

namespace rapport::report {

/// Nothing when absent or withheld.
templates::Value value(const release::ReleasedText& shown);
templates::Value value(const model::Date& date);      // nothing when absent
templates::Value value(const model::Moment& moment);  // nothing when absent
templates::Value value(model::Count count);           // nothing when absent or unknown

/// Those of them that may be shown.
std::vector<std::string> texts(const std::vector<release::ReleasedText>& shown);
std::vector<std::string> names(const release::Links& partners);
/// The name of the first; nothing where nobody may be shown.
templates::Value first_name(const release::Links& partners);

/// Texts as they are, for templates that go through them.
templates::Value plain(const std::vector<std::string>& texts);
/// The items of a list as `{text, number, first, last}`, for templates that number or join them.
templates::Value numbered(const std::vector<std::string>& texts);

/// Marks the first and last of a list of objects, and numbers them from 1.
templates::Value in_order(std::vector<templates::Value> objects);

/// What a row of the reference data is called in the document's language, on the day it bears.
std::string title(const reference::ReferenceData& library, value::RowId row,
                  std::string_view language, model::Date on = {});

/// A State in its formal name, which has its article where there is one; else its title.
std::string formal_title(const reference::ReferenceData& library, model::StateCode state,
                         std::string_view language, model::Date on = {});

/// A territory as the office writes it in that language, and what a document that names it adds;
/// where the row does not say it in that language, the disclaimer is in English.
std::string territory_name(const reference::ReferenceData& library, model::TerritoryCode territory,
                           std::string_view language);
std::string disclaimer(const reference::ReferenceData& library, model::TerritoryCode territory,
                       std::string_view language);

/// The mark on every page: "STRICTLY CONFIDENTIAL".
std::string printed(model::Classification classification);

/// "local authorities" of local-authorities, "UN agency" of un-agency: a word of a record in a
/// sentence.
std::string in_words(std::string_view word);
templates::Value in_words(const release::ReleasedText& shown);

/// "61/22" of A/HRC/RES/61/22; other symbols as they are.
std::string resolution_number(std::string_view symbol);

}  // namespace rapport::report
