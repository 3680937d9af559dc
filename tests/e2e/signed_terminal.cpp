#include "signed_terminal.h"

#include <doctest/doctest.h>
#include <httplib.h>

#include <chrono>

#include "shared/exchange/ack.h"
#include "shared/exchange/batch.h"
#include "shared/exchange/enrolment.h"
#include "shared/exchange/envelope.h"
#include "shared/exchange/http_signature.h"
#include "shared/record/sealing.h"

namespace studio::e2e {

namespace {

std::int64_t NowMs() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

}  // namespace

SignedTerminal::SignedTerminal(Village& village) : village_(village), key_(SigningKey::Generate()) {
  const EnrolmentRequest request{village.Code(), key_.Public(), "test"};
  const std::string envelope = Ask("/v1/enrol", ToJson(request), false);
  // It brings the key that it is signed with, behind magic, key id and signature.
  constexpr std::size_t kBefore = 4 + 8 + 64;
  REQUIRE(envelope.size() > kBefore);
  const auto answer = EnrolmentAnswerFromJson(envelope.substr(kBefore));
  REQUIRE(answer);
  number_ = answer->terminal;
  studio_ = answer->studio;
  county_ = answer->county_sealing_key;
  county_signs_ = answer->county_signing_key;
  opening_.stream = Uuid::Random();
  opening_.terminal = number_;
  head_.digest = opening_.FirstPrevious();
}

std::string SignedTerminal::Ask(const std::string& path, const std::string& body, bool sign) {
  httplib::SSLClient client("127.0.0.1", village_.port());
  client.set_ca_cert_path((village_.county() / "ca.pem").c_str());
  client.enable_server_certificate_verification(true);
  httplib::Headers headers;
  if (sign) {
    const auto made = SignRequest(
        {"POST", "127.0.0.1:" + std::to_string(village_.port()), path, "?", AsBytes(body)}, number_,
        key_, NowMs() / 1000);
    headers = {{"Content-Digest", made.content_digest},
               {"Signature-Input", made.signature_input},
               {"Signature", made.signature}};
  }
  const auto answer = client.Post(path.c_str(), headers, body, "application/octet-stream");
  REQUIRE_MESSAGE(answer, path, ": the county does not answer");
  REQUIRE_MESSAGE(answer->status == 200, answer->body);
  return answer->body;
}

void SignedTerminal::Send(RecordKind kind, const std::string& body) {
  RecordHeader header;
  header.id = Uuid::V7(NowMs());
  header.kind = kind;
  header.studio = studio_;
  header.terminal = number_;
  header.clock.wall_ms = NowMs();
  header.clock.boot = Uuid::Random();
  const auto sealed = Seal({header.id, kind, number_}, AsBytes(body), std::vector{county_});
  REQUIRE(sealed);
  header.sealed_hash = HashOfSealed(*sealed);
  BatchEntry entry;
  entry.header = Encode(header);
  entry.sealed = *sealed;
  const Digest digest = DigestOfHeader(entry.header);
  entry.place = SignPlace(key_, digest, {opening_.stream, head_.seq + 1, head_.digest});
  head_ = {head_.seq + 1, digest};
  const Bytes batch = Encode(Batch{number_, opening_, head_, {entry}});
  const std::string envelope = Ask("/v1/records", std::string(AsText(batch)), true);
  const auto payload = OpenEnvelope(kAckContext, AsBytes(envelope), std::vector{county_signs_});
  REQUIRE(payload);
  const auto ack = AckFromJson(*payload);
  REQUIRE(ack);
  REQUIRE(ack->answers.at(0).status == RecordStatus::kStored);
}

}  // namespace studio::e2e
