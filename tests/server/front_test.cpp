// The county's front as somebody meets it who means no good, or whose line is odd.
#include <filesystem>
#include <thread>

#include "county/raw_line.h"
#include "county/served_county.h"
#include "server/front/crowd.h"
#include "shared/exchange/envelope.h"

namespace county {
namespace {

using namespace std::chrono_literals;

constexpr const char* kNonce = "000102030405060708090a0b0c0d0e0f";

std::string Get(const Served& served, const std::string& target, const std::string& more = {}) {
  return "GET " + target + " HTTP/1.1\r\nHost: " + served.authority() + "\r\n" + more + "\r\n";
}

std::string Post(const Served& served, const std::string& target, const std::string& fields,
                 const std::string& body = {}) {
  return "POST " + target + " HTTP/1.1\r\nHost: " + served.authority() + "\r\n" + fields + "\r\n" +
         body;
}

std::string Time(const Served& served, const std::string& more = {}) {
  return Get(served, std::string("/v1/time?nonce=") + kNonce, more);
}

std::vector<int> StatusesIn(const std::string& answers) {
  std::vector<int> statuses;
  const std::string begin = "HTTP/1.1 ";
  for (std::size_t at = answers.find(begin); at != std::string::npos;
       at = answers.find(begin, at + 1)) {
    statuses.push_back(std::stoi(answers.substr(at + begin.size(), 3)));
  }
  return statuses;
}

std::string BodyOf(const std::string& answer) {
  const std::size_t end = answer.find("\r\n\r\n");
  return end == std::string::npos ? "" : answer.substr(end + 4);
}

// One answer with a sentence, and the end.
void CheckClosedWith(const Served& served, const std::string& bytes, int status,
                     const std::string& code = "malformed") {
  CAPTURE(bytes.substr(0, 200));
  RawLine line(served.port());
  REQUIRE(line.Send(bytes));
  const auto answer = line.ReadToEnd();
  REQUIRE(answer);
  CHECK(StatusesIn(*answer) == std::vector{status});
  CHECK(studio::ErrorCodeFromJson(BodyOf(*answer)) == code);
  CHECK(answer->find("\r\nConnection: close\r\n") != std::string::npos);
}

bool TellsTime(const Served& served) {
  const auto time = Client(served).Get(std::string("/v1/time?nonce=") + kNonce);
  return time && time->status == 200;
}

int PostsBatch(const Served& served, TestTerminal& terminal) {
  const std::string batch(studio::AsText(
      Encode(terminal.MakeBatch({terminal.Place(terminal.MakeRequest("路灯坏了"))}))));
  const auto acked = Client(served).Post(
      "/v1/records", served.SignedBy(terminal, "POST", "/v1/records", "?", batch), batch,
      "application/vnd.member-studio.batch");
  return acked ? acked->status : 0;
}

}  // namespace

TEST_CASE("a body has one framing, and where there is none nothing is taken for one") {
  TestCounty county;
  Served served(county);
  const std::string next = Time(served);
  for (const char* fields :
       {"Content-Length: 5\r\n", "Transfer-Encoding: chunked\r\n",
        "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
        "Content-Length: 5\r\nContent-Length: 5\r\n", "Content-Length: 5\r\nContent-Length: 6\r\n",
        "Content-Length: +5\r\n", "Content-Length: 5, 5\r\n", "Content-Length: 0x5\r\n",
        "Content-Length: -1\r\n", "Content-Length: \r\n",
        "Content-Length: 99999999999999999999999\r\n", "Transfer-Encoding: gzip, chunked\r\n",
        "Transfer-Encoding: identity\r\n", "Transfer-Encoding : chunked\r\n",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"}) {
    CheckClosedWith(served, Get(served, "/v1/time?nonce=00", fields) + next, 400);
    if (std::string(fields) != "Content-Length: 5\r\n" &&
        std::string(fields) != "Transfer-Encoding: chunked\r\n") {
      CheckClosedWith(served, Post(served, "/v1/enrol", fields) + next, 400);
    }
  }
  CheckClosedWith(
      served, Post(served, "/v1/enrol", "Transfer-Encoding: chunked\r\n", "5;a\nb\r\nhello"), 400);
  // Nothing told a length, so there is no body, and what follows is not taken for a request.
  RawLine line(served.port());
  REQUIRE(line.Send(Post(served, "/v1/enrol", "") + next));
  CHECK(StatusesIn(line.ReadToEnd().value()) == std::vector{400});
}

TEST_CASE("a body in chunks is the body") {
  TestCounty county;
  Served served(county);
  const std::string body = ToJson(
      studio::EnrolmentRequest{county.NewCode(), studio::SigningKey::Generate().Public(), "1"});
  std::string chunks;
  for (std::size_t at = 0; at < body.size(); at += 7) {
    const std::string part = body.substr(at, 7);
    chunks += std::to_string(part.size()) + "\r\n" + part + "\r\n";
  }
  RawLine line(served.port());
  REQUIRE(line.Send(Post(served, "/v1/enrol",
                         "Transfer-Encoding: chunked\r\nContent-Type: application/json\r\n",
                         chunks + "0\r\n\r\n") +
                    Time(served, "Connection: close\r\n")));
  CHECK(StatusesIn(line.ReadToEnd().value()) == std::vector{200, 200});
}

TEST_CASE("a head that is no head, or another county's, is refused in a sentence") {
  TestCounty county;
  Served served(county);
  const std::string host = "Host: " + served.authority() + "\r\n";
  CheckClosedWith(served, "GET /v1/time HTTP/1.1\r\n\r\n", 400);
  CheckClosedWith(served, "GET /v1/time HTTP/1.1\r\n" + host + host + "\r\n", 400);
  CheckClosedWith(served, "GET /v1/time HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n", 421);
  CheckClosedWith(served, "GET /v1/time HTTP/1.1\r\nHost: localhost:80:80\r\n\r\n", 421);
  CheckClosedWith(served, "GET /v1/time HTTP/1.1\r\nHost: localhost@evil\r\n\r\n", 421);
  CheckClosedWith(served, "GET http://localhost/v1/time HTTP/1.1\r\n" + host + "\r\n", 400);
  CheckClosedWith(served, "OPTIONS * HTTP/1.1\r\n" + host + "\r\n", 400);
  CheckClosedWith(served, "GET /v1/time HTTP/3.0\r\n" + host + "\r\n", 505);
  CheckClosedWith(served, "GET /v1/time\r\n\r\n", 400);
  CheckClosedWith(served, "nonsense\r\n\r\n", 400);
  CheckClosedWith(served, Get(served, "/v1/time", "A: b\n\r\n"), 400);
  CheckClosedWith(served, Get(served, "/v1/time", "A: b\r\n c\r\n"), 400);
  CheckClosedWith(served, Get(served, "/v1/time", "A : b\r\n"), 400);
  CheckClosedWith(served, Get(served, "/v1/time", std::string("A: b\0c\r\n", 8)), 400);
  CheckClosedWith(served, Get(served, "/v1/time", "no colon\r\n"), 400);
}

TEST_CASE("what is of no use here is refused: ranges, codings, several parts, expectations") {
  TestCounty county;
  Served served(county);
  CheckClosedWith(served, Time(served, "Range: bytes=-,-,-,-,-,-\r\n"), 400);
  CheckClosedWith(served, Time(served, "Range: bytes=0-1\r\n"), 400);
  for (const char* coding : {"gzip", "deflate", "br", "gzip, gzip", "x"}) {
    CheckClosedWith(
        served,
        Post(served, "/v1/records",
             "Content-Length: 9\r\nContent-Encoding: " + std::string(coding) + "\r\n", "a bomb of"),
        415);
  }
  CheckClosedWith(
      served,
      Post(served, "/v1/enrol",
           "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 3\r\n", "--x"),
      415);
  CheckClosedWith(served,
                  Post(served, "/v1/enrol", "Content-Length: 3\r\nExpect: more\r\n", "{}\n"), 417);
}

TEST_CASE("everything in a head is bounded") {
  TestCounty county;
  Served served(county);
  CheckClosedWith(served, Get(served, "/v1/time?nonce=" + std::string(4096, 'a')), 414,
                  "too_large");
  CheckClosedWith(served, Get(served, "/" + std::string(12'000, 'a')), 414, "too_large");
  CheckClosedWith(served, Get(served, "/t/" + std::string(1900, 'a')), 404, "not_found");
  CheckClosedWith(served, Time(served, "A: " + std::string(9000, 'a') + "\r\n"), 431, "too_large");
  std::string lines;
  for (int i = 0; i < 100; ++i) lines += "A: b\r\n";
  CheckClosedWith(served, Time(served, lines), 431, "too_large");
  CheckClosedWith(served, "GET / HTTP/1.1\r\nA: " + std::string(200'000, 'a'), 431, "too_large");
  CheckClosedWith(served, std::string(40'000, 'a'), 431, "too_large");
}

TEST_CASE("each route bounds its body before it is read, and what is no route takes none") {
  TestCounty county;
  Served served(county);
  const auto declared = [](std::size_t bytes) {
    return "Content-Length: " + std::to_string(bytes) + "\r\n";
  };
  CheckClosedWith(served, Post(served, "/v1/enrol", declared(16 * 1024 + 1)), 413, "too_large");
  CheckClosedWith(served, Post(served, "/v1/heartbeat", declared(16 * 1024 + 1)), 413, "too_large");
  CheckClosedWith(served, Post(served, "/v1/records", declared(studio::kMaxBatchBytes + 1)), 413,
                  "too_large");
  CheckClosedWith(served, Post(served, "/v1/attachments", declared(1)), 413, "too_large");
  CheckClosedWith(served, Post(served, "/v1/nowhere", declared(1'000'000)), 404, "not_found");
  CheckClosedWith(served, Post(served, "/v1/nowhere", "Transfer-Encoding: chunked\r\n"), 404,
                  "not_found");
  CheckClosedWith(served, Post(served, "/v1/changes", declared(5), "hello"), 404, "not_found");
  CheckClosedWith(served,
                  Post(served, "/v1/enrol", "Transfer-Encoding: chunked\r\n", "FFFFFF\r\nabc"), 413,
                  "too_large");
  CheckClosedWith(
      served,
      Post(served, "/v1/enrol", "Transfer-Encoding: chunked\r\n", "1;" + std::string(40'000, 'x')),
      400);
}

TEST_CASE("requests that come at once are answered in order") {
  TestCounty county;
  Served served(county);
  RawLine line(served.port());
  REQUIRE(line.Send(Time(served) + Get(served, "/v1/time?nonce=12") + Time(served) +
                    Post(served, "/v1/enrol", "Content-Length: 2\r\n", "{}") +
                    Time(served, "Connection: close\r\n") + Time(served)));
  CHECK(StatusesIn(line.ReadToEnd().value()) == std::vector{200, 400, 200, 400, 200});
}

TEST_CASE("a request that comes byte by byte is answered, and HEAD has no body") {
  TestCounty county;
  Served served(county);
  RawLine line(served.port());
  for (const char byte : Time(served)) REQUIRE(line.Send({&byte, 1}));
  CHECK(StatusesIn(line.ReadUntil("county_time_ms")) == std::vector{200});
  std::string head = Time(served, "Connection: close\r\n");
  REQUIRE(line.Send("HEAD" + head.substr(3)));
  const std::string answer = line.ReadToEnd().value();
  CHECK(StatusesIn(answer) == std::vector{200});
  CHECK(BodyOf(answer).empty());
}

TEST_CASE("who asks to go on is told to, and who is refused is not") {
  TestCounty county;
  Served served(county);
  RawLine line(served.port());
  REQUIRE(line.Send(Post(served, "/v1/enrol", "Content-Length: 2\r\nExpect: 100-continue\r\n")));
  CHECK(StatusesIn(line.ReadUntil("\r\n\r\n")) == std::vector{100});
  REQUIRE(line.Send("{}"));
  CHECK(StatusesIn(line.ReadUntil("}")) == std::vector{400});
  CheckClosedWith(served,
                  Post(served, "/v1/enrol", "Content-Length: 99999\r\nExpect: 100-continue\r\n"),
                  413, "too_large");
}

TEST_CASE("a handshake, a head and a body end at their time, however they drip") {
  TestCounty county;
  Served served(county, SurfaceSettings{nullptr, {}, {}, {300ms, 300ms, 300ms}});
  PlainLine silent(served.port());
  CHECK(silent.WaitForEnd());
  RawLine idle(served.port());
  CHECK(idle.ReadToEnd() == "");
  RawLine after(served.port());
  REQUIRE(after.Send(Time(served)));
  CHECK(StatusesIn(after.ReadToEnd().value()) == std::vector{200});
  RawLine dripping(served.port());
  int drops = 0;
  while (drops < 10'000 && dripping.Send("G")) {
    ++drops;
    std::this_thread::sleep_for(2ms);
  }
  CHECK(drops < 10'000);
  CHECK(TellsTime(served));
}

TEST_CASE("silent, half-said and unread lines by the hundred hold up no terminal") {
  TestCounty county;
  Served served(county);
  TestTerminal terminal(county);
  std::vector<PlainLine> silent;
  std::vector<RawLine> shaken;
  for (int i = 0; i < 200; ++i) silent.emplace_back(served.port());
  for (int i = 0; i < 100; ++i) {
    shaken.emplace_back(served.port());
    if (i % 3 == 1) shaken.back().Send("GET /v1/time HTTP/1.1\r\nHost: loc");
    if (i % 3 == 2)
      shaken.back().Send(Post(served, "/v1/records", "Content-Length: 4000000\r\n", "x"));
  }
  for (int i = 0; i < 5; ++i) CHECK(PostsBatch(served, terminal) == 200);
  CHECK(TellsTime(served));
}

TEST_CASE("strangers of one address make room for each other, and a terminal that signs stays") {
  TestCounty county;
  SurfaceSettings settings;
  settings.bounds.strangers_by_address = 8;
  Served served(county, settings);
  TestTerminal terminal(county);
  const std::string query = "?after=" + std::to_string(county.Open().FeedVersion()) + "&wait=25";
  std::string signed_fields;
  for (const auto& [name, value] : served.SignedBy(terminal, "GET", "/v1/changes", query, "")) {
    signed_fields.append(name).append(": ").append(value).append("\r\n");
  }
  RawLine held(served.port());
  REQUIRE(held.Send(Time(served)));  // until the county has told the time it is a stranger's
  held.ReadUntil("county_time_ms");
  REQUIRE(held.Send(Get(served, "/v1/changes?after=&wait=0")));
  held.ReadUntil("}");
  REQUIRE(held.Send(Get(served, "/v1/changes" + query, signed_fields)));
  // A batch lets the question go that was held before it; the first may have overtaken it.
  for (int i = 0; i < 40 && (i == 0 || !held.IsAnswered(std::chrono::milliseconds(100))); ++i) {
    CHECK(PostsBatch(served, terminal) == 200);
  }
  CHECK(StatusesIn(held.ReadUntil("\r\n\r\n")) == std::vector{204});

  std::vector<PlainLine> strangers;
  for (int i = 0; i < 24; ++i) strangers.emplace_back(served.port());
  for (int i = 0; i < 16; ++i) CHECK(strangers[static_cast<std::size_t>(i)].WaitForEnd());
  CHECK(TellsTime(served));
  REQUIRE(held.Send(Time(served, "Connection: close\r\n")));
  CHECK(StatusesIn(held.ReadToEnd().value()) == std::vector{200});
}

TEST_CASE("where all places are taken a stranger makes room, and no terminal does") {
  TestCounty county;
  SurfaceSettings settings;
  settings.bounds.connections = 6;
  Served served(county, settings);
  std::vector<PlainLine> strangers;
  for (int i = 0; i < 10; ++i) strangers.emplace_back(served.port());
  for (int i = 0; i < 4; ++i) CHECK(strangers[static_cast<std::size_t>(i)].WaitForEnd());
  CHECK(TellsTime(served));
}

TEST_CASE("bodies that do not end share what memory there is for them") {
  TestCounty county;
  SurfaceSettings settings;
  settings.bounds.bytes_of_bodies = 512 * 1024;
  Served served(county, settings);
  std::vector<RawLine> lines;
  const std::string part(200 * 1024, 'x');
  for (int i = 0; i < 4; ++i) {
    lines.emplace_back(served.port());
    lines.back().Send(Post(served, "/v1/records", "Content-Length: 4000000\r\n", part));
  }
  CHECK(lines.front().ReadToEnd() == "");
  TestTerminal terminal(county);
  CHECK(PostsBatch(served, terminal) == 200);
}

TEST_CASE("a port belongs to one county") {
  TestCounty county, other;
  Served served(county);
  auto second = HttpSurface::Make(other.office(), other.folder());
  REQUIRE(second);
  const auto bound = second->Bind("127.0.0.1", served.port());
  REQUIRE_FALSE(bound);
  CHECK(bound.error().kind == studio::ErrorKind::kUnavailable);
  CHECK(TellsTime(served));
}

TEST_CASE("behind a proxy a terminal signs for the name that it asked for") {
  TestCounty county;
  SurfaceSettings settings;
  settings.authorities = {"County.Example.CN", "127.0.0.1:9443"};
  Served served(county, settings);
  TestTerminal terminal(county);
  const auto ask = [&](const std::string& signed_for, const std::string& host) {
    const auto headers = studio::SignRequest({"GET", signed_for, "/v1/changes", "?after=", {}},
                                             terminal.number(), terminal.key(), 0);
    const auto page =
        Client(served).Get("/v1/changes?after=", {{"Host", host},
                                                  {"Content-Digest", headers.content_digest},
                                                  {"Signature-Input", headers.signature_input},
                                                  {"Signature", headers.signature}});
    return page ? page->status : 0;
  };
  CHECK(ask("county.example.cn", "county.example.cn") == 200);
  CHECK(ask("county.example.cn", served.authority()) == 200);
  CHECK(ask("127.0.0.1:9443", served.authority()) == 200);
  CHECK(ask("elsewhere.example", served.authority()) == 401);
  CHECK(ask("elsewhere.example", "elsewhere.example") == 421);
}

TEST_CASE("a certificate that was put in place of another is shown once it is read again") {
  TestCounty county, other;
  Served served(county);
  const auto shown = [&] { return RawLine(served.port()).CertificateSerial(); };
  const std::string before = shown();
  for (const auto& [from, to] :
       {std::pair(other.folder().server_certificate(), county.folder().server_certificate()),
        std::pair(other.folder().server_key(), county.folder().server_key())}) {
    std::filesystem::copy_file(from, to, std::filesystem::copy_options::overwrite_existing);
  }
  CHECK(shown() == before);
  REQUIRE(served.surface().ReadCertificateAgain());
  const std::string after = shown();
  CHECK(after != before);
  std::filesystem::resize_file(county.folder().server_key(), 0);
  CHECK_FALSE(served.surface().ReadCertificateAgain());
  CHECK(shown() == after);
}

TEST_CASE("IPv6 counts by its network, and IPv4 by address") {
  CHECK(AddressGroup("2001:db8:1:2::1") == AddressGroup("2001:db8:1:2:ffff::9"));
  CHECK(AddressGroup("2001:db8:1:2::1") != AddressGroup("2001:db8:1:3::1"));
  CHECK(AddressGroup("192.0.2.1") != AddressGroup("192.0.2.2"));
}

}  // namespace county
