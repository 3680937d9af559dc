#include "tables/workbook_file.h"

#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "tables/workbook_sheets.h"

namespace studio {
namespace {

// The library writes to a named file only, and its parts to files without a name: both in memory.
std::string NameOfOpen(int file) { return "/proc/self/fd/" + std::to_string(file); }
char kPartsFolder[] = "/dev/shm";

}  // namespace

WorkbookFile::WorkbookFile() : file_(memfd_create("workbook", MFD_CLOEXEC)) {
  if (file_ < 0) return;
  lxw_workbook_options options{};
  if (access(kPartsFolder, W_OK) == 0) options.tmpdir = kPartsFolder;
  workbook_ = workbook_new_opt(NameOfOpen(file_).c_str(), &options);
}

WorkbookFile::~WorkbookFile() {
  if (workbook_ != nullptr) lxw_workbook_free(workbook_);
  if (file_ >= 0) close(file_);
}

void WorkbookFile::SetProperties(const std::string& title, std::int64_t created_ms) {
  lxw_doc_properties properties{};
  std::string text = WrittenText(title);
  properties.title = text.data();
  properties.created = static_cast<time_t>(created_ms / 1000);
  workbook_set_properties(workbook_, &properties);
}

Result<std::string> WorkbookFile::Take() {
  if (workbook_ == nullptr) {
    return Fail(ErrorKind::kStorage, std::string("no memory for a workbook: ") + strerror(errno));
  }
  lxw_workbook* const taken = workbook_;
  workbook_ = nullptr;
  if (const lxw_error failed = workbook_close(taken)) {
    return Fail(ErrorKind::kStorage,
                std::string("cannot write the workbook: ") + lxw_strerror(failed));
  }
  std::string out;
  std::array<char, 65536> piece;
  ssize_t size = 0;
  while ((size = pread(file_, piece.data(), piece.size(), static_cast<off_t>(out.size()))) > 0) {
    out.append(piece.data(), static_cast<std::size_t>(size));
  }
  return out;
}

}  // namespace studio
