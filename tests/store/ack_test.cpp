#include <doctest/doctest.h>

#include "shared/files/durable_file.h"
#include "store/files/outbox_json.h"
#include "store_rig.h"

using namespace studio;

namespace {

// The data folder as it is now, database closed for the moment.
struct DiskImage {
  explicit DiskImage(StoreRig& rig) {
    rig.Stop();
    std::filesystem::copy(rig.folder, temp.path(),
                          std::filesystem::copy_options::recursive |
                              std::filesystem::copy_options::overwrite_existing);
    rig.Start();
  }
  void WriteBack(StoreRig& rig) const {
    rig.Stop();
    for (const auto& file : std::filesystem::directory_iterator(rig.folder)) {
      std::filesystem::remove_all(file.path());
    }
    std::filesystem::copy(temp.path(), rig.folder, std::filesystem::copy_options::recursive);
    rig.Start();
  }
  TempFolder temp;
};

}  // namespace

TEST_CASE("a request is shown as received only after the county's ack") {
  Site site;
  const auto filed = site.rig.File("修桥");
  REQUIRE(filed);
  const auto batch = site.rig.Prepare();
  const Ack ack = site.county.Take(batch->bytes);
  site.rig.Settle();
  CHECK(site.rig.receipts.empty());
  REQUIRE(site.rig.Apply(ack));
  site.rig.Settle();
  REQUIRE(site.rig.receipts.size() == 1);
  CHECK(site.rig.receipts[0].number == filed->number);
  CHECK(site.rig.receipts[0].state == ReceiptState::kReceived);
  CHECK(site.rig.receipts[0].received_at_ms == ack.county_time_ms);
  CHECK(site.rig.OutboxState(filed->number) == "stored");
  CHECK(site.rig.summaries.back().waiting == 0);
}

TEST_CASE("an ack that comes twice changes nothing the second time") {
  Site site;
  REQUIRE(site.rig.File("修桥"));
  const auto batch = site.rig.Prepare();
  const Ack ack = site.county.Take(batch->bytes);
  REQUIRE(site.rig.Apply(ack));
  REQUIRE(site.rig.Apply(ack));
  site.rig.Settle();
  CHECK(site.rig.receipts.size() == 1);
}

TEST_CASE("once the county has it safe, the sealed words are erased here and the receipt stays") {
  Site site;
  const auto filed = site.rig.File("修路");
  REQUIRE(filed);
  const Bytes sealed = *site.rig.Decoded().entries.at(0).sealed;
  site.rig.Drain(site.county);
  CHECK(site.rig.OutboxState(filed->number) == "stored");
  site.county.safe_serial = 1;
  site.rig.Drain(site.county);
  CHECK(site.rig.OutboxState(filed->number) == "safe");
  const std::string middle(AsText(ByteView(sealed).subspan(sealed.size() / 2, 32)));
  for (const auto& file : std::filesystem::directory_iterator(site.rig.folder)) {
    CHECK(ReadWhole(file.path())->find(middle) == std::string::npos);
  }
}

TEST_CASE("a thousand and more records that are safe at once are all erased") {
  Site site;
  std::string last;
  for (int i = 0; i < 1005; ++i) last = site.rig.File("一").value().number;
  site.rig.Drain(site.county, {500, 4 * 1024 * 1024});
  CHECK(site.rig.OutboxState(last) == "stored");
  site.county.safe_serial = 1005;
  site.rig.Drain(site.county);
  site.rig.Settle();
  CHECK(site.rig.OutboxState(last) == "safe");
}

TEST_CASE("a rejected record is set aside with its reason and holds nothing up") {
  Site site;
  const auto bad = site.rig.File("一");
  REQUIRE(bad);
  REQUIRE(site.rig.File("二"));
  const auto id = DecodeRecordHeader(site.rig.Decoded().entries.at(0).header)->id;
  site.county.refuse[id] = RecordStatus::kRejected;
  site.rig.Drain(site.county);
  CHECK(site.county.arrivals == std::vector<std::string>{"二"});
  CHECK(site.rig.OutboxState(bad->number) == "set_aside");
  const auto json = OutboxJson(site.rig.folder);
  REQUIRE(json);
  CHECK(json->find("rejected: no") != std::string::npos);
  site.rig.Settle();
  CHECK(site.rig.summaries.back().set_aside == 1);
  CHECK(site.rig.receipts.at(0).state == ReceiptState::kSetAside);
}

TEST_CASE("a county restored from its backup gets again what was stored but not safe") {
  Site site;
  REQUIRE(site.rig.File("已备份"));
  site.rig.Drain(site.county);
  site.county.safe_serial = 1;
  site.rig.Drain(site.county);
  const TestCounty backup = site.county;
  REQUIRE(site.rig.File("未备份"));
  site.rig.Drain(site.county);
  site.county = backup;
  site.county.ledger = Uuid::Random();
  REQUIRE(site.rig.File("之后的"));
  const AckOutcome outcome = site.rig.Exchange(site.county);
  CHECK(outcome.resending);
  site.rig.Drain(site.county);
  for (const char* words : {"已备份", "未备份", "之后的"}) {
    CHECK(site.county.CountWords(words) == 1);
  }
  CHECK(site.county.records.size() == 3);
  CHECK_FALSE(site.county.forked);
  CHECK(site.county.IsWholeChain(site.county.openings.begin()->first));
}

TEST_CASE("a county that silently lost records of the stream gets them again") {
  Site site;
  for (const char* words : {"一", "二", "三"}) REQUIRE(site.rig.File(words));
  site.rig.Drain(site.county);
  const auto lost = site.county.records.rbegin()->first;
  const auto place = site.county.records[lost].place.place;
  site.county.records.erase(lost);
  site.county.streams[place.stream].erase(place.seq);
  site.rig.Drain(site.county);
  CHECK(site.county.records.size() == 3);
  CHECK(site.county.CountWords("三") == 1);
}

TEST_CASE("a disk image of an earlier day: nothing lost, nothing doubled, a new stream") {
  Site site;
  REQUIRE(site.rig.File("周一"));
  site.rig.Drain(site.county);
  REQUIRE(site.rig.File("周一没传"));
  const DiskImage monday(site.rig);
  REQUIRE(site.rig.File("周二"));
  site.rig.Drain(site.county);
  monday.WriteBack(site.rig);
  REQUIRE(site.rig.File("恢复之后"));
  site.rig.Drain(site.county);
  for (const char* words : {"周一", "周一没传", "周二", "恢复之后"}) {
    CHECK_MESSAGE(site.county.CountWords(words) == 1, words);
  }
  CHECK(site.county.records.size() == 4);
  CHECK_FALSE(site.county.forked);
  CHECK(site.county.openings.size() == 2);
  int successors = 0;
  for (const auto& [stream, opening] : site.county.openings) {
    CHECK(site.county.IsWholeChain(stream));
    if (!opening.succeeds) continue;
    ++successors;
    CHECK(opening.old_head.seq == 3);
  }
  CHECK(successors == 1);
}

TEST_CASE("an image that has grown past the county's head is told from its digest") {
  Site site;
  REQUIRE(site.rig.File("一"));
  const DiskImage early(site.rig);
  REQUIRE(site.rig.File("二"));
  site.rig.Drain(site.county);
  early.WriteBack(site.rig);
  for (const char* words : {"三", "四", "五"}) REQUIRE(site.rig.File(words));
  site.rig.Drain(site.county);
  for (const char* words : {"一", "二", "三", "四", "五"}) {
    CHECK_MESSAGE(site.county.CountWords(words) == 1, words);
  }
  CHECK_FALSE(site.county.forked);
}

TEST_CASE("a folder cloned to a second terminal: nothing lost or doubled, the clone shows") {
  Site site;
  REQUIRE(site.rig.File("共同的"));
  site.rig.Drain(site.county);
  site.rig.Stop();
  StoreRig clone(site.rig, site.rig.folder);
  site.rig.Start();
  clone.Start();
  REQUIRE(site.rig.File("甲一"));
  REQUIRE(clone.File("乙一"));
  site.rig.Drain(site.county);
  clone.Drain(site.county);
  REQUIRE(site.rig.File("甲二"));
  REQUIRE(clone.File("乙二"));
  site.rig.Drain(site.county);
  clone.Drain(site.county);
  for (const char* words : {"共同的", "甲一", "乙一", "甲二", "乙二"}) {
    CHECK_MESSAGE(site.county.CountWords(words) == 1, words);
  }
  CHECK(site.county.records.size() == 5);
  CHECK(site.county.forked);
}
