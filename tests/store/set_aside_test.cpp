#include <doctest/doctest.h>

#include <algorithm>

#include "store_rig.h"
#include "test_support/test_disk.h"

using namespace studio;

namespace {

struct Poisoned : Site {
  // Of three records the county will not have the second.
  Poisoned() {
    filed = rig.File("第一件")->number;
    poison = rig.File("第二件")->number;
    REQUIRE(rig.File("第三件"));
    id = Id(1);
    county.refuse[id] = RecordStatus::kRejected;
    rig.Drain(county);
  }
  Uuid Id(std::size_t entry) {
    return DecodeRecordHeader(rig.Decoded().entries.at(entry).header)->id;
  }
  std::string filed, poison;
  Uuid id;
};

}  // namespace

TEST_CASE("the report says what waits, since when, and what was set aside and why") {
  Site site;
  const std::int64_t first_ms = site.rig.clock.Now().wall_ms;
  CHECK(site.rig.ReadOutbox()->waiting == 0);
  CHECK(site.rig.ReadOutbox()->oldest_ms == 0);
  const auto photo = site.rig.Attach(Bytes(1000, 1));
  const auto filed = site.rig.FileWith("第一件", {photo});
  site.rig.clock.Advance(60'000);
  REQUIRE(site.rig.File("急事", true));
  REQUIRE(site.rig.CheckIn(site.rig.Coming("m1", "s1")));
  auto report = site.rig.ReadOutbox();
  REQUIRE(report);
  CHECK(report->waiting == 3);
  CHECK(report->waiting_requests == 2);
  CHECK(report->waiting_attachments == 1);
  CHECK(report->oldest_ms == first_ms);
  CHECK(report->items.empty());

  const auto entries = site.rig.Decoded().entries;
  const Uuid id = DecodeRecordHeader(entries.at(1).header)->id;  // the urgent one went first
  site.county.refuse[id] = RecordStatus::kRejected;
  site.rig.Drain(site.county);
  report = site.rig.ReadOutbox();
  REQUIRE(report->items.size() == 1);
  CHECK(report->waiting == 0);
  CHECK(report->set_aside == 1);  // its photo is not told of by itself
  CHECK(report->waiting_attachments == 0);
  const SetAsideItem& item = report->items[0];
  CHECK(item.record == id.ToString());
  CHECK(item.attachment.empty());
  CHECK(item.kind == RecordKind::kRequest);
  CHECK(item.receipt == filed->number);
  CHECK(item.made_at_ms == first_ms);
  CHECK(item.reason == "rejected: no");
}

TEST_CASE(
    "a code is kept beside the English, also over a restart, until the record is tried again") {
  Poisoned site;
  site.rig.TryAllAgain();
  site.county.code = Refusal::kBody;
  site.county.reason = "不认得";
  site.rig.Drain(site.county);
  CHECK(site.rig.ReadOutbox()->items.at(0).code == Refusal::kBody);
  CHECK(site.rig.ReadOutbox()->items.at(0).reason == "rejected: 不认得");
  site.rig.Restart();
  const auto report = site.rig.ReadOutbox();
  CHECK(report->items.at(0).code == Refusal::kBody);
  CHECK(site.rig.TryAgain(report->items) == 1);
  site.county.code = Refusal::kOther;
  site.county.reason = "body: not read";
  site.rig.Drain(site.county);
  CHECK(site.rig.ReadOutbox()->items.at(0).code == Refusal::kOther);
}

TEST_CASE("as many as were asked for are listed, newest first") {
  Site site;
  for (int i = 0; i < 5; ++i) REQUIRE(site.rig.File("一件事"));
  for (const BatchEntry& entry : site.rig.Decoded().entries) {
    site.county.refuse[DecodeRecordHeader(entry.header)->id] = RecordStatus::kConflict;
    site.rig.clock.Advance(1000);
  }
  site.rig.Drain(site.county);
  const auto report = site.rig.ReadOutbox(3);
  CHECK(report->set_aside == 5);
  REQUIRE(report->items.size() == 3);
  CHECK(report->items[0].reason == "conflict: no");
  const auto all = site.rig.ReadOutbox();
  REQUIRE(all->items.size() == 5);
  CHECK(all->items[0].record == report->items[0].record);
  CHECK(site.rig.TryAllAgain() == 5);
  CHECK(site.rig.ReadOutbox()->waiting == 5);
}

TEST_CASE("a record tried again goes as it was made, and the county judges it anew") {
  Poisoned site;
  const auto report = site.rig.ReadOutbox();
  REQUIRE(report->items.size() == 1);
  CHECK(site.rig.TryAgain(report->items) == 1);
  CHECK(site.rig.OutboxState(site.poison) == "waiting");
  CHECK(site.rig.TryAgain(report->items) == 0);  // it waits already
  site.rig.Settle();
  CHECK(site.rig.summaries.back().set_aside == 0);
  CHECK(site.rig.summaries.back().waiting == 1);

  // Again it will not have it, and again, however often it is asked.
  for (int i = 0; i < 3; ++i) {
    site.rig.Drain(site.county);
    CHECK(site.rig.OutboxState(site.poison) == "set_aside");
    CHECK(site.rig.ReadOutbox()->items.at(0).reason == "rejected: no");
    CHECK(site.rig.TryAllAgain() == 1);
  }
  site.county.refuse.clear();
  site.rig.Drain(site.county);
  CHECK(site.rig.OutboxState(site.poison) == "stored");
  CHECK(site.county.CountWords("第二件") == 1);
  CHECK(site.county.records.size() == 3);
  CHECK(site.county.IsWholeChain(site.county.streams.begin()->first));
  CHECK(site.rig.ReadOutbox()->items.empty());
}

TEST_CASE("what is tried again still waits after a restart") {
  Poisoned site;
  CHECK(site.rig.TryAllAgain() == 1);
  site.rig.Restart();
  CHECK(site.rig.OutboxState(site.poison) == "waiting");
  site.county.refuse.clear();
  site.rig.Drain(site.county);
  CHECK(site.county.CountWords("第二件") == 1);
}

TEST_CASE("a full disk leaves what was set aside where it was") {
  TestDisk disk;
  {
    Poisoned site;
    const auto report = site.rig.ReadOutbox();
    disk.SetFull(true);
    // Some fit into the room that the log has already.
    Result<std::int64_t> tried = site.rig.TryAgain(report->items);
    for (int i = 0; i < 200 && tried; ++i) {
      site.rig.Drain(site.county);
      tried = site.rig.TryAllAgain();
    }
    const std::string before = site.rig.OutboxState(site.poison);
    if (!tried) {
      CHECK(tried.error().kind == ErrorKind::kStorage);
      CHECK(before == "set_aside");
      site.rig.Settle();
      CHECK(site.rig.faults.back() == Fault::kStorageFull);
    }
    disk.SetBroken(true);
    const auto broken = site.rig.TryAllAgain();
    CHECK_FALSE(broken);
    CHECK(site.rig.OutboxState(site.poison) == before);
    disk.SetBroken(false);
    disk.SetFull(false);
    CHECK(site.rig.TryAllAgain());
    CHECK(site.rig.OutboxState(site.poison) == "waiting");
    site.county.refuse.clear();
    site.rig.Drain(site.county);
    CHECK(site.county.CountWords("第二件") == 1);
  }
}

TEST_CASE("photos go again: with their record, and by themselves") {
  Site site;
  const auto photo = site.rig.Attach(Bytes(1000, 1));
  const auto other = site.rig.Attach(Bytes(1000, 2));
  const auto filed = site.rig.FileWith("带照片", {photo, other});
  const Uuid id = DecodeRecordHeader(site.rig.Decoded().entries.at(0).header)->id;
  site.county.refuse[id] = RecordStatus::kRejected;
  site.rig.Drain(site.county);
  CHECK(site.rig.AttachmentStates(filed->number) ==
        std::vector<std::string>(2, "set_aside: its record was set aside"));
  CHECK(site.rig.TryAllAgain() == 1);
  CHECK(site.rig.AttachmentStates(filed->number) == std::vector<std::string>(2, "waiting"));
  site.county.refuse.clear();
  site.rig.Drain(site.county);

  // The county has the record and will not have one of the photos.
  REQUIRE(site.rig.SetAside(photo->ref().digest, Refusal::kNoRecord,
                            "it arrives as something else than its digest"));
  const auto report = site.rig.ReadOutbox();
  CHECK(report->set_aside == 1);
  CHECK(report->waiting_attachments == 1);
  REQUIRE(report->items.size() == 1);
  CHECK(report->items[0].attachment == ToHex(photo->ref().digest));
  CHECK(report->items[0].receipt == filed->number);
  CHECK(site.rig.TryAgain(report->items) == 1);
  CHECK(site.rig.AttachmentStates(filed->number) == std::vector<std::string>(2, "waiting"));
  CHECK(site.rig.ReadOutbox()->items.empty());
}

TEST_CASE("a change of the roster that is tried again is waited for again") {
  Site site;
  RosterChangeBody body;
  body.kind = "leave";
  body.shift = "s1";
  body.saw_version = 1;
  body.member = "m1";
  REQUIRE(site.rig.ChangeRoster({body}));
  site.county.refuse[DecodeRecordHeader(site.rig.Decoded().entries.at(0).header)->id] =
      RecordStatus::kRejected;
  site.rig.Drain(site.county);
  CHECK(site.rig.PendingChanges()->at(0).refused == "rejected");
  CHECK(site.rig.ReadOutbox()->items.at(0).kind == RecordKind::kRosterChange);
  CHECK(site.rig.TryAgain(site.rig.ReadOutbox()->items) == 1);
  CHECK(site.rig.PendingChanges()->at(0).refused.empty());
  site.rig.Settle();
  CHECK(site.rig.roster.back() == RosterSummary{1, 0});
}
