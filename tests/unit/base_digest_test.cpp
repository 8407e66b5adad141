#include "base/digest.hpp"
#include "base/sha1.hpp"

#include <doctest/doctest.h>

#include <string>

namespace base_digest_test {

using namespace rapport::base;

namespace {

std::string sha1(std::string_view bytes) {
  Sha1 sha1;
  sha1.add(bytes);
  return sha1.finish();
}

}  // namespace

TEST_CASE("digest: SHA-1 of the texts of its standard") {
  CHECK(sha1("") == "da39a3ee5e6b4b0d3255bfef95601890afd80709");
  CHECK(sha1("abc") == "a9993e364706816aba3e25717850c26c9cd0d89d");
  CHECK(sha1("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "84983e441c3bd26ebaae4aa1f95129e5e54670f1");
  CHECK(sha1(std::string(1'000'000, 'a')) == "34aa973cd4c4daa4f61eeb2bdbad27316534016f");
}

TEST_CASE("digest: SHA-1 of a text does not depend on the parts it is added in") {
  for (std::size_t size = 50; size < 140; ++size) {
    const std::string text(size, 'x');
    for (const std::size_t cut : {std::size_t{1}, size / 2, std::size_t{50}}) {
      Sha1 parts;
      parts.add(std::string_view(text).substr(0, cut));
      parts.add(std::string_view(text).substr(cut));
      CHECK(parts.finish() == sha1(text));
    }
  }
}

TEST_CASE("digest: SHA-256 of a text of its standard") {
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace base_digest_test
