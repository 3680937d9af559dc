#include "shared/exchange/envelope.h"

#include <doctest/doctest.h>

#include "samples.h"

using namespace studio;

namespace {

const std::vector<VerifyKey> kTrustedKeys{samples::Terminal().Public(), samples::County().Public()};

Bytes EnvelopeSample() { return SealEnvelope(kAckContext, R"({"a":1})", samples::County()); }

}  // namespace

TEST_CASE("an envelope gives its payload to who trusts the signer") {
  CHECK(OpenEnvelope(kAckContext, EnvelopeSample(), kTrustedKeys) == R"({"a":1})");
}

TEST_CASE("every altered bit of an envelope is refused") {
  const Bytes bytes = EnvelopeSample();
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (unsigned bit = 0; bit < 8; ++bit) {
      CHECK_FALSE(OpenEnvelope(kAckContext, samples::Flipped(bytes, at, bit), kTrustedKeys));
    }
  }
}

TEST_CASE("an envelope cut anywhere is refused") {
  const Bytes bytes = EnvelopeSample();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_FALSE(OpenEnvelope(kAckContext, ByteView(bytes).first(size), kTrustedKeys));
  }
}

TEST_CASE("an ack is not a feed page, and a stranger's ack is none") {
  CHECK(OpenEnvelope(kFeedContext, EnvelopeSample(), kTrustedKeys).error().kind ==
        ErrorKind::kForged);
  const Bytes strange = SealEnvelope(kAckContext, "{}", SigningKey::Generate());
  CHECK(OpenEnvelope(kAckContext, strange, kTrustedKeys).error().kind == ErrorKind::kForged);
  CHECK(OpenEnvelope(kAckContext, EnvelopeSample(), {}).error().kind == ErrorKind::kForged);
}

TEST_CASE("a captive portal's page is no envelope") {
  const auto page =
      OpenEnvelope(kAckContext, AsBytes("<html>请先登录无线网络</html>"), kTrustedKeys);
  CHECK(page.error().kind == ErrorKind::kMalformed);
  const Bytes huge(kMaxEnvelopeBytes + 1);
  CHECK(OpenEnvelope(kAckContext, huge, kTrustedKeys).error().kind == ErrorKind::kMalformed);
}
