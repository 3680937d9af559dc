#include "store/acts/report_reading.h"

#include <utility>

#include "shared/record/sealing.h"

namespace studio {
namespace {

std::vector<WrittenUp> OpenWriteups(const SealedLedger& sealed, const BoxKeyPair& studio_key) {
  std::vector<WrittenUp> out;
  for (const SealedWriting& one : sealed.written) {
    const auto header = DecodeRecordHeader(one.header);
    if (!header || header->kind != RecordKind::kActivity) continue;
    const auto opened = Open({header->id, header->kind, header->terminal}, one.sealed, studio_key);
    if (!opened) continue;
    auto body = ActivityBodyFromJson(AsText(*opened));
    if (body && !body->kind.empty()) out.push_back({one.id.ToString(), std::move(*body)});
  }
  return out;
}

}  // namespace

Result<SealedReport> SealedReportOf(Tables& tables, const Station& station,
                                    const YearQuestion& question) {
  auto year = SealedYearOf(tables, station, question.year);
  if (!year) return tl::unexpected(year.error());
  return SealedReport{std::move(*year), SealedLedgerOf(tables), SealedRequestsOf(tables), station,
                      question};
}

Result<YearReport> OpenReport(SealedReport sealed, const BoxKeyPair& studio_key) {
  auto grounds = OpenYear(std::move(sealed.year), studio_key);
  if (!grounds) return tl::unexpected(grounds.error());
  YearPapers papers;
  papers.ledger = OpenLedger(sealed.ledger, studio_key, kAllTheirs);
  papers.requests = OpenRequests(sealed.requests, studio_key);
  papers.writeups = OpenWriteups(sealed.ledger, studio_key);
  return MakeYearReport(std::move(*grounds), sealed.question, sealed.station, std::move(papers));
}

}  // namespace studio
