#include "cli/may_leave.hpp"

#include "app/output.hpp"
#include "cli/session.hpp"
#include "release/release.hpp"
#include "store/layout.hpp"

#include <fmt/format.h>

namespace rapport::cli {
namespace {

using base::Failing;
using base::Failure;
using release::Leak;

/// "'2026-05-visit-xxa', visit.programme[s2].place: \"House of …\"": what of it there is.
std::string place_of(const Leak& leak, bool shows_words) {
  std::string place;
  if (!leak.record.empty()) place = fmt::format(": '{}', {}", leak.record, leak.field);
  if (shows_words && !leak.words.empty()) place += fmt::format(": \"{}\"", leak.words);
  return place;
}

std::string how_to_go_on(const Leak& leak) {
  if (leak.record.empty())
    return "it is in no text of a record: look at the template, rapport.yaml, the ids and what you "
           "typed; if it is in none of them, please report this as a bug in rapport";
  if (leak.record == store::office_file) return "take it out there: letters print this text";
  if (leak.kind == release::Secret::Kind::address)
    return fmt::format(
        "take it out there; where both can be reached by it, it belongs in the record of the one "
        "who publishes it, and not in '{}'",
        leak.owner);
  return fmt::format(
      "write {}, or take it out; if it is the name of someone else, write their id in <>",
      leak.owner_is_partner ? fmt::format("<{}> there", leak.owner)
                            : std::string("the key of the alleged victim there, as in <v1>"));
}

base::Done look_at(const Session& session, const std::optional<Leak>& leak, std::string_view what) {
  if (!leak) return base::done();
  return refusal(*leak, what, session.terminal().err_is_terminal);
}

}  // namespace

bool goes_into_file(const Session& session) {
  return !session.globals().output.empty() || session.terminal().out_is_file;
}

base::Done may_answer_office(const Session& session) {
  if (!goes_into_file(session) || session.globals().protected_output) return base::done();
  return Failure{Failing::refused, "this output is for the office only and would go into a file",
                 "allow it with --protected, or set who it is for with --audience"};
}

base::Done history_is_for_office(const Session& session) {
  const std::string& audience = session.globals().audience;
  if (audience.empty() || audience == "office") return base::done();
  return Failure{
      Failing::refused,
      fmt::format("what the records said before is for the office only, and not for '{}'",
                  audience),
      "consent may have been withdrawn since; leave out --audience"};
}

base::Done may_leave(const Session& session, const Leaving& leaving) {
  const app::Output& output = leaving.output;
  const release::Release& released = output.basis.released();
  if (released.gate().is_for_office())
    return output.is_open ? base::done() : may_answer_office(session);
  // It may be the name or the number that must not leave in the text of another record.
  if (auto all = output.basis.snapshot().all_values_are_read(); !all)
    return Failure{all.failure().kind,
                   all.failure().what +
                       ", and might be a name or number that no one outside the office may see",
                   all.failure().hint};
  if (auto may = look_at(session, released.find_leak(leaving.bytes), "the output"); !may)
    return may;
  const auto named = [&](const std::string& path) -> base::Done {
    auto may = look_at(session, released.find_leak_in_file_name(path), "the name of the file");
    if (may) return may;
    return Failure{Failing::refused, may.failure().what, "give the file another name"};
  };
  if (auto may = named(session.globals().output); !may) return may;
  if (leaving.beside)
    if (auto may = named(leaving.beside->path); !may) return may;
  for (const PrintedNote& note : leaving.notes)
    if (!note.for_office)
      if (auto may = look_at(session, released.find_leak_in_words(note.text), "a note beside it");
          !may)
        return may;
  return base::done();
}

Failure refusal(const Leak& leak, std::string_view what, bool shows_words) {
  return {Failing::refused,
          fmt::format(
              "{} contains {} of '{}', which its audience may not see{}; nothing was written", what,
              leak.kind == release::Secret::Kind::address ? "a number or address" : "a name",
              leak.owner, place_of(leak, shows_words)),
          how_to_go_on(leak)};
}

}  // namespace rapport::cli
