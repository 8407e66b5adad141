// What the scan looks for, and what it lets pass: two words of a name in either order, and never a
// word, a place or an address that is somebody else's own.
#include "release/release.hpp"
#include "release_oracle.hpp"

#include <fmt/format.h>

namespace release_secrets_test {

using namespace rapport;
using release::find_leak;
using release::Secret;
using tests::Audience;
using tests::Records;

namespace {

constexpr std::string_view office =
    "repository: 00000000-0000-4000-8000-000000000000\n"
    "mandate: sr-human-rights-defenders\nname: Office\n";

const std::vector<Secret> lucia = {
    {.text = "Lucía Ejemplo Ramírez", .record = "hrd-abcde2", .kind = Secret::Kind::name}};

std::string found_in(Records& records, std::string_view bytes,
                     Audience audience = Audience::public_) {
  records.office(office);
  const release::Release released(records.data(), records.library(), *records.office(),
                                  tests::purpose(audience));
  const auto leak = released.find_leak(bytes);
  return leak ? leak->owner : std::string{};
}

}  // namespace

TEST_CASE("release scan: two words of a name are the name, in either order") {
  for (const std::string_view bytes :
       {"Talk with Lucia Ejemplo", "EJEMPLO RAMIREZ spoke", "Ramirez, Lucia", "Ejemplo, Lucía",
        "Lucia de Ejemplo", "**Lucia** _Ejemplo_", "Lucia\nEjemplo", "Lucía\u200BEjemplo",
        "Lu\u200Bcía Ejem\u00ADplo", "Lucía\\u200BEjemplo", "Lucia&#8203;Ejemplo",
        "<td>Lucía Ejemplo</td>", "\"Lucia Ejemplo\"", "Lucía-Ejemplo", "Lucia\\\nEjemplo"}) {
    CAPTURE(bytes);
    CHECK(find_leak(bytes, lucia) == &lucia[0]);
  }
}

TEST_CASE("release scan: a name is the same with something in it that is not seen") {
  for (const std::string_view inside :
       {"<U+200B>", "\\<U+200B\\>", "&lt;U+202E&gt;", "\\x85", "\\\\x1b", "\u202E", "\u2067",
        "\uFFFD", "\u0085", "\x01", "\\ufffd", "\\u0001", "\xff"}) {
    CAPTURE(inside);
    const std::string shown(inside);
    CHECK(find_leak("by Luc" + shown + "ía Ejemplo", lucia) == &lucia[0]);
    CHECK(find_leak("by Lucía" + shown + "Ejemplo", lucia) == &lucia[0]);
  }
  CHECK_FALSE(find_leak("Lucía <U+> Ejemplo", lucia));
  CHECK_FALSE(find_leak("Lucía \uFFFD\n\nEjemplo", lucia));
}

TEST_CASE("release scan: words that only stand near each other are no name") {
  for (const std::string_view bytes :
       {"Lucia", "Rio Ejemplo", "Santa Lucia. Ejemplo of a dam", "Lucia,Ejemplo", "Lucia  Ejemplo",
        "Lucia\tEjemplo", "Lucia\n\nEjemplo", "Lucia\n- Ejemplo", "Lucia | Ejemplo",
        "Lucia — Ejemplo", "the river, Ejemplo; Lucia"}) {
    CAPTURE(bytes);
    CHECK_FALSE(find_leak(bytes, lucia));
  }
}

TEST_CASE("release scan: a name in a script without spaces is found in the middle of a text") {
  const std::vector<Secret> li = {{.text = "李明", .kind = Secret::Kind::name},
                                  {.text = "王 小红", .kind = Secret::Kind::name}};
  CHECK(find_leak("昨天李明说", li) == &li[0]);
  CHECK(find_leak("王小红", li) == &li[1]);
  CHECK_FALSE(find_leak("李 said", li));
  const std::string_view near[] = {"李, 明", "李  明", "李\n\n明", "李|明"};
  for (const auto bytes : near) CHECK_FALSE(find_leak(bytes, li));
  for (const auto* bytes : {"昨天李 明说", "昨天李\n  明说", "李\u200B明", "李·明"})
    CHECK(find_leak(bytes, li) == &li[0]);
}

TEST_CASE(
    "release scan: a name is found with what stands in quotes or brackets in it and without") {
  for (const std::string name :
       {"Ana \"La Negra\" Example", "Ana (La Negra) Example", "Ana “La Negra” Example",
        "Ana 'La Negra' Example Jr.", "Ana «La Negra» Example, III"}) {
    CAPTURE(name);
    const std::vector<Secret> ana = {{.text = name, .kind = Secret::Kind::name}};
    CHECK(find_leak("met Ana Example", ana) == &ana[0]);
    CHECK(find_leak("met Ana La Negra", ana) == &ana[0]);
    CHECK(find_leak("met La Negra Example", ana) == &ana[0]);
    CHECK(find_leak("met Example, Ana (the sister)", ana) == &ana[0]);
    CHECK(find_leak("met Ana [Nita] Example", ana) == &ana[0]);
    CHECK_FALSE(find_leak("met Example Jr. III", ana));
    CHECK_FALSE(find_leak("met Ana (and others), Example", ana));
  }
  const std::vector<Secret> secrets = {{.text = "Ana Example", .kind = Secret::Kind::name},
                                       {.text = "Red Verde (RV)", .kind = Secret::Kind::text},
                                       {.text = "Voces (VV)", .kind = Secret::Kind::text},
                                       {.text = "Aid Centre (Bay)", .kind = Secret::Kind::text}};
  CHECK(find_leak("met Ana \"La Negra\" Example", secrets) == &secrets[0]);
  CHECK(find_leak("met Ana\n(Nita)\nExample", secrets) == &secrets[0]);
  CHECK_FALSE(find_leak("met Ana \"La Negra\", Example", secrets));
  CHECK_FALSE(find_leak("{\"Ana\": \"a\", \"Example\": 1}", secrets));
  CHECK(find_leak("la Red Verde", secrets) == &secrets[1]);
  CHECK_FALSE(find_leak("voces", secrets));
  CHECK_FALSE(find_leak("an aid centre", secrets));
  CHECK(find_leak("the Aid Centre (Bay)", secrets) == &secrets[3]);
  for (const std::string_view apart : {"Rita Ana (Mexico)\n\nExample (Spain)", "Ana (x)  Example"})
    CHECK_FALSE(find_leak(apart, secrets));
}

TEST_CASE("release scan: a name without spaces is one of any kind, and none within an open one") {
  const std::vector<Secret> secrets = {{.text = "绿谷之声", .kind = Secret::Kind::text},
                                       {.text = "สมชาย ใจดี", .kind = Secret::Kind::name},
                                       {.text = "김민", .kind = Secret::Kind::name},
                                       {.text = "マリア・プルエバ", .kind = Secret::Kind::name},
                                       {.text = "กุ", .kind = Secret::Kind::name},
                                       {.text = "佐々木健", .kind = Secret::Kind::name},
                                       {.text = "นก", .kind = Secret::Kind::name}};
  CHECK(find_leak("昨日佐々木健が来た", secrets) == &secrets[5]);
  CHECK_FALSE(find_leak("คนก่อน", secrets));
  CHECK(find_leak("那天绿谷之声说", secrets) == &secrets[0]);
  CHECK(find_leak("คุณสมชายใจดีมา", secrets) == &secrets[1]);
  CHECK(find_leak("met 김민, 어제", secrets) == &secrets[2]);
  CHECK_FALSE(find_leak("어제 김민은", secrets));  // so short, a part of many words
  CHECK(find_leak("昨日ﾏﾘｱ･ﾌﾟﾙｴﾊﾞが", secrets) == &secrets[3]);
  CHECK_FALSE(find_leak("어제 김밍은", secrets));  // another syllable, which begins like the last
  CHECK_FALSE(find_leak("คนกุมมา", secrets));       // one letter and its mark
  const std::vector<std::string> open = {"绿谷之声中学"};
  CHECK_FALSE(find_leak("在绿谷之声中学", secrets, open));
  CHECK(find_leak("在绿谷之声中学, 绿谷之声", secrets, open) == &secrets[0]);
}

TEST_CASE("release scan: each number is found among many, whatever else is open") {
  std::vector<Secret> secrets;
  for (int i = 0; i < 500; ++i)
    secrets.push_back({.text = fmt::format("+999 5555 {:04}", i), .kind = Secret::Kind::address});
  secrets.push_back({.text = "5550199", .kind = Secret::Kind::address});
  const std::vector<std::string> open = {"+999-5555-0007", "Line 555-0199"};
  CHECK(find_leak("call 00999 5555 0123 at night", secrets, open) == &secrets[123]);
  CHECK(find_leak("call Line 555-0199", secrets, open) == &secrets.back());
  CHECK(find_leak("call +999 5555 0007", secrets, open) == &secrets[7]);
  CHECK_FALSE(find_leak("call 999 5555 0500", secrets, open));
}

TEST_CASE("release scan: a name shown in full is no leak; a number, address or place is none's") {
  Records records;
  records.partner("listed", R"(kind: ngo
name: Red Río Ejemplo
listed: {since: 2019}
areas: [Valle Muestra]
contacts:
  - {key: k1, channel: email, value: office@listed.example, origin: published}
  - {key: k2, channel: phone, value: "+999 5555 0100", origin: published}
)");
  records.partner("hrd-abcde2", R"(kind: defender
name: Ana Río Ejemplo
aliases: [Valle Muestra Ana]
contacts:
  - {key: k1, channel: email, value: office@listed.example}
  - {key: k2, channel: phone, value: "+999 5555-0100"}
  - {key: k3, channel: phone, value: "+999 5555 0177"}
  - {key: k4, channel: in-person, value: Foreign Ministry, use: never}
  - {key: k5, channel: telegram, value: "@rosa"}
)");
  CHECK(found_in(records, "Red Río Ejemplo, at the Foreign Ministry").empty());
  CHECK(found_in(records, "Red Río Ejemplo: office@listed.example") == "hrd-abcde2");
  CHECK(found_in(records, "Red Río Ejemplo: +999 5555 0100") == "hrd-abcde2");
  CHECK(found_in(records, "a meeting in Valle Muestra") == "hrd-abcde2");
  CHECK(found_in(records, "Rosa Luxemburg").empty());
  CHECK(found_in(records, "by Río Ejemplo") == "hrd-abcde2");
  CHECK(found_in(records, "Ana Río") == "hrd-abcde2");
  CHECK(found_in(records, "99955550177") == "hrd-abcde2");
  CHECK(found_in(records, "write to @rosa") == "hrd-abcde2");
}

TEST_CASE("release scan: a name of one word is one where the record says that it is enough") {
  Records records;
  records.partner("hrd-abcde2", "kind: defender\nname: May\naliases: [Rosa]\n");
  records.partner("hrd-abcde3", "kind: defender\nname: Nadia Prueba\nalias_alone: [Lobo]\n");
  CHECK(found_in(records, "On 4 May 2026 with Rosa").empty());
  CHECK(found_in(records, "el lobo") == "hrd-abcde3");
  CHECK(found_in(records, "el lobo", Audience::office).empty());
}

TEST_CASE("release scan: whom a record names in words alone is found unless their name may stand") {
  const auto found = [](std::string_view victim, std::string_view bytes) {
    Records records;
    records.engagement("dam", fmt::format("kind: case\ntitle: Dam\ncase:\n  status: decided\n"
                                          "  alleged_victims:\n    - {{key: v1, {}}}\n",
                                          victim));
    return found_in(records, bytes, Audience::state);
  };
  CHECK(found("text: Pedro Nadie, name_as: none", "met PEDRO NADIE") == "dam");
  CHECK(found("text: Pedro Nadie, name_as: initials", "met Pedro Nadie") == "dam");
  CHECK(found("text: 王小明, name_as: none", "那天王小明说") == "dam");
  CHECK(found("text: Pedro Nadie, name_as: full", "met Pedro Nadie").empty());
  CHECK(found("text: Pedro Nadie, name_as: described", "met Pedro Nadie").empty());
  CHECK(found("text: Pedro Nadie", "met Pedro Nadie").empty());
  CHECK(found("text: Two relatives, name_as: none", "met two relatives").empty());
  CHECK(found("text: \"Two relatives, aged 15 and 17\", name_as: none", "A girl aged 15").empty());
  CHECK(found("text: \"40 Officers, 3 women\", name_as: none", "Some 40 officers came").empty());
  CHECK(found("text: Eltern und Angehörige, name_as: none", "Eltern, Angehörige").empty());
  CHECK(found("text: The sister of Ana de la Paz, name_as: none", "by ANA DE LA PAZ") == "dam");
  CHECK(found("text: The sister of Ana de la Paz, name_as: none", "of the sister").empty());
  CHECK(found("text: اثنان من أفراد أسرتها, name_as: none", "بعض من أفراد اللجنة").empty());
}

TEST_CASE("release scan: what stays in the repository holds nobody, whoever may see them") {
  Records records;
  records.partner("hrd-abcde2",
                  "kind: defender\nname: Ana Ejemplo\nconsent:\n  - {key: a1, on: "
                  "2026-01-10, act: given, for: [share-contact], to: [public]}\n");
  records.office(office);
  const release::Release released(records.data(), records.library(), *records.office(),
                                  tests::purpose(Audience::office));
  CHECK(released.find_person("call Ana Ejemplo")->record == "hrd-abcde2");
  CHECK_FALSE(released.find_person("call hrd-abcde2"));
}

TEST_CASE("release: initials that would be the whole name are none") {
  Records records;
  records.partner("hrd-abcde2", R"(kind: defender
name: 李 明
consent:
  - {key: a1, on: 2026-01-10, act: given, for: [share-contact], to: [ohchr], name_as: initials}
)");
  const auto& partner = *records.data().partner("hrd-abcde2");
  const release::Gate gate(records.data(), records.codes(), tests::purpose(Audience::ohchr));
  CHECK(gate.name(partner, gate.entry(partner)).text() == "a human rights defender");
}

}  // namespace release_secrets_test
