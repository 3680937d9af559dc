#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include <fstream>

#include "store/base/data_folder.h"
#include "store_rig.h"

using namespace studio;

namespace {

using States = std::vector<std::string>;

Bytes Picture(std::uint8_t fill) { return Bytes(1000, fill); }

void BreakHeader(const StoreRig& rig) {
  std::fstream file(rig.folder / kDatabaseFile, std::ios::in | std::ios::out | std::ios::binary);
  for (int i = 0; i < 100; ++i) file.put('x');
}

}  // namespace

TEST_CASE("salvage finds attachments again by their records, and removes the withdrawn ones'") {
  Site site;
  const auto waiting = site.rig.Attach(Picture(1));
  const auto stored = site.rig.Attach(Picture(2));
  const auto rejected = site.rig.Attach(Picture(3));
  const auto lost = site.rig.Attach(Picture(4));
  const auto withdrawn = site.rig.Attach(Picture(5));

  const auto filed_stored = site.rig.FileWith("到了", {stored});
  site.rig.clock.Advance(1);
  const auto filed_rejected = site.rig.FileWith("不收", {rejected});
  site.county.refuse[DecodeRecordHeader(site.rig.Decoded().entries.at(1).header)->id] =
      RecordStatus::kRejected;
  site.rig.Drain(site.county);
  site.rig.clock.Advance(1);
  const auto filed_waiting = site.rig.FileWith("等着", {waiting, lost});
  const auto filed_withdrawn = site.rig.FileWith("算了", {withdrawn});
  REQUIRE(site.rig.Withdraw(filed_withdrawn->number));
  std::filesystem::remove(site.rig.FileOf(lost->ref().digest));
  site.rig.Stop();
  std::ofstream(site.rig.FileOf(withdrawn->ref().digest)) << "came back with the power";
  BreakHeader(site.rig);
  site.rig.Start();
  site.rig.Settle();
  REQUIRE_FALSE(site.rig.faults.empty());
  CHECK(site.rig.AttachmentStates(filed_waiting->number) ==
        States{"waiting", "set_aside: its file is gone"});
  CHECK(site.rig.AttachmentStates(filed_stored->number) == States{"waiting"});
  // Its record goes up once more, and the county says the same again.
  CHECK(site.rig.AttachmentStates(filed_rejected->number) == States{"waiting"});
  CHECK(site.rig.AttachmentStates(filed_withdrawn->number).empty());
  CHECK(site.rig.FilesOnDisk().size() == 3);

  site.rig.Drain(site.county);
  CHECK(site.rig.AttachmentStates(filed_rejected->number) ==
        States{"set_aside: its record was set aside"});
  for (const auto& photo : {stored, waiting}) {
    const auto next = site.rig.NextAttachment().value();
    REQUIRE(next);
    CHECK(next->digest == photo->ref().digest);
    CHECK(site.rig.Apply(site.county.HasAttachment(next->digest)));
  }
  CHECK_FALSE(site.rig.NextAttachment().value());
}

TEST_CASE("a database given up in the middle of a visit costs no draft its photo") {
  Site site;
  const auto filed = site.rig.Attach(Picture(1));
  const auto draft = site.rig.Attach(Picture(2));
  const auto receipt = site.rig.FileWith("之前", {filed});
  const auto damaged = site.rig.File("坏了");
  {
    // Damage that shows when the batch is read.
    SQLite::Database database((site.rig.folder / kDatabaseFile).string(), SQLite::OPEN_READWRITE);
    database.exec("UPDATE outbox SET sealed = x'00' WHERE receipt = '" + damaged->number + "'");
  }
  CHECK(site.rig.Decoded().entries.size() == 1);
  site.rig.Settle();
  REQUIRE_FALSE(site.rig.faults.empty());
  CHECK(site.rig.AttachmentStates(receipt->number) == States{"waiting"});
  CHECK(site.rig.FilesOnDisk().size() == 2);
  REQUIRE(site.rig.FileWith("之后", {draft}));
  site.rig.Drain(site.county);
  CHECK(site.county.CountWords("之后") == 1);
}
