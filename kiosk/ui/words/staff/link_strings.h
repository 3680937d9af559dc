// What the manager's pages of the county link and of the machine say (zh-CN): exactly what is so,
// and what to do. What the villager reads of the same is in strings.h, and calm.
#pragma once

#include <string>

#include "app/manage/county_files.h"
#include "app/manage/outbox_store.h"
#include "app/station/health.h"
#include "app/station/kiosk_state.h"
#include "ui/words/strings.h"

namespace studio::say {

// The hub's line under each tile.
std::string RotationNow(const KioskState& state);
std::string UploadNow(const KioskState& state);
std::string CarryNow(const KioskState& state);
std::string HealthNow(int troubles);

// The link in one line, and what to do about it.
std::string LinkTitle(const KioskState& state);
std::string LinkAdvice(const KioskState& state);
// "本机时钟慢 12 分钟", "时钟准", "还没有对过时间"; and what to do, where it is wrong.
std::string ClockLine(const LinkState& link);
std::string ClockAdvice(const KioskState& state);
// "40 秒", "12 分钟", "3 小时 5 分", "2 天 4 小时"
std::string LastingText(std::int64_t ms);

// "群众诉求 037 48215 2", "照片或录音（037 48215 2）", "签到 …a3c81f02"
std::string ItemName(const SetAsideItem& item);
// Why it was set aside, in a sentence; of a newer county, in its English.
std::string ReasonLine(const SetAsideItem& item, const Station& station);

View CarryFaultTitle(CarryFault fault);
View CarryFaultAdvice(CarryFault fault);
std::string ExportedLine(const CarriedUp& up, const Station& station);
std::string ImportedTitle(const CarriedDown& down);
std::string ImportedLine(const CarriedDown& down, const Station& station);

View HealthName(HealthItem item);
// What is so, and where somebody must see to it, what to do.
std::string HealthLine(HealthFinding finding, const KioskState& state);
// "还剩 120 GB（46%）"
std::string RoomText(const StorageState& storage);

// Hub
inline constexpr View kHubRotation = "月度轮值";
inline constexpr View kHubUpload = "上传情况";
inline constexpr View kHubCarry = "U盘上传";
inline constexpr View kHubHealth = "本机状况";

// Upload
inline constexpr View kTabLine = "线路";
inline constexpr View kTabSetAside = "未传成功 {n} 件";
inline constexpr View kTechnical = "技术上";
inline constexpr View kLastExchange = "上次连上";
inline constexpr View kNeverYet = "还没有过";
inline constexpr View kWaitingCount = "待上传";
inline constexpr View kWaitingSplit = "{n} 件，其中群众的 {own} 件";
inline constexpr View kOldestWaits = "最早的等了";
inline constexpr View kFilesWaiting = "照片和录音";
inline constexpr View kCountPieces = "{n} 件";
inline constexpr View kNothing = "没有";
inline constexpr View kClock = "时钟";
inline constexpr View kSetAsideNone = "没有未传成功的";
inline constexpr View kSetAsideMore = "还有 {n} 件没列出";
inline constexpr View kOneAgain = "再试一次";
inline constexpr View kAllAgain = "全部再试";
inline constexpr View kTryLine = "马上连一次";
inline constexpr View kTryingLine = "正在连…";
inline constexpr View kPutBack = "{n} 件排上队了，马上再传";
inline constexpr View kNotPutBack = "没办成，磁盘写不进去，它们都还在";
inline constexpr View kReadingOutbox = "正在看…";
inline constexpr View kOutboxFailed = "没能读出来";

// Carry
inline constexpr View kAskCarry = "不通网，也能送到{county}";
inline constexpr View kAskCarryHint = "先存到U盘送去；那边会给一份回执，拿回来在这里读";
inline constexpr View kStoreToStick = "把 {n} 件存到U盘";
inline constexpr View kStoreNone = "存一份空的";
inline constexpr View kReadReply = "读回执";
inline constexpr View kNoReplies = "U盘里没有回执";
inline constexpr View kReplyOther = "{n} 号机的";
inline constexpr View kCarryExporting = "正在存，别拔U盘…";
inline constexpr View kCarryProgress = "已存 {n} 件";
inline constexpr View kCarryImporting = "正在读，别拔U盘…";
inline constexpr View kCarried = "存好了，可以拔U盘";
inline constexpr View kCarriedNone = "没有要传的，也存好了";

// Health
inline constexpr View kAllWell = "一切正常";
inline constexpr View kTroubles = "{n} 处要处理";
inline constexpr View kMachineLine = "{n} 号机，程序 {version}";
inline constexpr View kRunningSince = "{when} 开机运行";

}  // namespace studio::say
