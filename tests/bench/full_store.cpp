#include "full_store.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "platform/system_clock.h"
#include "store/database.h"
#include "store/records.h"
#include "store/tables.h"

namespace studio::bench {
namespace {

constexpr int kRowsAChange = 10'000;
constexpr int kNumbersATerminal = 100'000;

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

void Fill(const std::filesystem::path& folder, const Identity& identity, int rows) {
  auto opened = OpenDatabase(folder);
  if (!opened) throw std::runtime_error(opened.error().detail);
  const AttachmentFolder attachments(folder);
  Tables tables(std::move(*opened), identity, attachments);
  tables.streams.BeginIfNone();
  const SystemClock clock;
  const RecordMaker maker(&clock, identity.county.studio, kBenchTerminal, BootId());
  const std::string text = ToJson(SomeRequest(ReceiptNumber::Make(kBenchTerminal, 0)));
  auto row =
      maker.Make(RecordKind::kRequest, false, text, std::array{identity.county.county_sealing_key});
  if (!row) throw std::runtime_error(row.error().detail);
  auto header = DecodeRecordHeader(row->header);
  if (!header) throw std::runtime_error(header.error().detail);
  const auto reading_key = BoxKeyPair::Generate().Public().bytes;
  row->reading_key = Bytes(reading_key.begin(), reading_key.end());
  for (int made = 0; made < rows;) {
    Change change(*tables.connection);
    for (const int end = std::min(rows, made + kRowsAChange); made < end; ++made) {
      // The same sealed bytes under ever new ids: only sizes and places matter here.
      header->id = Uuid::V7(clock.Now().wall_ms);
      row->header = Encode(*header);
      row->receipt = ReceiptNumber::Make(
                         kBenchTerminal + 1 + static_cast<TerminalNumber>(made / kNumbersATerminal),
                         static_cast<std::uint32_t>(made % kNumbersATerminal))
                         .digits();
      tables.outbox.Add(*row);
    }
    change.Commit();
  }
}

}  // namespace studio::bench
