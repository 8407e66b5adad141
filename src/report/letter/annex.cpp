// The annex: what the law says on the themes of the case, for this addressee.
#include "base/text.hpp"
#include "report/letter/letter.hpp"

#include <algorithm>

namespace rapport::report {
namespace {

using templates::Value;

Value articles(const mandate::Citation& citation) {
  std::vector<Value> objects;
  for (const model::ArticleRow* row : citation.articles)
    objects.push_back(
        Value::object().set("article", row->article.str()).set("topic", row->topic.str()));
  return in_order(std::move(objects));
}

/// "22/6" behind `prefix`, and nothing else.
std::string_view number_behind(std::string_view prefix, std::string_view symbol) {
  if (!symbol.starts_with(prefix)) return {};
  symbol.remove_prefix(prefix.size());
  const bool is_number = !symbol.empty() && symbol.find_first_not_of("0123456789/") == symbol.npos;
  return is_number ? symbol : std::string_view{};
}

/// The resolutions a text is cited by, where its title is only ours: what its symbols say, else
/// nothing.
Value resolutions_of(const model::InstrumentRow& row) {
  std::vector<Value> objects;
  if (!row.working_title.is_yes()) return templates::List{};
  const std::string symbols = row.symbol.str();
  for (std::string_view rest = symbols; !rest.empty();) {
    const auto end = std::min(rest.find(';'), rest.size());
    const std::string_view symbol = base::trim(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const auto of_council = number_behind("A/HRC/RES/", symbol);
    const auto number = of_council.empty() ? number_behind("A/RES/", symbol) : of_council;
    if (number.empty()) return templates::List{};
    objects.push_back(
        Value::object().set("of_council", !of_council.empty()).set("resolution", number));
  }
  return in_order(std::move(objects));
}

}  // namespace

mandate::Annex annex_of(const Letter& letter) {
  auto themes = letter.engagement.values<&model::Engagement::themes>();
  return mandate::annex(letter.library, letter.state, themes, letter.on);
}

Value annex(const Letter& letter, const mandate::Annex& annex) {
  std::vector<Value> treaties;
  std::vector<Value> standards;
  for (const mandate::Citation& citation : annex.citations) {
    const bool is_treaty = citation.ground == mandate::Ground::treaty;
    Value object =
        Value::object()
            .set("title", letter.title_of(citation.id))
            .set("resolutions", resolutions_of(*citation.row))
            .set("symbol", citation.row->symbol ? Value(citation.row->symbol.str()) : Value())
            .set("party_since", value(citation.treaty.date))
            .set("has_articles", !citation.articles.empty())
            .set("articles", articles(citation));
    (is_treaty ? treaties : standards).push_back(std::move(object));
  }
  return Value::object()
      .set("has_treaties", !treaties.empty())
      .set("has_standards", !standards.empty())
      .set("treaties", in_order(std::move(treaties)))
      .set("standards", in_order(std::move(standards)));
}

}  // namespace rapport::report
