// libyaml as an oracle, by its events.
#include "oracle.hpp"

#include <yaml.h>

namespace rapport::oracle {
namespace {

class Events {
 public:
  explicit Events(std::string_view text) {
    yaml_parser_initialize(&parser_);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()),
                                 text.size());
  }
  Events(const Events&) = delete;
  Events& operator=(const Events&) = delete;
  ~Events() { yaml_parser_delete(&parser_); }

  Reading take() {
    for (bool at_end = false; !at_end;) {
      yaml_event_t event;
      if (yaml_parser_parse(&parser_, &event) == 0) return std::nullopt;
      at_end = event.type == YAML_STREAM_END_EVENT;
      const bool is_allowed = put(event);
      yaml_event_delete(&event);
      if (!is_allowed) return std::nullopt;
    }
    if (documents_ != 1) return std::nullopt;
    return form_;
  }

 private:
  bool put(const yaml_event_t& event) {
    switch (event.type) {
      case YAML_DOCUMENT_START_EVENT:
        ++documents_;
        return true;
      case YAML_MAPPING_START_EVENT:
        form_ += '{';
        return event.data.mapping_start.anchor == nullptr &&
               event.data.mapping_start.tag == nullptr;
      case YAML_MAPPING_END_EVENT:
        form_ += '}';
        return true;
      case YAML_SEQUENCE_START_EVENT:
        form_ += '[';
        return event.data.sequence_start.anchor == nullptr &&
               event.data.sequence_start.tag == nullptr;
      case YAML_SEQUENCE_END_EVENT:
        form_ += ']';
        return true;
      case YAML_SCALAR_EVENT:
        return put_scalar(event);
      case YAML_ALIAS_EVENT:
        return false;
      default:
        return true;
    }
  }

  bool put_scalar(const yaml_event_t& event) {
    const auto& scalar = event.data.scalar;
    if (scalar.length == 0 && scalar.style == YAML_PLAIN_SCALAR_STYLE)
      form_ += '~';
    else
      put_text(form_, {reinterpret_cast<const char*>(scalar.value), scalar.length});
    return scalar.anchor == nullptr && scalar.tag == nullptr;
  }

  yaml_parser_t parser_{};
  int documents_ = 0;
  std::string form_;
};

}  // namespace

Reading read_libyaml(std::string_view text) { return Events(text).take(); }

}  // namespace rapport::oracle
