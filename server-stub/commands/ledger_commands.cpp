#include "server/commands/ledger_commands.h"

#include <iostream>

#include "server/books/attachment_opening.h"
#include "server/clerk/fleet.h"
#include "server/clerk/listing.h"
#include "server/commands/command_line.h"
#include "server/founding/key_rotation.h"
#include "server/founding/publishing.h"
#include "server/keys/certificates.h"
#include "server/keys/county_keys.h"
#include "server/ledger/ledger_place.h"
#include "server/office/carried_import.h"
#include "server/office/office.h"
#include "shared/base/shown_text.h"
#include "shared/exchange/enrolment.h"

namespace county {

using studio::ErrorKind;
using studio::Fail;

namespace {

struct AttachmentsCommand {
  std::string record;
  std::filesystem::path out;
};

struct CarriedCommand {
  std::filesystem::path file;
  std::filesystem::path reply;
};

Result<void> EnrolCode(const DataFolder& folder, const StudioId& studio) {
  Ledger ledger(folder);
  if (!ledger.EntityBody("studio", std::to_string(studio))) {
    return Fail(ErrorKind::kNotFound, "no studio has the number " + std::to_string(studio));
  }
  const auto code = studio::EnrolmentCode::Random();
  ledger.AddCode(code.Hash(), studio, SystemTimeMs());
  std::cout << code.text() << '\n';
  return {};
}

Result<void> ListLedger(const DataFolder& folder, const bool& only_unsure) {
  const auto keys = CountyKeys::Load(folder);
  if (!keys) return tl::unexpected(keys.error());
  const Which which = only_unsure ? Which::kUnsure : Which::kAll;
  std::cout << studio::ShownJson(LedgerJson(Ledger(folder), *keys, which)) << '\n';
  return {};
}

Result<void> WriteAttachments(const DataFolder& folder, const AttachmentsCommand& command) {
  const auto record = Uuid::Parse(command.record);
  if (!record) return Fail(ErrorKind::kInvalid, "--record: the id as `ledger` prints it");
  const auto keys = CountyKeys::Load(folder);
  if (!keys) return tl::unexpected(keys.error());
  const auto opened = OpenAttachments(Ledger(folder), *keys, *record, command.out);
  if (!opened) return tl::unexpected(opened.error());
  std::size_t good = 0;
  for (const OpenedAttachment& attachment : *opened) {
    std::cout << studio::ShownText(attachment.line) << '\n';
    if (attachment.good) ++good;
  }
  if (good == opened->size()) return {};
  return Fail(ErrorKind::kNotFound, std::to_string(good) + " of " + std::to_string(opened->size()) +
                                        " attachments opened");
}

Result<void> TakeCarried(const DataFolder& folder, const CarriedCommand& command) {
  const auto keys = CountyKeys::Load(folder);
  if (!keys) return tl::unexpected(keys.error());
  Office office(Ledger(folder), KeysIn(folder), RisingClock(SystemTimeMs));
  const auto taken = ImportOutbox(office, *keys, {command.file, command.reply, folder.root()});
  if (!taken) return tl::unexpected(taken.error());
  std::cout << "terminal " << taken->terminal << ": " << taken->stored << " records stored, "
            << taken->duplicate << " known before, " << taken->refused << " refused, "
            << taken->attachments << " attachments whole, " << taken->left_attachments
            << " not taken, " << taken->pages << " pages of the feed to take back\n";
  return {};
}

Result<void> ListStreams(const DataFolder& folder) {
  const Ledger ledger(folder);
  std::cout << studio::ShownJson(StreamsJson(ledger)) << '\n';
  return {};
}

Result<void> BackUp(const DataFolder& folder, const std::filesystem::path& out) {
  Ledger ledger(folder);
  const auto safe = ledger.BackUp(std::filesystem::absolute(out));
  if (!safe) return tl::unexpected(safe.error());
  ledger.NoteBackup(SystemTimeMs());
  std::cout << "safe up to serial " << *safe << '\n';
  return {};
}

Result<void> Restore(const DataFolder& folder, const std::filesystem::path& backup) {
  const auto keys = CountyKeys::Load(folder);
  if (!keys) {
    return Fail(keys.error().kind,
                "the county's keys are needed beside its backup: " + keys.error().detail);
  }
  const auto lock = ServiceLock::Take(folder);
  if (!lock) return tl::unexpected(lock.error());
  auto restored = RestoreLedger(backup, folder, SystemTimeMs());
  if (!restored) return restored;
  // The backup may be from before a rotation.
  Ledger ledger(folder);
  if (const auto told = PublishSigningKeys(ledger, *keys);
      !told && told.error().kind != ErrorKind::kNotFound) {
    return tl::unexpected(told.error());
  }
  return {};
}

Result<void> Move(const DataFolder& folder, const std::string& to) {
  const auto lock = ServiceLock::Take(folder);
  if (!lock) return tl::unexpected(lock.error());
  const auto moved = MoveLedger(folder, to, SystemTimeMs());
  if (!moved) return tl::unexpected(moved.error());
  std::cout << moved->streams
            << " streams, each with the same digest there; what was moved is kept as "
            << moved->kept << '\n';
  return {};
}

Result<void> ListFleet(const DataFolder& folder, const bool& as_json) {
  const Ledger ledger(folder);
  const std::int64_t now_ms = SystemTimeMs();
  if (as_json) {
    std::cout << studio::ShownJson(FleetJson(ledger, now_ms)) << '\n';
  } else {
    std::cout << FleetText(ledger, now_ms);
  }
  if (const auto end_s = EndOfServerCertificate(folder)) {
    const std::string word = WordOfItsEnd(*end_s, now_ms / 1000);
    if (!word.empty()) std::cerr << word << '\n';
  }
  return {};
}

Result<void> RevokeDevice(const DataFolder& folder, const TerminalNumber& device) {
  Ledger ledger(folder);
  if (!ledger.Revoke(device)) {
    return Fail(ErrorKind::kNotFound, "no device has the number " + std::to_string(device));
  }
  return {};
}

Result<void> PublishFile(const DataFolder& folder, const std::filesystem::path& file) {
  Ledger ledger(folder);
  const auto text = ReadFile(file);
  if (!text) return tl::unexpected(text.error());
  const auto count = Publish(ledger, studio::AsText(*text));
  if (!count) return Fail(count.error().kind, file.string() + ": " + count.error().detail);
  std::cout << *count << " changes published\n";
  return {};
}

Result<void> PublishPictureFile(const DataFolder& folder, const std::filesystem::path& file) {
  Ledger ledger(folder);
  const auto jpeg = ReadFile(file);
  if (!jpeg) return tl::unexpected(jpeg.error());
  const auto id = PublishPicture(ledger, *jpeg);
  if (!id) return Fail(id.error().kind, file.string() + ": " + id.error().detail);
  std::cout << *id << '\n';
  return {};
}

}  // namespace

void AddLedgerCommands(CommandLine& line) {
  {
    auto [command, studio] =
        line.Add("enrol-code", "Print a code for one new terminal, good for 24 hours", EnrolCode);
    command.add_option("--studio", studio, "The studio's number")->required();
  }
  {
    auto [command, only_unsure] = line.Add("ledger", "Print the ledger, opened", ListLedger);
    command.add_flag("--unsure", only_unsure, "Only what nobody is sure of when it was made");
    AddJsonFlag(command);
  }
  {
    auto [command, options] =
        line.Add("attachments", "Open a record's voice message and photos", WriteAttachments);
    command.add_option("--record", options.record, "The record's id")->required();
    command.add_option("--out", options.out, "The folder to write into")->required();
  }
  {
    auto [command, options] = line.Add(
        "import-outbox", "Take what a terminal's outbox file holds, and answer it", TakeCarried);
    command.add_option("FILE", options.file, "As studio-kiosk export-outbox wrote it")->required();
    command.add_option("--reply", options.reply, "The answer to carry back")->required();
  }
  AddJsonFlag(line.Add("streams", "Print what is known of each terminal's streams", ListStreams));
  {
    auto [command, as_json] =
        line.Add("fleet", "Print how each terminal is, as it said last", ListFleet);
    command.add_flag("--json", as_json, "As JSON");
  }
  {
    auto [command, out] = line.Add("backup", "Back the ledger up into one file", BackUp);
    command.add_option("--out", out, "The file to write")->required();
  }
  {
    auto [command, backup] =
        line.AddForAnyFolder("restore", "Put a backup in the ledger's place", Restore);
    command.add_option("--from", backup, "The backup")->required();
  }
  {
    auto [command, to] = line.Add("move-ledger", "Move the ledger to another engine", Move);
    command.add_option("--to", to, "postgresql://…, or file: ledger.db in the county's folder")
        ->required();
  }
  {
    auto [command, device] = line.Add("revoke-device", "Answer a terminal no more", RevokeDevice);
    command.add_option("--device", device, "The terminal's number")->required();
  }
  {
    auto [command, file] =
        line.Add("publish", "Put or delete what terminals are shown", PublishFile);
    command.add_option("FILE", file, "JSON with \"changes\"")->required();
  }
  {
    auto [command, file] =
        line.Add("picture", "Publish a picture and print its id", PublishPictureFile);
    command.add_option("FILE", file, "A JPEG")->required();
  }
}

}  // namespace county
