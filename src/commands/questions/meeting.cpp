#include "commands/questions/meeting.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "cli/session.hpp"
#include "cli/write.hpp"
#include "model/contact.hpp"
#include "value/date.hpp"
#include "value/word.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rapport::commands {
namespace {

/// The four questions, of what was not given. Enter leaves one open.
class MeetingQuestions {
 public:
  MeetingQuestions(app::MetRequest& request, cli::Session& session)
      : request_(request), session_(session) {}

  base::Done ask() {
    if (auto asked = ask_who(); !asked) return asked;
    if (request_.on.empty() && request_.place.empty()) ask_when();
    if (auto asked = ask_planned(); !asked) return asked;
    if (request_.promises.empty())
      ask_each("Promised? \"we: WHAT by WHEN\" or \"WHO: WHAT by WHEN\", Enter for nothing more: ",
               [this](std::string_view answer) { add_promise(answer); });
    if (request_.needs.empty())
      ask_each("Needed? Enter for nothing more: ",
               [this](std::string_view answer) { add_need(answer); });
    return base::done();
  }

 private:
  static std::string answer_to(std::string_view question) {
    const auto answer = cli::read_answer(question);
    return answer ? std::string(base::trim(*answer)) : std::string();
  }

  template <class Take>
  static void ask_each(std::string_view question, Take take) {
    for (;;) {
      const std::string answer = answer_to(question);
      if (answer.empty()) return;
      take(answer);
    }
  }

  base::Done ask_who() {
    std::vector<std::string> typed = request_.who;
    if (typed.empty() && request_.created.empty()) {
      const std::string answer = answer_to("Who was met? Ids or names, with commas: ");
      for (const auto part : base::split(answer, ','))
        if (!base::trim(part).empty()) typed.emplace_back(base::trim(part));
    }
    request_.who.clear();
    for (const std::string& who : typed) choose(who);
    return base::done();
  }

  /// One record, one of several, or a new one.
  void choose(const std::string& who) {
    const auto found = app::find_who(session_.snapshot(), who).partners;
    if (found.size() == 1) {
      request_.who.push_back(found.front().id);
      return;
    }
    for (const app::Candidate& each : found)
      session_.note(fmt::format("  {}  {}", each.id, base::printable(each.name)));
    if (!found.empty()) {
      const std::string id = answer_to(fmt::format("Which {}? Its id: ", base::printable(who)));
      request_.who.push_back(id.empty() ? who : id);
      return;
    }
    const std::string kind = answer_to(
        fmt::format("There is no partner '{}'. The kind of a new one, or Enter to leave it out: ",
                    base::printable(who)));
    if (kind.empty()) return;
    app::NewPartner created{.name = who, .kind = kind};
    const std::string reached =
        answer_to("A safe way to reach them, such as \"signal +999 5555 0101\", or Enter: ");
    read_channel(reached, created);
    if (created.channel.empty() && !reached.empty())
      session_.note("that is no way to reach them: a channel and what it takes, \"phone NUMBER\"");
    request_.created.push_back(std::move(created));
  }

  /// "2026-06-10 Geneva", or one of them.
  void ask_when() {
    const std::string answer =
        answer_to(fmt::format("When and where? [{}] ", session_.today().str()));
    const auto space = answer.find(' ');
    std::string_view first = std::string_view(answer).substr(0, space);
    if (first.ends_with(',')) first.remove_suffix(1);
    if (value::Date::parse(first)) {
      request_.on = first;
      if (space != std::string::npos)
        request_.place = base::trim(std::string_view(answer).substr(space));
    } else {
      request_.place = answer;
    }
  }

  base::Done ask_planned() {
    if (!request_.planned.empty() || request_.is_another) return base::done();
    const auto planned = app::find_planned(session_.snapshot(), request_);
    if (!planned) return planned.failure();
    const auto that_day = std::ranges::count(*planned, true, &app::PlannedMeeting::is_that_day);
    if (that_day == 1) return base::done();
    for (const app::PlannedMeeting& each : *planned) {
      const std::string answer = answer_to(fmt::format(
          "Was it {}, planned for {} ({})? [y/N] ", each.id, each.on, base::printable(each.title)));
      if (answer != "y" && answer != "yes") continue;
      request_.planned = each.id;
      return base::done();
    }
    request_.is_another = true;
    return base::done();
  }

  void add_promise(std::string_view answer) {
    for (const std::string_view ours : {"we: ", "us: ", "office: "})
      if (answer.starts_with(ours)) {
        add_promise(true, answer.substr(ours.size()));
        return;
      }
    if (answer.starts_with("they: ")) answer.remove_prefix(6);
    add_promise(false, answer);
  }

  void add_promise(bool is_ours, std::string_view text) {
    auto whole = with_whose(is_ours ? "To whom? " : "Who promised it? ", std::string(text));
    if (whole)
      request_.promises.push_back({is_ours, std::move(*whole)});
    else
      session_.note("left out: a promise without anybody");
  }

  void add_need(std::string_view text) {
    auto whole = with_whose("Who needs it? Enter for nobody in particular: ", std::string(text));
    request_.needs.push_back(whole ? std::move(*whole) : std::string(text));
  }

  /// "WHO: WHAT" of those who were met; nothing when it is left open.
  std::optional<std::string> with_whose(std::string_view question, const std::string& text) {
    std::string whole = text;
    while (!app::is_clear_whose(session_.snapshot(), request_, whole)) {
      const std::string who = answer_to(question);
      if (who.empty()) return std::nullopt;
      whole = fmt::format("{}: {}", who, text);
    }
    return whole;
  }

  app::MetRequest& request_;
  cli::Session& session_;
};

}  // namespace

base::Done ask_about_meeting(app::MetRequest& request, cli::Session& session) {
  return MeetingQuestions(request, session).ask();
}

void read_channel(std::string_view typed, app::NewPartner& into) {
  const auto space = typed.find(' ');
  if (space == typed.npos || !value::parse_word<model::Channel>(typed.substr(0, space))) return;
  into.channel = typed.substr(0, space);
  into.address = base::trim(typed.substr(space));
}

}  // namespace rapport::commands
