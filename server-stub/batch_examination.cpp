#include "server/batch_examination.h"

#include <limits>
#include <nlohmann/json.hpp>

#include "shared/request_body.h"
#include "shared/sealing.h"

namespace county {

using studio::RecordHeader;
using studio::RecordKind;

namespace {

constexpr std::uint64_t kMaxSeq = std::numeric_limits<std::int64_t>::max();

// Empty where the words can be read; fills in what a withdrawal withdraws.
std::string ReadFault(RecordKind kind, std::string_view body, std::optional<Uuid>& withdraws) {
  if (kind == RecordKind::kRequest) {
    const auto request = studio::RequestBodyFromJson(body);
    return request ? std::string() : "body: " + request.error().detail;
  }
  if (kind == RecordKind::kWithdrawal) {
    const auto withdrawal = studio::WithdrawalBodyFromJson(body);
    if (!withdrawal) return "body: " + withdrawal.error().detail;
    withdraws = withdrawal->withdraws;
    return {};
  }
  const auto json = nlohmann::json::parse(body, nullptr, false);
  return json.is_object() ? std::string() : "body: not a JSON object";
}

std::string BodyFault(const RecordHeader& header, const Bytes& sealed,
                      const studio::BoxKeyPair& county, std::optional<Uuid>& withdraws) {
  if (studio::HashOfSealed(sealed) != header.sealed_hash) {
    return "body: not the one the header names";
  }
  const auto body = studio::Open({header.id, header.kind, header.terminal}, sealed, county);
  if (!body) return "body: " + body.error().detail;
  return ReadFault(header.kind, studio::AsText(*body), withdraws);
}

}  // namespace

ExaminedEntry Examine(const studio::BatchEntry& entry, const Terminal& terminal,
                      const studio::BoxKeyPair& county) {
  ExaminedEntry examined;
  examined.digest = studio::DigestOfHeader(entry.header);
  const std::uint64_t seq = entry.place.place.seq;
  if (auto header = studio::DecodeRecordHeader(entry.header)) {
    examined.header = std::move(*header);
  } else {
    examined.fault = "header: " + header.error().detail;
    return examined;
  }
  if (examined.header->terminal != terminal.number) {
    examined.fault = "header: another terminal's record";
    return examined;
  }
  if (seq == 0 || seq > kMaxSeq || !VerifyPlace(terminal.key, examined.digest, entry.place)) {
    examined.fault = "place: the terminal's signature does not hold";
    return examined;
  }
  examined.place_holds = true;
  if (entry.sealed) {
    examined.fault = BodyFault(*examined.header, *entry.sealed, county, examined.withdraws);
  }
  return examined;
}

}  // namespace county
