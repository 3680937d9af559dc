#include "tables/roster_workbook.h"

#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "tables/workbook_sheets.h"

namespace studio {
namespace {

// The library writes to a named file only; this one is in memory, so that what goes to a stick is
// written once and whole.
class MemoryFile {
 public:
  MemoryFile() : file_(memfd_create("roster", MFD_CLOEXEC)) {}
  ~MemoryFile() {
    if (file_ >= 0) close(file_);
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  bool good() const { return file_ >= 0; }
  std::string Path() const { return "/proc/self/fd/" + std::to_string(file_); }

  std::string Content() const {
    std::string out;
    std::array<char, 65536> piece;
    ssize_t size = 0;
    while ((size = pread(file_, piece.data(), piece.size(), static_cast<off_t>(out.size()))) > 0) {
      out.append(piece.data(), static_cast<std::size_t>(size));
    }
    return out;
  }

 private:
  const int file_;
};

void SetProperties(lxw_workbook* workbook, const RosterReport& report, const std::string& title) {
  lxw_doc_properties properties{};
  std::string text = WrittenText(title);
  properties.title = text.data();
  properties.created = static_cast<time_t>(report.input.now_ms / 1000);
  workbook_set_properties(workbook, &properties);
}

}  // namespace

Result<std::string> MakeRosterWorkbook(const RosterReport& report) {
  const MemoryFile memory;
  if (!memory.good()) {
    return Fail(ErrorKind::kStorage, std::string("no memory for a workbook: ") + strerror(errno));
  }
  lxw_workbook* const workbook = workbook_new(memory.Path().c_str());
  if (!workbook) return Fail(ErrorKind::kStorage, "no memory for a workbook");
  const SheetStyles styles(workbook);
  const std::vector<DutyRow> rows = DutyRowsOf(report);
  SetProperties(workbook, report, report.studio_name + " " + MonthText(report.input.month));
  DrawWallSheet(workbook, workbook_add_worksheet(workbook, "轮值表"), styles, report, rows);
  DrawMembersSheet(workbook_add_worksheet(workbook, "委员完成情况"), styles, report);
  DrawDutySheet(workbook_add_worksheet(workbook, "值班签到表"), styles, report, rows);
  if (const lxw_error failed = workbook_close(workbook)) {
    return Fail(ErrorKind::kStorage,
                std::string("cannot write the workbook: ") + lxw_strerror(failed));
  }
  return memory.Content();
}

}  // namespace studio
