#include "report/engine/reader.hpp"

#include "report/engine/values.hpp"

namespace rapport::report {

std::string reader(const Request& request) {
  const release::Purpose& purpose = request.released.purpose();
  if (purpose.recipient != nullptr) {
    const auto recipient = request.released.partner(purpose.recipient->id());
    return recipient ? recipient.show<&model::Partner::name>().text()
                     : std::string(purpose.recipient->id());
  }
  if (purpose.state && is_of_states(purpose.audience))
    return title(request.released.reference(), purpose.state.row(), "en");
  switch (purpose.audience) {
    case model::Audience::office:
      return "the office";
    case model::Audience::mandates:
      return "other mandates";
    case model::Audience::un:
      return "the United Nations";
    case model::Audience::regional:
      return "regional mechanisms";
    case model::Audience::nhri:
      return "NHRIs";
    case model::Audience::state:
      return "the State concerned";
    case model::Audience::other_states:
      return "other States";
    case model::Audience::de_facto:
      return "de facto authorities";
    case model::Audience::media:
      return "the media";
    case model::Audience::public_:
      return "the public";
    default:
      return in_words(value::word(purpose.audience));
  }
}

}  // namespace rapport::report
