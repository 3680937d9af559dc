#include "shared/exchange/attachment_ack.h"

#include <doctest/doctest.h>

#include <string>

#include "shared/base/json.h"
#include "shared/exchange/upload_metadata.h"

using namespace studio;

namespace {

AttachmentAck Sample() {
  AttachmentAck ack;
  ack.terminal = 37;
  ack.digest.fill(0xa5);
  ack.serial = 14;
  ack.safe_serial = 12;
  ack.ledger = Uuid::Random();
  ack.county_time_ms = 1767225605000;
  return ack;
}

}  // namespace

TEST_CASE("what the county says of an attachment is read as it was said") {
  const AttachmentAck ack = Sample();
  const auto read = AttachmentAckFromJson(ToJson(ack));
  REQUIRE(read);
  CHECK(read->terminal == ack.terminal);
  CHECK(read->digest == ack.digest);
  CHECK(read->serial == ack.serial);
  CHECK(read->safe_serial == ack.safe_serial);
  CHECK(read->ledger == ack.ledger);
  CHECK(read->county_time_ms == ack.county_time_ms);
}

TEST_CASE("a word on an attachment that lacks anything, or names no digest, is none") {
  const auto whole = nlohmann::json::parse(ToJson(Sample()));
  for (const auto& [name, value] : whole.items()) {
    CAPTURE(name);
    auto lacking = whole;
    lacking.erase(name);
    CHECK_FALSE(AttachmentAckFromJson(lacking.dump()));
    auto wrong = whole;
    wrong[name] = nlohmann::json::array();
    CHECK_FALSE(AttachmentAckFromJson(wrong.dump()));
  }
  for (const char* digest : {"", "a5", "not hex"}) {
    auto wrong = whole;
    wrong["digest"] = digest;
    CHECK_FALSE(AttachmentAckFromJson(wrong.dump()));
  }
}

TEST_CASE("an upload's metadata names its digest, whatever else it brings") {
  Digest digest;
  digest.fill(0x5a);
  const std::string plain = UploadMetadata(digest);
  CHECK(DigestFromUploadMetadata(plain) == digest);
  CHECK(DigestFromUploadMetadata("filename cGhvdG8=," + plain) == digest);
  CHECK(DigestFromUploadMetadata("final, " + plain + " ") == digest);
}

TEST_CASE("metadata that two programs could read differently is refused") {
  Digest digest;
  digest.fill(0x5a);
  const std::string plain = UploadMetadata(digest);
  const std::string value = ToBase64(digest);
  const std::string list[] = {"",
                              ",",
                              "digest",
                              "digest ",
                              "Digest " + value,
                              "digest  " + value,
                              "digest " + value + "A",
                              "digest " + value.substr(0, 40),
                              "digest " + ToBase64Url(digest),
                              "digest " + value + " " + value,
                              plain + ",",
                              "," + plain,
                              plain + "," + plain,
                              "a YQ==,a YQ==," + plain,
                              "a !," + plain,
                              "a\tb YQ==," + plain,
                              std::string("a\0b YQ==,", 9) + plain,
                              "\xe5\x85\xb3 YQ==," + plain,
                              std::string(8000, ','),
                              std::string(8000, 'd')};
  for (const std::string& text : list) {
    CAPTURE(text);
    CHECK_FALSE(DigestFromUploadMetadata(text));
  }
}
