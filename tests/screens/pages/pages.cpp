#include "pages.h"

#include "demo_badge.h"
#include "desk_pages.h"
#include "duty_pages.h"
#include "exchange_pages.h"
#include "ledger_pages.h"
#include "link_pages.h"
#include "proposal_pages.h"
#include "roster_pages.h"
#include "topic_pages.h"
#include "track_pages.h"
#include "wall_pages.h"
#include "wish_pages.h"
#include "year_pages.h"
#include "year_sheets_pages.h"

namespace studio {

const std::string kToPlace = "tap 我要反映\ntap 道路桥梁\n";
const std::string kToWords = kToPlace + "tap 示例村\ntap 下一步\n";
const std::string kToWho = kToWords + "tap 路灯坏了，晚上出门看不清。\ntap 下一步\n";
const std::string kToConsent = kToWho + "tap 不留姓名\ntap 下一步\n";
const std::string kToCheck = kToConsent + "tap 我知道了，同意\ntap 下一步\n";
const std::string kToReceipt = kToCheck + "tap 没错，登记\nexpect 已经记下了\n";

namespace {

// As much as fits into the field, without a place to break.
std::string LongWords() {
  std::string out;
  for (int i = 0; i < 25; ++i) out += "村口的路灯坏了两个星期，晚上出门看不清路。";
  return out;
}

// As a hand draws 村.
const std::string kVillage =
    "ink 80,330 200,318 310,305 420,290\nink 250,90 256,300 258,600 250,930\n"
    "ink 245,330 200,450 140,570 60,680\nink 262,360 310,430 360,500 400,560\n"
    "ink 470,340 600,325 760,310 930,300\nink 760,80 765,400 768,700 755,900 690,850 640,800\n"
    "ink 540,500 580,560 620,640\n";
const std::string kAddBoth =
    "tap 说话\ntap 点一下，开始说\ntap 说完了，点一下\n"
    "tap 拍照\ntap 拍照\ntap 就用这张\ntap 拍照\ntap 拍照\ntap 就用这张\n";
const std::string kSpeaking = kToWords + "tap 说话\ntap 点一下，开始说\n";
const std::string kSpoken = kSpeaking + "tap 说完了，点一下\n";
const std::string kToPhoto = kToWords + "tap 拍张照片\n";
const std::string kNameByHand =
    kToWho + "tap 留姓名\ntap 姓名\ntap 手写\n" + kVillage + "tap 没有要的字，就留手写的\n";
const std::string kToNamed = kToWho + "tap 姓名只给\ntap 增加一共几个人\ntype 示例甲\n";
const std::string kGone = "scan " + DemoBadge("m01") + "\ntap 签退\n";
const std::string kHelped =
    "tap 有委员帮我填\nscan " + DemoBadge("m01") + "\nexpect 念给我听过了\n";
const std::string kCard = "scan " + DemoCard("m01") + "\n";
const std::string kToSensitive =
    "tap 我要反映\ntap 养老救助\ntap 示例村\ntap 下一步\ntap 想问低保怎么申请。\ntap 下一步\n"
    "tap 不留姓名\ntap 下一步\n";
const std::string kToElderly = "tap 我要反映\ntap 养老救助\ntap 示例村\ntap 下一步\n";
const std::string kToSensitives =
    kToElderly +
    "type 老伴住院做了手术。孙子残疾，坐轮椅。低保还没有批下来，家里欠债。\ntap 下一步\n"
    "tap 不留姓名\ntap 下一步\n";
const std::string kToSensitiveVoice =
    kToElderly + kAddBoth + "tap 下一步\ntap 不留姓名\ntap 下一步\n";

void EmptyStation(ScreenRig& rig) { rig.state.station = std::make_shared<const Station>(); }
void NoWays(ScreenRig& rig) { rig.ways = {}; }
void BreakVoice(ScreenRig& rig) { rig.voice.breaks = MediaTrouble::kLost; }
void BreakVoiceAtOnce(ScreenRig& rig) {
  BreakVoice(rig);
  rig.voice.length_ms = 500;
}
void SpeakShortly(ScreenRig& rig) { rig.voice.length_ms = 500; }
void SlowCamera(ScreenRig& rig) { rig.camera.opens = false; }
void LoseCamera(ScreenRig& rig) { rig.camera.trouble = MediaTrouble::kLost; }
void BlurCamera(ScreenRig& rig) { rig.camera.fails = ErrorKind::kUnavailable; }
void Hold(ScreenRig& rig) { rig.answers = false; }
void FailFiling(ScreenRig& rig) { rig.filing_fails = ErrorKind::kStorage; }
void WithPrinter(ScreenRig& rig) { rig.printing.available = true; }
void WithJammedPrinter(ScreenRig& rig) {
  rig.printing.available = true;
  rig.printing.works = false;
}
void BreakStorage(ScreenRig& rig) { rig.state.fault = Fault::kStorageFull; }
void Shorten(ScreenRig& rig, std::uint64_t percent_free) {
  rig.state.storage.total_bytes = 64'000'000'000;
  rig.state.storage.free_bytes = rig.state.storage.total_bytes / 100 * percent_free;
}
void RoomForNoPhotos(ScreenRig& rig) { Shorten(rig, 4); }
void RoomForNoVoice(ScreenRig& rig) { Shorten(rig, 2); }
void RoomForNothing(ScreenRig& rig) { Shorten(rig, 0); }
void RoomForNothingAndNobody(ScreenRig& rig) {
  EmptyStation(rig);
  RoomForNothing(rig);
}
void GoOffline(ScreenRig& rig) {
  rig.state.link.condition = LinkCondition::kOffline;
  rig.state.outbox = {12, 12, 0};
}
// Ten minutes before the shift of the first two.
void BeforeShift(ScreenRig& rig) { rig.duty.grounds.shifts[0].from = "09:42"; }
void OldLists(ScreenRig& rig) {
  rig.duty.grounds.lists_as_of_ms -= 40 * 86'400'000LL;
  rig.state.link.last_exchange_ms = 0;
  rig.state.time = std::make_shared<KnownTime>();
}
void CameIn(ScreenRig& rig) {
  const Shift& shift = rig.duty.grounds.shifts[0];
  rig.duty.grounds.attendance.push_back(
      {shift.id, "m01", 1, shift.date, rig.clock.now.wall_ms - 3'600'000, 0, ""});
}
void DarkRoom(ScreenRig& rig) { rig.camera.dark = true; }
void TwoBadges(ScreenRig& rig) { rig.camera.codes = {DemoBadge("m01"), DemoBadge("m02")}; }
void LeftWords(ScreenRig& rig) {
  BeforeShift(rig);
  rig.duty.grounds.pin_cards = {{"m01", {}}};
  HandoverBody left;
  left.member = "m03";
  left.items = {{"call_back", "给 037 48190 2 回个电话，问水阀修好没有"},
                {"device", "打印纸快用完了，柜子里有两卷"},
                {"open", "柳条村三组的路灯，电力所说这周来看，来了请陪着走一趟，再把情况记下来"}};
  rig.duty.Lay(left, rig.clock.now.wall_ms - 16 * 3'600'000);
}
void AskPin(ScreenRig& rig) {
  BeforeShift(rig);
  rig.duty.grounds.settings.ask_pin = true;
  rig.duty.grounds.pin_cards = {{"m01", {}}};
  rig.duty.unlock.outcome = UnlockAnswer::Outcome::kWrong;
  rig.duty.unlock.tries_left = 3;
}
void LockPin(ScreenRig& rig) {
  AskPin(rig);
  rig.duty.unlock.outcome = UnlockAnswer::Outcome::kLocked;
  rig.duty.unlock.wait_ms = 125'000;
}
// Far enough into the page that something in its middle sounds.
void ReadsOn(ScreenRig& rig) {
  rig.speaker.holds = true;
  rig.speaker.holds_at = 5;
}
}  // namespace

std::vector<Page> AllPages() {
  std::vector<Page> pages = {
      {"home", "", ""},
      {"home-offline", "", "", "", GoOffline},
      {"home-empty", "", "", "", EmptyStation},
      {"idle", "advance 130", ""},
      {"category", "tap 我要反映", "回首页"},
      {"reading", "tap 我要反映\ntap 听一听\nadvance 0.6\nexpect 别念了", "回首页", "", ReadsOn},
      {"reading-stopped", "tap 我要反映\ntap 听一听\nadvance 0.6\nexpect 再听一遍", "回首页"},
      {"place", kToPlace, "上一步", "下一步"},
      {"place-groups", kToPlace + "tap 示范街社区\ntap 第二网格", "上一步", "下一步"},
      {"place-missing", kToPlace + "tap 下一步", "上一步", "下一步"},
      {"words", kToWords, "上一步", "下一步"},
      {"words-long", kToWords + "type " + LongWords(), "上一步", "下一步"},
      {"words-missing", kToWords + "tap 下一步", "上一步", "下一步"},
      {"words-speak", kToWords + "tap 说话", "上一步", "下一步"},
      {"words-speaking", kSpeaking, "", ""},
      {"words-spoken", kSpoken, "上一步", "下一步"},
      {"words-listening", kSpoken + "tap 听一遍", "上一步", "下一步"},
      {"words-spoken-lost", kSpeaking, "上一步", "下一步", BreakVoice},
      {"words-unspoken-lost", kSpeaking, "上一步", "下一步", BreakVoiceAtOnce},
      {"words-too-short", kSpoken, "上一步", "下一步", SpeakShortly},
      {"words-mute", kToWords + "tap 说话", "上一步", "下一步", NoWays},
      {"photo", kToPhoto, "上一步"},
      {"photo-taken", kToPhoto + "tap 拍照", "重新拍"},
      {"photo-opening", kToPhoto, "上一步", "", SlowCamera},
      {"photo-lost", kToPhoto, "上一步", "", LoseCamera},
      {"photo-not-taken", kToPhoto + "tap 拍照", "上一步", "", BlurCamera},
      {"words-ink", kToWords + "type 我们\ntap 手写\n" + kVillage, "上一步", "下一步"},
      {"words-pinyin", kToWords + "tap 拼音\ntype 村口的\nkeys ludeng", "上一步", "下一步"},
      {"words-stroke", kToWords + "tap 笔画\nkeys hspn", "上一步", "下一步"},
      {"words-digits", kToWords + "tap 数字\nkeys 12", "上一步", "下一步"},
      {"words-marks", kToWords + "tap 拼音\ntap 标点", "上一步", "下一步"},
      {"words-unfinished", kToWords + "tap 拼音\nkeys cun\ntap 下一步", "上一步", "下一步"},
      {"words-no-way", kToWords + "tap 手写\ntap 拍张照片", "上一步", "下一步", NoWays},
      {"words-added", kToWords + kAddBoth, "上一步", "下一步"},
      {"name-ink", kNameByHand + "tap 手写\n" + kVillage, "上一步", "写好了"},
      {"check-added",
       kToWords + kAddBoth + "tap 下一步\ntap 留姓名\ntype 示例\ntap 姓名\ntap 手写\n" + kVillage +
           "tap 没有要的字，就留手写的\ntap 写好了\ntap 下一步\n" +
           "tap 我知道了，同意\ntap 下一步",
       "上一步", "没错，登记"},
      {"who", kToWho, "上一步", "下一步"},
      {"who-named", kToNamed, "上一步", "下一步"},
      {"who-many", kToNamed + "tap 大家推的代表\ntype 示例甲 示例乙\ntap 写好了", "上一步",
       "下一步"},
      {"name-many", kToNamed + "tap 大家推的代表\ntype 1. 示例甲 2. 示例乙", "上一步", "写好了"},
      {"name-too-many", kToNamed + "tap 大家推的代表\ntype 示例甲 示例乙 示例丙", "上一步",
       "写好了"},
      {"check-many",
       kToNamed +
           "tap 增加一共几个人\ntap 大家推的代表\ntype 示例甲 示例乙\ntap 写好了\ntap 下一步\n"
           "tap 我知道了，同意\ntap 下一步\nexpect 代表：1. 示例甲",
       "上一步", "没错，登记"},
      {"who-added", kToWords + kAddBoth + "tap 下一步", "上一步", "下一步"},
      {"consent-added", kToWords + kAddBoth + "tap 下一步\ntap 不留姓名\ntap 下一步", "上一步",
       "下一步"},
      {"who-missing", kToWho + "tap 下一步", "上一步", "下一步"},
      {"who-no-name", kToNamed + "tap 大家推的代表\ntype 示例甲 示例乙\ntap 写好了\ntap 下一步",
       "上一步", "下一步"},
      {"phone", kToWho + "tap 留姓名\ntap 电话\ntype 13800000000", "完成", "完成"},
      {"consent", kToConsent, "上一步", "下一步"},
      {"consent-members", kToConsent + "tap 这些也让委员看\nexpect 这个工作室的委员也看得到",
       "上一步", "下一步"},
      {"consent-missing", kToConsent + "tap 下一步", "上一步", "下一步"},
      {"sensitive", kToSensitive, "上一步", "下一步"},
      {"sensitive-missing", kToSensitive + "tap 下一步", "上一步", "下一步"},
      {"sensitive-many", kToSensitives, "上一步", "下一步"},
      {"sensitive-voice", kToSensitiveVoice, "上一步", "下一步"},
      {"consent-left-out", kToSensitive + "tap 不要记\ntap 下一步", "上一步", "下一步"},
      {"check-left-out", kToSensitive + "tap 不要记\ntap 下一步\ntap 我知道了，同意\ntap 下一步",
       "上一步", "没错，登记"},
      {"check", kToCheck, "上一步", "没错，登记"},
      {"check-helped", kToCheck + kHelped, "上一步", "没错，登记", FirstIsHere},
      {"check-helped-missing", kToCheck + kHelped + "tap 没错，登记", "上一步", "没错，登记",
       FirstIsHere},
      {"check-long",
       kToWords + "type " + LongWords() +
           "\ntap 下一步\ntap 姓名只给\ntype 示例甲\ntap 下一步\ntap 我知道了，同意\ntap "
           "下一步",
       "上一步", "没错，登记"},
      {"check-urgent",
       "tap 我要反映\ntap 眼下有危险\ntap 打过了，接着登记\ntap 道路桥梁\ntap 示例村\ntap 下一步\n"
       "tap 路灯坏了\ntap 下一步\ntap 不留姓名\ntap 下一步\ntap 我知道了，同意\ntap 下一步",
       "上一步", "没错，登记"},
      {"check-failed", kToCheck + "tap 没错，登记", "上一步", "没错，登记", FailFiling},
      {"saving", kToCheck + "tap 没错，登记", "", "", Hold},
      {"receipt", kToReceipt, "完成", "完成"},
      {"receipt-printed", kToReceipt, "完成", "完成", WithPrinter},
      {"receipt-jam", kToReceipt, "完成", "完成", WithJammedPrinter},
      {"receipt-withdraw", kToReceipt + "tap 撤回", "不撤回"},
      {"receipt-withdrawn", kToReceipt + "tap 撤回\ntap 撤回，删掉", "完成", "完成"},
      {"danger", "tap 我要反映\ntap 眼下有危险", "没有危险，退回去", "打过了，接着登记"},
      {"not-ours", kToWords + "type 法院判决不公平\ntap 下一步", "是的，回首页", "不是，接着说"},
      {"check-in", "tap 委员签到", "回首页"},
      {"check-in-dark", "tap 委员签到", "回首页", "", DarkRoom},
      {"check-in-no-camera", "tap 委员签到", "回首页", "", NoWays},
      {"check-in-on-duty", "scan " + DemoBadge("m01"), "完成", "", BeforeShift},
      {"check-in-late", "tap 委员签到\nscan " + DemoBadge("m01"), "完成", "", OldLists},
      {"check-in-stand-in", "tap 委员签到\nscan " + DemoBadge("m05"), "只是来看看"},
      {"check-in-already", "scan " + DemoBadge("m01"), "还值", "签退", CameIn},
      {"check-in-left", kGone, "没有", "有，写下来", CameIn},
      {"check-in-writing", kGone + "tap 有，写下来\ntype 打印纸快用完了", "上一步", "", CameIn},
      {"check-in-items",
       kGone + "tap 有，写下来\ntype 打印纸快用完了，柜子里还有两卷\ntap 设备\ntap 再写一条\n" +
           "type 给柳条村的张师傅回个电话，问水阀修好没有\ntap 待回电",
       "交给下一班", "再写一条", CameIn},
      {"check-in-forged", "tap 委员签到\nscan " + ForgedBadge("m01"), "回首页"},
      {"check-in-expired", "tap 委员签到\nscan " + ExpiredBadge("m01"), "回首页", "", NoWays},
      {"check-in-two", "tap 委员签到\nexpect 看到两个委员二维码", "回首页", "", TwoBadges},
      {"check-in-handover-locked", "scan " + DemoCard("m01"), "先不看", "输入密码", LeftWords},
      {"check-in-handover-pin", "scan " + DemoCard("m01") + "\ntap 输入密码\ntype 246810", "先不看",
       "看留下的话", LeftWords},
      {"check-in-handover",
       "scan " + DemoCard("m01") + "\ntap 输入密码\ntype 246810\ntap 看留下的话", "看过了", "",
       LeftWords},
      {"check-in-pin", kCard + "type 246810", "换一张证", "签到", AskPin},
      {"check-in-pin-wrong", kCard + "type 135791\ntap 签到\nexpect 还能再试 3 次", "换一张证", "",
       AskPin},
      {"check-in-pin-locked", kCard + "type 135791\ntap 签到\nexpect 请等 2 分 5 秒", "换一张证",
       "", LockPin},
      {"check-in-card-wanted", "scan " + LiveBadge("m01"), "回首页", "", AskPin},
      {"check-in-no-pin", "scan " + DemoCard("m02"), "回首页", "", AskPin},
      {"home-no-room", "", "", "", RoomForNothing},
      {"words-no-photos", kToWords, "上一步", "下一步", RoomForNoPhotos},
      {"words-no-voice", kToWords + "tap 说话", "上一步", "下一步", RoomForNoVoice},
      {"closed", "tap 我要反映", "回首页", "", RoomForNothing},
      {"closed-empty", "tap 我要反映", "回首页", "", RoomForNothingAndNobody},
      {"roster", "tap 值班表", "回首页"},
      {"category-empty", "tap 我要反映", "回首页", "", EmptyStation},
      {"danger-empty", "tap 我要反映\ntap 眼下有危险\nexpect 120", "没有危险，退回去", "",
       EmptyStation},
      {"roster-empty", "tap 值班表", "回首页", "", EmptyStation},
      {"members", "tap 委员风采", "回首页"},
      {"members-empty", "tap 委员风采", "回首页", "", EmptyStation},
      {"notices", "tap 公告", "回首页"},
      {"notices-empty", "tap 公告", "回首页", "", EmptyStation},
      {"notice", "tap 公告\ntap 本月值班安排", "上一步"},
      {"still-there", "tap 值班表\nadvance 46", "还在，接着来", "还在，接着来"},
      {"fault", "", "", "", BreakStorage},
  };
  for (Page& page : DayPages()) pages.push_back(std::move(page));
  for (Page& page : DutyPages()) pages.push_back(std::move(page));
  for (Page& page : RosterPages()) pages.push_back(std::move(page));
  for (Page& page : ExchangePages()) pages.push_back(std::move(page));
  for (Page& page : LinkPages()) pages.push_back(std::move(page));
  for (Page& page : TrackPages()) pages.push_back(std::move(page));
  for (Page& page : TopicPages()) pages.push_back(std::move(page));
  for (Page& page : WishPages()) pages.push_back(std::move(page));
  for (Page& page : YearPages()) pages.push_back(std::move(page));
  for (Page& page : DeskPages()) pages.push_back(std::move(page));
  for (Page& page : ProposalPages()) pages.push_back(std::move(page));
  for (Page& page : LedgerPages()) pages.push_back(std::move(page));
  for (Page& page : YearSheetsPages()) pages.push_back(std::move(page));
  for (Page& page : WallPages()) pages.push_back(std::move(page));
  return pages;
}

void OpenPage(ScreenRig& rig, const Page& page) {
  rig.Restart();
  if (page.prepare) page.prepare(rig);
  rig.Draw();
  const bool tight = !rig.showing.Wide();
  if (page.name != "fault")
    rig.RunFromHome(tight && !page.tight.empty() ? page.tight : page.script);
}

std::vector<Page> PagesOf(std::size_t nth, std::size_t showings) {
  std::vector<Page> pages = AllPages();
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  std::size_t at = 0;
  std::erase_if(pages, [&](const Page&) { return at++ % showings != nth; });
#else
  static_cast<void>(nth), static_cast<void>(showings);
#endif
  return pages;
}

std::vector<Showing> AllShowings() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  // A sanitizer looks at the code, which is the same in every showing, and is ten times slower.
  return {{1080, 1920, {}}, {1920, 1080, {false, true}}};
#else
  std::vector<Showing> out;
  for (const bool wide : {false, true}) {
    for (const ThemeChoice theme : {ThemeChoice{}, {true, false}, {false, true}}) {
      out.push_back({wide ? 1920 : 1080, wide ? 1080 : 1920, theme});
    }
  }
  return out;
#endif
}

}  // namespace studio
