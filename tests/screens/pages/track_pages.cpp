#include "track_pages.h"

#include "demo_badge.h"

namespace studio {

const std::string kToCode =
    "tap 查进度\ntype " + FakeRequestStore::SomeSlip().number.digits() + "\ntap 下一步\n";
const std::string kToFound = kToCode + "type 59061473\ntap 查一查\n";

namespace {

constexpr std::int64_t kHour = 3'600'000, kDay = 24 * kHour;
const std::string kShort =
    "您反映的路灯已由供电所更换，11月20日晚上通电检查，全部亮了。谢谢您的提醒。";
const std::string kFirst = "已联系供电所，等材料到了就换，请再等等。";

// As much as a county may write, with characters beyond the basic plane and one that no font has.
std::string LongReply() {
  std::string out =
      "示例村村民您好：\n关于路灯的事，𬱖㛃𫖯 "
      "三位师傅（\xf3\xb0\x80\x80）来看过。\n";
  while (out.size() < 2000 * 3 - 120)
    out += "村口到学校的路灯一共十二盏，其中五盏线路老化，已经列入今年的改造，材料到了就动工。";
  return out;
}

TrackReply Answered(ScreenRig& rig, std::vector<CaseEvent> course) {
  TrackReply reply = rig.TrackedHere();
  const std::int64_t now = rig.clock.now.wall_ms;
  reply.found.here->made_at_ms = now - 18 * kDay;
  reply.found.here->state = ReceiptState::kReceived;
  reply.found.here->received_at_ms = now - 18 * kDay + 60'000;
  CaseAnswer answer;
  answer.category = "道路桥梁";
  answer.may_return = true;
  answer.course = std::move(course);
  for (CaseEvent& event : answer.course) {
    event.at_ms += now;
    if (event.step != CaseStep::kAnswered) continue;
    ++answer.round;
    answer.reply = event.text;
    answer.token.fill(static_cast<std::uint8_t>(answer.round));
  }
  reply.found.answer = std::move(answer);
  return reply;
}

std::vector<CaseEvent> ToAnswer(const std::string& text) {
  return {{CaseStep::kReceived, -18 * kDay, "", ""},
          {CaseStep::kReferred, -16 * kDay, "演示市住房和城乡建设局", ""},
          {CaseStep::kAnswered, -9 * kDay, "", text}};
}

void Use(ScreenRig& rig, TrackReply reply) { rig.cases.replies = {std::move(reply)}; }

template <CaseOutcome outcome>
void TrackOutcome(ScreenRig& rig) {
  TrackReply reply = Answered(rig, ToAnswer(kShort));
  reply.found.answer->outcome = outcome;
  Use(rig, reply);
}
void TrackLong(ScreenRig& rig) {
  TrackReply reply = Answered(rig, ToAnswer(LongReply()));
  reply.found.answer->outcome = CaseOutcome::kPlanned;
  Use(rig, reply);
}
void TrackSaid(ScreenRig& rig) {
  TrackAnswered(rig);
  rig.cases.replies[0].found.said_here = true;
}
void TrackRated(ScreenRig& rig) {
  auto course = ToAnswer(kShort);
  course.push_back({CaseStep::kRated, -8 * kDay, "", ""});
  TrackReply reply = Answered(rig, std::move(course));
  reply.found.answer->outcome = CaseOutcome::kSolved;
  reply.found.answer->token = {};
  Use(rig, reply);
}
void TrackSentBack(ScreenRig& rig) {
  auto course = ToAnswer(kFirst);
  course.push_back({CaseStep::kReturned, -8 * kDay, "", ""});
  TrackReply reply = Answered(rig, std::move(course));
  reply.found.answer->token = {};
  Use(rig, reply);
}
void TrackOld(ScreenRig& rig) {
  TrackReferred(rig);
  rig.state.link.condition = LinkCondition::kOffline;
  rig.cases.replies[0].found.as_of_ms -= 3 * kDay;
}
void TrackNever(ScreenRig& rig) {
  rig.cases.replies[0].found.as_of_ms = 0;
  rig.state.link.condition = LinkCondition::kOffline;
}
void TrackSetAside(ScreenRig& rig) {
  rig.cases.replies[0].found.here->state = ReceiptState::kSetAside;
}
void TrackFresh(ScreenRig& rig) {  // answered within ten minutes
  TrackAnswered(rig);
  rig.cases.replies[0].found.here->made_at_ms = rig.clock.now.wall_ms - 60'000;
}
void TrackWish(ScreenRig& rig, std::vector<CaseEvent> course) {
  TrackReply reply = Answered(rig, std::move(course));
  reply.found.wish = reply.found.answer->wish = true;
  reply.found.answer->category = "微心愿";
  reply.found.answer->token.fill(3);
  Use(rig, reply);
}
std::vector<CaseEvent> ToPosted() {
  return {{CaseStep::kReceived, -18 * kDay, "", ""}, {CaseStep::kPosted, -17 * kDay, "", ""}};
}
void TrackPosted(ScreenRig& rig) { TrackWish(rig, ToPosted()); }
void TrackConfirmed(ScreenRig& rig) {
  TrackGranted(rig);
  rig.cases.replies[0].found.confirmed_here = true;
}
void TrackNotYet(ScreenRig& rig) {
  TrackGranted(rig);
  rig.cases.replies[0].found.not_yet_here = true;
}
void TrackWishReturned(ScreenRig& rig) {
  TrackGranted(rig);
  auto& answer = *rig.cases.replies[0].found.answer;
  CaseEvent event = answer.course.back();
  event.step = CaseStep::kReturned;
  answer.course.push_back(event);
  answer.token = {};
}
void WrongCode(ScreenRig& rig) { rig.cases.replies[0].outcome = TrackReply::Outcome::kWrongCode; }
void WrongAgain(ScreenRig& rig) {
  WrongCode(rig);
  rig.cases.replies[0].wait_ms = 95'000;
}
void TooSoon(ScreenRig& rig) {
  rig.cases.replies[0].outcome = TrackReply::Outcome::kTooSoon;
  rig.cases.replies[0].wait_ms = 3'725'000;
}
void TrackFails(ScreenRig& rig) { rig.cases.fails = ErrorKind::kStorage; }
void HoldLook(ScreenRig& rig) { rig.cases.holds = true; }
void HoldAsking(ScreenRig& rig) {
  TrackElsewhere(rig);
  rig.questions.holds = true;
}
void TrackOffline(ScreenRig& rig) {
  TrackElsewhere(rig);
  rig.questions.fails = ErrorKind::kUnavailable;
  rig.state.link.condition = LinkCondition::kOffline;
}
void Unknown(ScreenRig& rig) {
  TrackElsewhere(rig);
  rig.questions.word.status.reset();
}
void NoTrackWays(ScreenRig& rig) { rig.ways = {}; }
void TrackDarkRoom(ScreenRig& rig) { rig.camera.dark = true; }
void TwoSlips(ScreenRig& rig) {
  rig.camera.codes = {SlipText(ReceiptNumber::Make(37, 48215), *LookupCode::Parse("59061473")),
                      SlipText(ReceiptNumber::Make(37, 48216), *LookupCode::Parse("59061473"))};
}
void NoSlip(ScreenRig& rig) { rig.camera.codes = {"https://example.org/"}; }
void FailRating(ScreenRig& rig) {
  TrackAnswered(rig);
  rig.cases.rating_fails = ErrorKind::kStorage;
}
void MayNotReturn(ScreenRig& rig) {
  TrackReturned(rig);
  rig.cases.replies[0].found.answer->may_return = false;
}

// A member answered: here, and what the county tells of another time.
CaseEvent SaidAtDesk(std::int64_t at_ms, ReplyWay way, const std::string& words, bool promises) {
  MemberReplyBody body;
  body.way = way;
  body.words = words;
  body.member_name = "示例甲";
  body.at_ms = at_ms;
  body.due = promises ? "2026-12-05" : "";
  body.call_back = promises;
  return StepOf(Uuid::Random(), body);
}
void TrackRepliedHere(ScreenRig& rig) {
  rig.cases.replies[0].found.said_at_desk = {SaidAtDesk(rig.clock.now.wall_ms - 30 * 60'000,
                                                        ReplyWay::kVillage,
                                                        "和村委说了，这两天先把水排掉。", true)};
}
void TrackRepliedTold(ScreenRig& rig) {
  TrackReferred(rig);
  AddReply(*rig.cases.replies[0].found.answer,
           SaidAtDesk(rig.clock.now.wall_ms - 17 * kDay, ReplyWay::kReport, "", false));
}
void TrackRepliedAnswered(ScreenRig& rig) {
  TrackAnswered(rig);
  AddReply(*rig.cases.replies[0].found.answer,
           SaidAtDesk(rig.clock.now.wall_ms - 17 * kDay, ReplyWay::kOnTheSpot,
                      "供电所明天来人，请把门口的杂物挪开。", true));
}

std::string LongTrackWords() {
  std::string out;
  for (int i = 0; i < 25; ++i) out += "村口的路灯坏了两个星期，晚上出门看不清路。";
  return out;
}

}  // namespace

void TrackReferred(ScreenRig& rig) {
  Use(rig, Answered(rig, {{CaseStep::kReceived, -18 * kDay, "", ""},
                          {CaseStep::kReferred, -16 * kDay, "演示市住房和城乡建设局", ""}}));
}

void TrackAnswered(ScreenRig& rig) { TrackOutcome<CaseOutcome::kSolved>(rig); }

void TrackReturned(ScreenRig& rig) {
  auto course = ToAnswer(kFirst);
  course.push_back({CaseStep::kReturned, -8 * kDay, "", ""});
  course.push_back({CaseStep::kReferred, -7 * kDay, "演示市供电公司", ""});
  course.push_back({CaseStep::kAnswered, -1 * kDay, "", kShort});
  TrackReply reply = Answered(rig, std::move(course));
  reply.found.answer->outcome = CaseOutcome::kSolved;
  Use(rig, reply);
}

void TrackGranted(ScreenRig& rig) {
  auto course = ToPosted();
  course.push_back({CaseStep::kClaimed, -12 * kDay, "示例甲", ""});
  course.push_back({CaseStep::kGranted, -2 * kDay, "示例甲", ""});
  TrackWish(rig, std::move(course));
}

void TrackElsewhere(ScreenRig& rig) {
  TrackAnswered(rig);
  TrackReply found = rig.cases.replies[0];
  found.found.here.reset();
  found.found.live = true;
  found.found.as_of_ms = rig.clock.now.wall_ms;
  TrackReply not_here;
  rig.cases.replies = {not_here, found};
  rig.questions.word.status = CaseStatus{};
}

void SomeMatters(ScreenRig& rig) {
  auto station = std::make_shared<Station>(*rig.state.station);
  const std::string village = station->villages.front().id;
  const auto add = [&](std::string id, std::string summary, std::string since, int voices) {
    Matter matter;
    matter.id = std::move(id);
    matter.village = village;
    matter.category = "roads";
    matter.summary = std::move(summary);
    matter.since = std::move(since);
    matter.voices = voices;
    station->matters.push_back(std::move(matter));
  };
  add("matter-1", "村口到学校的路灯有几盏不亮，晚上孩子放学看不清路", "2026-11-02", 6);
  add("matter-2", "二组东头的小桥栏杆断了一截", "2026-10-28", 3);
  add("matter-3", "村委会门口的路面坑洼，下雨积水", "2026-09-30", 1);
  rig.state.station = station;
}

std::vector<Page> TrackPages() {
  const std::string rate = kToFound + "tap 评一评\n", why = rate + "tap 不满意\n";
  const std::string say = why + "tap 说几句、写几句\n";
  const std::string next = why + "tap 办得慢\ntap 没办到位\ntap 下一步\n";
  const std::string spoken = say + "tap 点一下，开始说\ntap 说完了，点一下\n";
  const std::string matters = kToWords + "tap 路灯坏了，晚上出门看不清。\ntap 下一步\n";
  const std::string joined = matters + "tap 我也是\n";
  const std::string check = "tap 不留姓名\ntap 下一步\ntap 我知道了，同意\ntap 下一步\n";
  return {
      {"track-lost", "tap 查进度\ntap 登记单丢了", "上一步"},
      {"track", "tap 查进度", "回首页", "下一步"},
      {"track-no-camera", "tap 查进度\nabsent 扫登记单", "回首页", "下一步", NoTrackWays},
      {"track-wrong", "tap 查进度\ntype 037482150\ntap 下一步", "回首页", "下一步"},
      {"track-badge", "tap 查进度\nscan " + DemoBadge("m01") + "\nexpect 这是委员证", "回首页",
       "下一步"},
      {"track-show", "tap 查进度\ntap 扫登记单", "输入登记号"},
      {"track-show-dark", "tap 查进度\ntap 扫登记单", "输入登记号", "", TrackDarkRoom},
      {"track-show-two", "tap 查进度\ntap 扫登记单\nexpect 看到两张登记单", "输入登记号", "",
       TwoSlips},
      {"track-show-other", "tap 查进度\ntap 扫登记单\nexpect 这不是登记单上的码", "输入登记号", "",
       NoSlip},
      {"track-code", kToCode, "上一步", "查一查"},
      {"track-code-wrong", kToFound + "expect 查询码不对", "上一步", "查一查", WrongCode},
      {"track-code-wait", kToFound + "expect 请等 1 分 35 秒\nadvance 5\nexpect 1 分 30 秒后再试",
       "上一步", "", WrongAgain},
      {"track-code-locked", kToFound + "expect 请等 1 小时 2 分", "上一步", "", TooSoon},
      {"track-failed", kToFound + "expect 没查成", "上一步", "查一查", TrackFails},
      {"track-looking", kToFound, "", "", HoldLook},
      {"track-asking", kToFound + "expect 正在问演示市政协", "不等了", "", HoldAsking},
      {"track-offline", kToFound + "expect 现在网络不通", "改登记号", "再查一次", TrackOffline},
      {"track-unknown", kToFound + "expect 没有查到这个登记号", "改登记号", "", Unknown},
      {"track-found", kToFound, "回首页"},
      {"track-never", kToFound + "expect 还没有演示市政协的消息", "回首页", "", TrackNever},
      {"track-set-aside", kToFound, "回首页", "", TrackSetAside},
      {"track-withdraw", kToFound + "tap 撤回", "不撤回"},
      {"track-withdrawn", kToFound + "tap 撤回\ntap 撤回，删掉", "回首页"},
      {"track-referred", kToFound + "expect 的情况", "回首页", "", TrackReferred},
      {"track-old", kToFound + "expect 现在网络不通，", "回首页", "", TrackOld},
      {"track-answered", kToFound + "expect 已解决", "回首页", "评一评", TrackAnswered},
      {"track-answered-fresh", kToFound, "回首页", "评一评", TrackFresh},
      {"track-not-now", kToFound + "expect 暂不能解决", "回首页", "评一评",
       TrackOutcome<CaseOutcome::kNotNow>},
      {"track-noted", kToFound + "expect 留作参考", "回首页", "评一评",
       TrackOutcome<CaseOutcome::kNoted>},
      {"track-live", kToFound + "expect 刚刚问过演示市政协", "回首页", "评一评", TrackElsewhere},
      {"track-replied-here", kToFound + "expect 示例甲委员请村委去办", "回首页", "",
       TrackRepliedHere},
      {"track-replied-told", kToFound + "expect 示例甲委员报给了演示市政协", "回首页", "",
       TrackRepliedTold},
      {"track-replied-answered", kToFound + "tap 看各次答复\ntap 前一次答复\nexpect 会给您回电话",
       "看进度", "评一评", TrackRepliedAnswered},
      {"track-long", kToFound, "回首页", "评一评", TrackLong},
      {"track-reply-long", kToFound + "tap 看答复全文\ntap 下一页\nexpect 第 2 页", "看进度",
       "评一评", TrackLong},
      {"track-sent-back", kToFound + "expect 没解决，要重办", "回首页", "", TrackSentBack},
      {"track-returned", kToFound, "回首页", "评一评", TrackReturned},
      {"track-replies", kToFound + "tap 看各次答复\ntap 前一次答复\nexpect 第 1 次答复", "看进度",
       "评一评", TrackReturned},
      {"track-said", kToFound + "expect 您的评价记下了", "回首页", "", TrackSaid},
      {"track-rated", kToFound, "回首页", "", TrackRated},
      {"track-wish-posted", kToFound, "回首页", "", TrackPosted},
      {"track-wish-granted", kToFound + "expect 示例甲委员", "回首页", "收到没有", TrackGranted},
      {"track-wish-whether", kToFound + "tap 收到没有\nexpect 还没有", "上一步", "", TrackGranted},
      {"track-wish-not-yet", kToFound + "expect 您说还没有收到", "回首页", "", TrackNotYet},
      {"track-wish-returned", kToFound + "expect 已请委员接着办", "回首页", "", TrackWishReturned},
      {"track-wish-confirmed", kToFound, "回首页", "", TrackConfirmed},
      {"rating", rate, "上一步", "", TrackAnswered},
      {"rating-why", why + "tap 办得慢", "上一步", "下一步", TrackAnswered},
      {"rating-say", say, "说好了", "", TrackAnswered},
      {"rating-say-keys", say + "tap 拼音\ntype 灯还是不亮", "说好了", "", TrackAnswered},
      {"rating-why-said", spoken + "type 灯还是不亮\ntap 说好了", "上一步", "下一步",
       TrackAnswered},
      {"rating-next", next, "上一步", "", TrackAnswered},
      {"rating-check", rate + "tap 基本满意", "上一步", "没错，登记", TrackAnswered},
      {"rating-check-back",
       spoken + "type 灯还是不亮\ntap 说好了\ntap 办得慢\ntap 答复看不懂\ntap 下一步\n" +
           "tap 没解决，请再办一次",
       "上一步", "没错，登记", TrackAnswered},
      {"rating-check-long",
       say + "type " + LongTrackWords() + "\ntap 说好了\ntap 其他\ntap 下一步\n", "上一步",
       "没错，登记", MayNotReturn},
      {"rating-failed", next + "tap 只提意见\ntap 没错，登记\nexpect 机器存满了", "上一步",
       "没错，登记", FailRating},
      {"rating-kept", rate + "tap \"满意\"\ntap 没错，登记\nexpect 您的评价记下了", "回首页", "",
       TrackAnswered},
      {"matters", matters + "expect 有人反映过", "上一步", "不是一回事，继续", SomeMatters},
      {"check-joined", joined + check + "expect 您会有自己的登记号", "上一步", "没错，登记",
       SomeMatters},
  };
}

}  // namespace studio
