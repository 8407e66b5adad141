#include "app/consent_options.hpp"
#include "cli/command.hpp"
#include "cli/options.hpp"
#include "model/consent.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace rapport::tests::app_consent_options_test {

using app::consent_options;
using model::ConsentAct;
using Names = std::vector<std::string_view>;

const std::set<std::string_view> without_option = {"key", "act", "recall"};

std::span<const value::Field> table() { return value::rows_of<ConsentAct>().rows; }

TEST_CASE("consent: every field of an act is an option, but for its key, the act and its recall") {
  for (const value::Field& row : table()) {
    CAPTURE(row.name);
    const auto count = std::ranges::count(consent_options(), &row, &app::ConsentOption::row);
    CHECK(count == (without_option.count(row.name) == 0 ? 1 : 0));
  }
  Names names;
  for (const app::ConsentOption& option : consent_options()) names.push_back(option.name);
  CHECK(names == Names{"--for", "--to", "--case", "--states", "--name-as", "--by", "--how",
                       "--language", "--advance", "--until", "--on", "--note"});
}

TEST_CASE("consent: the command takes each option as the type of its field wants it") {
  const auto commands = commands::all_commands();
  const auto consent =
      std::ranges::find(commands, "consent", &base::Registered<cli::CommandSpec>::name);
  REQUIRE(consent != commands.end());
  cli::Options options;
  const cli::Run run = (*consent)->bind(options);
  for (const app::ConsentOption& option : consent_options()) {
    CAPTURE(option.name);
    const auto declared =
        std::ranges::find(options.declared(), option.name, &cli::Options::Declared::names);
    REQUIRE(declared != options.declared().end());
    const value::Shape shape = option.row->type->shape;
    const auto& into = declared->into;
    CHECK(std::holds_alternative<bool*>(into) == (shape == value::Shape::flag));
    CHECK(std::holds_alternative<std::vector<std::string>*>(into) == (shape == value::Shape::list));
    CHECK(declared->splits == (shape == value::Shape::list));
    CHECK(declared->value.empty() == (shape == value::Shape::flag));
    CHECK(std::ranges::equal(declared->words, app::item_type(*option.row).words));
    CHECK(!declared->doc.empty());
    CHECK(!declared->doc.ends_with('.'));
  }
}

TEST_CASE("consent: an act is written in the order of its table, whatever came first") {
  app::ActValues values;
  Names expected;
  for (std::size_t i = table().size(); i-- > 0;) values.set(table()[i], {"yes"});
  for (const value::Field& row : table()) expected.push_back(row.name);
  const yaml::Value entry = values.entry();
  CHECK(Names(entry.keys.begin(), entry.keys.end()) == expected);
  REQUIRE(entry.children.size() == table().size());
  for (std::size_t i = 0; i < table().size(); ++i) {
    CAPTURE(table()[i].name);
    const bool is_list = table()[i].type->shape == value::Shape::list;
    CHECK(entry.children[i].kind == (is_list ? yaml::Kind::list : yaml::Kind::scalar));
  }
}

TEST_CASE("consent: a field that nobody gave is not written") {
  app::ActValues values;
  values.set(value::field_of<&ConsentAct::by>(), {"self"});
  CHECK(values.entry().keys == std::vector<std::string>{"by"});
  CHECK(values.text<&ConsentAct::by>() == "self");
  CHECK(values.text<&ConsentAct::how>().empty());
  CHECK(values.list<&ConsentAct::uses>().empty());
}

TEST_CASE("consent: where an act that narrows cannot have a field, a hint says why") {
  for (const value::Field& row : table()) {
    CAPTURE(row.name);
    CHECK(row.meta.option.hint.empty() == model::takes(model::Act::narrowed, row));
  }
}

}  // namespace rapport::tests::app_consent_options_test
