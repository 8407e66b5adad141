// yaml-cpp as an oracle, by its events: its Load is lenient, and LoadAll may never end.
#include "oracle.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <sstream>

namespace rapport::oracle {
namespace {

class Events : public YAML::EventHandler {
 public:
  void OnDocumentStart(const YAML::Mark&) override { ++documents; }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t anchor) override {
    form += '~';
    note(anchor);
  }
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override { is_plain = false; }
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t anchor,
                const std::string& value) override {
    put_text(form, value);
    note(anchor);
  }
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    form += '[';
    note(anchor);
  }
  void OnSequenceEnd() override { form += ']'; }
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    form += '{';
    note(anchor);
  }
  void OnMapEnd() override { form += '}'; }

  std::string form;
  int documents = 0;
  bool is_plain = true;  // no anchors, no aliases

 private:
  void note(YAML::anchor_t anchor) { is_plain = is_plain && anchor == YAML::NullAnchor; }
};

}  // namespace

Reading read_yaml_cpp(std::string_view text) {
  Events events;
  try {
    std::istringstream in{std::string(text)};
    YAML::Parser parser(in);
    while (events.documents < 2 && parser.HandleNextDocument(events)) {
    }
  } catch (const YAML::Exception&) {
    return std::nullopt;
  }
  if (events.documents != 1 || !events.is_plain) return std::nullopt;
  return std::move(events.form);
}

}  // namespace rapport::oracle
