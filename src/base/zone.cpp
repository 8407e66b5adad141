#include "base/zone.hpp"

#include "base/files.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace rapport::base {
namespace {

constexpr std::string_view zones_folder = "/usr/share/zoneinfo/";
constexpr std::size_t largest_file = std::size_t{256} * 1024;

bool is_zone_name(std::string_view name) {
  return !name.empty() && name.front() != '/' && name.find('.') == std::string_view::npos &&
         name.find('\0') == std::string_view::npos;
}

/// Numbers in the order of the network, from a text that must not end before them.
class Bytes {
 public:
  explicit Bytes(std::string_view text) : left_(text) {}

  bool skip(std::size_t count) {
    if (count > left_.size()) return ended_ = true, false;
    left_.remove_prefix(count);
    return true;
  }
  std::int64_t number(std::size_t size) {
    if (size > left_.size()) return ended_ = true, 0;
    std::uint64_t value = (left_[0] & 0x80) != 0 ? ~std::uint64_t{0} : 0;
    for (std::size_t i = 0; i < size; ++i)
      value = value << 8 | static_cast<unsigned char>(left_[i]);
    left_.remove_prefix(size);
    return static_cast<std::int64_t>(value);
  }
  std::string_view left() const { return left_; }
  bool has_ended() const { return ended_; }

 private:
  std::string_view left_;
  bool ended_ = false;
};

struct Header {
  bool is_valid = false;
  char version = 0;
  std::size_t utc_marks = 0, standard_marks = 0, leaps = 0, changes = 0, types = 0, letters = 0;

  std::size_t size(std::size_t of_time) const {
    return changes * (of_time + 1) + types * 6 + letters + leaps * (of_time + 4) + standard_marks +
           utc_marks;
  }
};

Header read_header(Bytes& bytes) {
  Header header;
  if (!bytes.left().starts_with("TZif") || bytes.left().size() < 44) return header;
  header.version = bytes.left()[4];
  bytes.skip(20);
  for (std::size_t* count : {&header.utc_marks, &header.standard_marks, &header.leaps,
                             &header.changes, &header.types, &header.letters})
    *count = static_cast<std::size_t>(std::min<std::int64_t>(
        std::max<std::int64_t>(bytes.number(4), 0), static_cast<std::int64_t>(largest_file)));
  header.is_valid = !bytes.has_ended() && header.types > 0;
  return header;
}

/// Countries, places and zones, one line a zone.
Result<std::string> read_table() {
  return read_file(std::string(zones_folder) + "zone.tab", largest_file);
}

}  // namespace

std::optional<TimeZone> TimeZone::parse(std::string_view text) {
  Bytes bytes(text);
  Header header = read_header(bytes);
  if (!header.is_valid || header.version < '2') return std::nullopt;
  if (!bytes.skip(header.size(4))) return std::nullopt;
  header = read_header(bytes);
  if (!header.is_valid || header.size(8) > bytes.left().size()) return std::nullopt;
  TimeZone zone;
  std::vector<std::size_t> types;
  for (std::size_t i = 0; i < header.changes; ++i) zone.changes_.push_back(bytes.number(8));
  for (std::size_t i = 0; i < header.changes; ++i)
    types.push_back(static_cast<std::size_t>(bytes.number(1) & 0xff));
  std::vector<std::int32_t> offsets;
  for (std::size_t i = 0; i < header.types; ++i) {
    offsets.push_back(static_cast<std::int32_t>(bytes.number(4)));
    bytes.skip(2);
  }
  bytes.skip(header.letters + header.leaps * 12 + header.standard_marks + header.utc_marks);
  zone.offsets_.push_back(offsets.front());
  for (const std::size_t type : types) {
    if (type >= offsets.size()) return std::nullopt;
    zone.offsets_.push_back(offsets[type]);
  }
  zone.goes_on_changing_ = bytes.left().find(',') != std::string_view::npos;
  return zone;
}

std::optional<TimeZone> TimeZone::find(std::string_view name) {
  if (!is_zone_name(name)) return std::nullopt;
  const auto bytes = read_file(std::string(zones_folder) + std::string(name), largest_file);
  return bytes ? parse(*bytes) : std::nullopt;
}

std::optional<int> TimeZone::offset_at(std::int64_t instant) const {
  const std::int64_t second = instant * 60;
  const auto next = std::ranges::upper_bound(changes_, second);
  if (next == changes_.end() && goes_on_changing_) return std::nullopt;
  return offsets_[static_cast<std::size_t>(next - changes_.begin())] / 60;
}

bool has_time_zones() { return exists(std::string(zones_folder) + "Europe/Zurich"); }

std::vector<std::string> all_time_zones() {
  std::vector<std::string> zones;
  const auto table = read_table();
  if (!table) return zones;
  for (const auto line : lines(*table)) {
    const auto columns = split(line, '\t');
    if (!line.starts_with('#') && columns.size() > 2) zones.emplace_back(columns[2]);
  }
  return zones;
}

std::vector<std::string> zones_of_same_country(std::string_view name) {
  std::vector<std::string> zones = {std::string(name)};
  const auto table = read_table();
  if (!table) return zones;
  std::string_view country;
  for (const bool is_second : {false, true})
    for (const auto line : lines(*table)) {
      const auto columns = split(line, '\t');
      if (line.starts_with('#') || columns.size() < 3) continue;
      if (!is_second && columns[2] == name) country = columns[0];
      if (is_second && columns[0] == country && columns[2] != name) zones.emplace_back(columns[2]);
    }
  return zones;
}

}  // namespace rapport::base
