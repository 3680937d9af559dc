#include "full_store.h"

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>

#include "platform/system_clock.h"
#include "store/base/database.h"
#include "store/outbox/records.h"
#include "store/rows/tables.h"

namespace studio::bench {
namespace {

constexpr int kRowsAChange = 10'000;
constexpr int kNumbersATerminal = 100'000;

ReceiptNumber NumberElsewhere(TerminalNumber terminal, int nth) {
  return ReceiptNumber::Make(terminal + 1 + static_cast<TerminalNumber>(nth / kNumbersATerminal),
                             static_cast<std::uint32_t>(nth % kNumbersATerminal));
}

OutboxRow MakeRow(const RecordMaker& maker, const Identity& identity, const ReceiptNumber& number,
                  RecordHeader& header) {
  const RequestBody body = SomeRequest(number);
  auto row =
      maker.Make(ChoiceOf(body), false, ToJson(body), {identity.county.county_sealing_key, {}});
  if (!row) throw std::runtime_error(row.error().detail);
  const auto decoded = DecodeRecordHeader(row->header);
  if (!decoded) throw std::runtime_error(decoded.error().detail);
  header = *decoded;
  return std::move(*row);
}

}  // namespace

Identity SomeIdentity() {
  Identity identity;
  identity.county.terminal = kBenchTerminal;
  identity.county.studio = 1;
  identity.county.county_sealing_key = BoxKeyPair::Generate().Public();
  return identity;
}

RequestBody SomeRequest(const ReceiptNumber& number) {
  RequestBody body;
  body.receipt = number.digits();
  body.reading_key = ToBase64Url(BoxKeyPair::Generate().Public().bytes);
  body.category = "roads";
  body.category_name = "道路桥梁";
  body.village_name = "示例村";
  body.words = "村口的路灯坏了两个星期,晚上老人孩子出门看不清路。";
  body.visibility = Visibility::kNamed;
  body.name = "示例甲";
  body.phone = "00000000001";
  body.consent_version = "2026-11";
  return body;
}

void Fill(const std::filesystem::path& folder, const Identity& identity, int rows, int sealed) {
  auto opened = OpenDatabase(folder);
  if (!opened) throw std::runtime_error(opened.error().detail);
  const AttachmentFolder attachments(folder);
  Tables tables(std::move(*opened), identity, attachments);
  tables.streams.BeginIfNone();
  const SystemClock clock;
  const TerminalNumber terminal = identity.county.terminal;
  const RecordMaker maker(&clock, std::make_shared<const KnownTime>(), identity.county.studio,
                          terminal, BootId());
  const auto reading_key = BoxKeyPair::Generate().Public().bytes;
  OutboxRow row;
  RecordHeader header;
  for (int made = 0; made < rows;) {
    Change change(*tables.connection);
    for (const int end = std::min(rows, made + kRowsAChange); made < end; ++made) {
      const ReceiptNumber number = NumberElsewhere(terminal, made);
      if (made < std::max(sealed, 1)) {
        row = MakeRow(maker, identity, number, header);
        row.reading_key = Bytes(reading_key.begin(), reading_key.end());
      } else {
        // The same sealed bytes under ever new ids: only sizes and places matter here.
        header.id = Uuid::V7(clock.Now().wall_ms);
        row.header = Encode(header);
      }
      row.receipt = number.digits();
      tables.outbox.Add(row);
    }
    change.Commit();
  }
}

}  // namespace studio::bench
