#include "rules/engine/searched.hpp"

#include "model/record_type.hpp"

namespace rapport::rules {
namespace {

/// What is told, and where. The staff of the office are named by it where they are meant.
bool is_searched(const value::Field& row) {
  using enum value::Reveals;
  if (&row == &value::field_of<&model::Staff::name>()) return false;
  const value::Type& type = row.type->shape == value::Shape::list ? *row.type->element : *row.type;
  if (!is_free_text(type)) return false;
  return row.meta.reveals == content || row.meta.reveals == place || row.meta.reveals == open;
}

}  // namespace

Place SearchedText::place(std::size_t start, std::size_t end) const {
  Place place = place_of(source, text);
  if (words.data() != text.raw().data()) return place;  // escapes hide where
  place.offset += static_cast<std::uint32_t>(start);
  place.length = static_cast<std::uint32_t>(end - start);
  return place;
}

SearchedFile searched_file_of(const Partner& partner) {
  static const FieldWalk plan(model::partner_type(), &is_searched);
  return {*partner.head.source, plan, &partner, &partner.head};
}

SearchedFile searched_file_of(const Engagement& engagement) {
  static const FieldWalk plan(model::engagement_type(), &is_searched);
  return {*engagement.head.source, plan, &engagement, &engagement.head, &engagement};
}

std::vector<SearchedFile> searched_files_of_the_office(const Context& context) {
  static const FieldWalk office(model::office_type(), &is_searched);
  static const FieldWalk rows(model::reference_type(), &is_searched);
  std::vector<SearchedFile> files;
  if (context.office != nullptr)
    files.push_back({*context.office->head.source, office, context.office});
  for (const auto& file : context.library->own_files())
    if (file.rows != nullptr) files.push_back({*file.source, rows, file.rows});
  return files;
}

}  // namespace rapport::rules
