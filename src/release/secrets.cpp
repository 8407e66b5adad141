// What an output must not show, for the scan of its bytes: the names of people, and how to reach
// them.
#include "base/particles.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "names/name_words.hpp"
#include "names/numbers.hpp"
#include "names/unsegmented_scripts.hpp"
#include "release/marks.hpp"
#include "release/released.hpp"
#include "release/secrets.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace rapport::release {
namespace {

using model::Channel;
using model::Engagement;
using model::Partner;

class Secrets {
 public:
  explicit Secrets(std::vector<Secret>& into) : secrets_(into) {}

  void add_names(const Partner& partner) {
    add_name(partner, partner.name);
    for (const auto& alias : partner.aliases) add_name(partner, alias);
    for (const auto& alias : partner.alias_alone)
      add(alias.str(), partner.head, Secret::Kind::text);
  }

  void add_channel(const model::Head& head, const model::Contact& contact) {
    std::string said = contact.value.str();
    if (is_address(said, *contact.channel)) add(std::move(said), head, Secret::Kind::address);
  }

  /// A focal point, say, who has no record of their own.
  void add_person(const model::Head& head, const value::Text& name, const value::Text& phone) {
    if (is_name(name.str())) add(name.str(), head, Secret::Kind::name);
    if (names::is_number(phone.str())) add(phone.str(), head, Secret::Kind::address);
  }

  /// Under `initials` they are a name for certain. With `none` "Two relatives, aged 15" may stand
  /// there: what of it may be a name is looked for as it is written, and no pair of its words.
  void add_victim(const model::Head& head, const model::AllegedVictim& victim) {
    if (victim.name_as == model::NameAs::initials) return add_person(head, victim.text, {});
    for (std::string& name : names_in(victim.text.str()))
      add(std::move(name), head, Secret::Kind::text);
  }

 private:
  /// One word is the name of many, of months and of places: only `alias_alone` says that it is
  /// enough.
  static bool is_name(const std::string& name) {
    const names::ScanText hay(name);
    return names::NameWords(hay).size() > 1 || names::is_unsegmented_name(name);
  }

  /// The runs of two or more words that begin with capitals, with the particles between them; of a
  /// script that has no capitals, all of it.
  static std::vector<std::string> names_in(const std::string& text) {
    if (base::lower(text) == base::upper(text)) {
      if (is_name(text)) return {text};
      return {};
    }
    std::vector<std::string> names;
    const char* first = nullptr;   // of the run
    const char* last = nullptr;    // behind its last word with a capital
    const char* before = nullptr;  // behind the word before
    std::size_t count = 0;
    const auto end_run = [&] {
      if (count > 1) names.emplace_back(first, last);
      count = 0;
    };
    for (const std::string_view word : base::words(text)) {
      const bool is_behind =
          count != 0 &&
          std::string_view(before, word.data()).find_first_not_of(" -") == std::string_view::npos;
      const bool is_capital = begins_with_capital(word);
      if (count != 0 && (!is_behind || (!is_capital && !base::is_particle(word)))) end_run();
      before = word.data() + word.size();
      if (!is_capital) continue;
      if (count++ == 0) first = word.data();
      last = before;
    }
    end_run();
    return names;
  }

  static bool begins_with_capital(std::string_view word) {
    auto rest = word;
    base::take_point(rest);
    const auto first = word.substr(0, word.size() - rest.size());
    return base::lower(first) != first;
  }

  void add_name(const Partner& partner, const value::Text& name) {
    std::string said = name.str();
    if (is_name(said))
      add(std::move(said), partner.head,
          is_person(partner) ? Secret::Kind::name : Secret::Kind::text);
  }

  /// "Foreign Ministry", where somebody is met, is no address; a street and a number are one.
  static bool is_address(std::string_view said, Channel channel) {
    if (said.empty() || said.starts_with("sealed:")) return false;
    if (said.find('@') != said.npos) return true;
    const bool is_one_word = said.find(' ') == said.npos;
    switch (channel) {
      case Channel::in_person:
      case Channel::intermediary:
        return names::is_number(said);
      case Channel::post:
        return names::is_number(said) || (!is_one_word && std::ranges::any_of(said, base::is_digit));
      default:
        return is_one_word || names::holds_number(said);
    }
  }

  void add(std::string text, const model::Head& head, Secret::Kind kind) {
    if (!text.empty() && !text.starts_with("sealed:"))
      secrets_.push_back({std::move(text), std::string(head.id()), kind});
  }

  std::vector<Secret>& secrets_;
};

/// Those that it does not take from its case.
std::vector<const model::List<model::AllegedVictim>*> own_victims_of(const Engagement& engagement) {
  std::vector<const model::List<model::AllegedVictim>*> lists;
  if (engagement.case_) lists.push_back(&engagement.case_->alleged_victims);
  const value::Row& row = value::row_of<&model::Communication::alleged_victims>();
  if (engagement.communication && &model::origin(engagement, row) == &engagement.head)
    lists.push_back(&engagement.communication->alleged_victims);
  return lists;
}

/// The same for one number, however it is grouped.
std::string compared(const value::Text& address) {
  const std::string said = base::fold(address.str());
  if (!names::is_number(said)) return said;
  std::string digits;
  std::ranges::copy_if(said, std::back_inserter(digits), base::is_digit);
  return digits;
}

/// The channels that may not be printed. One number often is in a record twice, for calls and for
/// messages: where either of them may be, it may.
std::vector<const model::Contact*> closed_channels(const Gate& gate, const Partner& partner) {
  std::vector<const model::Contact*> closed;
  std::vector<const model::Contact*> open;
  for (const auto& contact : partner.contacts)
    (gate.channel(partner, contact).shows() ? open : closed).push_back(&contact);
  if (closed.empty() || open.empty()) return closed;
  std::set<std::string> said;
  for (const auto* contact : open) said.insert(compared(contact->value));
  std::erase_if(closed,
                [&](const auto* contact) { return said.contains(compared(contact->value)); });
  return closed;
}

}  // namespace

void add_names(const Partner& partner, std::vector<Secret>& into) {
  Secrets(into).add_names(partner);
}

void add_contacts(const Partner& partner, std::vector<Secret>& into) {
  Secrets secrets(into);
  for (const auto& contact : partner.contacts) secrets.add_channel(partner.head, contact);
}

std::vector<Secret> Released::protected_texts() const {
  std::vector<Secret> all;
  Secrets secrets(all);
  if (gate_.is_for_office()) return {};
  for (const Partner* partner : gate_.data().partners()) {
    if (is_protected(*partner) && !gate_.may_be_named(*partner)) secrets.add_names(*partner);
    for (const auto* contact : closed_channels(gate_, *partner))
      secrets.add_channel(partner->head, *contact);
  }
  for (const Engagement* engagement : gate_.data().engagements()) {
    for (const auto* victims : own_victims_of(*engagement))
      for (const auto& victim : *victims)
        if (gate_.data().partner(victim.partner) == nullptr && is_named_in_words(victim))
          secrets.add_victim(engagement->head, victim);
    // Who helps on the spot is for the office, whatever the visit is to others.
    if (!engagement->visit) continue;
    for (const auto& point : engagement->visit->focal_points)
      secrets.add_person(engagement->head, point.name, point.phone);
  }
  return all;
}

std::optional<Secret> Released::find_person(std::string_view text) const {
  std::vector<Secret> all;
  for (const Partner* partner : gate_.data().partners()) {
    if (!is_protected(*partner)) continue;
    add_names(*partner, all);
    add_contacts(*partner, all);
  }
  const Secret* found = release::find_leak(text, all);
  return found == nullptr ? std::nullopt : std::optional(*found);
}

}  // namespace rapport::release
