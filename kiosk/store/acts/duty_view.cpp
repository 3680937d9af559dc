#include "store/acts/duty_view.h"

#include "store/acts/duty_reading.h"
#include "store/acts/report_reading.h"
#include "store/acts/year_reading.h"
#include "store/base/data_folder.h"
#include "store/base/schema.h"
#include "store/rows/tables.h"

namespace studio {
namespace {

template <class T, class Call>
Result<T> Read(Connection& connection, Call call) {
  try {
    // One moment of it, whatever the terminal writes meanwhile.
    SQLite::Transaction moment(connection.database());
    return call();
  } catch (const SQLite::Exception& e) {
    return tl::unexpected(StorageError(e));
  }
}

}  // namespace

struct DutyView::Opened {
  Opened(const std::filesystem::path& folder, const Identity& whose)
      : identity(whose),
        attachments(folder),
        tables(std::make_unique<Connection>(folder / kDatabaseFile, Connection::Opening::kReadOnly),
               identity, attachments) {}

  Identity identity;
  AttachmentFolder attachments;
  Tables tables;
  Station station;
};

DutyView::DutyView(std::unique_ptr<Opened> opened) : opened_(std::move(opened)) {}
DutyView::DutyView(DutyView&&) noexcept = default;
DutyView::~DutyView() = default;

Result<DutyView> DutyView::Open(const std::filesystem::path& folder, const Identity& identity) {
  std::error_code error;
  if (!std::filesystem::exists(folder / kDatabaseFile, error)) {
    return Fail(ErrorKind::kNotFound, "this terminal has heard nothing from its county yet");
  }
  if (auto known = CheckSchemaVersion(folder); !known) return tl::unexpected(known.error());
  try {
    auto opened = std::make_unique<Opened>(folder, identity);
    Connection& connection = *opened->tables.connection;
    if (!HasAllTables(connection)) {
      return Fail(ErrorKind::kUnsupported,
                  "the database is of an older program: start the terminal once");
    }
    opened->station = opened->tables.registry.Build(0);
    return DutyView(std::move(opened));
  } catch (const SQLite::Exception& e) {
    return tl::unexpected(StorageError(e));
  }
}

TimeNow DutyView::TimeAt(const Moment& now, const Uuid& boot) const {
  KnownTime time(boot);
  try {
    RecallTime(opened_->tables, time);
  } catch (const SQLite::Exception&) {
    // Then nothing is known of it.
  }
  return time.At(now);
}

const Station& DutyView::station() const { return opened_->station; }

Result<CheckInGrounds> DutyView::Grounds(std::int64_t now_ms) {
  Tables& tables = opened_->tables;
  return Read<CheckInGrounds>(*tables.connection, [&] {
    return GroundsNow(tables, opened_->station, opened_->identity.county.studio, now_ms);
  });
}

Result<RotationInput> DutyView::Month(std::chrono::year_month month) {
  Tables& tables = opened_->tables;
  return Read<RotationInput>(*tables.connection, [&] {
    return MonthOf(tables, opened_->station, opened_->identity.county.studio, month);
  });
}

Result<RosterNow> DutyView::Roster() {
  Tables& tables = opened_->tables;
  return Read<RosterNow>(*tables.connection, [&] { return RosterOf(tables, opened_->station); });
}

Result<YearGrounds> DutyView::Year(int year, const BoxKeyPair& studio_key) {
  Tables& tables = opened_->tables;
  return Read<YearGrounds>(*tables.connection,
                           [&] { return YearOf(tables, opened_->station, year, studio_key); });
}

Result<YearReport> DutyView::Report(const YearQuestion& question, const BoxKeyPair& studio_key) {
  Tables& tables = opened_->tables;
  auto sealed = Read<SealedReport>(
      *tables.connection, [&] { return SealedReportOf(tables, opened_->station, question); });
  if (!sealed) return tl::unexpected(sealed.error());
  return OpenReport(std::move(*sealed), studio_key);
}

}  // namespace studio
