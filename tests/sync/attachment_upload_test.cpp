#include <doctest/doctest.h>

#include <atomic>
#include <future>
#include <random>

#include "link_rig.h"
#include "shared/exchange/envelope.h"
#include "shared/exchange/upload_metadata.h"
#include "sync/line/piece_size.h"

using namespace studio;
using namespace studio::test;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

constexpr std::size_t kSize = 1'000'003;

Bytes MakeFile(std::size_t size, std::uint32_t seed = 1) {
  std::mt19937 random(seed);
  Bytes file(size);
  for (auto& byte : file) byte = static_cast<std::uint8_t>(random());
  return file;
}

auto StoredFiles(std::size_t count) {
  return [count](const FakeLinkStore::State& state) { return state.stored_files.size() >= count; };
}

std::string PathOf(const Digest& digest) { return "/v1/attachments/" + ToHex(digest); }

}  // namespace

TEST_CASE("an attachment arrives byte for byte, in pieces of 64 to 256 KiB, after its record") {
  LinkRig rig;
  const Bytes file = MakeFile(kSize);
  const Digest digest = rig.store.AddAttachment(file);
  rig.store.Add();
  rig.Open();
  REQUIRE(rig.store.WaitUntil(StoredFiles(1)));
  CHECK(rig.county.Arrived(digest) == file);
  CHECK(rig.WaitFor(LinkCondition::kConnected));

  bool records_came = false;
  for (const Received& request : rig.county.Requests()) {
    records_came = records_came || request.records == 1;
    if (request.path.starts_with("/v1/attachments")) CHECK(records_came);
  }
  const auto begun = rig.county.RequestsBy("POST");
  const auto creation = std::find_if(begun.begin(), begun.end(),
                                     [](const auto& r) { return r.path == "/v1/attachments"; });
  REQUIRE(creation != begun.end());
  CHECK(creation->upload_length == std::to_string(kSize));
  CHECK(DigestFromUploadMetadata(creation->upload_metadata) == digest);
  const auto pieces = rig.county.RequestsBy("PATCH");
  REQUIRE(pieces.size() >= 4);
  CHECK(pieces.front().body.size() == 128 * 1024);
  for (std::size_t i = 0; i + 1 < pieces.size(); ++i) {
    CHECK(pieces[i].body.size() >= PieceSize::kLeast);
    CHECK(pieces[i].body.size() <= PieceSize::kMost);
  }
}

TEST_CASE("an upload that broke off goes on where the county says") {
  LinkRig rig;
  const Bytes file = MakeFile(kSize);
  std::atomic<int> pieces = 0;
  rig.county.SetScript([&](const Received& request) -> std::optional<Reply> {
    if (request.method != "PATCH") return std::nullopt;
    const int nth = ++pieces;
    Reply lost;
    lost.broken = true;
    if (nth == 2) return lost;  // broken off before it was taken
    if (nth == 4) {             // and after
      rig.county.Genuine(request);
      return lost;
    }
    return std::nullopt;
  });
  const Digest digest = rig.store.AddAttachment(file);
  rig.Open();
  REQUIRE(rig.store.WaitUntil(StoredFiles(1)));
  CHECK(rig.county.Arrived(digest) == file);
  std::size_t sent = 0;
  for (const Received& piece : rig.county.RequestsBy("PATCH")) sent += piece.body.size();
  CHECK(sent <= kSize + PieceSize::kMost);  // nothing but the piece that was lost went twice
}

TEST_CASE("a link that is started again goes on in the middle of a file") {
  LinkRig rig;
  const Bytes file = MakeFile(kSize);
  const Digest digest = rig.store.AddAttachment(file);
  std::promise<void> release;
  std::shared_future<void> released = release.get_future().share();
  std::promise<void> reached;
  std::atomic<int> pieces = 0;
  rig.county.SetScript([&, released](const Received& request) -> std::optional<Reply> {
    if (request.method != "PATCH" || ++pieces != 3) return std::nullopt;
    reached.set_value();
    released.wait();
    return Reply{503, "", ""};
  });
  rig.Open();
  REQUIRE(reached.get_future().wait_for(seconds(20)) == std::future_status::ready);
  rig.Close();
  release.set_value();
  const std::size_t before = rig.county.Arrived(digest).size();
  CHECK(before > 0);
  rig.county.SetScript({});
  rig.Open();
  REQUIRE(rig.store.WaitUntil(StoredFiles(1)));
  CHECK(rig.county.Arrived(digest) == file);
  CHECK(rig.county.RequestsBy("PATCH").at(3).upload_offset == std::to_string(before));
}

TEST_CASE("a record that comes while a photo goes up goes first") {
  LinkRig rig;
  rig.options.poll = std::chrono::hours(1);
  rig.store.AddAttachment(MakeFile(2'000'000));
  std::atomic<int> pieces = 0;
  rig.county.SetScript([&](const Received& request) -> std::optional<Reply> {
    if (request.method == "PATCH" && ++pieces == 2) {
      rig.store.Add();
      rig.link->Wake();
    }
    return std::nullopt;
  });
  rig.Open();
  REQUIRE(rig.store.WaitUntil(StoredFiles(1)));
  std::size_t pieces_before = 0;
  std::size_t pieces_after = 0;
  bool record_came = false;
  for (const Received& request : rig.county.Requests()) {
    record_came = record_came || request.records == 1;
    if (request.method == "PATCH") ++(record_came ? pieces_after : pieces_before);
  }
  CHECK(record_came);
  CHECK(pieces_before <= 3);  // one may have left meanwhile
  CHECK(pieces_after >= 3);
}

TEST_CASE("a poll that is due is not held up by a long upload") {
  LinkRig rig;
  rig.options.poll = milliseconds(1);
  rig.store.AddAttachment(MakeFile(1'500'000));
  rig.Open();
  REQUIRE(rig.store.WaitUntil(StoredFiles(1)));
  bool uploading = false;
  int greetings = 0;
  for (const Received& request : rig.county.Requests()) {
    uploading = uploading || request.method == "PATCH";
    if (uploading && request.path == "/v1/records") ++greetings;
  }
  CHECK(greetings >= 3);
}

TEST_CASE("only the county's signed word for that very attachment counts") {
  LinkRig rig;
  const Digest digest = rig.store.AddAttachment(MakeFile(1000));
  const SigningKey stranger = SigningKey::Generate();
  std::string expected = "unknown key";
  AttachmentAck said = rig.county.GenuineAttachmentAck(digest);
  bool forged = false;
  std::string_view context = kAttachmentContext;
  SUBCASE("signed by somebody else") { forged = true; }
  SUBCASE("another terminal's") {
    said.terminal = 8;
    expected = "another terminal";
  }
  SUBCASE("another attachment's") {
    said.digest[0] ^= 1;
    expected = "another one";
  }
  SUBCASE("without a serial") {
    said.serial = 0;
    expected = "no serial";
  }
  SUBCASE("signed for another purpose") {
    context = kAckContext;
    expected = "signature";
  }
  rig.county.SetScript([&](const Received& request) -> std::optional<Reply> {
    if (request.method != "GET" || request.path != PathOf(digest)) return std::nullopt;
    if (!forged) return rig.county.Sealed(context, ToJson(said));
    return Reply{200, std::string(AsText(SealEnvelope(context, ToJson(said), stranger))), ""};
  });
  rig.Open();
  CHECK(rig.WaitFor(LinkCondition::kConnected, expected));
  rig.store.Add();
  rig.link->Wake();
  CHECK(rig.store.WaitUntil([](const auto& state) { return state.stored.size() == 1; }));
  CHECK(rig.store.Now().stored_files.empty());
  rig.county.SetScript({});
  CHECK(rig.store.WaitUntil(StoredFiles(1)));
}

TEST_CASE("what the county has already is not sent again") {
  LinkRig rig;
  const Bytes file = MakeFile(kSize);
  const Digest digest = rig.store.AddAttachment(file);
  std::size_t begun = 0;
  SUBCASE("a part") { begun = 300'000; }
  SUBCASE("all of it") { begun = kSize; }
  rig.county.BeginWith(digest, ByteView(file).first(begun), kSize);
  rig.Open();
  REQUIRE(rig.store.WaitUntil(StoredFiles(1)));
  CHECK(rig.county.Arrived(digest) == file);
  const auto pieces = rig.county.RequestsBy("PATCH");
  CHECK(pieces.empty() == (begun == kSize));
  if (!pieces.empty()) CHECK(pieces.front().upload_offset == std::to_string(begun));
}

TEST_CASE("a county that is at another offset is asked for it") {
  LinkRig rig;
  const Bytes file = MakeFile(kSize);
  const Digest digest = rig.store.AddAttachment(file);
  std::atomic<int> pieces = 0;
  rig.county.SetScript([&](const Received& request) -> std::optional<Reply> {
    // It lost what it had after the second piece.
    if (request.method == "PATCH" && ++pieces == 3) {
      rig.county.BeginWith(digest, ByteView(file).first(70'000), kSize);
    }
    return std::nullopt;
  });
  rig.Open();
  REQUIRE(rig.store.WaitUntil(StoredFiles(1)));
  CHECK(rig.county.Arrived(digest) == file);
  CHECK(rig.county.RequestsBy("PATCH").at(3).upload_offset == "70000");
}

TEST_CASE("a county that goes round in circles is left alone for a while") {
  LinkRig rig;
  rig.options.backoff.first = std::chrono::hours(1);
  rig.options.backoff.most = std::chrono::hours(1);
  rig.options.chance = [] { return 0.5; };
  rig.store.AddAttachment(MakeFile(kSize));
  rig.county.SetScript([](const Received& request) -> std::optional<Reply> {
    if (request.method != "PATCH") return std::nullopt;
    return Reply{409, "", ""};
  });
  rig.Open();
  CHECK(rig.WaitFor(LinkCondition::kConnected, "where an attachment goes on"));
  CHECK(rig.county.RequestsBy("PATCH").size() == 3);
  rig.county.SetScript({});
  rig.link->TryNow();
  CHECK(rig.store.WaitUntil(StoredFiles(1)));
}

TEST_CASE("bytes that arrived as something else are sent anew, and given up if they stay so") {
  LinkRig rig;
  const Bytes file = MakeFile(400'000);
  const Digest digest = rig.store.AddAttachment(file);
  const Digest next = rig.store.AddAttachment(MakeFile(1000, 2));
  bool always = false;
  SUBCASE("once") {}
  SUBCASE("always") { always = true; }
  std::atomic<int> spoilt = 0;
  rig.county.SetScript([&](const Received& request) -> std::optional<Reply> {
    if (request.method != "PATCH" || request.path != PathOf(digest)) return std::nullopt;
    if (request.upload_offset != "0" || (!always && spoilt > 0)) return std::nullopt;
    ++spoilt;
    Received other = request;
    other.body[0] ^= 1;
    rig.county.BeginWith(digest, AsBytes(other.body), file.size());
    return Reply{204, "", "", std::to_string(other.body.size())};
  });
  rig.Open();
  REQUIRE(rig.store.WaitUntil(StoredFiles(always ? 1 : 2)));
  CHECK(rig.county.Arrived(next).size() == 1000);
  if (always) {
    REQUIRE(rig.store.Now().set_aside.size() == 1);
    CHECK(rig.store.Now().set_aside.front().find("digest") != std::string::npos);
    CHECK(spoilt == 3);
  } else {
    CHECK(rig.county.Arrived(digest) == file);
    CHECK(rig.store.Now().set_aside.empty());
  }
}

TEST_CASE("an attachment the county knows no record of is set aside in the end, the rest goes up") {
  LinkRig rig;
  const Digest unknown = rig.store.AddAttachment(MakeFile(1000));
  const Bytes file = MakeFile(2000, 2);
  const Digest known = rig.store.AddAttachment(file);
  rig.county.Disown(unknown);
  rig.Open();
  REQUIRE(rig.store.WaitUntil(StoredFiles(1)));
  CHECK(rig.county.Arrived(known) == file);
  CHECK(rig.store.Now().set_aside.size() == 1);
  CHECK(rig.store.Now().files.empty());
}

TEST_CASE("a 404 of no known meaning sets nothing aside") {
  LinkRig rig;
  rig.store.AddAttachment(MakeFile(1000));
  rig.county.SetScript([](const Received& request) -> std::optional<Reply> {
    if (!request.path.starts_with("/v1/attachments")) return std::nullopt;
    return Reply{404, "<html>", ""};
  });
  rig.Open();
  REQUIRE(rig.county.WaitForRequests("/v1/attachments", 12));
  CHECK(rig.store.Now().set_aside.empty());
  rig.county.SetScript({});
  CHECK(rig.store.WaitUntil(StoredFiles(1)));
}

TEST_CASE("a county that takes no attachments now still takes records, and is left alone") {
  LinkRig rig;
  rig.store.AddAttachment(MakeFile(1000));
  rig.county.SetScript([](const Received& request) -> std::optional<Reply> {
    if (!request.path.starts_with("/v1/attachments")) return std::nullopt;
    return Reply{503, ErrorJson("unavailable", ""), "3600"};
  });
  rig.Open();
  CHECK(rig.WaitFor(LinkCondition::kConnected, "503 (unavailable)"));
  for (std::size_t i = 1; i <= 3; ++i) {
    rig.store.Add();
    rig.link->Wake();
    REQUIRE(rig.store.WaitUntil([i](const auto& state) { return state.stored.size() == i; }));
  }
  CHECK_FALSE(rig.county.Asked("/v1/attachments", 2));
  rig.county.SetScript({});
  rig.link->TryNow();
  CHECK(rig.store.WaitUntil(StoredFiles(1)));
  CHECK(rig.WaitFor(LinkCondition::kConnected));
}

TEST_CASE("a terminal that is refused for its attachments says so and waits") {
  LinkRig rig;
  rig.store.AddAttachment(MakeFile(1000));
  rig.county.SetScript([](const Received& request) -> std::optional<Reply> {
    if (!request.path.starts_with("/v1/attachments")) return std::nullopt;
    return Reply{403, ErrorJson("revoked", ""), ""};
  });
  rig.Open();
  CHECK(rig.WaitFor(LinkCondition::kRefused, "revoked"));
  rig.county.SetScript({});
  rig.link->TryNow();
  CHECK(rig.store.WaitUntil(StoredFiles(1)));
}

TEST_CASE("a restored county gets again what it had not in its backup") {
  LinkRig rig;
  const Bytes file = MakeFile(kSize);
  const Digest digest = rig.store.AddAttachment(file);
  rig.Open();
  REQUIRE(rig.store.WaitUntil(StoredFiles(1)));
  rig.county.Restore();
  REQUIRE(rig.store.WaitUntil([](const auto& state) { return state.stored_files.empty(); }));
  REQUIRE(rig.store.WaitUntil(StoredFiles(1)));
  CHECK(rig.county.Arrived(digest) == file);
}

TEST_CASE(
    "a county restored under an upload: its word under the new ledger waits for the next ack") {
  LinkRig rig;
  const Bytes file = MakeFile(300'000);
  const Digest digest = rig.store.AddAttachment(file);
  std::atomic<bool> restored = false;
  rig.county.SetScript([&](const Received& request) -> std::optional<Reply> {
    if (request.method != "GET" || request.path != PathOf(digest) || restored) return std::nullopt;
    restored = true;
    rig.county.Restore();
    rig.county.BeginWith(digest, file, file.size());
    return std::nullopt;
  });
  rig.Open();
  CHECK(rig.WaitFor(LinkCondition::kConnected, "another ledger"));
  CHECK(rig.store.WaitUntil(StoredFiles(1)));
}

TEST_CASE("what is withdrawn while it goes up is let go, and the next goes up") {
  LinkRig rig;
  const Digest withdrawn = rig.store.AddAttachment(MakeFile(kSize));
  const Bytes file = MakeFile(2000, 2);
  const Digest next = rig.store.AddAttachment(file);
  std::atomic<int> pieces = 0;
  rig.county.SetScript([&](const Received& request) -> std::optional<Reply> {
    if (request.method == "PATCH" && ++pieces == 2) rig.store.RemoveAttachment(withdrawn);
    return std::nullopt;
  });
  rig.Open();
  REQUIRE(rig.store.WaitUntil(StoredFiles(1)));
  CHECK(rig.county.Arrived(next) == file);
  CHECK(rig.county.Arrived(withdrawn).size() < kSize);
  CHECK(rig.store.Now().set_aside.empty());
}

TEST_CASE("attachments keep to their share of the line, records do not") {
  LinkRig rig;
  rig.options.attachment_rate = 200'000;
  const Bytes file = MakeFile(200'000);
  const Digest digest = rig.store.AddAttachment(file);
  const auto before = std::chrono::steady_clock::now();
  rig.Open();
  REQUIRE(rig.store.WaitUntil(StoredFiles(1)));
  CHECK(std::chrono::steady_clock::now() - before >= milliseconds(500));
  CHECK(rig.county.Arrived(digest) == file);
}

TEST_CASE("pieces shrink on a line that breaks and grow on one that holds") {
  PieceSize size;
  size.Arrived(100);
  CHECK(size.bytes() == PieceSize::kMost);
  size.Arrived(100);
  CHECK(size.bytes() == PieceSize::kMost);
  size.Arrived(10'000);
  CHECK(size.bytes() == PieceSize::kMost);
  size.Arrived(30'000);
  CHECK(size.bytes() == 128 * 1024);
  for (int i = 0; i < 3; ++i) size.BrokeOff();
  CHECK(size.bytes() == PieceSize::kLeast);
}

TEST_CASE("an attachment that the county answers with an error steps behind the others") {
  for (const int status : {400, 500}) {
    CAPTURE(status);
    LinkRig rig;
    const Digest bad = rig.store.AddAttachment(MakeFile(3000, 1));
    const Digest good = rig.store.AddAttachment(MakeFile(3000, 2));
    std::atomic<bool> mended = false;
    rig.county.SetScript([&](const Received& request) -> std::optional<Reply> {
      if (mended || request.path != PathOf(bad) || request.method != "PATCH") return std::nullopt;
      return Reply{status, ErrorJson("storage", "disk"), ""};
    });
    rig.Open();
    REQUIRE(rig.store.WaitUntil(StoredFiles(1)));
    CHECK(rig.county.Arrived(good).size() == 3000);
    CHECK(rig.WaitFor(LinkCondition::kConnected, "steps behind"));
    const Digest later = rig.store.AddAttachment(MakeFile(3000, 3));
    rig.link->Wake();
    REQUIRE(rig.store.WaitUntil(StoredFiles(2)));
    CHECK(rig.county.Arrived(later).size() == 3000);
    mended = true;
    REQUIRE(rig.store.WaitUntil(StoredFiles(3)));
    CHECK(rig.county.Arrived(bad).size() == 3000);
  }
}

TEST_CASE(
    "where the line lets no PATCH through, pieces go by POST, the next attachment's at once") {
  for (const int status : {405, 501}) {
    CAPTURE(status);
    LinkRig rig;
    const Bytes file = MakeFile(kSize), other = MakeFile(3000, 2);
    rig.county.SetScript([&](const Received& request) -> std::optional<Reply> {
      if (request.method != "PATCH") return std::nullopt;
      return Reply{status, "<html>not here</html>", ""};
    });
    const Digest first = rig.store.AddAttachment(file);
    rig.Open();
    REQUIRE(rig.store.WaitUntil(StoredFiles(1)));
    const Digest second = rig.store.AddAttachment(other);
    rig.link->Wake();
    REQUIRE(rig.store.WaitUntil(StoredFiles(2)));
    CHECK(rig.county.Arrived(first) == file);
    CHECK(rig.county.Arrived(second) == other);
    CHECK(rig.county.RequestsBy("PATCH").size() == 1);
  }
}

TEST_CASE("a county that takes a piece neither way has its attachment step behind") {
  LinkRig rig;
  const Digest bad = rig.store.AddAttachment(MakeFile(3000, 1));
  const Digest good = rig.store.AddAttachment(MakeFile(3000, 2));
  rig.county.SetScript([&](const Received& request) -> std::optional<Reply> {
    const bool piece = request.method == "PATCH" || request.method_override == "PATCH";
    if (!piece || request.path != PathOf(bad)) return std::nullopt;
    return Reply{405, "", ""};
  });
  rig.Open();
  REQUIRE(rig.store.WaitUntil(StoredFiles(1)));
  CHECK(rig.county.Arrived(good).size() == 3000);
  CHECK(rig.WaitFor(LinkCondition::kConnected, "steps behind"));
}
