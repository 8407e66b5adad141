#include "names/handles.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <string>

namespace rapport::names {
namespace {

constexpr std::string_view networks[] = {
    "bsky.app",         "facebook.com", "fb.com",      "github.com",
    "instagram.com",    "linkedin.com", "linktr.ee",   "medium.com",
    "odnoklassniki.ru", "ok.ru",        "patreon.com", "reddit.com",
    "snapchat.com",     "t.me",         "telegram.me", "threads.com",
    "threads.net",      "tiktok.com",   "twitter.com", "vimeo.com",
    "vk.com",           "weibo.com",    "x.com",       "youtube.com"};

/// What is before the handle in the links of some of them.
constexpr std::string_view kinds_of_page[] = {
    "add", "c", "channel", "company", "groups", "in", "people", "pg", "profile", "s", "u", "user"};

/// Pages of the networks themselves, and of many sites.
constexpr std::string_view common_pages[] = {
    "about",  "accueil", "contacto", "donate",   "events",  "hashtag",  "index", "inicio",
    "intent", "kontakt", "joinchat", "nosotros", "photo",   "playlist", "posts", "search",
    "share",  "sharer",  "shorts",   "status",   "stories", "videos",   "watch"};

template <std::size_t size>
bool is_one_of(const std::string_view (&list)[size], std::string_view word) {
  return std::ranges::find(list, word) != std::end(list);
}

/// Or a part of it: "es-es.facebook.com".
bool is_network(std::string_view host) {
  return std::ranges::any_of(networks, [host](std::string_view network) {
    if (!host.ends_with(network)) return false;
    return host.size() == network.size() || host[host.size() - network.size() - 1] == '.';
  });
}

bool is_file_name(std::string_view page) {
  return page.ends_with(".php") || page.ends_with(".html") || page.ends_with(".aspx");
}

}  // namespace

LinkHandle handle_of(std::string_view link) {
  const auto slash = link.find('/');
  if (slash == link.npos) return {};
  const bool is_certain = is_network(base::lower_ascii(link.substr(0, slash)));
  auto path = link.substr(slash + 1);
  path = path.substr(0, path.find_first_of("?#"));
  if (path.ends_with('/')) path.remove_suffix(1);
  auto first = path.substr(0, path.find('/'));
  const bool is_behind = is_certain && first.size() < path.size() &&
                         is_one_of(kinds_of_page, base::lower_ascii(first));
  if (is_behind) {
    path.remove_prefix(first.size() + 1);
    first = path.substr(0, path.find('/'));
  }
  if (first.starts_with('@')) return {first, true};
  if (is_one_of(common_pages, base::lower_ascii(first)) || is_file_name(first)) return {};
  if (is_certain) return {first, true};
  const bool is_only = first.size() == path.size() && first.find('.') == first.npos;
  return {is_only ? first : std::string_view(), false};
}

}  // namespace rapport::names
