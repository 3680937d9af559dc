// The sentences of tables that come and go (zh-CN).
#pragma once

#include "app/tables/import_flow.h"
#include "ui/words/strings.h"

namespace studio::say {

std::string RefusalLine(const TableRefusal& refusal);
View RefusalLine(RosterPreview::Refusal refusal);
// "B7：…"
std::string ProblemRow(const RosterPreview& preview, const CellProblem& problem);
std::string NoteRow(const RosterPreview& preview, const CellNote& note);
// What a button says that takes it in that way: "按12月3日排".
std::string WayWords(const CellProblem& problem, std::size_t way);
// Whether leaving it out is another thing than taking it.
bool MayBeLeftOut(const CellProblem& problem);
// "11月3日 08:30–11:30"
std::string ShiftRow(const Shift& shift);

inline constexpr View kLookingForTables = "正在找U盘…";
inline constexpr View kAskTable = "要导入哪张表？";
inline constexpr View kAskTableHint = "先看会改什么，点了导入才改";
inline constexpr View kNoTables = "没找到表格。插好U盘，再找一次";
inline constexpr View kNoPlaces = "没找到U盘，插好再找一次";
inline constexpr View kLookAgain = "再找一次";
inline constexpr View kSaveTemplate = "存空表";
inline constexpr View kTemplateSaved = "空表存好了";
inline constexpr View kTemplateSavedHint = "{name}，填好再来导入";
inline constexpr View kReadingTable = "正在看这张表…";
inline constexpr View kToDecide = "要您定 {n}";
inline constexpr View kDecided = "都定好了 {n}";
inline constexpr View kWouldDo = "会改 {n} 班";
inline constexpr View kCannotUse = "用不了 {n}";
inline constexpr View kExplained = "说明 {n}";
inline constexpr View kTakeAll = "都照排";
inline constexpr View kLeaveAll = "都不要";
inline constexpr View kLeaveOut = "不要";
inline constexpr View kUndecidedLeftOut = "没定的，这次不排";
inline constexpr View kWouldKeep = "还有 {n} 班不变";
inline constexpr View kNothingPlanned = "这张表里没有要改的班";
inline constexpr View kHeldBack = "有 {n} 班上次的改动还没确认，这次不改它们";
inline constexpr View kNotNamed = "表里没写的 {n} 班照旧";
inline constexpr View kNothingToImport = "没有要改的";
inline constexpr View kDoImport = "导入 {n} 班";
inline constexpr View kDontImport = "不导入";
inline constexpr View kImported = "记下了 {n} 处改动";
inline constexpr View kImportedHint = "没确认以前，值班表上写着“待确认”";
inline constexpr View kNotImported = "没存上，一处也没改，请再点一次。";
inline constexpr View kNotRead = "机器没办成，请再点一次。";
inline constexpr View kNoExchange = "这台机器现在用不了U盘";

inline constexpr View kAskPlaceToSave = "把{month}的值班表存到哪里？";
inline constexpr View kSaveMore = "再存一种";
inline constexpr View kAskForm = "点一种，马上就存";
inline constexpr View kAsWorkbook = "打印的表格";
inline constexpr View kAsWorkbookHint = "A4 纸，值班表贴墙，签到表签名";
inline constexpr View kAsLargeWorkbook = "大张的打印表格";
inline constexpr View kAsLargeWorkbookHint = "A3 纸，字更大，远处也看得清";
inline constexpr View kAsCsv = "数据表";
inline constexpr View kAsCsvHint = "改好了还能导回来";
inline constexpr View kAsCalendar = "手机日历";
inline constexpr View kAsCalendarHint = "发给委员，值班前一小时提醒";
inline constexpr View kNothingToExport = "这个月还没有排班，日历里没什么可存";
inline constexpr View kExporting = "正在存…";
inline constexpr View kExported = "存好了";
inline constexpr View kExportedHint = "{name}，可以拔U盘了";
inline constexpr View kExportedPrivate = "。签到表里有交接事项，别贴在墙上";
inline constexpr View kExportedHere = "文件名：{name}";
inline constexpr View kNotExported = "没存上";
inline constexpr View kNotExportedHint = "U盘满了、写保护或拔掉了，换一个再试";

}  // namespace studio::say
