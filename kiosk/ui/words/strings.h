// Every sentence a person reads, in one table (zh-CN). Words that a mechanism names differently
// ({county}, {studio}) are filled in when drawn. Plain words that a neighbour would use.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/checkin/check_in_flow.h"
#include "app/request/request_flow.h"
#include "app/saying/keyboard.h"
#include "app/saying/voice_note.h"
#include "app/station/station.h"

namespace studio::say {

using View = std::string_view;

// Replaces each {name} with its value.
std::string Fill(View pattern, std::initializer_list<std::pair<View, View>> values);
std::string Number(std::int64_t value);
// "11月21日 星期六"
std::string DayOf(const LocalTime& time);
// "今天 09:41" or "11月20日 09:41"
std::string WhenOf(std::int64_t wall_ms, std::int64_t now_ms);

// The short name of the county body, or a neutral word before the feed has brought it.
View CountyName(const Station& station);

std::string LinkLine(const LinkState& link, const OutboxSummary& outbox, const Station& station);
View ProblemLine(RequestProblem problem);
View ProblemLine(VoiceProblem problem);
std::string VisibilityName(Visibility visibility, const Station& station);
View ModeName(WritingMode mode);       // of its tab
View NotWorkingWhy(WritingMode mode);  // why that way of saying it cannot be used here
// "一段话 1 分 20 秒，2 张照片"; empty where there is neither.
std::string AddedLine(const RequestFlow& flow);
// "1. 示例甲  2. 示例乙"; empty: none.
std::string NumberedNames(const std::vector<std::string>& names);
std::string StateName(ReceiptState state, const Station& station);
// "身体和看病的事": the county's name of it, else a plain one.
std::string SensitiveName(const SensitivePart& part);
// What touches it: the sentences, and voice or pictures.
std::string SensitiveQuote(const SensitivePart& part, const RequestFlow& flow);
// What is not filed because somebody did not agree to it; empty: all is.
std::string LeftOutLine(const RequestFlow& flow);
// The verdict in one short line, and what to do next in one sentence.
std::string VerdictTitle(const CheckInFlow& flow);
std::string VerdictNext(const CheckInFlow& flow, const Station& station);
// "上午班 08:30 – 11:30，早到 4 分钟"; empty where there is no shift.
std::string ShiftLine(const CheckInFlow& flow);
View HandoverKindName(View kind);
// What stands in the way of the PIN; empty: nothing.
std::string PinLine(const PinAsking& asking);
// Whom to ring in an emergency: the county's list, and before it has come the numbers that hold
// everywhere in China.
const std::vector<Safety::Line>& EmergencyLines(const Station& station);

// Everywhere
inline constexpr View kBack = "上一步";
inline constexpr View kNext = "下一步";
inline constexpr View kHome = "回首页";
inline constexpr View kDone = "完成";
inline constexpr View kChange = "改";
inline constexpr View kStep = "第 {n} 步，共 {all} 步";

// Home
inline constexpr View kSeal = "委员之家";
inline constexpr View kDutyToday = "今日值班";
inline constexpr View kNobodyOnDuty = "今天没有排班";
inline constexpr View kNobodyHint = "有事照样可以在这里登记";
inline constexpr View kMoreOnDuty = "还有 {n} 位";
inline constexpr View kReport = "我要反映";
inline constexpr View kReportHint = "反映问题、提建议，点点就行";
inline constexpr View kTrack = "查进度";
inline constexpr View kTrackHint = "用登记单来查";
inline constexpr View kRoster = "值班表";
inline constexpr View kCheckIn = "委员签到";
inline constexpr View kCheckInHint = "出示委员二维码";
inline constexpr View kNotices = "公告";
inline constexpr View kMembers = "委员风采";
inline constexpr View kLarge = "大字";
inline constexpr View kContrast = "高对比";
inline constexpr View kListen = "听一听";
inline constexpr View kListenStop = "别念了";
inline constexpr View kListenAgain = "再听一遍";
// While nobody touches it
inline constexpr View kInvite = "点一下，说说您的事";
inline constexpr View kInviteDuty = "今日值班：{names}";
inline constexpr View kInviteDutyMore = "今日值班：{names}等 {n} 位";
inline constexpr View kInviteTopics = "{n} 个议题请您来商量";
inline constexpr View kInviteWishes = "{n} 个心愿等委员帮忙";

// Request
inline constexpr View kAskCategory = "您要说的是哪方面的事？";
inline constexpr View kAskCategoryHint = "点一下最接近的，后面还能改";
inline constexpr View kComingSoon = "机器正在准备，请稍等";
inline constexpr View kDangerNow = "眼下有危险";
inline constexpr View kAskPlace = "事情在哪个村？";
inline constexpr View kAskPlaceHint = "点村名，再点小组；不知道小组可以不选";
inline constexpr View kAskGroup = "哪个小组？";
inline constexpr View kAskWords = "请把事情说一说";
inline constexpr View kWordsPlaceholder = "点一句，写一写，说一说，都行";
inline constexpr View kNoSentences = "这类事没有现成的句子，请自己说或写";
inline constexpr View kFinishFirst = "刚写的字没选定：点一个，或删掉";
inline constexpr View kNoCamera = "没有接摄像头，拍不了照片";
inline constexpr View kVoiceFirst = "还在录音，请先点“说完了”";
inline constexpr View kRemovePhoto = "去掉这张照片？";
inline constexpr View kRemoveVoice = "去掉录音？";
inline constexpr View kRemoveYes = "去掉";
inline constexpr View kRemoveNo = "留着";
inline constexpr View kPhotoAdded = "照片 {n}";  // for scripts and tests only
inline constexpr View kPicture = "照片";
inline constexpr View kPictureOf = "照片 {n} / {all}";
inline constexpr View kPictureBefore = "上一张";
inline constexpr View kPictureAfter = "下一张";
inline constexpr View kWriteName = "写姓名";
inline constexpr View kWriteRepresentatives = "写代表姓名";
inline constexpr View kWritten = "写好了";
inline constexpr View kKeepInk = "没有要的字，就留手写的";
inline constexpr View kInkName = "手写的姓名";
inline constexpr View kDropInk = "去掉手写的字";
inline constexpr View kAskWho = "要不要留姓名？";
inline constexpr View kAskWhoHint = "留不留姓名都一样办；凭登记单都能查";
inline constexpr View kNamed = "留姓名";
inline constexpr View kCountyOnly = "姓名只给{county}看";
inline constexpr View kAnonymous = "不留姓名";
inline constexpr View kName = "姓名";
inline constexpr View kNamePlaceholder = "请写姓名";
inline constexpr View kPhone = "电话（可以不填）";
inline constexpr View kPhonePlaceholder = "有结果打给您";
inline constexpr View kFillPhone = "填电话";
inline constexpr View kHeadCount = "一共几个人";
inline constexpr View kPeople = "人";
inline constexpr View kRepresentatives = "大家推的代表（最多 {n} 位）";
inline constexpr View kRepresentativesPlaceholder = "名字之间空一格；可不填";
inline constexpr View kCheckRepresentatives = "大家推的代表：{names}";
inline constexpr View kTooManyNames = "写了 {n} 位，最多 {most} 位。请去掉几位。";
inline constexpr View kConsentTitle = "登记以前，先跟您说清";
inline constexpr View kConsentWhoTitle = "谁收";
inline constexpr View kConsentWhatForTitle = "做什么";
inline constexpr View kConsentWhatFor = "只用来办您说的这件事";
inline constexpr View kConsentWhatTitle = "记什么";
inline constexpr View kConsentReadTitle = "谁能看";
inline constexpr View kConsentKeepTitle = "留多久";
inline constexpr View kConsentKeep = "办完后再留 {days} 天，就删掉";
inline constexpr View kConsentRightsTitle = "您可以";
inline constexpr View kConsentRights = "凭登记单来查；10 分钟内自己能撤回，过后请找{county}";
inline constexpr View kMembersMayRead = "这些也让委员看";
inline constexpr View kAgree = "我知道了，同意";
inline constexpr View kAskSensitive = "这几样，记不记由您";
inline constexpr View kAskSensitiveHint = "不记也照样登记，一样办";
inline constexpr View kSensitiveAbout = "说到了{name}";
inline constexpr View kMayKeep = "可以记";
inline constexpr View kMayNotKeep = "不要记";
inline constexpr View kSayDifferently = "改一改";
inline constexpr View kSayElsewhere = "不想写，就打电话 {phone}。找委员当面说也行。";
inline constexpr View kSayInPerson = "不想写的，找委员当面说也行";
inline constexpr View kSaidVoice = "录音里可能说到";
inline constexpr View kSaidPhotos = "照片里可能拍到";
inline constexpr View kLeftOutWords = "有几句按您的意思没有记";
inline constexpr View kLeftOutAll = "照您的意思，细节没有记；可以找委员当面说";
inline constexpr View kLeftOutAdded = "{what}按您的意思不登记";
inline constexpr View kCheckTitle = "请看看对不对";
inline constexpr View kCheckCategory = "什么事";
inline constexpr View kCheckPlace = "在哪里";
inline constexpr View kCheckWords = "怎么说的";
inline constexpr View kMoreWords = "往下";
inline constexpr View kCheckWho = "谁说的";
inline constexpr View kHelped = "有委员帮我填";
inline constexpr View kHelpedWhy = "委员念一遍给您听，您说没错再登记";
inline constexpr View kShowHelperCode = "帮您填的委员，请出示委员二维码";
inline constexpr View kScanHelperCode = "帮您填的委员，请用扫码枪扫委员二维码";
inline constexpr View kShowHelperHint = "要今天签过到、还没走的委员";
inline constexpr View kNobodyHelps = "不用人帮";
inline constexpr View kReadBack = "念给我听过了，没错";
inline constexpr View kConfirm = "没错，登记";
inline constexpr View kSaving = "正在记下…";
inline constexpr View kUrgent = "急事，先办";

// Keyboard
inline constexpr View kNotNow = "用不了";
inline constexpr View kOtherWays = "上面别的办法都能用，写好的也都在";
inline constexpr View kTextLeft = "还能写 {n} 个字";
inline constexpr View kTextFull = "写满了，最多 {n} 个字";
inline constexpr View kTextRefused = "太长了，只能再写 {n} 个字";
inline constexpr View kTextUp = "看上面";
inline constexpr View kTextDown = "看下面";
inline constexpr View kPinyinHint = "按拼音，再点要的字，有口音也行";
inline constexpr View kStrokeHint = "照写字的先后按笔画，再点要的字";
inline constexpr View kInkHint = "在这里写一个字";
inline constexpr View kParting = "分";
inline constexpr View kKeysFull = "打得太长了，先点下面的字，再接着打";
inline constexpr View kNoCandidates = "没找到这个字，删掉再试试";
inline constexpr View kEarlier = "前面的字";
inline constexpr View kMoreCandidates = "后面的字";
inline constexpr View kSymbols = "标点";
inline constexpr View kSpace = "空格";
inline constexpr View kTakeFirst = "就要第一个";
inline constexpr View kLineBreak = "换行";
inline constexpr View kDeleteKey = "删除";
inline constexpr View kBackToKeys = "回键盘";
inline constexpr View kUndoStroke = "退一笔";
inline constexpr View kClearInk = "重写";

// Danger now
inline constexpr View kDangerTitle = "先打电话，要紧！";
inline constexpr View kDangerHint = "这台机器不能报警。请马上拨打：";
inline constexpr View kDangerCall = "{name}委员，请马上过来帮忙！";
inline constexpr View kDangerCallAny = "旁边的人，请帮忙打电话！";
inline constexpr View kDangerGoOn = "打过了，接着登记";
inline constexpr View kDangerGoOnSaying = "打过了，接着说";
inline constexpr View kDangerGoHome = "打过了，回首页";
inline constexpr View kDangerNot = "没有危险，退回去";

// Not ours
inline constexpr View kNotOursTitle = "是不是这样的事？";
inline constexpr View kNotOursWhy = "您说的像是“{matter}”。这样的事要由专门的地方办，我们办不了：";
inline constexpr View kNotOursCall = "打电话问";
inline constexpr View kNotOursGuided =
    "不是的话，点“不是，接着说”。写的都还在。回首页，写的就不留了。只记有人来问过。";
inline constexpr View kNotOursNothingKept =
    "不是的话，点“不是，接着说”。写的都还在。回首页，写的就不留了。";
inline constexpr View kNotOursAccept = "是的，回首页";
inline constexpr View kNotOursGoOn = "不是，接着说";

// Receipt
inline constexpr View kReceipt = "登记单";
inline constexpr View kGoesHomeIn = "{n} 秒后回首页";
inline constexpr View kKept = "已经记下了";
inline constexpr View kThanks = "谢谢您。办得怎么样，可以来这里查。";
inline constexpr View kWithdrawn = "已经撤回";
inline constexpr View kWithdrawnHint = "您说的内容已经删掉，不会再办";
inline constexpr View kNumber = "登记号";
inline constexpr View kCode = "查询码（别告诉旁人）";
inline constexpr View kPrinting = "登记单正在打印。也可以用手机拍下这一页。";
inline constexpr View kPrinted = "登记单打好了，请拿走。也可以用手机拍下这一页。";
inline constexpr View kPrintFailed = "没打出来，请抄下来或拍照";
inline constexpr View kPrintAgain = "再打一次";
inline constexpr View kCopyDown = "请抄下来，或用手机拍下这一页";
inline constexpr View kSlipNext = "网络通了会自动传到{county}。凭这张单子，来查办得怎么样。";
inline constexpr View kStepKept = "已登记";
inline constexpr View kStepKeptHint = "{when}，记在这台机器里";
inline constexpr View kStepWaitingHint = "网络通了会自动传到{county}";
inline constexpr View kStepReceivedHint = "{when}，收到了您说的事";
inline constexpr View kStepSetAside = "未传成功";
inline constexpr View kStepSetAsideHint = "还在这台机器里，请告诉工作人员";
inline constexpr View kStepReferred = "转交办理";
inline constexpr View kStepReferredHint = "会写明由谁来办";
inline constexpr View kStepAnswered = "答复";
inline constexpr View kStepAnsweredHint = "凭登记单来这里看";
inline constexpr View kWithdrawHint = "10 分钟内可以撤回。";  // behind another
inline constexpr View kWithdraw = "撤回";
inline constexpr View kWithdrawAsk = "真的要撤回吗？";
inline constexpr View kWithdrawAskHint = "撤回后内容就删掉了，不会再办";
inline constexpr View kWithdrawYes = "撤回，删掉";
inline constexpr View kWithdrawNo = "不撤回";
inline constexpr View kAnother = "再反映一件";

// Track
inline constexpr View kAskNumber = "请输入登记号";
inline constexpr View kAskNumberHint = "在登记单上，一共 9 位数字";
inline constexpr View kAskCode = "请输入查询码";
inline constexpr View kAskCodeHint = "在登记单上，一共 8 位数字";
inline constexpr View kLooking = "正在查…";
inline constexpr View kLook = "查一查";
inline constexpr View kFoundTitle = "登记号 {number}";

// Roster, notices, members
inline constexpr View kRosterEmpty = "还没有值班表";
inline constexpr View kNoticesEmpty = "还没有公告";
inline constexpr View kMembersEmpty = "还没有委员名单";
inline constexpr View kToday = "今天";
inline constexpr View kTomorrow = "明天";

// Time-out
inline constexpr View kStillThere = "还在吗？";
inline constexpr View kStillThereHint = "{n} 秒后会清空您刚才填的内容";
inline constexpr View kGoOn = "还在，接着来";

// Fault page
inline constexpr View kFaultTitle = "机器出了点问题";
inline constexpr View kFaultFull = "机器存满了，暂时不能登记。\n请到值班委员那里当面说。";
inline constexpr View kFaultBroken = "机器存不进去，暂时不能登记。\n请到值班委员那里当面说。";
inline constexpr View kFaultNotEnrolled = "这台机器还没有开通，\n请联系工作人员";
inline constexpr View kFaultNewer =
    "这台机器的程序旧了，读不出记录。\n先不要动它，请联系工作人员。";
inline constexpr View kFaultCrashing = "机器停了几次，过一会儿自己再试。\n请到值班委员那里当面说。";
inline constexpr View kFaultSince = "从 {when} 起就这样了";
inline constexpr View kFaultCall = "请打电话 {phone}";
inline constexpr View kFaultKept = "以前登记的事，没有动过";
inline constexpr View kSalvaged = "机器坏过，请告诉工作人员";

// Voice message
// "1 分 20 秒"
std::string LengthOf(std::int64_t ms);
// "1:20"
std::string ClockOf(std::int64_t ms);
inline constexpr View kVoiceStart = "点一下，开始说";
inline constexpr View kVoiceStop = "说完了，点一下";
inline constexpr View kVoiceStartHint = "对着机器慢慢说，最多 3 分钟";
inline constexpr View kVoiceListening = "正在听您说";
inline constexpr View kVoiceNoSound = "好像没有声音，请靠近些、大声些说";
inline constexpr View kVoiceLeft = "还能说 {time}";
inline constexpr View kVoiceSaving = "正在记下…";
inline constexpr View kVoiceKept = "记下了，一共 {time}";
inline constexpr View kVoicePlaying = "正在放给您听";
inline constexpr View kVoiceListen = "听一遍";
inline constexpr View kVoiceEnough = "不听了";
inline constexpr View kVoiceAgain = "重新说";
inline constexpr View kVoiceDrop = "不要了";

// Photo
inline constexpr View kPhotoTitle = "拍张照片";
inline constexpr View kPhotoAsk = "对准了再拍";
inline constexpr View kPhotoAskHint = "看清楚了，就点红圆圈";
inline constexpr View kPhotoTake = "拍照";
inline constexpr View kPhotoTaking = "正在拍…";
inline constexpr View kPhotoCheck = "这张看得清吗？";
inline constexpr View kPhotoUse = "就用这张";
inline constexpr View kPhotoAgain = "重新拍";
inline constexpr View kPhotoOpening = "摄像头正在打开…";
inline constexpr View kPhotoAbsent = "没有接摄像头，这里拍不了。点“上一步”接着说，前面说的都在。";
inline constexpr View kPhotoLost = "摄像头断了，请人接好再拍。前面说的都在。";
inline constexpr View kPhotoNotTaken = "这张没拍上，请再点一下";
inline constexpr View kPhotoNotSaved = "机器存不下了，这张没有留下。前面说的都在。";

// Check-in
inline constexpr View kShowCode = "把委员二维码对着摄像头";
inline constexpr View kShowCodeHint = "委员证上的、手机里的都行，也可以用扫码枪";
inline constexpr View kScanCode = "请用扫码枪扫委员二维码";
inline constexpr View kNoCameraScan = "没有接摄像头";
inline constexpr View kLostCameraScan = "摄像头断了，请人接好再用";
inline constexpr View kNeither = "没有扫码枪的话，这里签不了到。请告诉工作人员。";
inline constexpr View kTooDark = "太暗了，屏幕给您照个亮";
inline constexpr View kMemberName = "{name} 委员";
inline constexpr View kFlagged = "已注明：{what}";
inline constexpr View kTrustStale = "名单好久没更新";
inline constexpr View kClockUnsure = "机器时间没核对过";
inline constexpr View kAskLeaving = "您要走了吗？";
inline constexpr View kLeaveNow = "签退";
inline constexpr View kStay = "不走";
inline constexpr View kKeepOn = "还值";  // where leaving now would be early
inline constexpr View kGoVisiting = "外出走访";
inline constexpr View kComeBack = "回来了";
inline constexpr View kAskBack = "您回来了吗？";
inline constexpr View kArrive = "签到";
inline constexpr View kAskStandIn = "您替谁值班？";
inline constexpr View kJustHere = "只是来看看";
inline constexpr View kTryAgain = "再试一次";
inline constexpr View kRecording = "正在记下…";
inline constexpr View kHandoverTitle = "上一班留下的话";
inline constexpr View kHandoverBy = "{name} 留，{when}";
inline constexpr View kHandoverRead = "看过了";
inline constexpr View kHandoverLocked = "里面可能有群众的姓名和电话。输入您的密码就能看。";
inline constexpr View kHandoverNoPin = "里面可能有群众的姓名和电话。用有密码的委员证才能看。";
inline constexpr View kHandoverNoKey = "这段话打不开，请找留话的委员";
inline constexpr View kHandoverOpen = "输入密码";
inline constexpr View kHandoverLater = "先不看";
inline constexpr View kHandoverGoOn = "看留下的话";
inline constexpr View kAskHandover = "有什么要交代给下一班的吗？";
inline constexpr View kNothingLeft = "没有";
inline constexpr View kWriteItem = "有，写下来";
inline constexpr View kWriteAnother = "再写一条";
inline constexpr View kEnoughItems = "写满了";
inline constexpr View kHandOver = "交给下一班";
inline constexpr View kHandoverList = "交给下一班的话";
inline constexpr View kDropItem = "删掉";
inline constexpr View kItemAsk = "写完后，点一下是哪类";
inline constexpr View kItemPlaceholder = "请写要交代的事";
inline constexpr View kHandoverNotKept = "没存上，请再点一次。写的都还在。";

}  // namespace studio::say
