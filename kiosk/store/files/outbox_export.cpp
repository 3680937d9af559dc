#include "store/files/outbox_export.h"

#include <optional>
#include <string>

#include "shared/exchange/carried_file.h"
#include "shared/files/durable_file.h"
#include "store/base/data_folder.h"
#include "store/base/schema.h"
#include "store/files/batch_packing.h"
#include "store/rows/tables.h"

namespace studio {
namespace {

class Exporting {
 public:
  Exporting(Tables& tables, const AttachmentFolder& folder, const Identity& identity,
            DurableWriting& file, const ExportProgress& on_progress)
      : tables_(tables),
        folder_(folder),
        identity_(identity),
        on_progress_(on_progress),
        writer_([&file](ByteView bytes) { return file.Add(AsText(bytes)); }) {}

  Result<OutboxExport> Run() {
    return writer_.Begin({CarriedKind::kOutbox, identity_.county.terminal})
        .and_then([&](bool) {
          return writer_.Add(CarriedType::kCursor, AsBytes(tables_.registry.Position().cursor));
        })
        .and_then([&](bool) { return AddRecords(); })
        .and_then([&](bool) { return AddAttachments(); })
        .and_then([&](bool) { return writer_.Finish(identity_.terminal_key); })
        .map([&](bool) { return done_; });
  }

 private:
  Result<bool> AddRecords() {
    BatchPacking packing({}, identity_.county.terminal, tables_.streams.Current());
    Result<bool> added = true;
    const auto put = [&] {
      const std::size_t records = packing.batch().entries.size();
      const Bytes bytes = Encode(packing.batch());
      packing.Clear();
      full_ = full_ || !writer_.HasRoomFor(bytes.size());
      (full_ ? done_.left_records : done_.records) += records;
      if (!full_) added = writer_.Add(CarriedType::kBatch, bytes);
      Tell();
    };
    tables_.outbox.PickWaiting([&](BatchEntry entry) {
      if (!packing.Takes(entry)) put();
      packing.Add(std::move(entry));
      return added.has_value();
    });
    // One without records is a greeting, and brings an answer all the same.
    if (added && (!packing.batch().entries.empty() || done_.records == 0)) put();
    return added;
  }

  Result<bool> AddAttachments() {
    Result<bool> added = true;
    tables_.attachments.EachWaiting([&](const WaitingAttachment& waiting) {
      const auto file = ReadIntact(waiting);
      // What goes in goes in order, so that no attachment is there without its record.
      full_ = full_ || (file && !writer_.HasRoomFor(sizeof(Digest) + file->size()));
      if (!file || full_) {
        ++done_.left_attachments;
        return true;
      }
      ++done_.attachments;
      added = writer_.Add(CarriedType::kAttachment, waiting.digest, *file);
      Tell();
      return added.has_value();
    });
    return added;
  }

  void Tell() const {
    if (on_progress_) on_progress_(done_.records + done_.attachments);
  }

  // A damaged one is for the terminal to set aside.
  std::optional<Bytes> ReadIntact(const WaitingAttachment& waiting) const {
    auto file = folder_.ReadPiece(waiting.digest, 0, kMaxAttachmentBytes);
    if (!file || file->size() != waiting.bytes || Sha256(*file) != waiting.digest) {
      return std::nullopt;
    }
    return std::move(*file);
  }

  Tables& tables_;
  const AttachmentFolder& folder_;
  const Identity& identity_;
  const ExportProgress& on_progress_;
  CarriedWriter writer_;
  OutboxExport done_;
  bool full_ = false;
};

}  // namespace

Result<OutboxExport> ExportOutbox(const std::filesystem::path& folder, const Identity& identity,
                                  const std::filesystem::path& out,
                                  const ExportProgress& on_progress) {
  std::error_code error;
  if (!std::filesystem::exists(folder / kDatabaseFile, error)) {
    return Fail(ErrorKind::kNotFound, "nothing was made here yet: start the terminal once");
  }
  if (auto known = CheckSchemaVersion(folder); !known) return tl::unexpected(known.error());
  try {
    const AttachmentFolder attachments(folder);
    Tables tables(
        std::make_unique<Connection>(folder / kDatabaseFile, Connection::Opening::kReadOnly),
        identity, attachments);
    if (!HasAllTables(*tables.connection)) {
      return Fail(ErrorKind::kUnsupported,
                  "the database is of an older program: start the terminal once");
    }
    auto file = DurableWriting::Begin(out, 0600);
    if (!file) return tl::unexpected(file.error());
    // One moment of it, whatever the terminal writes meanwhile.
    SQLite::Transaction moment(tables.connection->database());
    auto done = Exporting(tables, attachments, identity, *file, on_progress).Run();
    if (!done) return done;
    if (auto kept = file->Commit(); !kept) return tl::unexpected(kept.error());
    return done;
  } catch (const SQLite::Exception& e) {
    return tl::unexpected(StorageError(e));
  }
}

}  // namespace studio
