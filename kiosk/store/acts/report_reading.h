// All that the sheets of a year are made of, read from the registry and the outbox and opened with
// the studio's key. Throws SQLite::Exception.
#pragma once

#include "app/year/year_report.h"
#include "store/acts/ledger_reading.h"
#include "store/acts/request_reading.h"
#include "store/acts/year_reading.h"

namespace studio {

// As it lies there.
struct SealedReport {
  SealedYear year;
  SealedLedger ledger;
  SealedRequests requests;
  Station station;
  YearQuestion question;
};

// Errors as SealedYearOf.
Result<SealedReport> SealedReportOf(Tables& tables, const Station& station,
                                    const YearQuestion& question);
// Needs no tables, and takes its time. Errors as OpenYear and AssessmentJson.
Result<YearReport> OpenReport(SealedReport sealed, const BoxKeyPair& studio_key);

}  // namespace studio
