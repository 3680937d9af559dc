#include "shared/base/uuid.h"

#include <doctest/doctest.h>

#include <set>

using namespace studio;

TEST_CASE("ids of later milliseconds sort later, and carry their time") {
  Uuid before = Uuid::V7(1'767'225'600'000);
  CHECK(before.ToString().starts_with("019b76da-a800-7"));
  for (std::int64_t ms = 1; ms <= 1'000; ++ms) {
    const Uuid after = Uuid::V7(1'767'225'600'000 + ms);
    CHECK(before < after);
    before = after;
  }
}

TEST_CASE("ids of the same millisecond differ and are marked as RFC 9562 asks") {
  std::set<Uuid> seen;
  for (int i = 0; i < 1'000; ++i) {
    const Uuid id = Uuid::V7(5);
    CHECK((id.bytes[6] >> 4) == 7);
    CHECK((id.bytes[8] >> 6) == 2);
    CHECK(seen.insert(id).second);
  }
  const Uuid random = Uuid::Random();
  CHECK((random.bytes[6] >> 4) == 4);
  CHECK((random.bytes[8] >> 6) == 2);
}

TEST_CASE("a clock before 1970 still makes an id") {
  CHECK(Uuid::V7(-1).ToString().starts_with("00000000-0000-7"));
}

TEST_CASE("an id reads back from its text, and nothing else reads as one") {
  const Uuid id = Uuid::Random();
  CHECK(Uuid::Parse(id.ToString()) == id);
  CHECK(Uuid::Parse("019B76DA-A800-7000-8000-000000000000"));
  for (const char* text :
       {"", "019b76daa800700080000000000000000000", "019b76da-a800-7000-8000-00000000000",
        "019b76da-a800-7000-8000-0000000000000", "019b76da-a800-7000-8000-00000000000g",
        "019b76da-a800-7000-8000000-000000000-", "{19b76da-a800-7000-8000-00000000000}"}) {
    CHECK_FALSE(Uuid::Parse(text));
  }
}
