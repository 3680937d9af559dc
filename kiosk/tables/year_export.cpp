#include "tables/year_export.h"

#include "app/year/year_sheets.h"
#include "shared/base/utf8.h"
#include "tables/export_file.h"
#include "tables/year_pdf.h"
#include "tables/year_workbook.h"

namespace studio {
namespace {

// Short enough for any stick, and none of what its file system forbids.
std::string ForFileName(const std::string& text) {
  constexpr std::size_t kMostLetters = 30;
  std::string out;
  std::size_t at = 0;
  for (std::size_t letters = 0; at < text.size() && letters < kMostLetters; ++letters) {
    const std::size_t before = at;
    const char32_t code = NextCodePoint(text, at);
    const bool forbidden =
        code < U' ' || code == 0x7F ||
        std::u32string_view(U"\"*/:<>?\\|").find(code) != std::u32string_view::npos;
    out += forbidden ? "_" : text.substr(before, at - before);
  }
  return out;
}

}  // namespace

std::string YearFileName(SheetKind kind, const YearReport& report, YearFormat format) {
  return ForFileName(FormOf(report, kind).title) + " " + std::to_string(report.year) + " " +
         ForFileName(report.studio_name) + (format == YearFormat::kPdf ? ".pdf" : ".xlsx");
}

Result<YearWritten> ExportYear(const YearExport& what, const std::filesystem::path& folder,
                               std::int64_t made_ms, const OnYearProgress& progress) {
  YearWritten written;
  for (std::size_t i = 0; i < what.sheets.size(); ++i) {
    const auto tell = [&](std::size_t done, std::size_t of) {
      return progress({i + 1, what.sheets.size(), done, of});
    };
    written.stopped = !tell(0, 1);
    if (written.stopped) return written;
    const PrintedSheet sheet = MakeYearSheet(what.sheets[i], *what.report);
    const auto bytes = what.format == YearFormat::kPdf ? MakeYearPdf(sheet, made_ms, tell)
                                                       : MakeYearWorkbook(sheet, made_ms, tell);
    if (!bytes) return tl::unexpected(bytes.error());
    written.stopped = bytes->empty();
    if (written.stopped) return written;
    const std::string name = YearFileName(what.sheets[i], *what.report, what.format);
    if (auto kept = WriteExport(folder / name, *bytes); !kept) {
      return tl::unexpected(kept.error());
    }
    written.names.push_back(name);
  }
  return written;
}

}  // namespace studio
