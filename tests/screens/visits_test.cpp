#include <doctest/doctest.h>

#include <tuple>

#include "pages.h"
#include "ui/words/strings.h"

using namespace studio;

namespace {

const std::string kNumber = FakeRequestStore::SomeSlip().number.digits();
const std::string kTrackFound =
    "tap 查进度\ntype " + kNumber + "\ntap 下一步\ntype 59061473\ntap 查一查\n";

}  // namespace

TEST_CASE("a request is filed by taps alone, and what is filed is what was tapped") {
  for (const Showing& showing : AllShowings()) {
    ScreenRig rig(showing);
    rig.answers = false;
    rig.RunFromHome(kToPlace +
                    "tap 柳条村\ntap 三组\ntap 下一步\ntap 路灯坏了，晚上出门看不清。\n" +
                    "tap 下一步\ntap 不留姓名\ntap 下一步\ntap 我知道了，同意\ntap 下一步\n" +
                    "expect 道路桥梁\nexpect 柳条村 三组\nexpect 路灯坏了，晚上出门看不清。\n" +
                    "tap 没错，登记\n");
    REQUIRE(rig.store.slip_asked.size() == 1);
    rig.store.AnswerSlip();
    REQUIRE(rig.store.filed.size() == 1);
    const RequestBody& body = rig.store.filed[0].body;
    CHECK(body.category == "roads");
    CHECK(body.village_name == "柳条村");
    CHECK(body.group == "三组");
    CHECK(body.words == "路灯坏了，晚上出门看不清。");
    CHECK(body.visibility == Visibility::kAnonymous);
    CHECK_FALSE(rig.store.filed[0].urgent);
    rig.Run("absent 已经记下了");  // nothing is promised before it is kept
    rig.AnswerAll();
    rig.Run("expect 已经记下了\nexpect " + FakeRequestStore::SomeSlip().number.Grouped() +
            "\nexpect " + FakeRequestStore::SomeSlip().code.Grouped());
  }
}

TEST_CASE("home shows the county's day and hour, however wrong this machine's clock is") {
  ScreenRig rig({});
  rig.state.time->Heard(rig.clock.now.wall_ms + (26 * 60 + 10) * 60'000, rig.clock.now);
  rig.Advance(1);
  const LocalTime county = LocalTime::At(rig.state.CountyMs(rig.clock.Now()));
  REQUIRE(county.Date() != LocalTime::At(rig.clock.Now().wall_ms).Date());
  rig.Run("expect " + county.HourMin() + "\nexpect " + say::DayOf(county));
}

TEST_CASE("a page without a touch is covered after 45 seconds, wiped 60 later") {
  ScreenRig rig({});
  rig.Run(kToPlace + "tap 示例村\nadvance 44\nexpect 示例村\nabsent 还在吗？\n" +
          "advance 2\nexpect 还在吗？\nabsent 示例村\n" +
          "tap 还在，接着来\nexpect 示例村\nadvance 46\nexpect 还在吗？\n" +
          "advance 58\nexpect 还在吗？\nadvance 2\nexpect 今日值班\n");
  CHECK(rig.shell().TopTag() == "home");
}

TEST_CASE("whoever writes or reads what they agree to has 90 seconds") {
  for (const std::string& page : {kToWords, kToWho, kToConsent}) {
    ScreenRig rig({});
    rig.Run(page +
            "advance 89\nabsent 还在吗？\nadvance 2\nexpect 还在吗？\nadvance 60\n"
            "expect 今日值班");
  }
}

TEST_CASE("a covered page takes no touch but the one that uncovers it") {
  ScreenRig rig({});
  rig.Run(kToCheck + "advance 46\nexpect 还在吗？");
  for (float y = 40; y < 1920; y += 120) {
    if (rig.Screen().Shows("还在吗？")) rig.Run("tap-at 100 " + std::to_string(int(y)));
  }
  CHECK(rig.store.filed.empty());
  CHECK(rig.shell().TopTag() == "request");
}

TEST_CASE("a printed receipt leaves by itself after 30 seconds") {
  ScreenRig rig({});
  rig.printing.available = true;
  rig.Run(kToReceipt + "advance 29\nexpect 已经记下了\nadvance 2\nexpect 今日值班\nabsent " +
          FakeRequestStore::SomeSlip().code.Grouped());
  CHECK(rig.shell().TopTag() == "home");
}

TEST_CASE("a receipt that was not printed stays until it is copied down, and covers itself") {
  ScreenRig rig({});
  rig.Run(kToReceipt + "absent 秒后回首页\nadvance 80\nexpect 已经记下了\nadvance 15\n" +
          "expect 还在吗\nabsent 已经记下了\ntap 还在，接着来\nexpect 已经记下了\n" +
          "advance 91\nadvance 61\nexpect 今日值班\n");
}

TEST_CASE("nothing to press on home moves when the link changes: a finger may be on its way") {
  for (const Showing& showing : AllShowings()) {
    ScreenRig rig(showing);
    rig.RunFromHome("");
    const auto places = [&] {
      std::vector<std::tuple<std::string, float, float>> out;
      for (const Tappable& tappable : rig.Screen().Tappables())
        out.emplace_back(tappable.label, tappable.rect.x, tappable.rect.y);
      return out;
    };
    const auto before = places();
    REQUIRE_FALSE(before.empty());
    for (const LinkCondition condition : {LinkCondition::kStarting, LinkCondition::kOffline}) {
      rig.state.link.condition = condition;
      rig.state.outbox.waiting_requests = 1200;
      rig.Draw();
      INFO(showing.Name());
      CHECK(places() == before);
    }
  }
}

TEST_CASE("home stays home, shows what there is to read when nobody comes, returns at a touch") {
  ScreenRig rig({});
  rig.Run("advance 110\nexpect 我要反映\nadvance 20\nabsent 我要反映\nexpect 点一下，说说您的事");
  bool shown = rig.Screen().Shows("该做的，做了多少");
  for (const Notice& notice : rig.state.station->notices) {
    shown = shown || rig.Screen().Shows(notice.title);
  }
  for (const Honour& honour : rig.state.station->honours) {
    shown = shown || rig.Screen().Shows(honour.title);
  }
  CHECK(shown);
  // The touch that wakes the page presses nothing on it.
  rig.Run("tap-at 540 800\nexpect 我要反映");
  CHECK(rig.shell().TopTag() == "home");
}

TEST_CASE("nothing of a visit is there in the next") {
  ScreenRig rig({});
  rig.Run(kToWords +
          "type 悄悄话\ntap 下一步\ntap 留姓名\ntype 示例甲\ntap 电话\ntype 13800000000\n"
          "tap 完成\nadvance 91\nadvance 60\nexpect 今日值班\nabsent 悄悄话\n");
  rig.Run(kToPlace +
          "absent 哪个小组？\ntap 下一步\nexpect 请先点一个村\ntap 样板村\ntap 下一步\n" +
          "absent 悄悄话\ntap 路灯坏了\ntap 下一步\ntap 留姓名\nabsent 13800000000\n" +
          "tap 下一步\nexpect 要留姓名，请写上姓名");
}

TEST_CASE("large letters and high contrast end with the visit") {
  ScreenRig rig({});
  const auto height_of = [&](std::string_view word) {
    for (const VisibleText& text : rig.Screen().Texts()) {
      if (text.text == word) return text.rect.h;
    }
    return 0.f;
  };
  const float normal = height_of("今日值班");
  rig.Run("tap 大字");
  CHECK(height_of("今日值班") > normal);
  rig.Run("tap 值班表\ntap 回首页");
  CHECK(height_of("今日值班") > normal);
  rig.Run("advance 46");
  CHECK(height_of("今日值班") == normal);
}

TEST_CASE("a receipt's state changes on the screen when the county has it") {
  for (const std::string& page : {kToReceipt, kTrackFound}) {
    ScreenRig rig({});
    rig.Run(page + "expect 已登记，待上传\nabsent 已收到");
    ReceiptStatus status = rig.Filed();
    status.state = ReceiptState::kReceived;
    status.received_at_ms = rig.clock.now.wall_ms;
    rig.shell().OnReceipt(status);
    rig.Run("expect 演示市政协已收到\nabsent 待上传");
  }
}

TEST_CASE("another's receipt changes nothing here") {
  ScreenRig rig({});
  rig.Run(kToReceipt);
  ReceiptStatus status = rig.Filed();
  status.number = ReceiptNumber::Make(37, 48216).digits();
  status.state = ReceiptState::kReceived;
  rig.shell().OnReceipt(status);
  rig.Run("expect 已登记，待上传\nabsent 已收到");
}

TEST_CASE("withdrawing asks first") {
  for (const std::string& page : {kToReceipt, kTrackFound}) {
    ScreenRig rig({});
    rig.Run(page +
            "tap 撤回\nexpect 真的要撤回吗\nabsent 已经撤回\ntap 不撤回\nabsent 真的要撤回吗\n" +
            "absent 已经撤回\ntap 撤回\ntap 撤回，删掉\nexpect 已经撤回\nexpect 内容已经删掉");
  }
}

TEST_CASE("after ten minutes a receipt is no longer withdrawn here") {
  ScreenRig rig({});
  rig.cases.replies[0].found.here->withdraw_until_ms = rig.clock.now.monotonic_ms;
  rig.Run(kTrackFound + "expect 已登记，待上传\nabsent 撤回");
}

TEST_CASE("a wrong number, a wrong code and an unknown one are refused in words") {
  ScreenRig rig({});
  std::string wrong = kNumber;
  wrong.back() = wrong.back() == '0' ? '1' : '0';
  rig.Run("tap 查进度\ntap 下一步\nexpect 登记号不对\ntype " + wrong +
          "\nabsent 登记号不对\ntap 下一步\nexpect 登记号不对\ntap 清空\ntype " + kNumber +
          "\ntap 下一步\nexpect 请输入查询码\ntype 123\ntap 查一查\nexpect 查询码是 8 位数字\n");
  CHECK(rig.cases.looked.empty());
  rig.cases.replies[0].outcome = TrackReply::Outcome::kWrongCode;
  rig.Run("type 45678\ntap 查一查\nexpect 查询码不对");
}

TEST_CASE("a number is shown in groups while it is typed") {
  ScreenRig rig({});
  rig.Run("tap 查进度\ntap 0\ntap 3\ntap 7\ntap 4\nexpect 037 4\ntype 8215\nexpect 037 48215\n" +
          std::string("tap 清空\ntype ") + kNumber + "\nexpect " +
          FakeRequestStore::SomeSlip().number.Grouped() +
          "\ntap 下一步\ntype 59061\nexpect 5906 1");
}

TEST_CASE("words of danger stop everything and name the numbers; the request is urgent") {
  ScreenRig rig({});
  rig.Run(kToWords +
          "type 房子着火了\ntap 下一步\nexpect 110\nexpect 119\nexpect 120\nexpect 12356\n" +
          "expect 旁边的人，请帮忙打电话！\ntap 打过了，接着登记\ntap 不留姓名\ntap 下一步\n" +
          "tap 我知道了，同意\ntap 下一步\nexpect 急事，先办\ntap 没错，登记\nexpect 已经记下了");
  REQUIRE(rig.store.filed.size() == 1);
  CHECK(rig.store.filed[0].urgent);
}

TEST_CASE("the danger page stays however long, calls nobody who is not here, and keeps the words") {
  for (const Showing& showing : AllShowings()) {
    ScreenRig rig(showing);
    rig.RunFromHome(kToWords + "type 房子着火了\ntap 下一步\nexpect 旁边的人，请帮忙打电话！\n" +
                    "absent 示例甲委员，请马上过来帮忙！\nadvance 3600\nabsent 还在吗？\n" +
                    "expect 119\ntap 没有危险，退回去\nexpect 房子着火了\nabsent 119\n" +
                    "tap 下一步\ntap 不留姓名\n");
    CHECK(rig.store.filed.empty());
  }
}

TEST_CASE("whoever is here is called by name") {
  ScreenRig rig({});
  Station station = *rig.state.station;
  Attendance here;
  here.member = station.members.front().id;
  here.studio = station.studio.id;
  here.date = LocalTime::At(rig.clock.Now().wall_ms).Date();
  here.in_ms = rig.clock.Now().wall_ms;
  station.in_today = {here};
  rig.state.station = std::make_shared<const Station>(std::move(station));
  rig.Run("tap 我要反映\ntap 眼下有危险\nexpect 示例甲委员，请马上过来帮忙！\n");
}

TEST_CASE("what is not ours is left by the smaller button; the large one keeps the words") {
  ScreenRig rig({});
  rig.Run(kToWords + "type 法院判决不公平\ntap 下一步\nexpect 12368\ntap 不是，接着说\n" +
          "tap 不留姓名\ntap 下一步\ntap 我知道了，同意\ntap 下一步\nexpect 法院判决不公平");
}

TEST_CASE("words too long for the check page are shown part by part, to the last") {
  for (const Showing& showing : AllShowings()) {
    ScreenRig rig(showing);
    std::string words;
    for (int i = 0; i < 22; ++i) words += "村口的路灯坏了两个星期，晚上出门看不清路。";
    rig.RunFromHome(kToWords + "type " + words +
                    "最后一句\ntap 下一步\ntap 不留姓名\ntap 下一步\n" +
                    "tap 我知道了，同意\ntap 下一步\nabsent 后一句\n");
    bool seen = false;
    for (int part = 0; part < 60 && !seen; ++part) {
      rig.Run("tap 往下");
      seen = rig.Screen().Shows("句");
    }
    CHECK(seen);
  }
}

TEST_CASE("a matter for others is guided on and leaves no words behind") {
  ScreenRig rig({});
  rig.Run(kToWords + "type 法院判决不公平\ntap 下一步\nexpect 12368\nabsent 法院判决不公平\n" +
          "tap 是的，回首页\nexpect 今日值班");
  REQUIRE(rig.store.guided.size() == 1);
  CHECK(rig.store.guided[0].words.empty());
}

TEST_CASE("what cannot be kept is said, and nothing is lost") {
  ScreenRig rig({});
  rig.filing_fails = ErrorKind::kStorage;
  rig.Run(kToCheck + "tap 没错，登记\nexpect 内容还在\nabsent 已经记下了\nexpect 路灯坏了");
  rig.filing_fails.reset();
  rig.Run("tap 没错，登记\nexpect 已经记下了");
}

TEST_CASE("a full disk shows whom to call, and work goes on when it is mended") {
  ScreenRig rig({});
  rig.state.fault = Fault::kStorageFull;
  rig.Run("expect 机器存满了\nexpect 0000-0000001\nexpect 今天 09:32\nabsent 我要反映");
  rig.state.fault = Fault::kNone;
  rig.Run("expect 今日值班\ntap 我要反映\nexpect 您要说的是哪方面的事？");
}

TEST_CASE("a disk that fills up in the middle takes nothing from whoever is writing") {
  ScreenRig rig({});
  rig.Run(kToCheck);
  rig.state.fault = Fault::kStorageFull;
  rig.Run("expect 路灯坏了\nabsent 机器存满了");
}

TEST_CASE("a ready sentence that is tapped again is taken out, and the chosen ones are marked") {
  ScreenRig rig({});
  rig.Run(kToWords + "tap 路灯坏了\nexpect 路灯坏了\ntap 路灯坏了\nexpect 点一句，写一写\n" +
          "tap 路灯坏了\ntap 下一步\ntap 不留姓名\ntap 下一步\ntap 我知道了，同意\ntap 下一步\n" +
          "tap 没错，登记\n");
  REQUIRE(rig.store.filed.size() == 1);
  CHECK(rig.store.filed[0].body.words == "路灯坏了，晚上出门看不清。");
}

TEST_CASE("who steps out of the first page is asked only where something would be lost") {
  ScreenRig rig({});
  rig.Run("tap 我要反映\ntap 回首页\nexpect 今日值班\n");
  rig.Run(kToWho + "tap 上一步\ntap 上一步\ntap 上一步\ntap 回首页\nexpect 要放弃刚才填的吗\n" +
          "tap 接着填\nexpect 道路桥梁\ntap 回首页\ntap 不要了，出去\nexpect 今日值班\n");
  CHECK(rig.shell().TopTag() == "home");
}

TEST_CASE("large letters stay for the visit, whatever it goes home for, and end with it") {
  ScreenRig rig({});
  const auto large = [&] { return rig.Large(); };
  rig.Run("tap 大字\n");
  CHECK(large());
  rig.Run("tap 值班表\ntap 回首页\n");
  CHECK(large());
  rig.Run("advance 44\n");
  CHECK(large());
  rig.Run("advance 2\n");
  CHECK_FALSE(large());
  rig.Run("tap 大字\n" + kToReceipt + "tap 完成\n");
  CHECK_FALSE(large());
}

TEST_CASE("a slip that was not printed stays until 完成 or nobody is there") {
  ScreenRig rig({});
  rig.Run(kToReceipt + "absent 秒后回首页\nadvance 80\nexpect 已经记下了\n" +
          "advance 15\nexpect 还在吗\nabsent 已经记下了\ntap 还在，接着来\nexpect 已经记下了\n" +
          "advance 160\nexpect 今日值班\n");
}

TEST_CASE("a printed slip leaves by itself, unless somebody wants to go on looking") {
  ScreenRig rig({});
  rig.printing.available = true;
  rig.Run(kToReceipt + "expect 30 秒后回首页\ntap 再看一会儿\nabsent 秒后回首页\nadvance 60\n" +
          "expect 已经记下了\n");
  rig.Restart();
  rig.printing.available = true;
  rig.Run(kToReceipt + "advance 31\nexpect 今日值班\n");
}

TEST_CASE("a slip that did not come out is offered again, as often as it takes") {
  for (const Showing& showing : AllShowings()) {
    ScreenRig rig(showing);
    rig.printing.available = true;
    rig.printing.works = false;
    rig.Run(kToReceipt + "expect 没打出来\nabsent 秒后回首页\ntap 再打一次\n" +
            "expect 没打出来\n");
    CHECK(rig.printing.slips.size() == 2);
    rig.printing.works = true;
    rig.Run("tap 再打一次\nexpect 登记单打好了\nabsent 再打一次\n");
    REQUIRE(rig.printing.slips.size() == 3);
    CHECK(rig.printing.slips[2].number.Grouped() == rig.printing.slips[0].number.Grouped());
    CHECK(rig.printing.slips[2].code->Grouped() == rig.printing.slips[0].code->Grouped());
  }
}

TEST_CASE("a withdrawal that fails is told with what to do") {
  for (const std::string& page : {kToReceipt, kTrackFound}) {
    ScreenRig rig({});
    rig.store.withdrawing_fails = ErrorKind::kStorage;
    rig.Run(page + "tap 撤回\ntap 撤回，删掉\nexpect 没有撤回成\nabsent 已经撤回\n");
    rig.store.withdrawing_fails.reset();
    rig.Run("tap 撤回\ntap 撤回，删掉\nexpect 已经撤回\nabsent 没有撤回成\n");
  }
}

TEST_CASE("a receipt says whom to ask once its ten minutes are over") {
  ScreenRig rig({});
  rig.Run(kToReceipt);
  for (int i = 0; i < 8; ++i) rig.Run("advance 80\ntap-at 5 5\n");
  rig.Run("absent 10 分钟内可以撤回\nexpect 要撤回请找\nexpect " + rig.state.station->county.phone);
}

TEST_CASE("who lost the slip is told what is so, and whom to call") {
  for (const Showing& showing : AllShowings()) {
    ScreenRig rig(showing);
    rig.RunFromHome("tap 查进度\ntap 登记单丢了\nexpect 都找不回来\nexpect 照样办\nexpect " +
                    rig.state.station->county.phone + "\ntap 上一步\nexpect 请输入登记号\n");
  }
}
