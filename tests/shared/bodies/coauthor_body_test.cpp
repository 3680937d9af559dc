#include "shared/bodies/coauthor_body.h"

#include <doctest/doctest.h>

using namespace studio;

TEST_CASE("a co-author's word comes back as it went, and only to the studio's key") {
  const CoauthorBody body{"0190-deed", "m02", false, 3, "TOKEN"};
  const auto read = CoauthorBodyFromJson(ToJson(body));
  REQUIRE(read);
  CHECK(*read == body);

  const BoxKeyPair studio = BoxKeyPair::Generate();
  const Uuid record = Uuid::Random();
  const auto sealed = SealCoauthor(record, body, studio.Public());
  REQUIRE(sealed);
  const auto opened = OpenCoauthor(record, *sealed, studio);
  REQUIRE(opened);
  CHECK(*opened == body);
  CHECK(OpenCoauthor(Uuid::Random(), *sealed, studio).error().kind == ErrorKind::kForged);
  CHECK(OpenCoauthor(record, *sealed, BoxKeyPair::Generate()).error().kind == ErrorKind::kNotForUs);
}

TEST_CASE("a co-author's word without deed, member or answer is none") {
  for (const char* json :
       {R"({"member":"m02","agrees":true})", R"({"deed":"1","agrees":true})",
        R"({"deed":"1","member":"m02"})", R"({"deed":"","member":"m02","agrees":true})",
        R"({"deed":"1","member":"m02","agrees":"yes"})", "[]", ""}) {
    CAPTURE(json);
    CHECK_FALSE(CoauthorBodyFromJson(json));
  }
}
