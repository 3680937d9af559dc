#include "shared/exchange/ack.h"

#include <array>

#include "shared/base/json.h"
#include "shared/base/json_fields.h"

namespace studio {
namespace {

constexpr std::array kStatuses = {RecordStatus::kStored, RecordStatus::kDuplicate,
                                  RecordStatus::kConflict, RecordStatus::kRejected};

void Need(JsonFields& in, const char* name, RecordStatus& out) {
  std::string text;
  in.Need(name, text);
  for (RecordStatus status : kStatuses) {
    if (NameOf(status) == text) {
      out = status;
      return;
    }
  }
  in.Refuse(name);
}

bool IsRefused(const RecordAnswer& answer) {
  return answer.status == RecordStatus::kConflict || answer.status == RecordStatus::kRejected;
}

}  // namespace

std::string_view NameOf(RecordStatus status) {
  switch (status) {
    case RecordStatus::kStored:
      return "stored";
    case RecordStatus::kDuplicate:
      return "duplicate";
    case RecordStatus::kConflict:
      return "conflict";
    case RecordStatus::kRejected:
      return "rejected";
  }
  return "unknown";
}

std::string ToJson(const Ack& ack) {
  nlohmann::json answers = nlohmann::json::array();
  for (const RecordAnswer& answer : ack.answers) {
    answers.push_back({{"id", answer.id.ToString()},
                       {"status", NameOf(answer.status)},
                       {"serial", answer.serial},
                       {"reason", answer.reason}});
    if (IsRefused(answer)) answers.back()["code"] = NameOf(answer.code);
  }
  nlohmann::json out = {
      {"terminal", ack.terminal},
      {"batch_hash", ToBase64Url(ack.batch_hash)},
      {"ledger", ack.ledger.ToString()},
      {"safe_serial", ack.safe_serial},
      {"county_time_ms", ack.county_time_ms},
      {"answers", std::move(answers)},
      {"stream", ack.stream.ToString()},
      {"stream_count", ack.stream_count},
      {"stream_head",
       {{"seq", ack.stream_head.seq}, {"digest", ToBase64Url(ack.stream_head.digest)}}},
      {"feed_cursor", ack.feed_cursor}};
  if (ack.pins != PinCount()) {
    out["pin_tries"] = ack.pins.tries;
    out["pin_failures"] = ack.pins.failures;
  }
  return JsonText(out);
}

Result<Ack> AckFromJson(std::string_view json) {
  JsonFields in(json);
  Ack ack;
  in.Need("terminal", ack.terminal);
  in.Need("batch_hash", ack.batch_hash);
  in.Need("ledger", ack.ledger);
  in.Need("safe_serial", ack.safe_serial);
  in.Need("county_time_ms", ack.county_time_ms);
  for (JsonFields& fields : in.Objects("answers")) {
    RecordAnswer answer;
    fields.Need("id", answer.id);
    Need(fields, "status", answer.status);
    fields.Need("serial", answer.serial);
    fields.May("reason", answer.reason);
    if (IsRefused(answer)) {
      std::string code;
      fields.May("code", code);
      answer.code = code.empty() ? RefusalOfReason(answer.reason) : RefusalFrom(code);
    }
    ack.answers.push_back(std::move(answer));
  }
  in.Need("stream", ack.stream);
  in.Need("stream_count", ack.stream_count);
  JsonFields head = in.Object("stream_head");
  head.Need("seq", ack.stream_head.seq);
  head.Need("digest", ack.stream_head.digest);
  in.May("pin_tries", ack.pins.tries);
  in.May("pin_failures", ack.pins.failures);
  in.Need("feed_cursor", ack.feed_cursor);
  return in.Finish("ack", std::move(ack));
}

Digest HashOfBatch(ByteView batch_bytes) { return HashOf("ms.batch.v1", batch_bytes); }

}  // namespace studio
