#include "desk_pages.h"

#include "demo_account.h"

namespace studio {

namespace {

const std::string kToKinds = kToDesk + "tap 记一件事\n";
const std::string kToVisit = kToKinds + "tap 上门入户\nexpect 哪天\n";
const std::string kVisitAnswered =
    "tap 在哪里\ntap 示例村\ntap 三组\ntap 好了\ntap 说了些什么\ntype 三组的水渠堵了。\ntap 好了\n";
const std::string kToAdded = kToVisit + "tap 录音和照片\n";
const std::string kSpokenUp = kToAdded + "tap 点一下，开始说\ntap 说完了，点一下\n";
const std::string kPhoto = "tap 拍张照片\ntap 拍照\ntap 就用这张\n";
const std::string kMorePhotos = "tap 拍照\ntap 拍照\ntap 就用这张\n";
const std::string kToPoints = kToDesk + "tap 看看怎么来的\n";

const std::string kToOwnShifts = kToDesk + "tap 我的班\n";
const std::string kToOwnShift = kToOwnShifts + "tap \"11月25日 上午班\"\n";
const std::string kToRequests = kToDesk + "tap 群众诉求\n";
const std::string kToRequest = kToRequests + "tap \"示例村 三组 · 道路桥梁\"\n";
const std::string kToReply = kToRequest + "tap 答复\nexpect 怎么办\n";
const std::string kReplySaid =
    "tap 怎么办\ntap 交村委\ntap 说给乡亲的话\ntype 请村委先把水排掉，路列入明年的计划。\ntap "
    "好了\n"
    "tap 哪天前给准信\ntap 7 天内\ntap 给他回电话\n";

void NoOwnShifts(ScreenRig& rig) { rig.duty.month.shifts.clear(); }
void NoRequests(ScreenRig& rig) { rig.desk.requests.clear(); }
void ManyRequests(ScreenRig& rig) {
  const std::vector<DeskRequest> some = rig.desk.requests;
  for (int i = 0; i < 30; ++i) {
    for (DeskRequest one : some) {
      one.record.bytes[14] = static_cast<std::uint8_t>(i + 1);
      one.body.receipt =
          ReceiptNumber::Make(37, 50'000 + static_cast<std::uint32_t>(rig.desk.requests.size()))
              .digits();
      one.made_at_ms -= (i + 1) * std::int64_t{86'400'000};
      rig.desk.requests.push_back(std::move(one));
    }
  }
}
void LongRequest(ScreenRig& rig) {
  std::string words;
  for (int i = 0; i < 19; ++i) words += "村口的路灯坏了两个星期，晚上出门看不清路。";
  rig.desk.requests[0].body.words = words;
  rig.desk.requests[0].replies = rig.desk.requests[3].replies;
  rig.desk.requests[0].replies.push_back(rig.desk.requests[5].replies[0]);
}
void RequestGone(ScreenRig& rig) {
  rig.photos.good = 1;
  rig.voice.not_played = MediaTrouble::kLost;
}
void NoLoudspeaker(ScreenRig& rig) { rig.voice.not_played = MediaTrouble::kAbsent; }
void PhotosOpening(ScreenRig& rig) { rig.photos.holds = true; }
void VoiceAlone(ScreenRig& rig) {
  rig.desk.requests[0].body.words.clear();
  rig.desk.requests[0].body.attachments.resize(1);
}
void RequestPrinter(ScreenRig& rig) { rig.printing.available = true; }
void RequestWithdrawn(ScreenRig& rig) { rig.desk.filing_fails = ErrorKind::kConflict; }
void ReplyNotKept(ScreenRig& rig) { rig.desk.filing_fails = ErrorKind::kStorage; }

template <const char* place>
void ByRules(ScreenRig& rig) {
  rig.desk.account = DemoAccount(*rig.state.station, rig.clock.now.wall_ms, place);
}
constexpr char kKaili[] = "kaili", kShangyou[] = "shangyou", kSishuang[] = "sishuang";

void LeftDraft(ScreenRig& rig) { rig.desk.drafts["m01"] = DemoDraft(rig.clock.now.wall_ms); }
void LeftDraftWithThings(ScreenRig& rig) {
  LeftDraft(rig);
  rig.desk.requests.clear();
  AttachmentRef voice, photo;
  voice.type = "audio/ogg";
  voice.length_ms = 48'000;
  photo.type = "image/jpeg";
  rig.desk.drafts["m01"].attachments = {voice, photo};
}
void NothingToSayWith(ScreenRig& rig) { rig.ways = {}; }
void LittleRoom(ScreenRig& rig) {
  rig.state.storage.total_bytes = 64'000'000'000;
  rig.state.storage.free_bytes = rig.state.storage.total_bytes / 50;
}
void ThingGone(ScreenRig& rig) { rig.desk.filing_fails = ErrorKind::kNotFound; }
void NoKinds(ScreenRig& rig) {
  auto station = std::make_shared<Station>(*rig.state.station);
  station->mechanism.activities.clear();
  rig.state.station = station;
}
void FailWriteup(ScreenRig& rig) { rig.desk.filing_fails = ErrorKind::kConflict; }
void HoldAccount(ScreenRig& rig) { rig.desk.holds = true; }
void UntoldAccount(ScreenRig& rig) { rig.desk.fails = ErrorKind::kNotFound; }
void FailedAccount(ScreenRig& rig) { rig.desk.fails = ErrorKind::kStorage; }

void Ask(ScreenRig& rig) {
  MemberAccount account = *rig.desk.account;
  Deed deed;
  deed.id = "asked";
  deed.kind = "home_visit";
  deed.title = "上门入户";
  deed.place = "示例村 三组";
  deed.done = *ParseDate("2026-11-16");
  deed.members = {{"m05"}, {"m01"}};
  deed.members[1].confirmed = false;
  deed.entered_by = "m05";
  deed.waiting = true;
  account.deeds.emplace(deed.id, deed);
  rig.desk.account = std::make_shared<const MemberAccount>(std::move(account));
}
void AskedOfMember(ScreenRig& rig) {
  rig.desk.requests.clear();
  Ask(rig);
}
void MuchToDo(ScreenRig& rig) {
  LeftDraft(rig);
  Ask(rig);
}
void DraftAlone(ScreenRig& rig) {
  LeftDraft(rig);
  rig.desk.requests.clear();
}
void NothingToDo(ScreenRig& rig) { rig.desk.requests.clear(); }
void AskedNotKept(ScreenRig& rig) {
  AskedOfMember(rig);
  rig.desk.filing_fails = ErrorKind::kStorage;
}
void NothingDone(ScreenRig& rig) {
  MemberAccount account = *rig.desk.account;
  account.deeds.clear();
  rig.desk.account = std::make_shared<const MemberAccount>(std::move(account));
}
void FilePrinter(ScreenRig& rig) { rig.printing.available = true; }
void OwnWish(ScreenRig& rig) {
  auto station = std::make_shared<Station>(*rig.state.station);
  for (Wish& wish : station->wishes) {
    if (wish.step == "posted") continue;
    wish.member = "m01";
    wish.member_name = "示例甲";
  }
  rig.state.station = station;
}
void NoDeskWishes(ScreenRig& rig) {
  auto station = std::make_shared<Station>(*rig.state.station);
  station->wishes.clear();
  rig.state.station = station;
}
template <bool leads>
void Leads(ScreenRig& rig) {
  auto station = std::make_shared<Station>(*rig.state.station);
  for (Topic& topic : station->topics) topic.leading = leads ? "m01" : "m02";
  rig.state.station = station;
}
constexpr auto LeadsTopics = Leads<true>, LeadsNothing = Leads<false>;
// All rows stand on one page.
void FewRows(ScreenRig& rig) {
  auto station = std::make_shared<Station>(*rig.state.station);
  for (ActivityTemplate& one : station->mechanism.activities) {
    one.place = false;
    one.figures.clear();
  }
  rig.state.station = station;
}
template <void (*also)(ScreenRig&)>
void FewRowsAnd(ScreenRig& rig) {
  FewRows(rig);
  also(rig);
}
void LeadsAndNoted(ScreenRig& rig) {
  LeadsTopics(rig);
  for (DeskLine& line : rig.ledger.ledger.lines) {
    if (line.from == LineFrom::kWriteup) line.about = AboutTopic(rig.state.station->topics[0].id);
  }
}
void OnLeave(ScreenRig& rig) {
  for (Shift& shift : rig.duty.month.shifts) {
    if (shift.date != "2026-11-25" || shift.studio != rig.state.station->studio.id) continue;
    ShiftChange leave;
    leave.kind = ShiftChange::Kind::kLeave;
    leave.member = leave.asked_by = "m01";
    shift.changes = {leave};
  }
}
const std::string kToAsked = kToDesk + "tap 示例戊记的“上门入户”，请您确认\n";

}  // namespace

std::vector<Page> DeskPages() {
  return {
      {"desk-card", "tap 我的履职", "回首页"},
      {"desk-pin", "tap 我的履职\nscan " + DemoCard("m01") + "\ntype 246810", "换一张证", "打开"},
      {"desk", kToDesk, "办完了", "记一件事"},
      {"desk-kaili", kToDesk, "办完了", "记一件事", ByRules<kKaili>},
      {"desk-shangyou", kToDesk, "办完了", "记一件事", ByRules<kShangyou>},
      {"desk-sishuang", kToDesk, "办完了", "记一件事", ByRules<kSishuang>},
      {"desk-reading", kToDesk + "advance 1\nexpect 正在算", "办完了", "", HoldAccount},
      {"desk-untold", kToDesk + "expect 积分还看不到", "办完了", "", UntoldAccount},
      {"desk-failed", kToDesk + "expect 没能算出来", "办完了", "记一件事", FailedAccount},
      {"desk-points", kToPoints, "上一步"},
      {"desk-points-kaili", kToPoints, "上一步", "", ByRules<kKaili>},
      {"desk-section", kToPoints + "tap 联系群众", "上一步"},
      {"desk-row", kToPoints + "tap 联系群众\ntap 上门入户", "上一步"},
      {"desk-owed", kToDesk + "tap 委员值班\nexpect 做了哪些", "上一步", "", ByRules<kShangyou>},
      {"desk-draft", kToDesk + "expect 上次没写完", "办完了", "记一件事", DraftAlone},
      {"desk-busy", kToDesk, "办完了", "记一件事", MuchToDo},
      {"desk-todos", kToDesk + "tap 还有\nexpect 请您确认", "上一步", "", MuchToDo},
      {"desk-quiet", kToDesk + "expect 记一件事", "办完了", "记一件事", NothingToDo},
      {"coauthor", kToAsked + "expect 这件事里有您", "上一步", "有我", AskedOfMember},
      {"coauthor-yes", kToAsked + "tap 有我\nexpect 记下了，有您", "回我的履职", "", AskedOfMember},
      {"coauthor-no", kToAsked + "tap 没有我\nexpect 记下了，没有您", "回我的履职", "",
       AskedOfMember},
      {"coauthor-failed", kToAsked + "tap 有我\nexpect 没有记下来", "上一步", "有我", AskedNotKept},
      {"desk-wishes", kToDesk + "tap 微心愿\n", "上一步", "", OwnWish},
      {"desk-wishes-none", kToDesk + "tap 微心愿\nexpect 没有等人认领的", "上一步", "",
       NoDeskWishes},
      {"desk-wish-claim", kToDesk + "tap 微心愿\ntap 想要一盏看书的台灯\n", "上一步", "我来认领",
       OwnWish},
      {"desk-wish-claimed", kToDesk + "tap 微心愿\ntap 想要一盏看书的台灯\ntap 我来认领\n",
       "回到心愿", "", OwnWish},
      {"desk-file", kToDesk + "tap 履职档案\n", "上一步", "写年度小结", MuchToDo},
      {"desk-file-none", kToDesk + "tap 履职档案\nexpect 还没有记下的事", "上一步", "写年度小结",
       NothingDone},
      {"desk-file-printed", kToDesk + "tap 履职档案\ntap 打印带走\nexpect 打出来了", "上一步",
       "写年度小结", FilePrinter},
      {"summary", kToDesk + "tap 履职档案\ntap 写年度小结\n", "上一步", "记好了"},
      {"led-topics", kToDesk + "tap 我的议题\n", "上一步", "", LeadsTopics},
      {"led-topics-none", kToDesk + "tap 我的议题\nexpect 没有您牵头", "上一步", "", LeadsNothing},
      {"led-topic", kToDesk + "tap 我的议题\ntap 示例村到柳条村的路\n", "上一步", "记一笔调研",
       LeadsTopics},
      {"led-topic-noted", kToDesk + "tap 我的议题\ntap 示例村到柳条村的路\ntap 往下翻\n", "上一步",
       "记一笔调研", LeadsAndNoted},
      {"topic-note", kToDesk + "tap 我的议题\ntap 示例村到柳条村的路\ntap 记一笔调研\n", "上一步",
       "记好了", LeadsTopics},
      {"help-file", kToDesk + "tap 帮群众填\nexpect 道路桥梁\n", "回首页"},
      {"own-shift-away", kToOwnShift + "expect 不请假了，自己来", "上一步", "", OnLeave},
      {"own-take-back", kToOwnShift + "tap 不请假了，自己来\nexpect 改成", "上一步", "没错，登记",
       OnLeave},
      {"own-shifts", kToOwnShifts, "上一步"},
      {"own-shifts-next", kToOwnShifts + "tap 下个月\nexpect 2026年12月", "上一步"},
      {"own-shifts-none", kToOwnShifts + "expect 没有您的班", "上一步", "", NoOwnShifts},
      {"own-shift", kToOwnShift, "上一步"},
      {"own-leave", kToOwnShift + "tap 请假\ntap 生病\nexpect 本人", "上一步", "没错，登记"},
      {"desk-requests", kToRequests, "上一步"},
      {"desk-requests-many", kToDesk + "tap 群众诉求\ntap 新的在前\n", "上一步", "", ManyRequests},
      {"desk-requests-none", kToDesk + "tap 群众诉求\nexpect 还没有让委员看的", "上一步", "",
       NoRequests},
      {"desk-requests-village", kToRequests + "tap 全部村", "上一步"},
      {"desk-requests-waiting", kToRequests + "tap 不管多久\ntap 7 天没答复\nexpect 1 件",
       "上一步"},
      {"desk-requests-find", kToRequests + "tap 找登记号\ntype 示例辛", "看全部", "找一找"},
      {"desk-requests-found",
       kToRequests + "tap 找登记号\ntap 数字\ntype 0002\ntap 找一找\nexpect 1 件", "上一步"},
      {"desk-request", kToRequest, "上一步", "答复"},
      {"desk-request-hearing", kToRequest + "tap 听录音 1:05\nexpect 不听了 0:22", "上一步",
       "答复"},
      {"desk-request-gone",
       kToRequest + "tap 听录音 1:05\nexpect 录音和 1 张照片在这台机器上没有了", "上一步", "答复",
       RequestGone},
      {"desk-request-silent", kToRequest + "tap 听录音 1:05\nexpect 没有接喇叭", "上一步", "答复",
       NoLoudspeaker},
      {"desk-request-opening", kToRequest, "上一步", "答复", PhotosOpening},
      {"desk-request-spoken", kToRequest + "expect 没有写字", "上一步", "答复", VoiceAlone},
      {"desk-request-photo", kToRequest + "tap 照片 2\nexpect 照片 2 / 2", "上一步"},
      {"desk-request-print", kToRequest + "tap 补打登记号\nexpect 打出来了", "上一步", "答复",
       RequestPrinter},
      {"desk-request-long", kToDesk + "tap 群众诉求\ntap \"示例村 三组 · 道路桥梁\"\n", "上一步",
       "再答复", LongRequest},
      {"desk-request-overdue", kToRequests + "tap 演示村 · 环境卫生\nexpect 答应的日子过了",
       "上一步", "再答复"},
      {"reply", kToReply, "上一步", "答复好了"},
      {"reply-way", kToReply + "tap 怎么办", "上一步"},
      {"reply-words", kToReply + "tap 说给乡亲的话\ntype 请村委先把水排掉。", "好了", "好了"},
      {"reply-due", kToReply + "tap 哪天前给准信", "上一步"},
      {"reply-written", kToReply + kReplySaid, "上一步", "答复好了"},
      {"reply-missing", kToReply + "tap 答复好了\nexpect 请先说怎么办", "上一步", "答复好了"},
      {"desk-request-draft", kToReply + kReplySaid + "tap 上一步\nexpect 上次没写完", "上一步",
       "接着写"},
      {"reply-resumed", kToReply + kReplySaid + "tap 上一步\ntap 接着写\nexpect 交村委", "上一步",
       "答复好了"},
      {"reply-withdrawn", kToReply + kReplySaid + "tap 答复好了\nexpect 刚刚被撤回", "上一步",
       "答复好了", RequestWithdrawn},
      {"reply-failed", kToReply + kReplySaid + "tap 答复好了\nexpect 机器存满了", "上一步",
       "答复好了", ReplyNotKept},
      {"reply-done", kToReply + kReplySaid + "tap 答复好了\nexpect 答复记下了", "看这件事"},
      {"writeup-kinds", kToKinds, "上一步"},
      {"writeup-kinds-none", kToKinds + "expect 还没有说", "上一步", "", NoKinds},
      {"writeup", kToVisit, "上一步", "记好了"},
      {"writeup-missing", kToVisit + "tap 记好了\nexpect 请先说在哪里", "上一步", "记好了"},
      {"writeup-resumed", kToDesk + "tap 接着写\nexpect 补录", "上一步", "记好了", DraftAlone},
      {"writeup-meeting", kToKinds + "tap 协商会", "上一步", "记好了"},
      {"writeup-date", kToVisit + "tap 哪天", "上一步"},
      {"writeup-date-future", kToVisit + "tap 哪天\ntap 30 日\nexpect 还没到", "上一步"},
      {"writeup-place", kToVisit + "tap 在哪里\ntap 示例村", "好了", "好了"},
      {"writeup-who", kToVisit + "tap 谁去的\ntap 示例戊", "好了", "好了", FewRows},
      {"writeup-met", kToVisit + "tap 见了谁\ntype 示例丑、示例寅，水务站", "好了", "好了",
       FewRows},
      {"writeup-about", kToVisit + "tap 和哪件事有关\ntap 示例村 · 道路桥梁\n", "好了", "好了",
       FewRows},
      {"writeup-linked",
       kToVisit + "tap 和哪件事有关\ntap 示例村 · 道路桥梁\ntap 好了\nexpect 群众诉求：", "上一步",
       "记好了", FewRows},
      {"writeup-role", kToKinds + "tap 协商会\ntap 您做的是", "上一步"},
      {"writeup-words", kToVisit + "tap 说了些什么\ntype 三组的水渠堵了。", "好了", "好了"},
      {"writeup-added", kToAdded + "expect 不加也行", "好了", "好了", FewRows},
      {"writeup-added-speaking", kToAdded + "tap 点一下，开始说\nexpect 正在听您说", "", "好了",
       FewRows},
      {"writeup-added-unfinished", kToAdded + "tap 点一下，开始说\ntap 好了\nexpect 话还没说完", "",
       "好了", FewRows},
      {"writeup-added-all", kSpokenUp + kMorePhotos + kMorePhotos + kMorePhotos + "expect 1:05",
       "好了", "好了", FewRows},
      {"writeup-added-removing", kSpokenUp + kMorePhotos + "tap 照片 1\nexpect 去掉这张照片",
       "好了", "好了", FewRows},
      {"writeup-added-nothing", kToAdded + "tap 拍张照片\nexpect 没有接摄像头", "好了", "好了",
       FewRowsAnd<NothingToSayWith>},
      {"writeup-added-room", kToAdded + "expect 先不收照片", "好了", "好了",
       FewRowsAnd<LittleRoom>},
      {"writeup-photo", kToAdded + "tap 拍张照片\ntap 拍照\nexpect 委员能看到", "重新拍",
       "就用这张", FewRows},
      {"writeup-with-things",
       kSpokenUp + kMorePhotos + "tap 好了\nexpect 录音 1:05、1 张照片\nexpect 不写也行", "上一步",
       "记好了", FewRows},
      {"writeup-resumed-things",
       kToDesk + "tap 接着写\nexpect 录音 0:48、1 张照片\ntap 录音和照片\nexpect 记下了", "好了",
       "好了", FewRowsAnd<LeftDraftWithThings>},
      {"writeup-gone", kToVisit + kVisitAnswered + "tap 记好了\nexpect 没有了", "上一步", "记好了",
       ThingGone},
      {"writeup-done", kToVisit + kVisitAnswered + "tap 记好了\nexpect 再记一件", "回我的履职"},
      {"writeup-failed", kToVisit + kVisitAnswered + "tap 记好了\nexpect 没有记下来", "上一步",
       "记好了", FailWriteup},
  };
}

}  // namespace studio
