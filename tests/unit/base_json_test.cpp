#include "base/json.hpp"

#include <doctest/doctest.h>

#include <limits>

namespace base_json_test {

using rapport::base::json_string;
using rapport::base::JsonWriter;

TEST_CASE("json: members come out in the order they went in") {
  JsonWriter json(JsonWriter::Layout::compact);
  json.begin_object();
  json.member("b", "x");
  json.member("a", 2);
  json.key("list");
  json.begin_array();
  json.flag(true);
  json.null();
  json.number(1.5);
  json.begin_object();
  json.end_object();
  json.end_array();
  json.end_object();
  CHECK(json.take() == R"({"b":"x","a":2,"list":[true,null,1.5,{}]})");
}

TEST_CASE("json: pretty text has two spaces a level and closed brackets when empty") {
  JsonWriter json;
  json.begin_object();
  json.member("a", true);
  json.key("b");
  json.begin_array();
  json.text("x");
  json.text("y");
  json.end_array();
  json.key("c");
  json.begin_array();
  json.end_array();
  json.end_object();
  CHECK(json.take() ==
        "{\n  \"a\": true,\n  \"b\": [\n    \"x\",\n    \"y\"\n  ],\n  \"c\": []\n}");
}

TEST_CASE("json: strings are escaped and always valid") {
  CHECK(json_string("a\"b\\c\n\x1b") == R"("a\"b\\c\n\u001b")");
  CHECK(json_string("\u2028\u202E") == R"("\u2028\u202e")");
  CHECK(json_string("é人") == "\"é人\"");
  CHECK(json_string("a\xffz") == "\"a\uFFFDz\"");
}

TEST_CASE("json: what is no number is null") {
  JsonWriter json;
  json.number(std::numeric_limits<double>::infinity());
  CHECK(json.take() == "null");
}

}  // namespace base_json_test
