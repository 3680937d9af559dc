#include "shared/mechanism/assessment_digest.h"

#include <doctest/doctest.h>

using namespace studio;

TEST_CASE("an assessment's digest is what sha256sum says of the text that assess prints") {
  // printf '{}\n' | sha256sum
  CHECK(ToHex(AssessmentDigest("{}")) ==
        "ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356");
  CHECK(PrintedDigest(AssessmentDigest("{}")) == "ca3d 163b ab05 5381");
}

TEST_CASE("a text has one digest, escaped for showing or not") {
  const std::string shown = R"({"name": "\u009b"})";
  CHECK(AssessmentDigest("{\"name\": \"\xc2\x9b\"}") == AssessmentDigest(shown));
}
