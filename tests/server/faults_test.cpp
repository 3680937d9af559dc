// The faulty county as a terminal meets it on the wire.
#include "server/faults/faults.h"

#include <openssl/ssl.h>

#include <algorithm>
#include <chrono>

#include "county/served_county.h"
#include "shared/exchange/envelope.h"

namespace county {
namespace {

FaultPlan Always(Fault fault) {
  FaultPlan plan;
  plan.probability[static_cast<std::size_t>(fault)] = 1;
  return plan;
}

// A county that always errs in one way, and a terminal that joined before.
struct Faulty {
  explicit Faulty(Fault fault) : Faulty(Always(fault)) {}
  explicit Faulty(const FaultPlan& plan)
      : terminal(county),
        faults(plan, county.keys(),
               MakeFaultCertificates(county.folder(), SystemTimeMs() / 1000).value()),
        served(county, &faults),
        batch(studio::AsText(
            Encode(terminal.MakeBatch({terminal.Place(terminal.MakeRequest("路灯坏了"))})))) {}

  httplib::Result Post(int patience_s = 2) {
    Client client(served);
    client.set_read_timeout(patience_s);
    return client.Post("/v1/records", served.SignedBy(terminal, "POST", "/v1/records", "?", batch),
                       batch, "application/vnd.member-studio.batch");
  }
  httplib::Result Changes(const std::string& cursor) {
    const std::string query = "?after=" + cursor;
    return Client(served).Get("/v1/changes" + query,
                              served.SignedBy(terminal, "GET", "/v1/changes", query, ""));
  }
  std::size_t Kept() const { return county.LedgerListing().size(); }
  studio::Result<std::string> Opened(std::string_view context, const std::string& body) const {
    const auto key = county.keys().signing.Public();
    return studio::OpenEnvelope(context, studio::AsBytes(body), {&key, 1});
  }

  TestCounty county;
  TestTerminal terminal;
  Faults faults;
  Served served;
  std::string batch;
};

}  // namespace

TEST_CASE("a plan of faults is read, and every fault has its name in it") {
  const auto plan = ParseFaultPlan(
      "seed = 7\nretry_after_s = 3\n[probability]\nreset = 0.25\nfeed_past = 1\nhang = 0.0\n");
  REQUIRE(plan);
  CHECK(plan->seed == 7);
  CHECK(plan->retry_after_s == 3);
  CHECK(plan->Of(Fault::kReset) == 0.25);
  CHECK(plan->Of(Fault::kFeedPast) == 1);
  CHECK(plan->Of(Fault::kRefuse) == 0);
  CHECK_FALSE(plan->Empty());
  CHECK(ParseFaultPlan("[probability]\nreset = 0\n")->Empty());
  for (std::size_t i = 0; i < kFaultCount; ++i) {
    const auto fault = static_cast<Fault>(i);
    const auto one = ParseFaultPlan("[probability]\n" + std::string(NameOf(fault)) + " = 1\n");
    REQUIRE(one);
    CHECK(one->Of(fault) == 1);
  }
}

TEST_CASE("a plan with an unknown name or a wrong value is refused with its line") {
  const auto problem = [](const char* text) {
    const auto plan = ParseFaultPlan(text);
    return plan ? std::string() : plan.error().detail;
  };
  CHECK(problem("seed = 1\n[probability]\nrests = 0.1\n") == "line 3: no fault is called rests");
  CHECK(problem("seeds = 1\n") == "line 1: nothing here is called seeds");
  for (const char* wrong : {"1.1", "-0.1", "nan", "\"1\"", "true", "[1]"}) {
    CHECK(problem(("[probability]\n\nhang = " + std::string(wrong) + "\n").c_str()) ==
          "line 3: hang needs a probability from 0 to 1");
  }
  CHECK(problem("seed = -1\n").starts_with("line 1:"));
  CHECK(problem("\nretry_after_s = 86401\n").starts_with("line 2:"));
  CHECK(problem("probability = 1\n").starts_with("line 1:"));
  CHECK(problem("seed = \n").starts_with("line 1:"));
}

TEST_CASE("a connection is refused, reset or left hanging, and nothing is kept") {
  for (const Fault fault : {Fault::kRefuse, Fault::kReset, Fault::kHang}) {
    CAPTURE(NameOf(fault));
    Faulty faulty(fault);
    CHECK_FALSE(faulty.Post());
    CHECK(faulty.Kept() == 0);
  }
}

TEST_CASE("a county that hangs lets go when it is stopped") {
  std::chrono::steady_clock::time_point stopping;
  {
    Faulty faulty(Fault::kHang);
    std::thread waiting([&] { CHECK_FALSE(faulty.Post(60)); });
    // Nothing answers, so a second one that gave up tells that the first is being kept waiting.
    CHECK_FALSE(faulty.Post());
    stopping = std::chrono::steady_clock::now();
    faulty.served.Stop();
    waiting.join();
  }
  CHECK(std::chrono::steady_clock::now() - stopping < std::chrono::seconds(30));
}

TEST_CASE("a certificate that is expired or somebody else's fails for that reason") {
  for (const auto& [fault, reason] :
       {std::pair(Fault::kExpiredCertificate, X509_V_ERR_CERT_HAS_EXPIRED),
        std::pair(Fault::kForeignCertificate, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY)}) {
    CAPTURE(NameOf(fault));
    Faulty faulty(fault);
    Client client(faulty.served);
    CHECK_FALSE(client.Get("/v1/time?nonce=000102030405060708090a0b0c0d0e0f"));
    CHECK(client.get_openssl_verify_result() == reason);
  }
}

TEST_CASE("a county in trouble, a portal and a redirect answer instead, and nothing is kept") {
  for (const auto& [fault, status] :
       {std::pair(Fault::kStatus500, 500), std::pair(Fault::kStatus503, 503),
        std::pair(Fault::kStatus429, 429), std::pair(Fault::kCaptivePortal, 200),
        std::pair(Fault::kRedirect, 302)}) {
    CAPTURE(NameOf(fault));
    FaultPlan plan = Always(fault);
    plan.retry_after_s = 7;
    Faulty faulty(plan);
    const auto answer = faulty.Post();
    REQUIRE(answer);
    CHECK(answer->status == status);
    CHECK(answer->get_header_value("Content-Type") == "text/html");
    CHECK(answer->get_header_value("Retry-After") == (status >= 429 ? "7" : ""));
    CHECK(answer->has_header("Location") == (status == 302));
    CHECK(faulty.Kept() == 0);
  }
}

TEST_CASE("the batch is kept, and its answer dropped, cut off, garbled, forged or another's") {
  for (const Fault fault : {Fault::kDropAnswer, Fault::kTruncated}) {
    CAPTURE(NameOf(fault));
    Faulty faulty(fault);
    CHECK_FALSE(faulty.Post());
    CHECK(faulty.Kept() == 1);
  }
  for (const Fault fault : {Fault::kGarbage, Fault::kWrongSignature}) {
    CAPTURE(NameOf(fault));
    Faulty faulty(fault);
    const auto answer = faulty.Post();
    REQUIRE(answer);
    CHECK(answer->status == 200);
    CHECK_FALSE(faulty.Opened(studio::kAckContext, answer->body));
    CHECK(faulty.Kept() == 1);
  }
  Faulty faulty(Fault::kWrongBatch);
  const auto answer = faulty.Post();
  REQUIRE(answer);
  const auto payload = faulty.Opened(studio::kAckContext, answer->body);
  REQUIRE(payload);
  CHECK(studio::AckFromJson(*payload)->batch_hash !=
        studio::HashOfBatch(studio::AsBytes(faulty.batch)));
  CHECK(faulty.Kept() == 1);
}

TEST_CASE("a batch that is delivered twice is kept once and told as a duplicate") {
  Faulty faulty(Fault::kDuplicate);
  const auto answer = faulty.Post();
  REQUIRE(answer);
  const auto payload = faulty.Opened(studio::kAckContext, answer->body);
  REQUIRE(payload);
  CHECK(studio::AckFromJson(*payload)->answers.at(0).status == studio::RecordStatus::kDuplicate);
  CHECK(faulty.Kept() == 1);
}

TEST_CASE("an answer that trickles takes its time and arrives whole") {
  Faulty faulty(Fault::kTrickle);
  const auto began = std::chrono::steady_clock::now();
  const auto answer = faulty.Post();
  REQUIRE(answer);
  CHECK(std::chrono::steady_clock::now() - began > std::chrono::milliseconds(800));
  CHECK(faulty.Opened(studio::kAckContext, answer->body));
}

TEST_CASE("a page of changes is altered, or one from the past") {
  Faulty altered(Fault::kFeedAltered);
  const auto page = altered.Changes("");
  REQUIRE(page);
  CHECK(page->status == 200);
  CHECK_FALSE(altered.Opened(studio::kFeedContext, page->body));

  Faulty behind(Fault::kFeedPast);
  const auto first = behind.Changes("");
  REQUIRE(first);
  REQUIRE(behind.Opened(studio::kFeedContext, first->body));
  const auto later = behind.Changes("1");
  REQUIRE(later);
  CHECK(later->body == first->body);
}

TEST_CASE("enrolment meets no fault of a request") {
  Faulty faulty(Fault::kStatus500);
  const auto joined =
      Client(faulty.served)
          .Post("/v1/enrol",
                ToJson(studio::EnrolmentRequest{faulty.county.NewCode(),
                                                studio::SigningKey::Generate().Public(), "1"}),
                "application/json");
  REQUIRE(joined);
  CHECK(joined->status == 200);
}

TEST_CASE("the same seed errs at the same requests") {
  const auto statuses = [](std::uint64_t seed) {
    FaultPlan plan;
    plan.seed = seed;
    plan.probability[static_cast<std::size_t>(Fault::kStatus503)] = 0.5;
    Faulty faulty(plan);
    Client client(faulty.served);
    std::vector<int> seen;
    for (int i = 0; i < 40; ++i) {
      seen.push_back(client.Get("/v1/time?nonce=000102030405060708090a0b0c0d0e0f")->status);
    }
    return seen;
  };
  const auto once = statuses(7);
  CHECK(once == statuses(7));
  CHECK(once != statuses(8));
  CHECK(std::count(once.begin(), once.end(), 503) > 8);
  CHECK(std::count(once.begin(), once.end(), 200) > 8);
}

}  // namespace county
