// The annex: what the law says on the themes of the case, for this addressee.
#include "report/letter/letter.hpp"

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
            .set("title", title(letter.library, citation.id, letter.request.language))
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
