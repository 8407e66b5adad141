// Whom the letter is about, and which letters it stands beside.
#include "base/unicode.hpp"
#include "mandate/clocks.hpp"
#include "report/letter/letter.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>

namespace rapport::report {
namespace {

using model::AllegedVictim;
using model::Communication;
using model::Engagement;
using templates::Value;

/// "the Isles Development Bank", "the de facto authorities in …"; a firm's name stands alone.
bool takes_article(const Letter& letter, model::RecordId other, std::string_view name) {
  return base::fold(name.substr(0, 4)) != "the " &&
         letter.released.ask(questions::addressee_takes_article, other);
}

bool was_sent_before(const Letter& letter, model::RecordId other) {
  const model::Date sent = letter.released.ask(questions::day_sent, other);
  return sent && value::sure_before(sent, letter.on);
}

}  // namespace

Value victims(const Letter& letter) {
  std::vector<Value> objects;
  const auto dead =
      letter.released.ask(questions::dead_victims, letter.engagement.record(), letter.on);
  for (const auto& victim : letter.block.list<&Communication::alleged_victims>()) {
    Value object =
        Value::object().set("dead", objects.size() < dead.size() && dead[objects.size()]);
    const auto name = letter.released.victim_name(victim);
    object.set("name", value(name));
    // Somebody who has no record is described in the letter's own words, and not introduced.
    object.set("named", name.verdict().how == release::Disclosure::full &&
                            name.verdict().reason != release::Reason::open_value);
    object.set("introduce_as", value(victim.show<&AllegedVictim::introduce_as>()));
    objects.push_back(std::move(object));
  }
  return in_order(std::move(objects));
}

Value earlier_letters(const Letter& letter) {
  std::vector<std::pair<model::Date, Value>> found;
  const auto terms = mandate::terms(letter.released.office());
  const auto beside = letter.released.ask(questions::letters_beside, letter.engagement.record());
  for (const model::RecordId id : beside) {
    const auto other = letter.released.engagement(id);
    if (!other) continue;
    const auto block = other.block<&Engagement::communication>();
    const auto sent = block.get<&Communication::sent>();
    const auto received_by = block.links<&Communication::addressee>();
    const bool same =
        !received_by.shown.empty() && received_by.shown.front().id() == letter.addressee.id();
    if (!sent || !same || !value::sure_before(sent, letter.on)) continue;
    // To acknowledge a letter, to refuse or to ask for time is no reply to its substance.
    const auto level = letter.released.ask(questions::level_of_reply, id, terms, letter.on);
    const bool replied = level >= mandate::ReplyLevel::partial;
    found.emplace_back(sent, Value::object()
                                 .set("reference", value(block.show<&Communication::reference>()))
                                 .set("type", value(block.show<&Communication::type>()))
                                 .set("sent", value(sent))
                                 .set("replied", replied)
                                 .set("days", terms.reply_days));
  }
  std::ranges::stable_sort(
      found, [](const auto& a, const auto& b) { return value::sorts_before(a.first, b.first); });
  std::vector<Value> objects;
  for (auto& each : found) objects.push_back(std::move(each.second));
  return in_order(std::move(objects));
}

Value sibling_letters(const Letter& letter, Siblings which) {
  std::vector<Value> governments;
  std::vector<Value> others;
  std::set<std::string> named;  // who was written to twice is named once
  const auto beside = letter.released.ask(questions::letters_beside, letter.engagement.record());
  for (const model::RecordId id : beside) {
    const auto addressee = letter.released.addressee_of(id);
    if (letter.is_to_state() && addressee.state == letter.state) continue;
    if (!addressee.state && addressee.name.empty()) continue;
    if (was_sent_before(letter, id) != (which == Siblings::sent_before)) continue;
    const std::string name =
        addressee.state ? letter.formal(addressee.state) : std::string(addressee.name);
    if (!named.insert(name).second) continue;
    Value object =
        Value::object()
            .set("is_state", static_cast<bool>(addressee.state))
            .set("has_article", !addressee.state && takes_article(letter, id, addressee.name))
            .set("name", name);
    (addressee.state ? governments : others).push_back(std::move(object));
  }
  std::ranges::move(others, std::back_inserter(governments));
  return in_order(std::move(governments));
}

bool will_be_public(const Letter& letter) {
  return letter.released.ask(questions::has_statement, letter.engagement.record());
}

bool is_about_one(const Letter& letter) {
  return letter.released.ask(questions::is_about_one_person, letter.engagement.record());
}

bool has_reprisal(const Letter& letter) {
  return letter.released.ask(questions::has_reprisal, letter.engagement.record());
}

}  // namespace rapport::report
