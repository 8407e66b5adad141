// A field of a record is declared once, as a row. Reading, checking, help, schema, columns and
// queries walk rows; nothing else knows the list of fields.
#pragma once

#include "value/code.hpp"
#include "value/ref.hpp"
#include "value/text.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace rapport::value {

class Decoder;
struct Type;

enum class Shape : std::uint8_t {
  text,
  date,
  moment,
  flag,
  count,
  duration,
  word,
  code,
  listed,  // a row of any set: mechanism/achpr-sr-hrd
  ref,
  pattern,  // an id or kind:...
  list,
  block,
};

/// What a field gives away about people; the release gate decides by it. `link`: that somebody met
/// us, belongs to a body or took part; `source`: that they told us, which never leaves the office.
/// `unstated` is shown to the office alone, and no field has it.
enum class Reveals : std::uint8_t {
  unstated,
  open,
  identity,
  contact,
  place,
  content,
  link,
  source
};
inline constexpr std::size_t reveals_count = 8;

/// The class that a field states. There is no default: a field without one does not compile.
class DisclosureClass {
 public:
  consteval DisclosureClass(Reveals stated) : stated_(stated) {
    if (stated == Reveals::unstated) a_field_states_what_it_gives_away();
  }
  constexpr operator Reveals() const { return stated_; }

 private:
  static void a_field_states_what_it_gives_away() {}  // no constant: calling it is the error

  Reveals stated_;
};

enum class Refers : std::uint8_t { nothing, partner, engagement, record };

/// What else than a record an id may name: the key of an alleged victim of the record or of its
/// case, or of a member of staff.
enum class OrKey : std::uint8_t { none, victim, staff };

/// Of which partners a row makes sense: a record to fill in leaves it out for others. `at_risk`:
/// people, and bodies that run one by speaking out.
enum class Suits : std::uint8_t { all, people, at_risk };

/// How a command takes a field as an option, where the rest of its row does not say so.
struct OptionMeta {
  bool is_none = false;               // no option is for it
  std::string_view placeholder = {};  // else by its type: DATE, ID ...
  std::string_view doc = {};          // else the field's own; without the full stop
  std::string_view question = {};     // to the user who left it out
  std::string_view hint = {};         // to the user whose act of consent cannot have it
};

/// Which of two values is the safer one for the people of a record, where two versions of it have
/// different ones and one is to be chosen. Nothing is chosen for a field that does not say how.
class Stricter {
 public:
  enum class By : std::uint8_t { nothing, words, earlier, later, whole };

  constexpr Stricter() = default;
  /// The words from the loosest to the strictest; `-` for the field not being there, `*` for all
  /// that are not among them.
  static constexpr Stricter words(std::string_view loosest_first) {
    return {By::words, loosest_first};
  }
  /// The date or time; not being there is the loosest.
  static constexpr Stricter earlier() { return {By::earlier, {}}; }
  static constexpr Stricter later() { return {By::later, {}}; }
  /// Nothing is chosen, and of a list no item for itself: both versions are to be looked at.
  static constexpr Stricter whole() { return {By::whole, {}}; }

  constexpr By by() const { return by_; }
  constexpr std::string_view order() const { return order_; }

 private:
  constexpr Stricter(By by, std::string_view order) : by_(by), order_(order) {}

  By by_ = By::nothing;
  std::string_view order_ = {};
};

/// How far what a field of an item says is its name.
enum class Naming : std::uint8_t {
  own,     // a key within the record: another one would do
  cited,   // a key by which other records know it
  single,  // no two items of a list have the same
};

struct FieldTraits {
  std::string_view doc;     // one sentence for manual, schema and help
  DisclosureClass reveals;  // what would its worst value tell?
  bool required = false;
  bool is_usual = false;  // a short record to fill in has it
  bool must_seal = false;
  bool from_case = false;   // a draft letter takes it whole from its case
  bool only_grows = false;  // a list that nothing is taken from, and so has no limit of its own
  Refers refers = Refers::nothing;
  OrKey or_key = OrKey::none;
  std::string_view singular = {};  // how a query may name one item of a list
  Suits suits = Suits::all;
  std::uint8_t acts = 0xff;  // of an act of consent: a bit for each act that can say it
  OptionMeta option = {};
  Stricter stricter = {};
  Naming naming = Naming::own;
};

struct Field {
  std::string_view name;
  FieldTraits meta;
  const Type* type;
  void* (*member)(void* record);

  const void* of(const void* record) const { return member(const_cast<void*>(record)); }
};

struct FieldSet {
  std::span<const Field> rows;
  std::uint64_t required = 0;  // a bit for each required row
};

struct Items {
  const std::byte* data = nullptr;
  std::size_t count = 0;
};

/// What is to be known of a value's type without knowing the type. Functions that make no sense
/// for a shape are null.
struct Type {
  Shape shape;
  std::string_view name;  // for messages and manual: "date", "State code"
  std::size_t size;       // bytes from one item of a list to the next
  void (*read)(Decoder&, std::uint32_t node, void* value);
  bool (*present)(const void* value);
  std::uint32_t (*offset)(const void* value);
  std::string (*print)(const void* value,
                       const Codes&) = nullptr;         // scalars, as fields are written
  std::uint16_t (*index)(const void* value) = nullptr;  // words and codes, from 1
  std::span<const std::string_view> words = {};
  CodeSet set = CodeSet::absent;
  const Type* element = nullptr;                       // lists
  Items (*items)(const void* value) = nullptr;         // lists
  const void* (*fields)(const void* value) = nullptr;  // blocks
  /// Lists, and blocks that are pointed at: has the value point at a copy, and no longer at what
  /// another record has, too.
  void (*detach)(void* value, base::Arena&) = nullptr;
  FieldSet (*rows)() = nullptr;  // blocks, also as elements of a list
};

/// Specialised for each record or block, with its rows in their canonical order:
///     template <class T>
///     static constexpr std::array rows = {field<&T::a>("a", ...), ...};
/// and, when its first members are no fields (a record's head), their number: `without_row`.
template <class T>
struct Fields;

/// How a value of type T is read: specialised for every type a field may have.
template <class T>
struct Codec;

template <class T>
inline constexpr Type type_of = Codec<T>::type();

/// Null: `block` is null or has no table, or no such field in it.
const Field* field_named(const Type* block, std::string_view name);

/// Marks every text of the value as taken from another record. `value` itself is a copy already;
/// what it points at is copied before it is marked.
void mark_as_taken(const Type& type, void* value, Origin origin, base::Arena& arena);

namespace detail {

template <class M>
struct Member;
template <class T, class V>
struct Member<V T::*> {
  using Record = T;
  using Value = V;
};

template <auto M>
void* reach(void* record) {
  return &(static_cast<typename Member<decltype(M)>::Record*>(record)->*M);
}

/// The row reached by `member`; each member has one (value/table.hpp).
const Field& row_with(const FieldSet& set, void* (*member)(void*));

}  // namespace detail

template <auto M>
constexpr Field field(std::string_view name, FieldTraits meta) {
  return {name, meta, &type_of<typename detail::Member<decltype(M)>::Value>, &detail::reach<M>};
}

/// The table of record or block T. It is compiled in one file only, which includes value/table.hpp:
/// the tables are long, and nearly every file knows the records.
template <class T>
FieldSet rows_of();

/// The row of a member, for those who know the record's type.
template <auto M>
const Field& field_of() {
  static const Field& row =
      detail::row_with(rows_of<typename detail::Member<decltype(M)>::Record>(), &detail::reach<M>);
  return row;
}

}  // namespace rapport::value
