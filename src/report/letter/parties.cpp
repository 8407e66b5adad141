// Whom the letter is about, and which letters it stands beside.
#include "base/unicode.hpp"
#include "mandate/clocks.hpp"
#include "model/matter.hpp"
#include "report/letter/letter.hpp"

#include <algorithm>
#include <iterator>

namespace rapport::report {
namespace {

using model::AllegedVictim;
using model::Communication;
using model::Engagement;
using templates::Value;

/// Letters of the same case, and the one that it follows, without names: their ids only.
std::vector<std::string> letters_beside(const Letter& letter) {
  const std::string own(letter.engagement.id());
  return letter.released.ask([&own](const model::Dataset& data) {
    std::vector<std::string> ids;
    const Engagement& engagement = *data.engagement(own);
    if (const Engagement* matter = model::matter_of(data, engagement))
      for (const Engagement* other : model::letters_of(data, *matter))
        if (other != &engagement) ids.emplace_back(other->id());
    const Engagement* followed = data.engagement(engagement.communication->follows);
    if (followed != nullptr && followed != &engagement && followed->communication)
      ids.emplace_back(followed->id());
    std::ranges::sort(ids);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
  });
}

/// "the Isles Development Bank", "the de facto authorities in …"; a firm's name stands alone.
bool takes_article(const Letter& letter, const std::string& id, std::string_view name) {
  if (base::fold(name.substr(0, 4)) == "the ") return false;
  return letter.released.ask([&id](const model::Dataset& data) {
    const auto& addressee = *data.partner(data.engagement(id)->communication->addressee);
    return !model::is_person(addressee) && addressee.kind != model::PartnerKind::business &&
           model::group_of(*addressee.kind) != model::Group::civil_society;
  });
}

}  // namespace

Value victims(const Letter& letter) {
  std::vector<Value> objects;
  for (const auto& victim : letter.block.list<&Communication::alleged_victims>()) {
    Value object = Value::object();
    const auto name = letter.released.victim_name(victim);
    object.set("name", value(name));
    // Somebody who has no record is described in the letter's own words, and not introduced.
    object.set("named", name.verdict().how == release::How::full &&
                            name.verdict().reason != release::Reason::open_value);
    object.set("introduce_as", value(victim.show<&AllegedVictim::introduce_as>()));
    objects.push_back(std::move(object));
  }
  return in_order(std::move(objects));
}

Value earlier_letters(const Letter& letter) {
  std::vector<Value> objects;
  const auto terms = mandate::terms(letter.released.office());
  for (const std::string& id : letters_beside(letter)) {
    const auto other = letter.released.engagement(id);
    if (!other) continue;
    const auto block = other.block<&Engagement::communication>();
    const auto sent = block.get<&Communication::sent>();
    const auto received_by = block.links<&Communication::addressee>();
    const bool same =
        !received_by.shown.empty() && received_by.shown.front().id() == letter.addressee.id();
    if (!sent || !same || !value::sure_before(sent, letter.on)) continue;
    // To acknowledge a letter, to refuse or to ask for time is no reply to its substance.
    const auto level = letter.released.ask([&](const model::Dataset& data) {
      return mandate::reply_state(*data.engagement(id)->communication, terms, letter.on).level;
    });
    const bool replied = level >= mandate::ReplyLevel::partial;
    objects.push_back(Value::object()
                          .set("reference", value(block.show<&Communication::reference>()))
                          .set("type", value(block.show<&Communication::type>()))
                          .set("sent", value(sent))
                          .set("replied", replied)
                          .set("days", terms.reply_days));
  }
  return in_order(std::move(objects));
}

Value sibling_letters(const Letter& letter) {
  std::vector<Value> governments;
  std::vector<Value> others;
  for (const std::string& id : letters_beside(letter)) {
    const auto addressee = letter.released.addressee_of(id);
    if (letter.is_to_state() && addressee.state == letter.state) continue;
    if (!addressee.state && addressee.name.empty()) continue;
    Value object =
        Value::object()
            .set("is_state", static_cast<bool>(addressee.state))
            .set("has_article", !addressee.state && takes_article(letter, id, addressee.name))
            .set("name", addressee.state ? letter.formal(addressee.state) : addressee.name);
    (addressee.state ? governments : others).push_back(std::move(object));
  }
  std::ranges::move(others, std::back_inserter(governments));
  return in_order(std::move(governments));
}

bool will_be_public(const Letter& letter) {
  const std::string own(letter.engagement.id());
  return letter.released.ask([&own](const model::Dataset& data) {
    const Engagement* matter = model::matter_of(data, *data.engagement(own));
    return std::ranges::any_of(data.engagements(), [&](const Engagement* other) {
      return matter != nullptr && other->statement && model::matter_of(data, *other) == matter &&
             !(other->status == model::Status::cancelled);
    });
  });
}

bool is_about_one(const Letter& letter) {
  const std::string own(letter.engagement.id());
  return letter.released.ask([&own](const model::Dataset& data) {
    const auto& victims = data.engagement(own)->communication->alleged_victims;
    if (victims.size() != 1) return false;
    const auto& victim = *victims.begin();
    if (const model::Partner* partner = data.partner(victim.partner))
      return model::is_person(*partner);
    std::size_t count = 0;
    for (const model::Count number : {victim.women, victim.men, victim.minors})
      if (number && !number.is_unknown()) count += static_cast<std::size_t>(*number);
    return count == 1;
  });
}

bool has_reprisal(const Letter& letter) {
  const std::string own(letter.engagement.id());
  return letter.released.ask([&own](const model::Dataset& data) {
    const Engagement* matter = model::matter_of(data, *data.engagement(own));
    if (matter == nullptr) return false;
    for (const auto& incident : matter->case_->incidents)
      if (incident.reprisal.is_yes()) return true;
    return false;
  });
}

}  // namespace rapport::report
