// The addresses that are written in a value, and their forms.
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "names/address_words.hpp"
#include "names/common_words.hpp"
#include "names/handles.hpp"
#include "names/policy.hpp"

#include <algorithm>
#include <utility>

namespace rapport::names {
namespace {

constexpr std::size_t shortest_handle = 5;  // of letters that are an address by themselves

bool has_blank(std::string_view text) { return text.find_first_of(" \t\n") != text.npos; }

std::string_view without_scheme(std::string_view address) {
  const auto colon = address.find(':');
  const bool is_scheme = colon != address.npos && colon != 0 &&
                         std::ranges::all_of(address.substr(0, colon), [](char c) {
                           return base::is_lower(c) || base::is_upper(c);
                         });
  if (is_scheme) address.remove_prefix(colon + 1);
  address.remove_prefix(std::min(address.find_first_not_of('/'), address.size()));
  if (base::lower_ascii(address.substr(0, 4)) == "www.") address.remove_prefix(4);
  return address;
}

class AddressReader {
 public:
  explicit AddressReader(const std::function<void(const AddressForm&)>& visit) : visit_(visit) {}

  void read(std::string_view address) {
    const std::string_view trimmed = base::trim(address);
    if (has_blank(trimmed)) return read_loose(trimmed);
    const std::string_view bare = without_scheme(trimmed);
    const bool is_handle = bare.find_first_of("@./", bare.starts_with('@') ? 1 : 0) == bare.npos;
    if (is_handle) return add_handle(bare, Mark::at_or_slash);
    add_tied(bare, Mark::none);
    if (bare.starts_with('@')) return add_of_server(bare);
    if (const LinkHandle handle = handle_of(bare); !handle.text.empty())
      add_handle(handle.text, handle.is_certain ? Mark::at_or_slash : Mark::at);
  }

 private:
  using Mark = AddressForm::Mark;

  /// @ana@social.example
  void add_of_server(std::string_view bare) {
    const auto server = bare.find_first_of("@/", 1);
    if (server == bare.npos) return add_handle(bare, Mark::at_or_slash);
    add_handle(bare.substr(0, server), Mark::at_or_slash);
    const std::string turned =
        std::string(bare.substr(server + 1)) + "/" + std::string(bare.substr(0, server));
    add_tied(turned, Mark::none);
  }

  void add_handle(std::string_view handle, Mark of_weak) {
    const ScanText words(handle);
    std::size_t letters = 0;
    bool is_common = true;
    for (std::size_t i = 0; i < words.size(); ++i) {
      letters += base::count_points(words.text(i));
      is_common = is_common && is_common_word(words.text(i));
    }
    add_tied(handle, letters < shortest_handle || is_common ? of_weak : Mark::none);
  }

  void add_tied(std::string_view address, Mark mark) {
    const ScanText text(address);
    AddressForm form{.mark = mark};
    for (std::size_t at = text.size() == 0 ? ScanText::none : 0;
         at != ScanText::none && form.words.size() < most_address_words; at = next_tied(text, at))
      form.words.emplace_back(text.text(at));
    if (!form.words.empty()) visit_(form);
  }

  /// The mail and web addresses of several words; all of them where there is none.
  void read_loose(std::string_view address) {
    bool has_tied = false;
    for (std::string_view rest = address; !rest.empty();) {
      const auto end = std::min(rest.find_first_of(" \t\n,;()<>"), rest.size());
      const auto part = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (part.find('@') == part.npos && part.find("://") == part.npos) continue;
      has_tied = true;
      read(part);
    }
    const ScanText text(address);
    if (has_tied || text.size() == 0) return;
    AddressForm form{.is_loose = true};
    for (std::size_t at = 0; at < text.size() && at < most_address_words; ++at)
      form.words.emplace_back(text.text(at));
    visit_(form);
  }

  const std::function<void(const AddressForm&)>& visit_;
};

}  // namespace

void each_address_form(std::string_view address,
                       const std::function<void(const AddressForm&)>& visit) {
  AddressReader(visit).read(address);
}

}  // namespace rapport::names
