// Records one by one, with labels: what `show`, `reference` and `release` answer with.
#pragma once

#include <string>
#include <vector>

namespace rapport::view {

/// How a value is meant to strike the eye; without colour it makes no difference.
enum class Tone { plain, good, warning, bad, faint };

struct Value {
  std::string text = {};
  Tone tone = Tone::plain;
  std::vector<Value> below = {};  // what belongs to it, one step to the right
};

struct Line {
  std::string key = {};    // the name in JSON and YAML: snake_case, stable
  std::string label = {};  // what people read
  std::vector<Value> values = {};
};

struct Section {
  std::string key = {};
  std::string heading = {};  // may be empty: the lines right below the title
  std::vector<Line> lines = {};
};

/// What a record says, for formats that programs read.
struct Data {
  enum class Kind { text, list, object };
  std::string key = {};  // in an object: snake_case, stable
  Kind kind = Kind::text;
  std::string text = {};
  std::vector<Data> parts = {};  // items of a list, members of an object
};

struct Card {
  std::string id = {};
  std::string title = {};
  std::vector<Section> sections = {};
  /// What programs read in place of title and sections, where there is any.
  std::vector<Data> members = {};
};

struct Cards {
  std::vector<Card> cards = {};
};

}  // namespace rapport::view
