#include "cli/options.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace rapport::cli {

Options::Declared& Options::add(std::string_view names, std::string_view placeholder,
                                std::string_view doc, Target into, Offer offer) {
  declared_.push_back(
      {.names = names, .value = placeholder, .doc = doc, .into = into, .offer = offer});
  return declared_.back();
}

Options Options::without(const Options& command) const {
  Options others = *this;
  std::erase_if(others.declared_, [&](const Declared& ours) {
    return std::ranges::any_of(command.declared_, [&](const Declared& theirs) {
      return !theirs.is_argument && long_name(theirs) == long_name(ours);
    });
  });
  return others;
}

void Options::flag(std::string_view names, bool& into, std::string_view doc) {
  add(names, {}, doc, &into, Offer::nothing);
}

void Options::value(std::string_view names, std::string_view placeholder, std::string& into,
                    std::string_view doc, Offer offer) {
  add(names, placeholder, doc, &into, offer);
}

void Options::number(std::string_view names, std::string_view placeholder, unsigned& into,
                     std::string_view doc, unsigned most) {
  add(names, placeholder, doc, &into, Offer::nothing).most = most;
}

void Options::list(std::string_view names, std::string_view placeholder,
                   std::vector<std::string>& into, std::string_view doc, Offer offer) {
  add(names, placeholder, doc, &into, offer).splits = true;
}

void Options::argument(std::string_view placeholder, std::string& into, std::string_view doc,
                       Offer offer) {
  optional_argument(placeholder, into, doc, offer);
  declared_.back().required = true;
}

void Options::optional_argument(std::string_view placeholder, std::string& into,
                                std::string_view doc, Offer offer) {
  add(placeholder, placeholder, doc, &into, offer).is_argument = true;
}

void Options::rest(std::string_view placeholder, std::vector<std::string>& into,
                   std::string_view doc, Offer offer) {
  add(placeholder, placeholder, doc, &into, offer).is_argument = true;
}

void Options::only(std::span<const std::string_view> words) {
  declared_.back().words.assign(words.begin(), words.end());
  if (declared_.back().offer == Offer::nothing) declared_.back().offer = Offer::words;
}

void Options::expect(std::span<const std::string_view> words) {
  only(words);
  declared_.back().takes_others = true;
}

bool Options::format_is_decided() const {
  return std::ranges::any_of(declared_, [](const Declared& each) {
    if (!each.decides_format) return false;
    if (bool* const* flag = std::get_if<bool*>(&each.into)) return **flag;
    std::string* const* text = std::get_if<std::string*>(&each.into);
    return text != nullptr && !(*text)->empty();
  });
}

std::string_view long_name(const Options::Declared& declared) {
  return base::split(declared.names, ',').back();
}

std::string_view short_name(const Options::Declared& declared) {
  const auto names = base::split(declared.names, ',');
  return names.front().starts_with("--") || declared.is_argument ? std::string_view{}
                                                                 : names.front();
}

void declare_recipient(Options& options, std::string& to) {
  options.value("--to", "PARTNER|STATE", to, "The one recipient, of this audience", Offer::partner);
}

}  // namespace rapport::cli
