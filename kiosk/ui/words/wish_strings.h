// The sentences of 微心愿 (zh-CN).
#pragma once

#include <string>
#include <vector>

#include "app/wishes/wish_flow.h"
#include "app/wishes/wish_tending.h"
#include "ui/words/strings.h"

namespace studio::say {

// "等人认领", "示例甲 委员认领了", …
std::string WishStateLine(const WishOnWall& wall);
View ProblemLine(WishProblem problem);
std::string TendLine(const WishTending& tending, const Station& station);  // empty: no problem
// What hangs on the wall of one that was spoken; empty: it was not.
std::string WallOfSpoken(const WishFlow& flow);
// Who reads and hears what, and what everybody reads.
std::string WhoReadsWish(const WishFlow& flow);
// The same of a child's, for whoever agrees to it, and of name and phone alone.
std::string WhoReadsChild(const WishFlow& flow);
std::string WhoReadsName(const WishFlow& flow);
// What a child's guardian agrees to have kept.
std::string KeptOfChild(const WishFlow& flow);
// Of one that was posted, in order.
std::vector<std::string> WhatIsNext(const WishFlow& flow);
// Wishes to tap, for who finds no words.
const std::vector<std::string>& ReadyWishes();

// At a member's desk: "示例村，您认领的，送到了点一下". theirs: they took it on.
std::string DeskWishHint(const Wish& wish, const WishOnWall& wall, bool theirs);

inline constexpr View kDeskWishesNone = "眼下没有等人认领的心愿，也没有您认领的";
inline constexpr View kToDeskWishes = "回到心愿";
inline constexpr View kWishes = "微心愿";
inline constexpr View kWishesEmpty = "墙上还没有心愿";
inline constexpr View kWishesHint = "不写名字；{county}看过才挂上来";
inline constexpr View kForAChild = "儿童";
inline constexpr View kIWish = "我有心愿";
inline constexpr View kNoRoomForWish = "机器快满，先不收";
inline constexpr View kWishNameless =
    "墙上不写是谁的心愿。委员怎么送，先问{county}；收没收到，由有心愿的人凭登记单来说。";
inline constexpr View kForMembers = "委员用的，要出示委员二维码";
inline constexpr View kClaim = "委员认领";
inline constexpr View kGrant = "委员办理";
inline constexpr View kClaimLost = "{name} 委员的认领没成";
inline constexpr View kClaimLostWhy = "{first} 委员先认领了";
inline constexpr View kClaimLostSomebody = "别的委员先认领了";
inline constexpr View kClaimWaiting = "等确认：{name} 委员";
inline constexpr View kClaimWaitingWhy = "{county}确认了才算认领，先认领的为准";

// Posting
inline constexpr View kAskWish = "有什么小心愿？";
inline constexpr View kWishPlaceholder = "点一个，说一说，写几个字，都行";
inline constexpr View kAskFor = "这是谁的心愿？";
inline constexpr View kAskForHint = "墙上不写名字";
inline constexpr View kForSelf = "我自己的";
inline constexpr View kForSelfWhy = "姓名、电话都可以不留";
inline constexpr View kForChild = "孩子的";
inline constexpr View kForChildWhy = "要监护人（一般是父母）在场、同意；不拍照片，不记孩子的名字";
inline constexpr View kAskWishPlace = "是哪个村的？";
inline constexpr View kAskWishPlaceHint = "墙上只写村名";
inline constexpr View kAskWishName = "要不要留姓名、电话？";
inline constexpr View kAskWishNameHint =
    "不留也行。没有电话，委员找不到您，要您自己来查。"
    "{who}。您说收到了，过 {days} 天就删掉。";
inline constexpr View kWishPhone = "电话（可以不填）";
inline constexpr View kAskGuardian = "请监护人填一填";
inline constexpr View kAskGuardianHint = "委员认领了，{county}好跟您商量怎么送。{who}。墙上不写。";
inline constexpr View kGuardian = "监护人姓名";
inline constexpr View kGuardianPhone = "监护人电话";
inline constexpr View kFillGuardian = "请写姓名";
inline constexpr View kFillGuardianPhone = "请填电话";
inline constexpr View kWriteGuardian = "写监护人姓名";
inline constexpr View kConsentChildTitle = "孩子的事，先跟您说清";
inline constexpr View kConsentChildFor = "只用来帮孩子办到这个心愿";
inline constexpr View kConsentChildRights = "来查；10 分钟内能撤回，过后找政协";
inline constexpr View kGuardianAgrees = "我是监护人，同意";
inline constexpr View kCheckWish = "心愿";
inline constexpr View kCheckFor = "谁的";
inline constexpr View kCheckWishPlace = "哪个村";
inline constexpr View kCheckContact = "联系";
inline constexpr View kCheckGuardian = "监护人";
inline constexpr View kWishSpoken = "录音 {time}";
inline constexpr View kNoContact = "不留";
inline constexpr View kPostIt = "没错，登记";
inline constexpr View kWishKept = "心愿记下了";
inline constexpr View kWishKeptHint = "谢谢您。凭登记单，可以到“查进度”里看。";
inline constexpr View kAnotherWish = "再说一个";

// Taking on, and granting
inline constexpr View kClaimTitle = "认领心愿";
inline constexpr View kGrantTitle = "办到了没有";
inline constexpr View kShowClaimCard = "请出示委员二维码";
inline constexpr View kShowClaimCardHint = "委员证上的、手机里的都行";
inline constexpr View kScanClaimCard = "请用扫码枪扫委员二维码";
inline constexpr View kAskClaim = "{name} 委员，认领这个心愿？";
inline constexpr View kAskClaimHint = "{county}确认后算数；几位都认领时，先认领的为准";
inline constexpr View kAskGrant = "{name} 委员，这个心愿办到了吗？";
inline constexpr View kAskGrantHint = "您说办到了，再请有心愿的人凭登记单来说";
inline constexpr View kClaimYes = "我来认领";
inline constexpr View kGrantYes = "办到了";
inline constexpr View kAnotherCard = "换一张证";
inline constexpr View kClaimed = "认领记下了";
inline constexpr View kClaimedHint = "等确认：墙上写出您的名字，才算认领。怎么送到，去问{county}。";
inline constexpr View kGranted = "记下了，辛苦了";
inline constexpr View kGrantedHint = "有心愿的人说收到了，墙上才写“办到了”";
inline constexpr View kToWall = "回心愿墙";

}  // namespace studio::say
