// The files in shared/test_vectors come from make.py, which shares no code with shared/*.cpp.
#include <doctest/doctest.h>

#include <fstream>

#include "samples.h"
#include "shared/base/json.h"
#include "shared/bodies/case_answer.h"
#include "shared/bodies/heard_body.h"
#include "shared/bodies/line_closing_body.h"
#include "shared/bodies/work_bodies.h"
#include "shared/exchange/attachment_ack.h"
#include "shared/exchange/county_time.h"
#include "shared/exchange/envelope.h"
#include "shared/exchange/http_signature.h"
#include "shared/exchange/upload_metadata.h"
#include "shared/feed/leave_reason.h"
#include "shared/mechanism/sealed_deed.h"
#include "shared/record/attachment.h"
#include "shared/record/badge.h"

using namespace studio;
using nlohmann::json;

namespace {

json Vectors(const std::string& name) {
  std::ifstream in(std::string(STUDIO_SOURCE_DIR) + "/shared/test_vectors/" + name + ".json");
  REQUIRE(in);
  return json::parse(in);
}

std::string Text(const json& value) { return value.get<std::string>(); }
Bytes Hex(const json& value) { return FromHex(Text(value)).value(); }
Uuid Id(const json& value) { return Uuid::Parse(Text(value)).value(); }

template <std::size_t N>
ByteArray<N> Array(const json& value) {
  return ToArray<N>(FromHex(Text(value))).value();
}

RecordHeader HeaderOf(const json& vector) {
  RecordHeader header;
  header.id = Id(vector["id"]);
  REQUIRE(vector["kind"] == NameOf(header.kind));
  header.urgent = vector["urgent"];
  header.studio = vector["studio"];
  header.terminal = vector["terminal"];
  header.clock = {vector["wall_ms"], vector["monotonic_ms"], Id(vector["boot"]),
                  vector["offset_ms"].get<std::int64_t>()};
  for (const json& digest : vector["attachments_hex"]) {
    header.attachments.push_back(Array<32>(digest));
  }
  header.sealed_hash = Array<32>(vector["sealed_hash_hex"]);
  return header;
}

StreamOpening OpeningOf(const json& vector) {
  return {Id(vector["stream"]),
          vector["terminal"],
          Id(vector["succeeds"]),
          {vector["old_seq"], Array<32>(vector["old_digest_hex"])}};
}

}  // namespace

TEST_CASE("vectors: keys") {
  const json keys = Vectors("keys");
  for (const char* name : {"terminal", "county"}) {
    const auto key = SigningKey::FromSeed(Array<32>(keys[name]["seed_hex"]));
    CHECK(keys[name]["public_hex"] == ToHex(key.Public().bytes));
    CHECK(keys[name]["key_id_hex"] == ToHex(key.Public().Id()));
  }
  for (const char* name : {"county_box", "studio_box"}) {
    const auto pair = BoxKeyPair::FromSeed(Array<32>(keys[name]["seed_hex"]));
    CHECK(keys[name]["public_hex"] == ToHex(pair.Public().bytes));
    CHECK(keys[name]["key_id_hex"] == ToHex(pair.Public().Id()));
  }
}

TEST_CASE("vectors: record header and digest") {
  const json vector = Vectors("record");
  const Bytes header = Encode(HeaderOf(vector));
  CHECK(vector["header_hex"] == ToHex(header));
  CHECK(vector["digest_hex"] == ToHex(DigestOfHeader(header)));
  CHECK(DecodeRecordHeader(header));
}

TEST_CASE("vectors: a sealed body opens for both its readers") {
  const json vector = Vectors("sealed");
  const Bytes sealed = Hex(vector["sealed_hex"]);
  const SealBinding binding{Id(vector["id"]), RecordKind::kRequest, vector["terminal"]};
  for (const BoxKeyPair* reader : {&samples::CountyBox(), &samples::StudioBox()}) {
    const auto body = Open(binding, sealed, *reader);
    REQUIRE(body);
    CHECK(vector["body"] == AsText(*body));
  }
  CHECK(Vectors("record")["sealed_hash_hex"] == ToHex(HashOfSealed(sealed)));
}

TEST_CASE("vectors: stream openings and place") {
  const json vector = Vectors("stream");
  const StreamOpening opening = OpeningOf(vector);
  ByteWriter out;
  Encode(opening, out);
  CHECK(vector["opening_hex"] == ToHex(out.Take()));
  CHECK(vector["first_previous_hex"] == ToHex(opening.FirstPrevious()));
  ByteWriter first;
  Encode(StreamOpening{opening.stream, opening.terminal, std::nullopt, {}}, first);
  CHECK(vector["first_opening_hex"] == ToHex(first.Take()));

  const auto digest = Array<32>(Vectors("record")["digest_hex"]);
  const SignedPlace place = SignPlace(
      samples::Terminal(), digest, {opening.stream, vector["place_seq"], opening.FirstPrevious()});
  CHECK(vector["place_signature_hex"] == ToHex(place.signature));
}

TEST_CASE("vectors: batch") {
  const json vector = Vectors("batch");
  const json stream = Vectors("stream");
  const auto batch = DecodeBatch(Hex(vector["batch_hex"]));
  REQUIRE(batch);
  CHECK(batch->opening.FirstPrevious() == OpeningOf(stream).FirstPrevious());
  REQUIRE(batch->entries.size() == 2);
  for (const BatchEntry& entry : batch->entries) {
    CHECK(Vectors("record")["header_hex"] == ToHex(entry.header));
    CHECK(VerifyPlace(samples::Terminal().Public(), DigestOfHeader(entry.header), entry.place));
  }
  CHECK(Vectors("sealed")["sealed_hex"] == ToHex(*batch->entries[0].sealed));
  CHECK_FALSE(batch->entries[1].sealed);
  CHECK(vector["batch_hex"] == ToHex(Encode(*batch)));
  CHECK(vector["batch_hash_hex"] == ToHex(HashOfBatch(Encode(*batch))));

  Batch empty = *batch;
  empty.entries.clear();
  CHECK(vector["empty_hex"] == ToHex(Encode(empty)));
}

TEST_CASE("vectors: envelopes") {
  const json vectors = Vectors("envelopes");
  const std::vector<VerifyKey> trusted{samples::County().Public()};
  const auto payload = [&](const char* name) {
    const json& vector = vectors[name];
    const auto opened = OpenEnvelope(Text(vector["context"]), Hex(vector["envelope_hex"]), trusted);
    REQUIRE(opened);
    CHECK(*opened == Text(vector["payload"]));
    CHECK(SealEnvelope(Text(vector["context"]), *opened, samples::County()) ==
          Hex(vector["envelope_hex"]));
    return *opened;
  };
  const auto ack = AckFromJson(payload("ack"));
  REQUIRE(ack);
  CHECK(Vectors("batch")["batch_hash_hex"] == ToHex(ack->batch_hash));
  CHECK(ToJson(*ack) == payload("ack"));
  const auto page = FeedPageFromJson(payload("feed"));
  REQUIRE(page);
  CHECK(page->changes.size() == 2);
  CHECK(ToJson(*page) == payload("feed"));
  const auto attachment = AttachmentAckFromJson(payload("attachment"));
  REQUIRE(attachment);
  CHECK(Vectors("attachment")["digest_hex"] == ToHex(attachment->digest));
  CHECK(ToJson(*attachment) == payload("attachment"));
  const auto time = CountyTimeFromJson(payload("time"));
  REQUIRE(time);
  CHECK(ToJson(*time) == payload("time"));
  const auto answer = EnrolmentAnswerFromJson(payload("enrolment"));
  REQUIRE(answer);
  CHECK(ToJson(*answer) == payload("enrolment"));
}

TEST_CASE("vectors: receipts and reading key") {
  const json vector = Vectors("receipts");
  for (const json& each : vector["numbers"]) {
    CHECK(each["number"] == ReceiptNumber::Make(each["terminal"], each["five_digits"]).digits());
  }
  const auto number = *ReceiptNumber::Parse(Text(vector["number"]));
  const auto code = *LookupCode::Parse(Text(vector["code"]));
  const auto key = DeriveReadingKey(number, code);
  REQUIRE(key);
  CHECK(vector["reading_seed_hex"] == ToHex(key->seed()));
  CHECK(vector["reading_public_hex"] == ToHex(key->Public().bytes));
  CHECK(vector["slip_text"] == SlipText(number, code));
}

TEST_CASE("vectors: enrolment code") {
  const json vector = Vectors("enrolment_code");
  const auto code = EnrolmentCode::Parse(Text(vector["typed"]));
  REQUIRE(code);
  CHECK(vector["code"] == code->text());
  CHECK(vector["hash_hex"] == ToHex(code->Hash()));
}

TEST_CASE("vectors: signed request") {
  const json vector = Vectors("signed_request");
  const Bytes body = Hex(vector["body_hex"]);
  const HttpRequestParts request{Text(vector["method"]), Text(vector["authority"]),
                                 Text(vector["path"]), Text(vector["query"]), body};
  const SignedHeaders headers{Text(vector["content_digest"]), Text(vector["signature_input"]),
                              Text(vector["signature"])};
  const auto keys = [](TerminalNumber) { return std::optional(samples::Terminal().Public()); };
  CHECK(VerifyRequest(request, headers, keys) == 37);
  const Signature bare = samples::Terminal().SignBare(AsBytes(Text(vector["signature_base"])));
  CHECK("ms=:" + ToBase64(bare) + ":" == headers.signature);
}

TEST_CASE("vectors: an attachment of two pieces opens, and is named by its digest") {
  const json vector = Vectors("attachment");
  const Bytes file = FromBase64(Text(vector["file_base64"])).value();
  CHECK(vector["digest_hex"] == ToHex(Sha256(file)));
  CHECK(vector["upload_metadata"] == UploadMetadata(Sha256(file)));
  const auto plain = OpenAttachment(file, Array<32>(vector["key_hex"]));
  REQUIRE(plain);
  CHECK(vector["plain_bytes"] == plain->size());
  CHECK(vector["plain_sha256_hex"] == ToHex(Sha256(*plain)));
}

TEST_CASE("vectors: badges") {
  const json vectors = Vectors("badges");
  for (const char* name : {"card", "live"}) {
    CAPTURE(name);
    const json vector = vectors[name];
    Badge badge;
    badge.kind = vector["kind"] == "card" ? BadgeKind::kCard : BadgeKind::kLive;
    badge.county = vector["county"];
    badge.member = vector["member"];
    badge.issued_s = vector["issued_s"];
    badge.expires_s = vector["expires_s"];
    badge.nonce = Array<16>(vector["nonce_hex"]);
    CHECK(vector["content_hex"] == ToHex(Encode(badge)));
    CHECK(vector["text"] == SignBadge(badge, samples::County()).Text(false));
    const auto token = ReadBadgeToken(Text(vector["text"]));
    REQUIRE(token);
    const auto opened = OpenBadge(*token, std::vector{samples::County().Public()});
    REQUIRE(opened);
    CHECK(*opened == badge);
  }
  const auto card = ReadBadgeToken(Text(vectors["card"]["text_with_secret"]));
  REQUIRE(card);
  CHECK(card->secret == Array<16>(vectors["card"]["secret_hex"]));
  CHECK(vectors["card"]["text_with_secret"] == card->Text(true));
  CHECK(vectors["card"]["text"] == card->Text(false));
}

TEST_CASE("vectors: what members write, and what is told of deeds") {
  const json vector = Vectors("deeds");
  const BoxKeyPair studio =
      BoxKeyPair::FromSeed(Array<32>(Vectors("keys")["studio_box"]["seed_hex"]));
  const auto& why = vector["reason"];
  Shift shift;
  shift.id = Text(why["shift"]);
  shift.changes.resize(1);
  shift.changes[0].member = Text(why["member"]);
  shift.changes[0].sealed_reason = Hex(why["sealed_hex"]);
  OpenReasons(shift, studio);
  CHECK(shift.changes[0].reason == Text(why["text"]));

  const std::string name = Text(vector["deed"]["name"]);
  const auto deed = OpenDeed(name, Hex(vector["deed"]["sealed_hex"]), studio);
  REQUIRE_MESSAGE(deed, (deed ? "" : deed.error().detail));
  CHECK(ToJson(*deed) == Text(vector["deed"]["text"]));
  CHECK(deed->members[2].units.at("hours") == Fraction(3, 2));
  const std::string year = Text(vector["closed_year"]["name"]);
  const auto closed = OpenClosedYear(year, Hex(vector["closed_year"]["sealed_hex"]), studio);
  REQUIRE(closed);
  CHECK(ToJson(*closed) == Text(vector["closed_year"]["text"]));
  const auto activity = ActivityBodyFromJson(vector["activity"].dump());
  REQUIRE(activity);
  CHECK(activity->units.at("residents") == "12");
  CHECK(json::parse(ToJson(*activity)) == vector["activity"]);
  const auto information = InformationBodyFromJson(vector["information"].dump());
  REQUIRE(information);
  CHECK(information->members[0].role == "pen_holder");
  CHECK(information->handed_in_as == HandedInAs::kTopic);
  CHECK(json::parse(ToJson(*information)) == vector["information"]);
  const auto heard = HeardBodyFromJson(vector["heard"].dump());
  REQUIRE(heard);
  CHECK(heard->who == "示例甲");
  CHECK(json::parse(ToJson(*heard)) == vector["heard"]);
  // Who does not know it reads nothing; who reads one does not take the other for it.
  CHECK(InformationBodyFromJson(vector["heard"].dump())->title.empty());
  CHECK(HeardBodyFromJson(vector["information"].dump())->words.empty());
  const auto closing = LineClosingBodyFromJson(vector["line_closing"].dump());
  REQUIRE(closing);
  CHECK(closing->outcome == CaseOutcome::kSolved);
  CHECK(json::parse(ToJson(*closing)) == vector["line_closing"]);
  CHECK(InformationBodyFromJson(vector["line_closing"].dump())->title.empty());
  CHECK(HeardBodyFromJson(vector["line_closing"].dump())->words.empty());
  CHECK(LineClosingBodyFromJson(vector["heard"].dump())->date.empty());
  auto wrong = vector["line_closing"];
  wrong["outcome"] = "forgotten";
  CHECK_FALSE(LineClosingBodyFromJson(wrong.dump()));
  wrong = vector["information"];
  wrong["handed_in_as"] = "letter";
  CHECK_FALSE(InformationBodyFromJson(wrong.dump()));
  wrong = vector["heard"];
  wrong["way"] = "pigeon";
  CHECK_FALSE(HeardBodyFromJson(wrong.dump()));
  wrong["way"] = "phone";
  wrong["words"] = " ";
  CHECK_FALSE(HeardBodyFromJson(wrong.dump()));
}

TEST_CASE("vectors: what a member answered, for the desk and for the slip") {
  const json vector = Vectors("replies");
  const BoxKeyPair studio =
      BoxKeyPair::FromSeed(Array<32>(Vectors("keys")["studio_box"]["seed_hex"]));
  const BoxKeyPair slip = BoxKeyPair::FromSeed(Array<32>(vector["slip_seed_hex"]));
  const Uuid record = Id(vector["record"]);
  const auto body = MemberReplyBodyFromJson(vector["body"].dump());
  REQUIRE_MESSAGE(body, (body ? "" : body.error().detail));
  CHECK(json::parse(ToJson(*body)) == vector["body"]);
  CHECK(OpenReplyForDesk(record, Hex(vector["for_desk_hex"]), studio) == *body);
  const auto number = ReceiptNumber::Parse(body->receipt);
  REQUIRE(number);
  const auto answer = OpenAnswer(*number, Hex(vector["for_slip_hex"]), slip);
  REQUIRE_MESSAGE(answer, (answer ? "" : answer.error().detail));
  CHECK(answer->course == std::vector{StepOf(record, *body)});
}
