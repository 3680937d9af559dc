#include <doctest/doctest.h>

#include <set>

#include "app/request/request_flow.h"
#include "pages.h"

using namespace studio;

namespace {

const std::string kFile =
    "tap 下一步\ntap 不留姓名\ntap 下一步\ntap 我知道了，同意\ntap 下一步\ntap 没错，登记\n";
const std::string kStroke = "ink 100,500 900,480\n";

const RequestBody& Filed(ScreenRig& rig) {
  REQUIRE(rig.store.filed.size() == 1);
  return rig.store.filed[0].body;
}

std::string Repeated(std::string_view part, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += part;
  return out;
}

Rect PlaceOf(const ScreenText& screen, std::string_view label) {
  for (const Tappable& tappable : screen.Tappables()) {
    if (tappable.label == label) return tappable.rect;
  }
  FAIL("nothing is labelled so: " << label);
  return {};
}

}  // namespace

TEST_CASE("every way of writing reaches the ledger as it was written, in every showing") {
  for (const Showing& showing : AllShowings()) {
    ScreenRig rig(showing);
    rig.RunFromHome(kToWords + "tap 拼音\nkeys cunkoude\ntap 村口\ntap 的\ntap 笔画\nkeys hspn\n" +
                    "tap 材\ntap 手写\n" + kStroke + kStroke + "tap 树\n" + kStroke +
                    "tap 松\ntap 数字\nkeys 12年\ntap 拼音\ntap 标点\ntap ！\n" + kFile);
    CHECK(Filed(rig).words == "村口的材树松12年！");
  }
}

TEST_CASE("a request is filed by speaking alone") {
  ScreenRig rig({});
  rig.Run(kToWords + "tap 说话\ntap 点一下，开始说\ntap 说完了，点一下\nexpect 1:05\n" + kFile);
  CHECK(Filed(rig).words.empty());
  REQUIRE(Filed(rig).attachments.size() == 1);
  CHECK(Filed(rig).attachments[0].length_ms == 65'000);
}

TEST_CASE("what was added is seen on the check page, and what was taken away again is not sent") {
  ScreenRig rig({});
  const std::string photo = "tap 拍照\ntap 就用这张\n";
  rig.Run(
      kToWords + "tap 路灯坏了\ntap 拍张照片\n" + photo + "tap 拍照\n" + photo + "tap 拍照\n" +
      photo + "absent 拍照\ntap 照片 2\ntap 留着\ntap 照片 2\ntap 去掉\nexpect 拍照\n" +
      "tap 说话\ntap 点一下，开始说\ntap 说完了，点一下\ntap 1:05\ntap 去掉\nabsent 1:05\n" +
      "tap 下一步\ntap 不留姓名\ntap 下一步\nexpect 2 张照片\ntap 我知道了，同意\ntap 下一步\n" +
      "expect 2 张照片\nabsent 录音\ntap 没错，登记");
  CHECK(Filed(rig).attachments.size() == 2);
}

TEST_CASE("who is still speaking is not led away, and what they said is kept") {
  ScreenRig rig({});
  rig.Run(kToWords + "tap 说话\ntap 点一下，开始说\nadvance 170\nabsent 还在吗？\ntap 手写\n" +
          "expect 1:05\n" + kFile);
  CHECK(Filed(rig).attachments.size() == 1);
}

TEST_CASE("delete takes a character beyond the BMP as one, and repeats while it is held") {
  ScreenRig rig({});
  rig.Run(kToWords +
          "type 一二三四五六七八九\ntap 拼音\nkeys xin\ntap 𬱖\nexpect 九𬱖\n" +
          "tap 删除\nabsent 𬱖\nexpect 八九");
  rig.Hold("删除");
  rig.Run("absent 九\nexpect 七八\nadvance 0.49\nexpect 七八\nadvance 0.02\nabsent 八\n" +
          std::string("expect 六七\nadvance 0.09\nexpect 六七\nadvance 0.02\nabsent 七\n") +
          "advance 0.11\nabsent 六\nexpect 四五");
  rig.LetGo();
  rig.Run("advance 2\nexpect 四五");
}

TEST_CASE("whoever has not chosen yet is asked to, and goes on when it is done") {
  ScreenRig rig({});
  rig.Run(kToWords + "tap 拼音\nkeys cun\ntap 下一步\nexpect 没选定\nexpect cun\ntap 村\n" +
          "absent 没选定\nkeys vv\ntap 下一步\nexpect 没选定\ntap 删除\ntap 删除\n" +
          "tap 下一步\nexpect 要不要留姓名？");
}

TEST_CASE("a physical keyboard works in every way of writing") {
  ScreenRig rig({});
  rig.Run(kToWords + "type 甲\ntap 说话\ntype 乙\ntap 手写\ntype 丙\ntap 拼音\ntype 丁\n" +
          "tap 笔画\ntype 戊\ntap 数字\ntype 己\nexpect 甲乙丙丁戊己");
}

TEST_CASE("syllables are parted by a key of either keyboard") {
  ScreenRig rig({});
  rig.phrases.pinyin["xi'an"] = {"西安"};
  rig.Run(kToWords + "tap 拼音\nkeys xi'an\ntap 西安\nkeys xi\n");
  rig.Type("'");
  rig.Run("keys an\ntap 西安\n");
  rig.Type("a'b");  // words of a keyboard of wood
  rig.Run(kFile);
  CHECK(Filed(rig).words == "西安西安a'b");
}

TEST_CASE("a key too many is said where the keys are shown") {
  ScreenRig rig({});
  rig.Run(kToWords + "tap 拼音\nkeys " + std::string(FakePhrases::kMostKeys, 'c') +
          "\nabsent 打得太长了\nkeys u\nexpect 打得太长了，先点下面的字，再接着打\n");
}

TEST_CASE("a way that is missing says so in its place, and takes nothing of what was written") {
  ScreenRig rig({});
  rig.Run(kToWords + "tap 拼音\nkeys cun\ntap 村\nkeys kou");
  rig.phrases.has_pinyin = false;
  rig.Run("expect 还不能打拼音\nexpect 村\ntap 笔画\nkeys hspn\ntap 村\nexpect 村村\n");
  rig.phrases.has_stroke = rig.ink.ready = rig.voice.present = rig.camera.present = false;
  rig.Run("expect 还不能打笔画\ntap 手写\nexpect 还不能手写\ntap 说话\nexpect 没有接话筒\n" +
          std::string("tap 拍张照片\nexpect 没有接摄像头\ntap 数字\nkeys 3\nexpect 村村3\n") +
          "tap 选一句\ntap 路灯坏了\n" + kFile);
  CHECK(Filed(rig).words.find("村村3") == 0);
}

TEST_CASE("candidates come after each stroke, and an answer for older ink changes nothing") {
  ScreenRig rig({});
  rig.ink.at_once = false;
  rig.Run(kToWords + "tap 手写\n" + kStroke + kStroke + "absent 树");
  REQUIRE(rig.ink.asked.size() == 2);
  CHECK(rig.ink.asked[1].size() == 2);
  rig.ink.Answer(1, {"鼎"});
  rig.ink.Answer(0, {"鑫"});
  rig.Run("expect 鼎\nabsent 鑫\ntap 退一笔");
  REQUIRE(rig.ink.asked.size() == 3);
  rig.ink.Answer(2, {"鑫", "乙"});
  rig.Run("tap 重写\nabsent 乙\n" + kStroke);
  rig.ink.Answer(3, {"丁"});
  rig.Run("tap 丁\nexpect 丁");
}

TEST_CASE("a finger that leaves the pad draws along its edge and presses nothing else") {
  ScreenRig rig({});
  rig.Run(kToWords + "tap 手写");
  const Rect pad = PlaceOf(rig.Screen(), "手写板"), next = PlaceOf(rig.Screen(), "下一步");
  rig.Advance(1);
  rig.Drag({{pad.CentreX(), pad.CentreY()}, {next.CentreX(), next.CentreY()}});
  REQUIRE(rig.ink.asked.size() == 1);
  const InkStroke& stroke = rig.ink.asked[0][0];
  CHECK(stroke.front() == InkPoint{500, 500});
  CHECK(stroke.back().y == kInkSide);
  rig.Run("expect 请把事情说一说\nabsent 没选定");
}

TEST_CASE("the limit is told as it nears, and what does not fit is refused in words") {
  ScreenRig rig({});
  rig.Run(kToWords + "type " + Repeated("字", 449) +
          "\nabsent 还能写\ntype 字\nexpect 还能写 50 个字\n" + "type " + Repeated("字", 45) +
          "\nexpect 还能写 5 个字\ntap 路灯坏了\n" +
          "expect 太长了，只能再写 5 个字\ntap 拼音\nkeys cunkou\ntap 村口\nexpect 还能写 3 "
          "个字\n" +
          "type 一二三四\nexpect 写满了，最多 500 个字\n" + kFile);
  CHECK(CountCharacters(Filed(rig).words) == kWordsLimit);
}

TEST_CASE("a tap moves the caret, and what is chosen goes in there") {
  ScreenRig rig({});
  rig.Run(kToWords + "type 路灯坏了");
  rig.Advance(1);
  for (const VisibleText& text : rig.Screen().Texts()) {
    if (text.text != "路灯坏了") continue;
    // Between the second and the third character.
    rig.Tap(text.rect.CentreX() + 2, text.rect.CentreY());
    break;
  }
  rig.Run("tap 拼音\nkeys de\ntap 的\nexpect 路灯的坏了");
}

TEST_CASE("a long text is paged by its buttons, and typing brings the caret back into sight") {
  ScreenRig rig({});
  rig.Run(kToWords + "type 开头" + Repeated("字", 400));
  const auto top = [&] {
    for (const VisibleText& text : rig.Screen().Texts()) {
      if (text.text.find("开头") == 0) return text.rect.y;
    }
    return 0.f;
  };
  const float before = top();
  rig.Run("tap 看上面\ntap 看上面\ntap 看上面\ntap 看上面");
  CHECK(top() > before);
  rig.Run("type 尾");
  CHECK(top() == before);
}

TEST_CASE("every candidate can be reached and read whole, however long they are") {
  std::vector<std::string> sentences;
  for (int i = 1; i <= 19; ++i) {
    sentences.push_back("第" + std::to_string(i) + "句" + Repeated("村口路灯坏了", i % 8));
  }
  for (const Showing& showing : AllShowings()) {
    ScreenRig rig(showing);
    rig.phrases.pinyin["a"] = sentences;
    rig.RunFromHome(kToWords + "tap 拼音\nkeys a");
    std::set<std::string> seen;
    for (int page = 0; page < 20; ++page) {
      for (const VisibleText& text : rig.Screen().Texts()) {
        if (text.text.find("第") != 0) continue;
        CHECK_FALSE(text.cut);
        seen.insert(text.text);
      }
      for (const Tappable& tappable : rig.Screen().Tappables()) {
        if (tappable.label != "后面的字" || !tappable.enabled) continue;
        rig.TapOn(tappable);
        break;
      }
    }
    for (const std::string& sentence : sentences) CHECK_MESSAGE(seen.contains(sentence), sentence);
    rig.Run("tap 前面的字\ntap 第");
  }
}

TEST_CASE("a name that no engine knows is kept as it was drawn, after the typed part") {
  ScreenRig rig({});
  rig.Run(kToWho + "tap 留姓名\ntype 示例\ntap 姓名\ntap 手写\n" + kStroke +
          "tap 没有要的字，就留手写的\n" + kStroke + kStroke + "tap 没有要的字，就留手写的\n" +
          kStroke + "tap 没有要的字，就留手写的\ntap 去掉手写的字\ntap 写好了\nexpect 示例\n" +
          "tap 下一步\ntap 我知道了，同意\ntap 下一步\nexpect 示例\ntap 没错，登记");
  CHECK(Filed(rig).name == "示例");
  REQUIRE(Filed(rig).name_ink.size() == 2);
  CHECK(Filed(rig).name_ink[0].size() == 1);
  CHECK(Filed(rig).name_ink[1].size() == 2);
}

TEST_CASE("a name drawn by hand is a name") {
  ScreenRig rig({});
  rig.Run(kToWho + "tap 留姓名\ntap 姓名\ntap 手写\n" + kStroke +
          "tap 写好了\nexpect 没选定\ntap 没有要的字，就留手写的\ntap 写好了\ntap 下一步\n" +
          "tap 我知道了，同意\ntap 下一步\nexpect 手写的姓名\ntap 没错，登记");
  CHECK(Filed(rig).name.empty());
  CHECK(Filed(rig).name_ink.size() == 1);
}

TEST_CASE("representatives are written by the same keys") {
  ScreenRig rig({});
  rig.Run(kToWho + "tap 留姓名\ntype 示例甲\ntap 增加一共几个人\ntap 大家推的代表\ntap 拼音\n" +
          "keys cun\ntap 村\ntap 空格\nkeys kou\ntap 口\ntap 写好了\nexpect 1. 村  2. 口\ntap "
          "下一步\n" +
          "tap 我知道了，同意\ntap 下一步\ntap 没错，登记");
  CHECK(Filed(rig).representatives == std::vector<std::string>{"村", "口"});
}

TEST_CASE("the way of writing is remembered within a visit, and what was typed ends with it") {
  ScreenRig rig({});
  rig.Run(kToWords + "tap 拼音\nkeys cun\ntap 村\ntap 下一步\ntap 上一步\nkeys kou");
  CHECK(rig.phrases.alive == 1);
  rig.Run("advance 89\nabsent 还在吗？\nadvance 2\nexpect 还在吗？\nadvance 60\nexpect 今日值班");
  CHECK(rig.phrases.alive == 0);
  rig.Run(kToWords + "expect 路灯坏了\nabsent kou\nabsent 村口");
}
