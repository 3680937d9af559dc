// Resumable upload over HTTPS: what a line that breaks, a county that restarts and a terminal that
// errs or lies can do to an attachment.
#include "county/served_county.h"
#include "county/test_attachment.h"
#include "shared/exchange/attachment_ack.h"
#include "shared/exchange/envelope.h"
#include "shared/exchange/upload_metadata.h"

namespace county {
namespace {

constexpr const char* kUploads = "/v1/attachments";
constexpr const char* kPieceType = "application/offset+octet-stream";
constexpr std::size_t kPiece = 64 * 1024;

std::string PathOf(const Digest& digest) {
  return std::string(kUploads) + "/" + studio::ToHex(digest);
}

class Uploader {
 public:
  Uploader(const Served& served, const TestTerminal& terminal)
      : served_(served), terminal_(terminal), client_(served) {
    client_.set_keep_alive(true);
  }

  httplib::Headers Signed(const std::string& method, const std::string& path,
                          const std::string& body = {}) const {
    httplib::Headers headers = served_.SignedBy(terminal_, method, path, "?", body);
    headers.emplace("Tus-Resumable", "1.0.0");
    return headers;
  }

  httplib::Result Create(const Digest& digest, std::uint64_t length) {
    return CreateAs(std::to_string(length), studio::UploadMetadata(digest));
  }
  httplib::Result CreateAs(const std::string& length, const std::string& metadata) {
    auto headers = Signed("POST", kUploads);
    headers.emplace("Upload-Length", length);
    headers.emplace("Upload-Metadata", metadata);
    return client_.Post(kUploads, headers, "", "application/octet-stream");
  }
  httplib::Result Head(const Digest& digest) {
    return client_.Head(PathOf(digest), Signed("HEAD", PathOf(digest)));
  }
  std::string OffsetOf(const Digest& digest) {
    const auto head = Head(digest);
    REQUIRE(head);
    REQUIRE(head->status == 200);
    CHECK(head->get_header_value("Cache-Control") == "no-store");
    CHECK(head->get_header_value("Tus-Resumable") == "1.0.0");
    return head->get_header_value("Upload-Offset");
  }
  httplib::Result Add(const Digest& digest, std::uint64_t offset, ByteView bytes) {
    const std::string body(studio::AsText(bytes));
    auto headers = Signed("PATCH", PathOf(digest), body);
    headers.emplace("Upload-Offset", std::to_string(offset));
    return client_.Patch(PathOf(digest), headers, body, kPieceType);
  }
  // Half the piece, then `halfway`, which says whether the line still holds, then the rest.
  httplib::Result AddSlowly(const Digest& digest, std::uint64_t offset, ByteView bytes,
                            const std::function<bool()>& halfway) {
    const std::string body(studio::AsText(bytes));
    auto headers = Signed("PATCH", PathOf(digest), body);
    headers.emplace("Upload-Offset", std::to_string(offset));
    const std::size_t half = body.size() / 2;
    return client_.Patch(
        PathOf(digest), headers, body.size(),
        [&](std::size_t at, std::size_t, httplib::DataSink& sink) {
          if (at == 0) return sink.write(body.data(), half);
          return halfway() && sink.write(body.data() + half, body.size() - half);
        },
        kPieceType);
  }
  // Goes on from where the county is to the end.
  void Finish(const TestAttachment& attachment) {
    std::size_t at = std::stoul(OffsetOf(attachment.digest()));
    while (at < attachment.size()) {
      const std::size_t size = std::min<std::size_t>(kPiece, attachment.size() - at);
      const auto added = Add(attachment.digest(), at, attachment.Part(at, size));
      REQUIRE(added);
      REQUIRE(added->status == 204);
      at += size;
      CHECK(added->get_header_value("Upload-Offset") == std::to_string(at));
    }
  }
  httplib::Result Ask(const Digest& digest) {
    return client_.Get(PathOf(digest), served_.SignedBy(terminal_, "GET", PathOf(digest), "?", ""));
  }

  httplib::Client& client() { return client_; }

 private:
  const Served& served_;
  const TestTerminal& terminal_;
  Client client_;
};

void CheckStatus(const httplib::Result& result, int status) {
  REQUIRE(result);
  CHECK(result->status == status);
}

void CheckConfirmed(const httplib::Result& result, const TestCounty& county,
                    const TestTerminal& terminal, const Digest& digest) {
  CheckStatus(result, 200);
  const auto payload =
      studio::OpenEnvelope(studio::kAttachmentContext, studio::AsBytes(result->body),
                           std::vector{county.keys().signing.Public()});
  REQUIRE(payload);
  const auto ack = studio::AttachmentAckFromJson(*payload).value();
  CHECK(ack.terminal == terminal.number());
  CHECK(ack.digest == digest);
  CHECK(ack.ledger == county.Open().Id());
  CHECK(ack.serial == county.Open().NewestSerial());
  CHECK(ack.safe_serial == county.Open().SafeSerial());
  CHECK(ack.county_time_ms == county.now_ms());
}

}  // namespace

TEST_CASE("an attachment goes up piece by piece and the county signs that it is whole") {
  TestCounty county;
  Served served(county);
  TestTerminal terminal(county);
  const TestAttachment photo = SealedAttachment(300'000);
  Announce(terminal, {photo});
  Uploader uploader(served, terminal);

  const auto created = uploader.Create(photo.digest(), photo.size());
  CheckStatus(created, 201);
  CHECK(created->get_header_value("Location") == PathOf(photo.digest()));
  CHECK(created->get_header_value("Tus-Resumable") == "1.0.0");
  CheckRefused(uploader.Ask(photo.digest()), 404, "incomplete");
  uploader.Finish(photo);
  CheckConfirmed(uploader.Ask(photo.digest()), county, terminal, photo.digest());
  CHECK(county.Open().AttachmentBytes(terminal.number(), photo.digest()) == photo.file);
}

TEST_CASE("after the line broke and after the county restarted an upload goes on where it was") {
  TestCounty county;
  TestTerminal terminal(county);
  const TestAttachment voice = SealedAttachment(250'000, "audio/ogg");
  Announce(terminal, {voice});
  {
    Served served(county);
    Uploader uploader(served, terminal);
    CheckStatus(uploader.Create(voice.digest(), voice.size()), 201);
    CheckStatus(uploader.Add(voice.digest(), 0, voice.Part(0, kPiece)), 204);
    CHECK_FALSE(uploader.AddSlowly(voice.digest(), kPiece, voice.Part(kPiece, kPiece),
                                   [] { return false; }));
    CHECK(uploader.OffsetOf(voice.digest()) == std::to_string(kPiece));
  }
  county.Reopen();
  Served served(county);
  Uploader uploader(served, terminal);
  CheckStatus(uploader.Create(voice.digest(), voice.size()), 201);
  CHECK(uploader.OffsetOf(voice.digest()) == std::to_string(kPiece));
  uploader.Finish(voice);
  CheckConfirmed(uploader.Ask(voice.digest()), county, terminal, voice.digest());
}

TEST_CASE("while one terminal's piece is on its way over a slow line, others are answered") {
  TestCounty county;
  Served served(county);
  TestTerminal slow(county), quick(county);
  const TestAttachment first = SealedAttachment(60'000), second = SealedAttachment(60'000);
  Announce(slow, {first});
  Announce(quick, {second});
  Uploader stalled(served, slow), other(served, quick);
  CheckStatus(stalled.Create(first.digest(), first.size()), 201);
  const auto added = stalled.AddSlowly(first.digest(), 0, first.file, [&] {
    CheckStatus(other.Create(second.digest(), second.size()), 201);
    other.Finish(second);
    CheckConfirmed(other.Ask(second.digest()), county, quick, second.digest());
    return true;
  });
  CheckStatus(added, 204);
  CheckConfirmed(stalled.Ask(first.digest()), county, slow, first.digest());
}

TEST_CASE("a piece at another offset, or beyond the length, changes nothing") {
  TestCounty county;
  Served served(county);
  TestTerminal terminal(county);
  const TestAttachment photo = SealedAttachment(200'000);
  Announce(terminal, {photo});
  Uploader uploader(served, terminal);
  CheckRefused(uploader.Add(photo.digest(), 0, photo.Part(0, kPiece)), 404, "not_begun");
  CheckStatus(uploader.Head(photo.digest()), 404);
  CheckStatus(uploader.Create(photo.digest(), photo.size()), 201);
  CheckStatus(uploader.Add(photo.digest(), 0, photo.Part(0, kPiece)), 204);

  CheckRefused(uploader.Add(photo.digest(), 0, photo.Part(0, kPiece)), 409, "wrong_offset");
  CheckRefused(uploader.Add(photo.digest(), 2 * kPiece, photo.Part(2 * kPiece, kPiece)), 409,
               "wrong_offset");
  const Bytes long_piece(photo.size() - kPiece + 1);
  CheckRefused(uploader.Add(photo.digest(), kPiece, long_piece), 413, "too_large");
  CHECK(uploader.OffsetOf(photo.digest()) == std::to_string(kPiece));
  CheckStatus(uploader.Add(photo.digest(), kPiece, {}), 204);

  Uploader greedy(served, terminal);
  CheckRefused(greedy.Add(photo.digest(), kPiece, Bytes(256 * 1024 + 1)), 413, "too_large");
  uploader.Finish(photo);
  CheckConfirmed(uploader.Ask(photo.digest()), county, terminal, photo.digest());
}

TEST_CASE("bytes that are not what the record announced are thrown away at the end") {
  TestCounty county;
  Served served(county);
  TestTerminal terminal(county);
  const TestAttachment photo = SealedAttachment(100'000);
  Announce(terminal, {photo});
  Uploader uploader(served, terminal);
  CheckStatus(uploader.Create(photo.digest(), photo.size()), 201);
  TestAttachment altered = photo;
  altered.file[70'000] ^= 1;
  CheckStatus(uploader.Add(photo.digest(), 0, altered.Part(0, kPiece)), 204);
  CheckRefused(uploader.Add(photo.digest(), kPiece, altered.Part(kPiece, altered.size() - kPiece)),
               460, "wrong_digest");
  CHECK(uploader.OffsetOf(photo.digest()) == "0");
  CheckRefused(uploader.Ask(photo.digest()), 404, "incomplete");
  uploader.Finish(photo);
  CheckConfirmed(uploader.Ask(photo.digest()), county, terminal, photo.digest());
}

TEST_CASE(
    "asking again for an upload loses nothing; another length begins anew until it is whole") {
  TestCounty county;
  Served served(county);
  TestTerminal terminal(county);
  const TestAttachment photo = SealedAttachment(100'000);
  Announce(terminal, {photo});
  Uploader uploader(served, terminal);
  CheckStatus(uploader.Create(photo.digest(), photo.size()), 201);
  CheckStatus(uploader.Add(photo.digest(), 0, photo.Part(0, kPiece)), 204);
  CheckStatus(uploader.Create(photo.digest(), photo.size()), 201);
  CHECK(uploader.OffsetOf(photo.digest()) == std::to_string(kPiece));
  CheckStatus(uploader.Create(photo.digest(), photo.size() + 1), 201);
  CHECK(uploader.OffsetOf(photo.digest()) == "0");
  CheckStatus(uploader.Create(photo.digest(), photo.size()), 201);
  uploader.Finish(photo);

  CheckStatus(uploader.Create(photo.digest(), photo.size() + 1), 201);
  CHECK(uploader.OffsetOf(photo.digest()) == std::to_string(photo.size()));
  CheckRefused(uploader.Add(photo.digest(), photo.size(), Bytes(1)), 413, "too_large");
  CheckConfirmed(uploader.Ask(photo.digest()), county, terminal, photo.digest());
}

TEST_CASE("only what a record of the same terminal announced is taken") {
  TestCounty county;
  Served served(county);
  TestTerminal terminal(county);
  TestTerminal other(county);
  const TestAttachment photo = SealedAttachment(1000);
  Uploader uploader(served, terminal);
  CheckRefused(uploader.Create(photo.digest(), photo.size()), 404, "unknown_attachment");
  Announce(terminal, {photo});
  CheckStatus(uploader.Create(photo.digest(), photo.size()), 201);

  Uploader stranger(served, other);
  CheckRefused(stranger.Create(photo.digest(), photo.size()), 404, "unknown_attachment");
  CheckRefused(stranger.Add(photo.digest(), 0, photo.file), 404, "unknown_attachment");
  CheckStatus(stranger.Head(photo.digest()), 404);
  uploader.Finish(photo);
  CheckRefused(stranger.Ask(photo.digest()), 404, "unknown_attachment");
  CheckConfirmed(uploader.Ask(photo.digest()), county, terminal, photo.digest());
}

TEST_CASE("unsigned, altered and revoked uploads are refused and leave nothing") {
  TestCounty county;
  Served served(county);
  TestTerminal terminal(county);
  const TestAttachment photo = SealedAttachment(1000);
  Announce(terminal, {photo});
  Uploader uploader(served, terminal);
  CheckStatus(uploader.Create(photo.digest(), photo.size()), 201);
  const std::string path = PathOf(photo.digest());
  const std::string body(studio::AsText(photo.file));
  const httplib::Headers unsigned_headers = {{"Tus-Resumable", "1.0.0"}, {"Upload-Offset", "0"}};
  CheckRefused(uploader.client().Patch(path, unsigned_headers, body, kPieceType), 401,
               "bad_signature");
  auto headers = uploader.Signed("PATCH", path, body);
  headers.emplace("Upload-Offset", "0");
  CheckRefused(uploader.client().Patch(path, headers, body + "x", kPieceType), 401,
               "bad_signature");
  CheckRefused(uploader.client().Get(path), 401, "bad_signature");
  CheckStatus(uploader.client().Head(path, {{"Tus-Resumable", "1.0.0"}}), 401);
  CheckRefused(uploader.client().Post(kUploads, unsigned_headers, "", kPieceType), 401,
               "bad_signature");
  CHECK(uploader.OffsetOf(photo.digest()) == "0");

  county.Open().Revoke(terminal.number());
  CheckRefused(uploader.Add(photo.digest(), 0, photo.file), 403, "revoked");
  CheckRefused(uploader.Create(photo.digest(), photo.size()), 403, "revoked");
  CHECK(county.Open().FindAttachment(terminal.number(), photo.digest())->received == 0);
}

TEST_CASE("tus: another version, another type and nonsensical headers are refused") {
  TestCounty county;
  Served served(county);
  TestTerminal terminal(county);
  const TestAttachment photo = SealedAttachment(1000);
  Announce(terminal, {photo});
  Uploader uploader(served, terminal);
  const std::string named = studio::UploadMetadata(photo.digest());

  const auto about = uploader.client().Options(kUploads);
  CheckStatus(about, 204);
  CHECK(about->get_header_value("Tus-Version") == "1.0.0");
  CHECK(about->get_header_value("Tus-Extension") == "creation");
  CHECK(about->get_header_value("Tus-Max-Size") == std::to_string(8 * 1024 * 1024));

  const auto old = uploader.client().Head(
      PathOf(photo.digest()), served.SignedBy(terminal, "HEAD", PathOf(photo.digest()), "?", ""));
  CheckStatus(old, 412);
  CHECK(old->get_header_value("Tus-Version") == "1.0.0");

  for (const std::string length :
       {"", "-1", "+5", "5 5", "0x10", "1e3", "18446744073709551616", "0"}) {
    CAPTURE(length);
    CheckRefused(uploader.CreateAs(length, named), 400, "malformed");
  }
  CheckRefused(uploader.CreateAs("8388609", named), 413, "too_large");
  CheckRefused(uploader.CreateAs("18446744073709551615", named), 413, "too_large");
  CheckRefused(uploader.CreateAs("1000", ""), 400, "malformed");
  CheckRefused(uploader.CreateAs("1000", named + "," + named), 400, "malformed");
  CheckStatus(uploader.Head(photo.digest()), 404);

  CheckStatus(uploader.CreateAs(std::to_string(photo.size()), "filename cGhvdG8=," + named), 201);
  const std::string body(studio::AsText(photo.file));
  auto headers = uploader.Signed("PATCH", PathOf(photo.digest()), body);
  const auto without = uploader.client().Patch(PathOf(photo.digest()), headers, body, kPieceType);
  CheckRefused(without, 400, "malformed");
  headers.emplace("Upload-Offset", "0");
  CheckRefused(uploader.client().Patch(PathOf(photo.digest()), headers, body, "image/jpeg"), 415,
               "malformed");
  headers.emplace("Upload-Offset", "5");
  CheckRefused(uploader.client().Patch(PathOf(photo.digest()), headers, body, kPieceType), 400,
               "malformed");
  CheckRefused(uploader.client().Get(std::string(kUploads) + "/00"), 404, "not_found");
  CHECK(uploader.OffsetOf(photo.digest()) == "0");
}

TEST_CASE("where the line lets no PATCH through a piece by POST is taken, signed as what it is") {
  TestCounty county;
  Served served(county);
  TestTerminal terminal(county);
  const TestAttachment photo = SealedAttachment(100'000);
  Announce(terminal, {photo});
  Uploader uploader(served, terminal);
  CheckStatus(uploader.Create(photo.digest(), photo.size()), 201);
  const std::string path = PathOf(photo.digest());
  const auto post = [&](const char* signed_as, const char* method, std::size_t at,
                        std::size_t size) {
    const std::string body(studio::AsText(photo.Part(at, size)));
    auto headers = uploader.Signed(signed_as, path, body);
    headers.emplace("Upload-Offset", std::to_string(at));
    if (method != nullptr) headers.emplace("X-HTTP-Method-Override", method);
    return uploader.client().Post(path, headers, body, kPieceType);
  };
  CheckRefused(post("POST", nullptr, 0, kPiece), 404, "not_found");
  CheckRefused(post("POST", "DELETE", 0, kPiece), 404, "not_found");
  CheckRefused(post("PATCH", "PATCH", 0, kPiece), 401, "bad_signature");
  CHECK(uploader.OffsetOf(photo.digest()) == "0");
  const auto added = post("POST", "PATCH", 0, kPiece);
  CheckStatus(added, 204);
  CHECK(added->get_header_value("Upload-Offset") == std::to_string(kPiece));
  CheckRefused(post("POST", "PATCH", 0, kPiece), 409, "wrong_offset");
  CheckStatus(post("POST", "PATCH", kPiece, photo.size() - kPiece), 204);
  CheckConfirmed(uploader.Ask(photo.digest()), county, terminal, photo.digest());
}

}  // namespace county
