// The real thing over TLS on loopback: certificates, signatures, statuses.
#include "county/served_county.h"
#include "county/test_cases.h"
#include "shared/exchange/county_time.h"
#include "shared/exchange/envelope.h"

namespace county {
namespace {

std::string BatchOf(TestTerminal& terminal, std::vector<studio::BatchEntry> entries) {
  return std::string(studio::AsText(Encode(terminal.MakeBatch(std::move(entries)))));
}

constexpr const char* kBatchType = "application/vnd.member-studio.batch";

}  // namespace

TEST_CASE("over HTTPS a terminal joins, files and reads, and everything it hears is signed") {
  TestCounty county;
  Served served(county);
  Client client(served);
  const std::vector trusted{county.keys().signing.Public()};

  const auto key = studio::SigningKey::Generate();
  const auto joined = client.Post(
      "/v1/enrol", ToJson(studio::EnrolmentRequest{county.NewCode(), key.Public(), "1"}),
      "application/json");
  REQUIRE(joined);
  CHECK(joined->status == 200);
  CHECK(joined->get_header_value("Content-Type") == "application/vnd.member-studio.envelope");
  CHECK(studio::OpenEnvelope(studio::kEnrolmentContext, studio::AsBytes(joined->body), trusted));

  TestTerminal terminal(county);
  const std::string batch = BatchOf(terminal, {terminal.Place(terminal.MakeRequest("路灯坏了"))});
  const auto acked =
      client.Post("/v1/records", served.SignedBy(terminal, "POST", "/v1/records", "?", batch),
                  batch, kBatchType);
  REQUIRE(acked);
  REQUIRE(acked->status == 200);
  const auto payload =
      studio::OpenEnvelope(studio::kAckContext, studio::AsBytes(acked->body), trusted);
  REQUIRE(payload);
  const auto ack = studio::AckFromJson(*payload).value();
  CHECK(ack.answers.at(0).status == studio::RecordStatus::kStored);
  CHECK(county.LedgerListing()[0]["body"]["words"] == "路灯坏了");

  const auto page = client.Get("/v1/changes?after=",
                               served.SignedBy(terminal, "GET", "/v1/changes", "?after=", ""));
  REQUIRE(page);
  CHECK(page->status == 200);
  CHECK(studio::OpenEnvelope(studio::kFeedContext, studio::AsBytes(page->body), trusted));
  const std::string current = "?after=" + ack.feed_cursor;
  const auto nothing = client.Get("/v1/changes" + current,
                                  served.SignedBy(terminal, "GET", "/v1/changes", current, ""));
  REQUIRE(nothing);
  CHECK(nothing->status == 204);

  const auto time = client.Get("/v1/time?nonce=000102030405060708090a0b0c0d0e0f");
  REQUIRE(time);
  const auto told =
      studio::OpenEnvelope(studio::kTimeContext, studio::AsBytes(time->body), trusted);
  REQUIRE(told);
  const auto county_time = studio::CountyTimeFromJson(*told).value();
  CHECK(county_time.county_time_ms == county.now_ms());
  CHECK(county_time.nonce[15] == 15);
}

TEST_CASE("a terminal that was given another county's CA does not connect") {
  TestCounty county;
  TestCounty other;
  Served served(county);
  Client client(served, other.folder().ca_certificate().string());
  const auto result = client.Get("/v1/time?nonce=000102030405060708090a0b0c0d0e0f");
  CHECK_FALSE(result);
}

TEST_CASE("unsigned, forged, unknown and revoked requests are told apart and leave nothing") {
  TestCounty county;
  Served served(county);
  Client client(served);
  TestTerminal terminal(county);
  const std::string batch = BatchOf(terminal, {terminal.Place(terminal.MakeRequest("一"))});
  const auto post = [&](const httplib::Headers& headers, const std::string& body) {
    return client.Post("/v1/records", headers, body, kBatchType);
  };
  const auto headers = served.SignedBy(terminal, "POST", "/v1/records", "?", batch);

  CheckRefused(post({}, batch), 401, "bad_signature");
  CheckRefused(post(headers, batch + "x"), 401, "bad_signature");
  CheckRefused(post(served.SignedBy(terminal, "POST", "/v1/changes", "?", batch), batch), 401,
               "bad_signature");
  CheckRefused(client.Get("/v1/changes?after=1",
                          served.SignedBy(terminal, "GET", "/v1/changes", "?after=2", "")),
               401, "bad_signature");
  TestCounty elsewhere;
  TestTerminal first(elsewhere);
  TestTerminal stranger(elsewhere);
  CheckRefused(post(served.SignedBy(stranger, "POST", "/v1/records", "?", batch), batch), 401,
               "unknown_terminal");
  county.Open().Revoke(terminal.number());
  CheckRefused(post(headers, batch), 403, "revoked");
  CHECK(county.LedgerListing().empty());
}

TEST_CASE("oversized, coded, unknown and nonsensical requests are refused in JSON") {
  TestCounty county;
  Served served(county);
  Client client(served);
  TestTerminal terminal(county);
  CheckRefused(client.Get("/v2/records"), 404, "not_found");
  CheckRefused(client.Get("/v1/time?nonce=12"), 400, "malformed");
  const std::string nonsense = "nonsense";
  CheckRefused(
      client.Post("/v1/records", served.SignedBy(terminal, "POST", "/v1/records", "?", nonsense),
                  nonsense, kBatchType),
      400, "malformed");
  CheckRefused(
      Client(served).Post("/v1/records", std::string(studio::kMaxBatchBytes + 1, 'x'), kBatchType),
      413, "too_large");
  Client zipping(served);
  zipping.set_compress(true);
  CheckRefused(
      zipping.Post("/v1/records", std::string(studio::kMaxBatchBytes * 8, 'x'), "text/plain"), 415,
      "malformed");
  CheckRefused(zipping.Post("/v1/enrol", R"({"code":"0000000000"})", "application/json"), 415,
               "malformed");
}

TEST_CASE("a connection stays open for many requests") {
  TestCounty county;
  Served served(county);
  Client client(served);
  client.set_keep_alive(true);
  for (int i = 0; i < 20; ++i) {
    const auto time = client.Get("/v1/time?nonce=000102030405060708090a0b0c0d0e0f");
    REQUIRE(time);
    CHECK_FALSE(time->get_header_value("Connection") == "close");
  }
}

TEST_CASE("over HTTPS a number's status is told to whoever signs, and to nobody else") {
  TestCounty county;
  TestTerminal terminal(county), elsewhere(county, 2);
  const FiledCase filed = FileRequest(terminal);
  CHECK(Reply(county, filed, "灯已修好。").empty());
  Served served(county);
  Client client(served);
  const auto ask = [&](const std::string& path) {
    return client.Get(path, served.SignedBy(elsewhere, "GET", path, "?", ""));
  };
  const auto told = ask("/v1/statuses/" + filed.Digits());
  REQUIRE(told);
  CHECK(told->status == 200);
  const auto payload = studio::OpenEnvelope(studio::kStatusContext, studio::AsBytes(told->body),
                                            std::vector{county.keys().signing.Public()});
  REQUIRE(payload);
  const auto word = studio::StatusWordFromJson(*payload).value();
  CHECK(word.number == filed.Digits());
  CHECK(Opened(filed, word.status).reply == "灯已修好。");

  CheckRefused(client.Get("/v1/statuses/" + filed.Digits()), 401, "bad_signature");
  CheckRefused(ask("/v1/statuses/123456789"), 400, "malformed");
  CheckRefused(ask("/v1/statuses/" + filed.Digits() + "0"), 400, "malformed");
  CheckRefused(ask("/v1/statuses/"), 404, "not_found");
  CheckRefused(ask("/v1/statuses/a/b"), 404, "not_found");
}

}  // namespace county
