#include "server/intake/batch_examination.h"

#include <limits>

#include "shared/base/json.h"
#include "shared/base/json_fields.h"
#include "shared/bodies/request_body.h"
#include "shared/record/sealing.h"

namespace county {

using studio::RecordHeader;
using studio::RecordKind;

namespace {

constexpr std::uint64_t kMaxSeq = std::numeric_limits<std::int64_t>::max();

// Nobody reads on a slip what no member is proven to have said.
void ExamineMemberReply(std::string_view body, const BadgeTrust& trust, ExaminedCase& matter) {
  matter = ExamineReply(body);
  if (!matter.reply) return;
  const std::string fault = TokenFault(matter.reply->token, matter.reply->member, trust);
  if (fault.empty()) return;
  matter.reply.reset();
  matter.outcome = "not counted: unproven: " + fault;
}

// Fills in what the words say; the fault stays empty where they can be read.
void ExamineBodyText(std::string_view body, const Terminal& terminal, const BadgeTrust& trust,
                     ExaminedEntry& examined) {
  const RecordKind kind = examined.header->kind;
  if (kind == RecordKind::kRequest) {
    const auto request = studio::RequestBodyFromJson(body);
    if (request) {
      examined.matter = ExamineRequest(*request, *examined.header, terminal.studio);
      // A terminal that does not ask for the badge yet tells the name alone.
      if (!request->helper.empty()) {
        examined.matter.unproven = TokenFault(request->helper_token, request->helper, trust);
      }
    } else {
      examined.Refuse(studio::Refusal::kBody, "body: " + request.error().detail);
    }
    return;
  }
  if (kind == RecordKind::kWithdrawal) {
    const auto withdrawal = studio::WithdrawalBodyFromJson(body);
    if (withdrawal) {
      examined.withdraws = withdrawal->withdraws;
    } else {
      examined.Refuse(studio::Refusal::kBody, "body: " + withdrawal.error().detail);
    }
    return;
  }
  if (!studio::ParseJson(body).is_object()) {
    examined.Refuse(studio::Refusal::kBody, "body: not a JSON object, or nested too deep");
    return;
  }
  if (kind == RecordKind::kRating) examined.matter = ExamineRating(body);
  if (kind == RecordKind::kMemberReply) ExamineMemberReply(body, trust, examined.matter);
  examined.duty = ExamineDuty(kind, body, trust);
  examined.voice = ExamineVoice(kind, body, trust);
  examined.work = ExamineWork(kind, body, trust);
}

void OpenBody(const Bytes& sealed, const Terminal& terminal, const studio::BoxKeyPair& county,
              const BadgeTrust& trust, ExaminedEntry& examined) {
  const RecordHeader& header = *examined.header;
  if (studio::HashOfSealed(sealed) != header.sealed_hash) {
    examined.Refuse(studio::Refusal::kBodyDigest, "body: not the one the header names");
    return;
  }
  const auto body = studio::Open({header.id, header.kind, header.terminal}, sealed, county);
  if (!body) {
    examined.Refuse(studio::Refusal::kBody, "body: " + body.error().detail);
    return;
  }
  ExamineBodyText(studio::AsText(*body), terminal, trust, examined);
}

}  // namespace

ExaminedEntry Examine(const studio::BatchEntry& entry, const Terminal& terminal,
                      const studio::BoxKeyPair& county, const BadgeTrust& trust) {
  ExaminedEntry examined;
  examined.digest = studio::DigestOfHeader(entry.header);
  const std::uint64_t seq = entry.place.place.seq;
  if (auto header = studio::DecodeRecordHeader(entry.header)) {
    examined.header = std::move(*header);
  } else {
    examined.Refuse(studio::Refusal::kHeader, "header: " + header.error().detail);
    return examined;
  }
  if (examined.header->terminal != terminal.number) {
    examined.Refuse(studio::Refusal::kOtherTerminal, "header: another terminal's record");
    return examined;
  }
  if (seq == 0 || seq > kMaxSeq || !VerifyPlace(terminal.key, examined.digest, entry.place)) {
    examined.Refuse(studio::Refusal::kPlace, "place: the terminal's signature does not hold");
    return examined;
  }
  examined.place_holds = true;
  if (entry.sealed) OpenBody(*entry.sealed, terminal, county, trust, examined);
  return examined;
}

}  // namespace county
