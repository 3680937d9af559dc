// The sentences of what hangs on the wall: notices, the monthly notice, rules, members and their
// honours (zh-CN).
#pragma once

#include "app/station/kiosk_state.h"
#include "shared/feed/public_entities.h"
#include "ui/words/strings.h"

namespace studio::say {

// "12月3日", of "2026-12-03"; with the year where it is not that of `today`. As it stands where it
// is no date.
std::string DateOf(View date, View today);
std::string MonthOf(View month);  // "2026年11月", of "2026-11"

// Where a public page has nothing: that there is nothing, or that nothing has come here yet.
std::string EmptyLine(View nothing, const KioskState& state);
// How old what hangs here is while the county cannot be heard; empty: it hangs as the county has
// it.
std::string StaleLine(const KioskState& state, const Moment& now);

inline constexpr View kArticlePage = "{n} / {all} 页";

// Notices
inline constexpr View kReadNotice = "看公告";
inline constexpr View kTally = "每月公示";
inline constexpr View kTallyHint = "{month}：收到 {n} 件，答复 {m} 件";
inline constexpr View kTallyTitle = "{month}公示";
inline constexpr View kTallyReceived = "收到";
inline constexpr View kTallyAnswered = "答复";
inline constexpr View kTallySolved = "解决";
inline constexpr View kTallyOpen = "未答复";
inline constexpr View kTallyUnit = "件";
inline constexpr View kTallyOf = "群众向{studio}反映的事";
inline constexpr View kTallyCounted = "{county}统计，到{when}为止";
inline constexpr View kEarlierMonth = "上个月";
inline constexpr View kLaterMonth = "下个月";

// Members
inline constexpr View kHonours = "荣誉";
inline constexpr View kHonoursCount = "荣誉 {n} 项";
inline constexpr View kAllMembers = "看委员";
inline constexpr View kOfStudio = "本工作室";
inline constexpr View kIntro = "简介";
inline constexpr View kHonoursConsent = "本人同意公开的才在这里";
inline constexpr View kHonoursEmpty = "还没有公布荣誉";

// What the studio as a whole owes and has done, by the stretch that runs
inline constexpr View kProgress = "本工作室进度";
inline constexpr View kProgressTitle = "该做的，做了多少";
inline constexpr View kProgressOf = "{stretch}要做 {owed}，已做 {done}";
View StretchWord(View per);  // "month", "quarter", "half_year", "year", "term"

// Rules
inline constexpr View kRules = "工作制度";
inline constexpr View kRulesEmpty = "还没有公布工作制度";

}  // namespace studio::say
