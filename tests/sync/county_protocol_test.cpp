#include "sync/link/county_protocol.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "shared/exchange/http_signature.h"

using namespace studio;

namespace {

struct Sides {
  Sides() {
    identity.server_url = "https://County.Example:8443/";
    identity.county.terminal = 7;
    identity.county.studio = 3;
    identity.county.county_signing_key = county.Public();
  }
  CountyProtocol Protocol() const {
    auto protocol = CountyProtocol::For(identity);
    REQUIRE(protocol);
    return *protocol;
  }
  Bytes Seal(std::string_view context, const std::string& json) const {
    return SealEnvelope(context, json, county);
  }
  SigningKey county = SigningKey::Generate();
  Identity identity;
};

std::string HeaderOf(const HttpRequest& request, const std::string& name) {
  for (const std::string& header : request.headers) {
    if (header.starts_with(name + ": ")) return header.substr(name.size() + 2);
  }
  return "";
}

Result<TerminalNumber> WhoSigned(const Sides& sides, const HttpRequest& request,
                                 const std::string& path, const std::string& query) {
  return VerifyRequest({request.method, "county.example:8443", path, query, request.body},
                       {HeaderOf(request, "Content-Digest"), HeaderOf(request, "Signature-Input"),
                        HeaderOf(request, "Signature")},
                       [&](TerminalNumber) { return sides.identity.terminal_key.Public(); });
}

const Bytes kBatch = {1, 2, 3};

Ack AckFor(const Bytes& batch, std::size_t records) {
  Ack ack;
  ack.terminal = 7;
  ack.batch_hash = HashOfBatch(batch);
  ack.county_time_ms = 1;
  for (std::size_t i = 0; i < records; ++i)
    ack.answers.push_back({Uuid::Random(), RecordStatus::kStored, i, ""});
  return ack;
}

FeedPage PageFrom(const std::string& cursor) {
  FeedPage page;
  page.studio = 3;
  page.generation = Uuid::Random();
  page.from = cursor;
  page.to = "g:9";
  return page;
}

}  // namespace

TEST_CASE("records are posted over the address enrolled with, signed by the terminal") {
  const Sides sides;
  const HttpRequest request = sides.Protocol().RecordsRequest(kBatch, 1'700'000'000);
  CHECK(request.method == "POST");
  CHECK(request.url == "https://county.example:8443/v1/records");
  CHECK(request.body == kBatch);
  CHECK(request.dates.kind == DateRule::Kind::kMachineClock);
  CHECK(WhoSigned(sides, request, "/v1/records", "?") == TerminalNumber{7});
}

TEST_CASE("the feed's cursor is escaped, and what is signed is what is sent") {
  const Sides sides;
  const HttpRequest request = sides.Protocol().ChangesRequest("a b/+&=县", 1);
  CHECK(request.method == "GET");
  const std::string query = "?after=a%20b%2F%2B%26%3D%E5%8E%BF";
  CHECK(request.url == "https://county.example:8443/v1/changes" + query);
  CHECK(WhoSigned(sides, request, "/v1/changes", query) == TerminalNumber{7});
  CHECK(sides.Protocol().ChangesRequest("", 1).url ==
        "https://county.example:8443/v1/changes?after=");
}

TEST_CASE("an attachment goes up by tus, every request signed") {
  const Sides sides;
  const CountyProtocol protocol = sides.Protocol();
  const Digest digest = Sha256(kBatch);
  const std::string path = "/v1/attachments/" + ToHex(digest);

  const HttpRequest begin = protocol.BeginUploadRequest(digest, 70'000, 1);
  CHECK(begin.method == "POST");
  CHECK(begin.url == "https://county.example:8443/v1/attachments");
  CHECK(HeaderOf(begin, "Upload-Length") == "70000");
  CHECK(HeaderOf(begin, "Upload-Metadata") == "digest " + ToBase64(digest));
  CHECK(WhoSigned(sides, begin, "/v1/attachments", "?") == TerminalNumber{7});

  const HttpRequest offset = protocol.UploadOffsetRequest(digest, 1);
  CHECK(offset.method == "HEAD");
  CHECK(offset.url == "https://county.example:8443" + path);
  CHECK(WhoSigned(sides, offset, path, "?") == TerminalNumber{7});

  const HttpRequest piece = protocol.PieceRequest(PieceMethod::kPatch, digest, 65'536, kBatch, 1);
  CHECK(piece.method == "PATCH");
  CHECK(piece.body == kBatch);
  CHECK(HeaderOf(piece, "Upload-Offset") == "65536");
  CHECK(HeaderOf(piece, "Content-Type") == "application/offset+octet-stream");
  CHECK(HeaderOf(piece, "X-HTTP-Method-Override").empty());
  CHECK(WhoSigned(sides, piece, path, "?") == TerminalNumber{7});

  const HttpRequest posted = protocol.PieceRequest(PieceMethod::kPost, digest, 65'536, kBatch, 1);
  CHECK(posted.method == "POST");
  CHECK(HeaderOf(posted, "X-HTTP-Method-Override") == "PATCH");
  CHECK(WhoSigned(sides, posted, path, "?") == TerminalNumber{7});

  for (const HttpRequest& request : {begin, offset, piece}) {
    CHECK(HeaderOf(request, "Tus-Resumable") == "1.0.0");
  }
  const HttpRequest ack = protocol.AttachmentAckRequest(digest, 1);
  CHECK(ack.method == "GET");
  CHECK(ack.url == "https://county.example:8443" + path);
  CHECK(WhoSigned(sides, ack, path, "?") == TerminalNumber{7});
}

TEST_CASE("only the question for the time waives a certificate's dates, and it says nothing else") {
  const Sides sides;
  const HttpRequest request = sides.Protocol().TimeRequest(ByteArray<16>{0xab});
  CHECK(request.url ==
        "https://county.example:8443/v1/time?nonce=ab000000000000000000000000000000");
  CHECK(request.dates.kind == DateRule::Kind::kWaived);
  CHECK(request.headers.empty());
}

TEST_CASE("the county's ack for this batch is taken") {
  const Sides sides;
  const auto ack =
      sides.Protocol().ReadAck(sides.Seal(kAckContext, ToJson(AckFor(kBatch, 2))), kBatch, 2);
  REQUIRE(ack);
  CHECK(ack->answers.size() == 2);
}

TEST_CASE("no other answer to a batch is taken") {
  const Sides sides;
  const CountyProtocol protocol = sides.Protocol();
  const std::string good = ToJson(AckFor(kBatch, 1));
  const auto kind = [&](ByteView body, std::size_t records = 1) {
    const auto ack = protocol.ReadAck(body, kBatch, records);
    REQUIRE_FALSE(ack);
    return ack.error().kind;
  };
  CHECK(kind(AsBytes("<html>Welcome to the hotel</html>")) == ErrorKind::kMalformed);
  CHECK(kind({}) == ErrorKind::kMalformed);
  CHECK(kind(AsBytes(good)) == ErrorKind::kMalformed);  // without a signature
  CHECK(kind(SealEnvelope(kAckContext, good, SigningKey::Generate())) == ErrorKind::kForged);
  CHECK(kind(sides.Seal(kFeedContext, good)) == ErrorKind::kForged);  // signed for another use
  CHECK(kind(sides.Seal(kAckContext, "{}")) == ErrorKind::kMalformed);
  CHECK(kind(sides.Seal(kAckContext, good), 2) == ErrorKind::kMalformed);  // one answer missing
  CHECK(kind(sides.Seal(kAckContext, ToJson(AckFor({9}, 1)))) == ErrorKind::kNotForUs);
  Ack other = AckFor(kBatch, 1);
  other.terminal = 8;
  CHECK(kind(sides.Seal(kAckContext, ToJson(other))) == ErrorKind::kNotForUs);
}

TEST_CASE("an ack with any bit changed or cut short is none") {
  const Sides sides;
  const CountyProtocol protocol = sides.Protocol();
  const Bytes good = sides.Seal(kAckContext, ToJson(AckFor(kBatch, 1)));
  for (std::size_t i = 0; i < good.size(); ++i) {
    Bytes bad = good;
    bad[i] ^= 0x01;
    CHECK_FALSE(protocol.ReadAck(bad, kBatch, 1));
    CHECK_FALSE(protocol.ReadAck(ByteView(good).first(i), kBatch, 1));
  }
}

TEST_CASE("a feed page continues from the cursor asked for, or begins anew") {
  const Sides sides;
  const CountyProtocol protocol = sides.Protocol();
  const auto read = [&](const FeedPage& page) {
    return protocol.ReadPage(sides.Seal(kFeedContext, ToJson(page)), "g:5");
  };
  CHECK(read(PageFrom("g:5")));
  CHECK(read(PageFrom("")));
  CHECK(read(PageFrom("g:4")).error().kind == ErrorKind::kNotForUs);
  FeedPage page = PageFrom("g:5");
  page.studio = 4;
  CHECK(read(page).error().kind == ErrorKind::kNotForUs);
  page = PageFrom("g:5");
  page.to = page.from;
  CHECK(read(page));
  page.more = true;  // would be asked for without end
  CHECK(read(page).error().kind == ErrorKind::kMalformed);
}

TEST_CASE("a page may bring the key that the next one is signed with") {
  const Sides sides;
  CountyProtocol protocol = sides.Protocol();
  const SigningKey successor = SigningKey::Generate();
  const Bytes page = SealEnvelope(kFeedContext, ToJson(PageFrom("g:1")), successor);
  CHECK(protocol.ReadPage(page, "g:1").error().kind == ErrorKind::kForged);
  protocol.Trust({});  // nothing was learnt
  CHECK(protocol.ReadPage(sides.Seal(kFeedContext, ToJson(PageFrom("g:1"))), "g:1"));
  protocol.Trust({sides.county.Public(), successor.Public()});
  CHECK(protocol.ReadPage(page, "g:1"));
  CHECK(protocol.ReadPage(sides.Seal(kFeedContext, ToJson(PageFrom("g:1"))), "g:1"));
  protocol.Trust({successor.Public()});
  CHECK_FALSE(protocol.ReadPage(sides.Seal(kFeedContext, ToJson(PageFrom("g:1"))), "g:1"));
}

TEST_CASE("an old time is no answer to a new question") {
  const Sides sides;
  const CountyProtocol protocol = sides.Protocol();
  const Bytes body = sides.Seal(kTimeContext, ToJson(CountyTime{{1, 2}, 5}));
  CHECK(protocol.ReadTime(body, {1, 2})->county_time_ms == 5);
  CHECK(protocol.ReadTime(body, {1, 3}).error().kind == ErrorKind::kNotForUs);
}

TEST_CASE("a server address is https, a host and a port") {
  CHECK(ServerAddress::Parse("https://County.Example")->authority() == "county.example");
  CHECK(ServerAddress::Parse("https://county.example:443/")->authority() == "county.example");
  CHECK(ServerAddress::Parse("https://127.0.0.1:8443")->origin() == "https://127.0.0.1:8443");
  CHECK(ServerAddress::Parse("https://[::1]:8443")->authority() == "[::1]:8443");
  for (const char* bad : {"http://county.example", "county.example:8443", "", "https://",
                          "https://a/v1", "https://user:secret@a", "https://a?x=1", "https://a#x",
                          "ftp://a", "https://a:99999", "https://a b"}) {
    CAPTURE(bad);
    const auto address = ServerAddress::Parse(bad);
    REQUIRE_FALSE(address);
    CHECK(address.error().kind == ErrorKind::kInvalid);
  }
}
