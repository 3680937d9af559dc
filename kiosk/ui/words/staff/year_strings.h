// The sentences of a year's sheets (zh-CN).
#pragma once

#include "app/year/year_files.h"
#include "ui/words/strings.h"

namespace studio::say {

// What went wrong, and what to do; `removable`: on a stick, else in a folder.
View YearFaultTitle(YearFault fault, bool removable);
View YearFaultAdvice(YearFault fault, bool removable);
// "第 2 张，共 8 张，做好了 40%"
std::string YearProgressLine(const YearProgress& now);
// "存好了 8 张表"
std::string YearWrittenTitle(const YearWritten& written);

inline constexpr View kYearSheets = "年度表格";
inline constexpr View kAskYearSheets = "{year} 年的表格，要哪几张？";
inline constexpr View kAskYearSheetsHint = "打勾的都存，点一下换";
inline constexpr View kYearAsPdf = "直接打印";
inline constexpr View kYearAsWorkbook = "还能改";
inline constexpr View kSaveYearSheets = "存 {n} 张表";
inline constexpr View kReadingYear = "正在算这一年的账…";
inline constexpr View kYearUnknown = "{county}还没把这一年的履职事实发下来，这里算不出";
inline constexpr View kYearNotRead = "机器没办成，请退出去再来一次";
inline constexpr View kMakingSheet = "正在做《{title}》…";
inline constexpr View kStopSheets = "停下";
inline constexpr View kStoppingSheets = "正在停…";
inline constexpr View kSheetsPrivate = "表里有群众的姓名和电话，只有《公示》能贴在墙上";
inline constexpr View kSheetsPullStick = "可以拔U盘了。";

}  // namespace studio::say
