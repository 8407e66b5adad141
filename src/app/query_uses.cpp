#include "app/query_uses.hpp"

#include "app/query_context.hpp"
#include "app/records.hpp"
#include "app/release.hpp"
#include "app/snapshot.hpp"
#include "model/office.hpp"
#include "query/query.hpp"
#include "query/saved.hpp"

#include <string>
#include <variant>

namespace rapport::app {
namespace {

using model::SavedQuery;

/// An id that no record has.
std::string free_id(const model::Dataset& data, std::string_view id) {
  std::string free(id);
  do free += 'x';
  while (data.find(free) != nullptr);
  return free;
}

/// Whether the word at `offset` must be the id of a record: the query cannot be read with an id
/// there that no record has.
bool is_read_as_id(const SavedQuery& saved, std::size_t offset, std::string_view id,
                   std::string_view free, const query::Context& context) {
  const std::string terms = query::terms_of(saved).replace(offset, id.size(), free);
  const auto read = query::understand(terms, query::kind_of(saved), context);
  const auto* const mistake = std::get_if<query::Mistake>(&read);
  return mistake != nullptr && mistake->at.offset <= offset &&
         offset < mistake->at.offset + mistake->at.length;
}

void add_uses(const SavedQuery& saved, std::string_view id, const query::Context& context,
              const value::Source& source, std::vector<IdUse>& uses) {
  const std::string terms = query::terms_of(saved);
  const std::string_view raw = saved.query.raw();
  const auto said = offsets_of_word(terms, id);
  const auto written = offsets_of_word(raw, id);
  if (said.size() != written.size()) return;
  if (!std::holds_alternative<query::Query>(
          query::understand(terms, query::kind_of(saved), context)))
    return;
  const std::string free = free_id(context.data, id);
  for (std::size_t i = 0; i < said.size(); ++i)
    if (is_read_as_id(saved, said[i], id, free, context))
      uses.push_back(
          {.place = {&source, saved.query.offset() + static_cast<std::uint32_t>(written[i]),
                     static_cast<std::uint32_t>(id.size())},
           .field = &value::field_of<&SavedQuery::query>(),
           .is_mark = true});
}

}  // namespace

std::vector<IdUse> uses_in_queries(const Snapshot& snapshot, std::string_view id) {
  std::vector<IdUse> uses;
  const model::Office& office = snapshot.records().office();
  if (office.head.source == nullptr || office.head.source->text.find(id) == std::string_view::npos)
    return uses;
  // Which day it is changes what a query finds, and not how it is read.
  const Basis basis = office_basis(snapshot, value::Date::of(std::chrono::sys_days{}));
  const query::Context context = context_of(basis);
  for (const SavedQuery& saved : office.queries)
    if (saved.query) add_uses(saved, id, context, *office.head.source, uses);
  return uses;
}

}  // namespace rapport::app
