#include "sync/link/enrolment_client.h"

#include <doctest/doctest.h>

#include <fstream>

#include "scripted_county.h"
#include "shared/exchange/envelope.h"

using namespace studio;
using namespace studio::test;

namespace {

struct Ground {
  explicit Ground(Validity validity = {}) : county(authority.Issue(validity)) {
    authority.WritePem(ca_file);
  }
  EnrolmentOrder Order() const { return {folder.path(), county.Url(), ca_file, "abcde-fgh12", ""}; }

  TestAuthority authority;
  ScratchFolder folder;
  ScratchFolder elsewhere;
  std::filesystem::path ca_file = elsewhere.path() / "county-ca.pem";
  ScriptedCounty county;
};

// Fails with this kind, and says this.
void CheckFails(const EnrolmentOrder& order, ErrorKind kind, const std::string& part) {
  const auto identity = Enrol(order);
  REQUIRE_FALSE(identity);
  CAPTURE(identity.error().detail);
  CHECK(identity.error().kind == kind);
  CHECK(identity.error().detail.find(part) != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(order.folder / "identity.json"));
}

Reply EnrolmentBy(const SigningKey& signer, EnrolmentAnswer answer) {
  return {200, std::string(AsText(SealEnvelope(kEnrolmentContext, ToJson(answer), signer))), ""};
}

}  // namespace

TEST_CASE("enrolment brings an identity that is on disk, with the CA beside it") {
  Ground ground;
  const auto identity = Enrol(ground.Order());
  REQUIRE(identity);
  CHECK(identity->county.terminal == 7);
  CHECK(identity->server_url == ground.county.Url());
  const auto loaded = LoadIdentity(ground.folder.path());
  REQUIRE(loaded);
  CHECK(loaded->county.county_signing_key == ground.county.key().Public());
  CHECK(loaded->terminal_key.Public() == identity->terminal_key.Public());
  CHECK(std::filesystem::exists(ground.folder.path() / "ca.pem"));

  const auto sent = EnrolmentRequestFromJson(ground.county.Requests().at(0).body);
  REQUIRE(sent);
  CHECK(sent->code == "ABCDEFGH12");
  CHECK(sent->terminal_key == identity->terminal_key.Public());
}

TEST_CASE("an enrolment whose answer was lost is repeated with the same key") {
  Ground ground;
  ground.county.SetScript([](const Received&) { return Reply{502, "", ""}; });
  CHECK_FALSE(Enrol(ground.Order()));
  ground.county.SetScript({});
  REQUIRE(Enrol(ground.Order()));
  REQUIRE(Enrol(ground.Order()));  // and once more, to the same answer
  const auto requests = ground.county.Requests();
  REQUIRE(requests.size() == 3);
  CHECK(requests[0].body == requests[1].body);
  CHECK(requests[1].body == requests[2].body);
}

TEST_CASE("what was typed wrong is said before anything is sent") {
  Ground ground;
  EnrolmentOrder order = ground.Order();
  order.code = "ABC";
  CheckFails(order, ErrorKind::kInvalid, "no enrolment code");
  order = ground.Order();
  order.server_url = "http://127.0.0.1:1";
  CheckFails(order, ErrorKind::kInvalid, "https://");
  order = ground.Order();
  order.ca_file = ground.elsewhere.path() / "nowhere.pem";
  CheckFails(order, ErrorKind::kInvalid, "cannot read the CA file");
  order.ca_file = ground.elsewhere.path() / "shopping-list.pem";
  std::ofstream(order.ca_file) << "eggs\n";
  CheckFails(order, ErrorKind::kInvalid, "no certificate");
  CHECK(ground.county.Requests().empty());
}

TEST_CASE("the county's refusals are said in words") {
  Ground ground;
  for (const auto& [code, words] :
       {std::pair{"bad_code", "does not know this code"},
        std::pair{"used_code", "already enrolled another terminal"},
        std::pair{"stale_code", "older than 24 hours"}, std::pair{"malformed", "malformed"}}) {
    ground.county.SetScript([code = code](const Received&) {
      return Reply{403, ErrorJson(code, ""), ""};
    });
    CheckFails(ground.Order(), ErrorKind::kDenied, words);
  }
}

TEST_CASE("a portal's page is no county, whatever its status") {
  Ground ground;
  for (const int status : {200, 302, 403, 404, 511}) {
    ground.county.SetScript([status](const Received&) {
      return Reply{status,
                   "<html>Please log in to the hotel's network, dear guest. "
                   "Please log in to the hotel's network.</html>",
                   ""};
    });
    CheckFails(ground.Order(), ErrorKind::kForged, "is not a county");
  }
}

TEST_CASE("an answer is only taken from who holds the key that it names") {
  Ground ground;
  EnrolmentAnswer answer = ground.county.MakeIdentity().county;
  ground.county.SetScript(
      [&](const Received&) { return EnrolmentBy(SigningKey::Generate(), answer); });
  CheckFails(ground.Order(), ErrorKind::kForged, "is not a county");
}

TEST_CASE("a county that is not there is said so") {
  Ground ground;
  ground.county.Stop();
  CheckFails(ground.Order(), ErrorKind::kUnavailable, "cannot reach https://127.0.0.1:");
}

TEST_CASE("a certificate of another CA is told from one out of date") {
  Ground ground;
  TestAuthority().WritePem(ground.ca_file);
  CheckFails(ground.Order(), ErrorKind::kForged, "does not belong to the CA");
  CHECK(ground.county.Requests().empty());

  for (const Validity validity : {Validity{-2 * kYearS, -kYearS}, Validity{kYearS, 2 * kYearS}}) {
    Ground outdated(validity);
    CheckFails(outdated.Order(), ErrorKind::kUnavailable, "this machine's clock says 20");
    CheckFails(outdated.Order(), ErrorKind::kUnavailable, "good from 20");
    CHECK(outdated.county.Requests().empty());
  }
}

TEST_CASE("a folder that belongs to one terminal is not made another's") {
  Ground ground;
  REQUIRE(Enrol(ground.Order()));
  EnrolmentAnswer other = ground.county.MakeIdentity().county;
  other.terminal = 8;
  ground.county.SetScript([&](const Received&) { return EnrolmentBy(ground.county.key(), other); });
  auto refused = Enrol(ground.Order());
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::kConflict);
  CHECK(refused.error().detail.find("already enrolled as terminal 7") != std::string::npos);

  Ground elsewhere;
  EnrolmentOrder order = elsewhere.Order();
  order.folder = ground.folder.path();
  refused = Enrol(order);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::kConflict);
  CHECK(elsewhere.county.Requests().empty());  // the code is not shown to another county
  CHECK(LoadIdentity(ground.folder.path())->county.terminal == 7);
}

TEST_CASE("a folder that cannot be written enrols nobody") {
  Ground ground;
  EnrolmentOrder order = ground.Order();
  order.folder = ground.folder.path() / "missing" / "folder";
  CheckFails(order, ErrorKind::kStorage, "");
  CHECK(ground.county.Requests().empty());
}
