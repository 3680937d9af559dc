#include "link_pages.h"

#include "demo_badge.h"

namespace studio {

const std::string kToHub =
    "tap 管理\nscan " + DemoCard("m01") + "\ntype 246810\ntap 打开\nexpect 月度轮值\n";

namespace {

const std::string kToUpload = kToHub + "tap 上传情况\n";
const std::string kToCarry = kToHub + "tap U盘上传\n";
const std::string kToHealth = kToHub + "tap 本机状况\n";
const std::string kToRecordings = kToHub + "tap 朗读录音\n";
const std::string kToSentence = kToRecordings + "tap \"我要反映\"\n";
const std::string kToRecordingsStick = kToRecordings + "tap 用U盘拷\n";

SetAsideItem Item(int number, RecordKind kind, std::string receipt, std::string reason) {
  SetAsideItem item;
  item.record = "01a1ee56-5e00-7da8-a151-58e4825f1ca" + std::to_string(number);
  item.kind = kind;
  item.receipt = std::move(receipt);
  item.made_at_ms = TestClock().now.wall_ms - number * 26 * 3'600'000LL;
  item.code = RefusalOfReason(reason);
  item.reason = std::move(reason);
  return item;
}

void SetLink(ScreenRig& rig, LinkCondition condition, std::string reason) {
  rig.state.link.condition = condition;
  rig.state.link.reason = std::move(reason);
  rig.state.link.last_exchange_ms = rig.clock.now.wall_ms - 30 * 3'600'000LL;
  rig.state.outbox = {12, 9, 0};
  rig.outbox.report.waiting = 12;
  rig.outbox.report.waiting_requests = 9;
  rig.outbox.report.waiting_attachments = 4;
  rig.outbox.report.oldest_ms = rig.clock.now.wall_ms - 28 * 3'600'000LL;
}
void Offline(ScreenRig& rig) {
  SetLink(rig, LinkCondition::kOffline,
          "no answer from the county: Could not resolve host: county.example.org");
}
void Refused(ScreenRig& rig) {
  SetLink(rig, LinkCondition::kRefused, "the county answered HTTP 403 (revoked)");
}
void Untrusted(ScreenRig& rig) {
  SetLink(rig, LinkCondition::kUntrusted,
          "the county's certificate does not verify: SSL peer certificate or SSH remote key was "
          "not OK: self-signed certificate in certificate chain");
}
void WrongClock(ScreenRig& rig) {
  SetLink(rig, LinkCondition::kClockWrong, "");
  rig.state.link.clock_offset_ms = 12 * 60'000;
}
void Starting(ScreenRig& rig) {
  SetLink(rig, LinkCondition::kStarting, "");
  rig.state.link.last_exchange_ms = 0;
}
void NotRead(ScreenRig& rig) { rig.outbox.works = false; }

void OneStick(ScreenRig& rig) {
  rig.county.found.places = {{"示例U盘", "/media/示例U盘"}};
  rig.state.outbox = {3, 3, 0};
}
void NothingWaits(ScreenRig& rig) {
  PlugStickIn(rig);
  rig.state.outbox = {};
  rig.county.up = CarriedUp{"待上传 示例乡委员工作室 37号机 2026-11-21.msc", 0, 0, 0};
  rig.county.down = CarriedDown{0, 0, 0, 4};
}
void SlowStick(ScreenRig& rig) {
  PlugStickIn(rig);
  rig.county.holds = true;
  rig.county.progress = 1234;
}
template <CarryFault fault>
void Fails(ScreenRig& rig) {
  PlugStickIn(rig);
  rig.county.up = tl::unexpected(fault);
  rig.county.down = tl::unexpected(fault);
}
void NoWay(ScreenRig& rig) { rig.ways.county = nullptr; }

void Measured(ScreenRig& rig) {
  rig.printing.available = true;
  rig.state.storage = {119'000'000'000, 256'000'000'000, true, rig.clock.now.wall_ms};
}
void SomeTroubles(ScreenRig& rig) {
  SetSomeAside(rig);
  rig.state.storage = {9'900'000'000, 256'000'000'000, true, rig.clock.now.wall_ms};
  rig.state.roster.waiting = 2;
  rig.state.fault = Fault::kDatabaseSalvaged;
}
void AllBad(ScreenRig& rig) {
  WrongClock(rig);
  rig.state.link.condition = LinkCondition::kRefused;
  rig.state.outbox.set_aside = 3;
  rig.state.storage = {900'000'000, 256'000'000'000, false, rig.clock.now.wall_ms};
  rig.camera.present = rig.voice.present = false;
}

}  // namespace

void SetSomeAside(ScreenRig& rig) {
  rig.state.outbox = {3, 2, 5};
  OutboxReport& report = rig.outbox.report;
  report.waiting = 3;
  report.waiting_requests = 2;
  report.oldest_ms = rig.clock.now.wall_ms - 95'000;
  report.items = {
      Item(1, RecordKind::kRequest, "037482152",
           "rejected: place: the terminal's signature does not hold"),
      Item(2, RecordKind::kCheckIn, "", "rejected: body: field member is missing or wrong"),
      Item(3, RecordKind::kRosterChange, "", "conflict: another record has this id"),
      Item(4, RecordKind::kRequest, "037481906", "it arrives as something else than its digest"),
      Item(5, RecordKind::kRequest, "037481939", "rejected: quota of the day is used up (E1207)"),
  };
  report.items[3].attachment = "ab12";
  report.set_aside = 5;
}

void PlugStickIn(ScreenRig& rig) {
  OneStick(rig);
  const std::int64_t now = rig.clock.now.wall_ms;
  rig.county.found.places.push_back({"工作文件夹", "/srv/exchange"});
  rig.county.found.replies = {
      {"回执 2026-11-21.msc", "示例U盘", "/media/示例U盘/a.msc", now - 600'000, 37},
      {"回执 2026-11-14.msc", "示例U盘", "/media/示例U盘/b.msc", now - 7 * 86'400'000LL, 12},
  };
  rig.county.up = CarriedUp{"待上传 示例乡委员工作室 37号机 2026-11-21.msc", 3, 1, 0};
  rig.county.down = CarriedDown{3, 1, 2, 0};
}

namespace {

void SomeRecordings(ScreenRig& rig) {
  rig.recordings.known.fixed = {"我要反映", "查进度", "您要说的是哪方面的事？",
                                "点一下最接近的，后面还能改", "单子丢了，请找{county}。"};
  rig.recordings.known.recorded = {"查进度", "从前的一句话"};
  rig.recordings.places = {{{"示例U盘", "/media/示例U盘"}},
                           {{"朗读录音 样例乡委员工作室", "/media/示例U盘/朗读录音"}}};
}
void AllRecorded(ScreenRig& rig) {
  SomeRecordings(rig);
  auto station = std::make_shared<Station>(*rig.state.station);
  station->categories.clear();
  station->villages.clear();
  rig.state.station = station;
  rig.recordings.known.recorded = rig.recordings.known.fixed = {"查进度"};
}
void NoRecordings(ScreenRig& rig) {
  SomeRecordings(rig);
  rig.recordings.known.recorded.clear();
}
void NoSentences(ScreenRig& rig) { rig.ways.recordings = nullptr; }
void NoRecordingsStick(ScreenRig& rig) {
  SomeRecordings(rig);
  rig.recordings.places = {};
}
void SlowRecordings(ScreenRig& rig) {
  SomeRecordings(rig);
  rig.recordings.copied = 0;
}
void RecordingsFail(ScreenRig& rig) {
  SomeRecordings(rig);
  rig.recordings.fails = ErrorKind::kStorage;
}

}  // namespace

std::vector<Page> LinkPages() {
  const std::string list = kToUpload + "tap 未传成功 5 件\n";
  const std::string store = kToCarry + "tap 把 3 件存到U盘\n";
  const std::string read = kToCarry + "tap 回执 2026-11-21.msc\n";
  return {
      {"hub", kToHub, "回首页", "", Measured},
      {"hub-troubles", kToHub, "回首页", "", SomeTroubles},
      {"hub-bad", kToHub, "回首页", "", AllBad},
      {"upload", kToUpload, "上一步", "马上连一次", Measured},
      {"upload-starting", kToUpload, "上一步", "马上连一次", Starting},
      {"upload-offline", kToUpload, "上一步", "马上连一次", Offline},
      {"upload-trying", kToUpload + "tap 马上连一次\nexpect 正在连", "上一步", "", Offline},
      {"upload-refused", kToUpload, "上一步", "马上连一次", Refused},
      {"upload-untrusted", kToUpload, "上一步", "马上连一次", Untrusted},
      {"upload-clock", kToUpload + "expect 本机时钟慢 12 分钟", "上一步", "马上连一次", WrongClock},
      {"upload-set-aside", kToUpload, "上一步", "马上连一次", SetSomeAside, list},
      {"upload-put-back", kToUpload + "tap 全部再试\nexpect 5 件排上队了", "上一步", "",
       SetSomeAside, list + "tap 全部再试\nexpect 5 件排上队了"},
      {"upload-failed", kToUpload + "expect 没能读出来", "上一步", "再试一次", NotRead},
      {"carry", kToCarry, "上一步", "把 3 件存到U盘", PlugStickIn},
      {"carry-no-replies", kToCarry, "上一步", "把 3 件存到U盘", OneStick},
      {"carry-no-stick", kToCarry + "expect 没找到U盘", "上一步"},
      {"carry-no-way", kToCarry + "expect 用不了", "上一步", "", NoWay},
      {"carry-exporting", store + "expect 已存 1234 件", "", "", SlowStick},
      {"carry-importing", read + "expect 正在读", "", "", SlowStick},
      {"carry-exported", store + "expect 3 件", "完成", "", PlugStickIn},
      {"carry-exported-none", kToCarry + "tap 存一份空的\nexpect 里面没有登记", "完成", "",
       NothingWaits},
      {"carry-full", store + "expect U盘满了", "完成", "", Fails<CarryFault::kStickFull>},
      {"carry-gone", store + "expect U盘拔掉了", "完成", "", Fails<CarryFault::kStickGone>},
      {"carry-locked", store + "expect 写保护", "完成", "", Fails<CarryFault::kStickLocked>},
      {"carry-imported", read + "expect 3 件已收到", "完成", "", PlugStickIn},
      {"carry-known", read + "expect 什么也没有变", "完成", "", NothingWaits},
      {"carry-altered", read + "expect 被改过", "完成", "", Fails<CarryFault::kAltered>},
      {"carry-other", read + "expect 别的机器", "完成", "", Fails<CarryFault::kOtherTerminal>},
      {"carry-newer", read + "expect 升级", "完成", "", Fails<CarryFault::kNewer>},
      {"health", kToHealth + "expect 一切正常", "上一步", "", Measured},
      {"health-unknown", kToHealth + "expect 还没有查过", "上一步"},
      {"health-troubles", kToHealth + "expect 3 处要处理", "上一步", "", SomeTroubles},
      {"health-bad", kToHealth, "上一步", "", AllBad},
      {"recordings", kToRecordings + "expect 没录", "上一步", "用U盘拷", SomeRecordings},
      {"recordings-done", kToRecordings + "expect 都录了", "上一步", "", AllRecorded},
      {"recordings-heard", kToRecordings + "tap 录了 1\nexpect 录过了", "上一步", "",
       SomeRecordings},
      {"recordings-old", kToRecordings + "tap 用不着了 1\n", "上一步", "", SomeRecordings},
      {"recordings-none", kToRecordings + "tap 录了 0\nexpect 还没有录过", "上一步", "",
       NoRecordings},
      {"recordings-no-way", kToRecordings + "expect 放不了录音", "上一步", "", NoSentences},
      {"recording", kToSentence, "上一步", "点一下，开始说", SomeRecordings},
      {"recording-speaking", kToSentence + "tap 点一下，开始说\n", "上一步", "说完了，点一下",
       SomeRecordings},
      {"recording-spoken", kToSentence + "tap 点一下，开始说\ntap 说完了，点一下\n", "上一步",
       "用这段，录下一句", SomeRecordings},
      {"recording-failed",
       kToSentence + "tap 点一下，开始说\ntap 说完了，点一下\ntap 用这段，录下一句\nexpect 没存上",
       "上一步", "用这段，录下一句", RecordingsFail},
      {"recording-again", kToRecordings + "tap 录了 1\ntap \"查进度\"\nexpect 听录过的", "上一步",
       "点一下，开始说", SomeRecordings},
      {"recordings-stick", kToRecordingsStick, "上一步", "", SomeRecordings},
      {"recordings-no-stick", kToRecordingsStick + "expect 没找到U盘", "上一步", "",
       NoRecordingsStick},
      {"recordings-out", kToRecordingsStick + "tap 存到 示例U盘\nexpect 12 句存好了", "完成", "",
       SomeRecordings},
      {"recordings-in", kToRecordingsStick + "tap 拷来\nexpect 拷来 12 句", "完成", "",
       SomeRecordings},
      {"recordings-known", kToRecordingsStick + "tap 拷来\nexpect 没有新的", "完成", "",
       SlowRecordings},
      {"recordings-not-copied", kToRecordingsStick + "tap 拷来\nexpect 没拷成", "完成", "",
       RecordingsFail},
  };
}

}  // namespace studio
