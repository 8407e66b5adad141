// What every contact list says of one partner: who answers, and the one channel that is safe.
#pragma once

#include "release/release.hpp"
#include "template/value.hpp"

#include <string>
#include <vector>

namespace rapport::report {

/// Texts are empty when there is nothing to print.
struct ContactLine {
  std::string name;
  std::string attention;  // whom a body asks to be addressed
  std::string channel;
  std::string value;
  std::string hours;
  std::string zone;                    // of the hours; empty without them
  std::vector<std::string> languages;  // in the order they prefer
  model::Date verified;
};

/// "withdrew on 5 April 2026": the mark of who wants not to be contacted; empty for others.
std::string in_words(const mandate::NoContact& said);
/// The same for a template, a flag for each way to say it; nothing for others.
templates::Value value(const mandate::NoContact& said);

ContactLine contact_line(const release::Release& released,
                         const release::Cleared<model::Partner>& partner);

}  // namespace rapport::report
