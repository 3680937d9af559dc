#include "ui/words/staff/year_strings.h"

#include <algorithm>

namespace studio::say {

View YearFaultTitle(YearFault fault, bool removable) {
  switch (fault) {
    case YearFault::kGone:
      return removable ? "U盘拔掉了" : "文件夹不见了";
    case YearFault::kFull:
      return removable ? "U盘满了" : "磁盘满了";
    case YearFault::kLocked:
      return removable ? "U盘写不进去" : "文件夹写不进去";
    case YearFault::kNoFont:
      return "这台机器做不了 PDF";
    case YearFault::kFailed:
      break;
  }
  return "没存上";
}

View YearFaultAdvice(YearFault fault, bool removable) {
  switch (fault) {
    case YearFault::kGone:
      return removable ? "没有存完。插好U盘，再来一次" : "没有存完。请管这台机器的人看一看";
    case YearFault::kFull:
      return removable ? "没有存完。删掉些东西，或换一个U盘，再来一次"
                       : "没有存完。请管这台机器的人腾出些空间";
    case YearFault::kLocked:
      return removable ? "它有写保护。拨开小开关，或换一个U盘" : "请管这台机器的人看一看";
    case YearFault::kNoFont:
      return "机器里没有打印用的中文字体。先选“还能改”的表格";
    case YearFault::kFailed:
      break;
  }
  return removable ? "请再来一次；还不行，换一个U盘" : "请再来一次";
}

std::string YearProgressLine(const YearProgress& now) {
  const std::size_t percent = now.of == 0 ? 0 : std::min<std::size_t>(100, now.done * 100 / now.of);
  return Fill("第 {n} 张，共 {all} 张，做好了 {percent}%",
              {{"n", Number(static_cast<std::int64_t>(now.sheet))},
               {"all", Number(static_cast<std::int64_t>(now.sheets))},
               {"percent", std::to_string(percent)}});
}

std::string YearWrittenTitle(const YearWritten& written) {
  const std::string n = Number(static_cast<std::int64_t>(written.names.size()));
  if (!written.stopped) return Fill("存好了 {n} 张表", {{"n", n}});
  if (written.names.empty()) return "停下了，一张也没存";
  return Fill("停下了，前面的 {n} 张存好了", {{"n", n}});
}

}  // namespace studio::say
