// Who is believed to be the county.
#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>

#include "link_rig.h"
#include "shared/exchange/county_time.h"
#include "shared/exchange/envelope.h"
#include "sync/line/http_client.h"

using namespace studio;
using namespace studio::test;

namespace {

constexpr std::int64_t kYearMs = kYearS * 1000;

auto StoredThere(std::size_t count) {
  return [count](const FakeLinkStore::State& state) { return state.stored.size() >= count; };
}

// A certificate whose dates lie a year ahead: how the county looks to a clock a year behind.
constexpr Validity kNextYear{kYearS - 3600, kYearS + 3600};
constexpr Validity kLastYear{-kYearS - 3600, -kYearS + 3600};

HttpAnswer Get(HttpClient& client, const std::string& url, DateRule dates = {}) {
  HttpRequest request;
  request.url = url;
  request.dates = dates;
  request.max_answer_bytes = 1000;
  std::optional<HttpAnswer> answer;
  client.Send(std::move(request), [&](HttpAnswer got) { answer = std::move(got); });
  while (!answer) client.Run(std::chrono::seconds(1));
  return *answer;
}

}  // namespace

TEST_CASE("nothing but the county's ack for this very batch marks a record") {
  struct Bent {
    const char* what;
    std::function<Reply(ScriptedCounty&, const Received&)> answer;
  };
  const std::vector<Bent> cases = {
      {"captive portal",
       [](ScriptedCounty&, const Received&) {
         return Reply{200, "<html><title>Welcome</title><a href=/login>log in</a></html>", ""};
       }},
      {"empty page",
       [](ScriptedCounty&, const Received&) {
         return Reply{200, "", ""};
       }},
      {"redirect",
       [](ScriptedCounty&, const Received&) {
         return Reply{302, "", ""};
       }},
      {"wrong signature",
       [](ScriptedCounty& county, const Received& request) {
         const std::string json = ToJson(county.GenuineAck(AsBytes(request.body)));
         const Bytes sealed = SealEnvelope(kAckContext, json, SigningKey::Generate());
         return Reply{200, std::string(AsText(sealed)), ""};
       }},
      {"another batch's ack",
       [](ScriptedCounty& county, const Received& request) {
         Ack ack = county.GenuineAck(AsBytes(request.body));
         ack.batch_hash[0] ^= 1;
         return county.Sealed(kAckContext, ToJson(ack));
       }},
      {"another terminal's ack",
       [](ScriptedCounty& county, const Received& request) {
         Ack ack = county.GenuineAck(AsBytes(request.body));
         ++ack.terminal;
         return county.Sealed(kAckContext, ToJson(ack));
       }},
      {"truncated",
       [](ScriptedCounty& county, const Received& request) {
         Reply reply = county.Genuine(request);
         reply.body.resize(reply.body.size() - 5);
         return reply;
       }},
      {"garbage",
       [](ScriptedCounty&, const Received&) {
         Bytes noise(5000);
         FillRandom(noise);
         return Reply{200, std::string(AsText(noise)), ""};
       }},
      {"endless",
       [](ScriptedCounty&, const Received&) {
         return Reply{200, std::string(kMaxEnvelopeBytes + 1, 'x'), ""};
       }},
  };
  for (const Bent& bent : cases) {
    CAPTURE(bent.what);
    LinkRig rig;
    rig.Open();
    REQUIRE(rig.WaitFor(LinkCondition::kConnected));
    rig.county.SetScript([&](const Received& request) -> std::optional<Reply> {
      if (request.path != "/v1/records") return std::nullopt;
      return bent.answer(rig.county, request);
    });
    rig.store.Add();
    rig.link->Wake();
    CHECK(rig.WaitFor(LinkCondition::kUntrusted));
    CHECK(rig.store.Now().stored.empty());
    rig.county.SetScript({});
    CHECK(rig.store.WaitUntil(StoredThere(1)));
    CHECK(rig.WaitFor(LinkCondition::kConnected));
    CHECK(rig.county.Ledger().size() == 1);
  }
}

TEST_CASE("a certificate of another CA is not the county; it hears nothing at all") {
  for (const char* name : {"test authority", "another authority"}) {
    const TestAuthority other(name);
    LinkRig rig(other.Issue({}), TestAuthority());
    rig.store.Add();
    rig.Open();
    CHECK(rig.WaitFor(LinkCondition::kUntrusted, "certificate"));
    CHECK(rig.county.Requests().empty());
  }
}

TEST_CASE("a certificate for another host is not the county") {
  const TestAuthority authority;
  LinkRig rig(authority.Issue({}, "DNS:county.example"), authority);
  rig.Open();
  CHECK(rig.WaitFor(LinkCondition::kUntrusted, "certificate"));
  CHECK(rig.county.Requests().empty());
}

TEST_CASE("dates are waived, identity is not: an outdated stranger hears nothing either") {
  const TestAuthority other;
  for (const Validity validity : {kLastYear, kNextYear}) {
    LinkRig stranger(other.Issue(validity), TestAuthority());
    stranger.Open();
    CHECK(stranger.WaitFor(LinkCondition::kUntrusted, "certificate"));
    CHECK(stranger.county.Requests().empty());

    LinkRig other_host(other.Issue(validity, "DNS:county.example"), other);
    other_host.Open();
    CHECK(other_host.WaitFor(LinkCondition::kUntrusted, "certificate"));
    CHECK(other_host.county.Requests().empty());
  }
}

TEST_CASE("a terminal whose clock is a year off asks the county's time, then sends as usual") {
  for (const std::int64_t sign : {1, -1}) {
    CAPTURE(sign);
    LinkRig rig(sign > 0 ? kNextYear : kLastYear);
    rig.county.SetTimeOffset(sign * kYearMs);
    rig.store.Add();
    rig.Open();
    CHECK(rig.WaitFor(LinkCondition::kClockWrong));
    REQUIRE(rig.store.WaitUntil(StoredThere(1)));
    const auto offset = rig.store.Now().offset_ms;
    REQUIRE(offset);
    CHECK(std::abs(*offset - sign * kYearMs) < 60'000);

    const auto requests = rig.county.Requests();
    REQUIRE(requests.size() >= 3);
    CHECK(requests[0].path == "/v1/time");
    CHECK(requests[0].signature.empty());
    for (std::size_t i = 1; i < requests.size(); ++i) {
      CHECK(requests[i].path != "/v1/time");
      CHECK(requests[i].client_port != requests[0].client_port);  // never on the waived connection
    }
  }
}

TEST_CASE("a certificate that is expired by the county's own time stays untrusted") {
  LinkRig rig(kLastYear);  // and the county's clock says today
  rig.store.Add();
  rig.Open();
  CHECK(rig.WaitFor(LinkCondition::kUntrusted, "certificate expired"));
  REQUIRE(rig.county.WaitForRequests("/v1/time", 3));
  for (const Received& request : rig.county.Requests()) CHECK(request.path == "/v1/time");
}

TEST_CASE("a time that the county did not sign for this question is not believed") {
  const SigningKey stranger = SigningKey::Generate();
  const auto answer = [&](const ScriptedCounty& county, const Received& request, bool replayed) {
    CountyTime time;
    time.nonce = *ToArray<16>(FromHex(request.query.substr(7)));
    time.county_time_ms = county.TimeMs() + kYearMs;
    if (replayed) {
      time.nonce[0] ^= 1;
      return county.Sealed(kTimeContext, ToJson(time));
    }
    return Reply{200, std::string(AsText(SealEnvelope(kTimeContext, ToJson(time), stranger))), ""};
  };
  for (const bool replayed : {false, true}) {
    LinkRig rig(kNextYear);
    rig.county.SetScript([&](const Received& request) -> std::optional<Reply> {
      return answer(rig.county, request, replayed);
    });
    rig.Open();
    CHECK(rig.WaitFor(LinkCondition::kUntrusted, "time"));
    REQUIRE(rig.county.WaitForRequests("/v1/time", 2));
    for (const Received& request : rig.county.Requests()) CHECK(request.path == "/v1/time");
    CHECK_FALSE(rig.store.Now().offset_ms);
  }
}

TEST_CASE("a waived request leaves neither a connection nor a session to others") {
  const TestAuthority authority;
  ScratchFolder folder;
  authority.WritePem(folder.path() / "ca.pem");
  ScriptedCounty county(authority.Issue(kNextYear));
  county.SetScript([](const Received&) { return Reply{200, "ok", ""}; });
  HttpClient client({folder.path() / "ca.pem", ""});
  const std::string url = county.Url() + "/x";
  CHECK(Get(client, url).fault == HttpFault::kCertificateDates);
  CHECK(Get(client, url, {DateRule::Kind::kWaived}).fault == HttpFault::kNone);
  CHECK(Get(client, url).fault == HttpFault::kCertificateDates);
  const std::int64_t then_s = county.TimeMs() / 1000 + kYearS;
  CHECK(Get(client, url, {DateRule::Kind::kGivenTime, then_s}).fault == HttpFault::kNone);
}

TEST_CASE("the environment can neither add a proxy nor a certificate") {
  LinkRig rig;
  setenv("https_proxy", "http://127.0.0.1:1", 1);
  setenv("ALL_PROXY", "http://127.0.0.1:1", 1);
  rig.Open();
  CHECK(rig.WaitFor(LinkCondition::kConnected));
  unsetenv("https_proxy");
  unsetenv("ALL_PROXY");

  const TestAuthority other;
  LinkRig stranger(other.Issue({}), TestAuthority());
  other.WritePem(stranger.folder.path() / "other.pem");
  setenv("SSL_CERT_FILE", (stranger.folder.path() / "other.pem").c_str(), 1);
  setenv("CURL_CA_BUNDLE", (stranger.folder.path() / "other.pem").c_str(), 1);
  stranger.Open();
  CHECK(stranger.WaitFor(LinkCondition::kUntrusted, "certificate"));
  unsetenv("SSL_CERT_FILE");
  unsetenv("CURL_CA_BUNDLE");
}

TEST_CASE("a missing CA file trusts nobody") {
  LinkRig rig;
  std::filesystem::remove(rig.folder.path() / "ca.pem");
  rig.Open();
  CHECK(rig.WaitFor(LinkCondition::kUntrusted, "certificate"));
  CHECK(rig.county.Requests().empty());
}

TEST_CASE("the link stops at once in the middle of a handshake that never ends") {
  // A listener that nobody accepts from: connects, and then is silent.
  const int listener = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  REQUIRE(bind(listener, reinterpret_cast<sockaddr*>(&address), size) == 0);
  REQUIRE(listen(listener, 8) == 0);
  REQUIRE(getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size) == 0);

  LinkRig rig;
  CountyLinkParts parts;
  parts.identity = rig.county.MakeIdentity();
  parts.identity.server_url = "https://127.0.0.1:" + std::to_string(ntohs(address.sin_port));
  parts.ca_file = rig.folder.path() / "ca.pem";
  parts.store = &rig.store;
  parts.clock = &rig.clock;
  parts.main_queue = &rig.main_queue;
  parts.on_link = [](const LinkState&) {};
  auto link = CountyLink::Start(std::move(parts));
  REQUIRE(link);
  const int accepted = accept(listener, nullptr, nullptr);
  char hello = 0;
  REQUIRE(recv(accepted, &hello, 1, 0) == 1);  // its ClientHello: it is in the handshake now
  const auto before = std::chrono::steady_clock::now();
  link->reset();
  CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(1));
  close(accepted);
  close(listener);
}

TEST_CASE("a link is not made for an identity without a proper address") {
  LinkRig rig;
  CountyLinkParts parts;
  parts.identity = rig.county.MakeIdentity();
  parts.identity.server_url = "http://127.0.0.1:1";
  CHECK_FALSE(CountyLink::Start(std::move(parts)));
}
