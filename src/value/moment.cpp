#include "value/moment.hpp"

#include <fmt/format.h>

namespace rapport::value {
namespace {

std::optional<int> clock_minutes(std::string_view text) {  // HH:MM
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  for (const std::size_t at : {0U, 1U, 3U, 4U})
    if (text[at] < '0' || text[at] > '9') return std::nullopt;
  const int hours = (text[0] - '0') * 10 + (text[1] - '0');
  const int minutes = (text[3] - '0') * 10 + (text[4] - '0');
  if (hours > 23 || minutes > 59) return std::nullopt;
  return hours * 60 + minutes;
}

std::optional<int> zone_minutes(std::string_view text) {  // Z or +HH:MM
  if (text == "Z") return 0;
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  const auto minutes = clock_minutes(text.substr(1));
  if (!minutes || *minutes > 14 * 60) return std::nullopt;
  return text[0] == '-' ? -*minutes : *minutes;
}

}  // namespace

std::optional<Moment> Moment::parse(std::string_view text) {
  Moment moment;
  const auto t = text.find('T');
  const auto date = Date::parse(text.substr(0, t));
  if (!date) return std::nullopt;
  moment.date_ = *date;
  if (t == std::string_view::npos) return moment;
  if (date->precision() != Precision::day || text.size() < t + 7) return std::nullopt;
  const auto minutes = clock_minutes(text.substr(t + 1, 5));
  const auto zone = zone_minutes(text.substr(t + 6));
  if (!minutes || !zone) return std::nullopt;
  moment.minutes_ = static_cast<std::int16_t>(*minutes + 1);
  moment.offset_minutes_ = static_cast<std::int16_t>(*zone);
  return moment;
}

std::int64_t Moment::instant() const {
  return std::int64_t{date_.first().time_since_epoch().count()} * 24 * 60 + minutes() -
         offset_minutes_;
}

std::string Moment::time() const {
  return has_time() ? fmt::format("{:02}:{:02}", minutes() / 60, minutes() % 60) : std::string{};
}

std::string Moment::str() const {
  if (!has_time()) return date_.str();
  if (offset_minutes_ == 0) return fmt::format("{}T{}Z", date_.str(), time());
  const int zone = offset_minutes_ < 0 ? -offset_minutes_ : offset_minutes_;
  return fmt::format("{}T{}{}{:02}:{:02}", date_.str(), time(), offset_minutes_ < 0 ? '-' : '+',
                     zone / 60, zone % 60);
}

Moment Moment::at(std::uint32_t offset) const {
  Moment copy = *this;
  copy.date_ = date_.at(offset);
  return copy;
}

Truth before(const Moment& a, const Moment& b) {
  if (a.has_time() && b.has_time()) return a.instant() < b.instant() ? Truth::yes : Truth::no;
  return before(a.date(), b.date());
}

bool sorts_before(const Moment& a, const Moment& b) {
  if (a.has_time() && b.has_time()) return a.instant() < b.instant();
  if (!(a.date() == b.date())) return sorts_before(a.date(), b.date());
  return !a.has_time() && b.has_time();
}

}  // namespace rapport::value
