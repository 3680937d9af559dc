// A workbook under way, in memory: what goes to a stick is written once and whole, and nothing of
// it touches this machine's disk. Inside the room only.
#pragma once

#include <xlsxwriter.h>

#include <cstdint>
#include <string>

#include "shared/base/result.h"

namespace studio {

class WorkbookFile {
 public:
  WorkbookFile();
  ~WorkbookFile();  // what was not taken is given up
  WorkbookFile(const WorkbookFile&) = delete;
  WorkbookFile& operator=(const WorkbookFile&) = delete;

  lxw_workbook* get() const { return workbook_; }  // null: no memory
  void SetProperties(const std::string& title, std::int64_t created_ms);
  // Once. kStorage: no memory, or the library gives up.
  Result<std::string> Take();

 private:
  const int file_;
  lxw_workbook* workbook_ = nullptr;
};

}  // namespace studio
