// What a visit leaves in the memory of the running terminal: nothing that its visitor said, read or
// typed. Looked at from outside, in every readable page.
#include "memory.h"

#include <doctest/doctest.h>
#include <stb_image.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <regex>
#include <set>
#include <thread>

#include "duty_day.h"
#include "shared/base/bytes.h"
#include "shared/base/picture_turn.h"

namespace studio::e2e {
namespace {

const std::string kAtHome = "wait-for 今日值班 30\n";
const std::string kClerkPin = "507394";

std::string Joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

// All of it is there now: the search can find.
void CheckThere(const LiveTerminal& terminal, const std::vector<Planted>& planted) {
  const auto found = FoundIn(terminal.pid(), planted);
  for (const Planted& one : planted) {
    const bool there = std::any_of(found.begin(), found.end(), [&](const std::string& hit) {
      return hit.starts_with(one.name + " ");
    });
    CHECK_MESSAGE(there, one.name);
  }
}

// At once, but for what a thread is still writing down: that may take it a second.
void CheckGone(const LiveTerminal& terminal, const std::vector<Planted>& planted) {
  auto found = FoundIn(terminal.pid(), planted);
  for (int look = 0; look < 10 && !found.empty(); ++look) {
    std::this_thread::sleep_for(100ms);
    found = FoundIn(terminal.pid(), planted);
  }
  CHECK_MESSAGE(found.empty(), Joined(found));
}

struct WatchedStation {
  explicit WatchedStation(const std::vector<std::string>& options = {}) {
    village.StartCounty({"--phone-pages", "listening"});
    folder = village.Enrol();
    const Finished card =
        Run("county-stub", {"badge", "--data", village.county().string(), "--member", "m01",
                            "--pin", kClerkPin, "--text-only"});
    REQUIRE_MESSAGE(card.status == 0, card.err);
    badge = card.out.substr(0, card.out.find('\n'));
    std::vector<std::string> all = {"--printer", "file:" + (village.scratch() / "slips").string()};
    all.insert(all.end(), options.begin(), options.end());
    terminal = std::make_unique<LiveTerminal>(village, folder, all);
    terminal->Do("wait-for 已连接 60\n" + kAtHome);
  }

  // What opens the studio's envelopes, 32 bytes.
  std::string Seed() const {
    std::ifstream file(village.county() / "keys" / "studio-1.sealing");
    std::string hex;
    file >> hex;
    const auto seed = FromHex(hex);
    REQUIRE(seed);
    return std::string(AsText(*seed));
  }

  void Clerk(const std::string& command, std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {command, "--data", village.county().string()});
    const Finished done = Run("county-stub", arguments);
    REQUIRE_MESSAGE(done.status == 0, done.err);
  }

  // Voice and photo of the newest record of that kind, as the county opens them.
  std::pair<std::string, std::string> Opened(const std::string& kind) {
    for (int look = 0; look < 300; ++look) {
      std::string record;
      for (const auto& line : village.Ledger())
        if (line["kind"] == kind) record = line["id"];
      const auto out = village.scratch() / ("opened-" + record);
      Run("county-stub", {"attachments", "--data", village.county().string(), "--record", record,
                          "--out", out.string()});
      if (std::filesystem::exists(out / "1-voice.ogg") &&
          std::filesystem::exists(out / "2-photo.jpg"))
        return {BytesOf(out / "1-voice.ogg"), BytesOf(out / "2-photo.jpg")};
      std::this_thread::sleep_for(100ms);
    }
    FAIL("the county has no voice and no photo of its " << kind);
    return {};
  }

  Village village;
  std::filesystem::path folder;
  std::string badge;
  std::unique_ptr<LiveTerminal> terminal;
};

// "5906 1473" behind that word of the receipt's page.
std::string Behind(const std::string& word, const std::string& pattern,
                   const std::string& printed) {
  std::smatch match;
  REQUIRE_MESSAGE(std::regex_search(printed, match, std::regex(word + "\\s+(" + pattern + ")")),
                  printed);
  return match[1];
}

// A few pixels of the photo as the terminal draws it, where they differ most from each other.
Planted PixelsOf(const std::string& jpeg) {
  constexpr std::size_t kPixels = 8, kBytes = kPixels * 4;
  int width = 0, height = 0, channels = 0;
  const auto* bytes = reinterpret_cast<const stbi_uc*>(jpeg.data());
  const std::unique_ptr<stbi_uc, decltype(&stbi_image_free)> read(
      stbi_load_from_memory(bytes, static_cast<int>(jpeg.size()), &width, &height, &channels, 4),
      &stbi_image_free);
  REQUIRE(read);
  const std::size_t size = std::size_t(width) * std::size_t(height) * 4;
  const Pixels drawn = Shrunk({width, height, 4, {read.get(), read.get() + size}}, 1080);
  std::string most;
  std::size_t differ = 0;
  for (std::size_t at = 0; at + kBytes <= drawn.bytes.size(); at += kBytes) {
    const std::string some(drawn.bytes.begin() + static_cast<std::ptrdiff_t>(at),
                           drawn.bytes.begin() + static_cast<std::ptrdiff_t>(at + kBytes));
    const std::size_t here = std::set<char>(some.begin(), some.end()).size();
    if (here <= differ) continue;
    differ = here;
    most = some;
  }
  REQUIRE(differ > kPixels);
  return {"photo", most, false};
}

std::string WithoutBlanks(std::string text) {
  std::erase(text, ' ');
  return text;
}

}  // namespace

TEST_CASE("after a visit nothing of it is in the terminal's memory") {
  if (!MayLook()) return;
  WatchedStation station;
  LiveTerminal& terminal = *station.terminal;
  const auto leave = [&](const std::vector<Planted>& planted) {
    terminal.Do("tap 完成\n" + kAtHome);
    CheckGone(terminal, planted);
  };

  // A request: words by several ways of writing, a name and a telephone, its slip.
  const std::vector<Planted> words = {{"typed", "桥墩第七块砖松动得厉害"},
                                      {"keys", "cunkouhuaile"}};
  terminal.Do(
      "tap 我要反映\ntap 道路桥梁\ntap 示例村\ntap 下一步\n"
      "type 桥墩第七块砖松动得厉害\ntap 拼音\nkeys cunkouhuaile\n");
  CheckThere(terminal, words);
  const std::vector<Planted> more = {{"pinyin", "厉害村口坏了"},
                                     {"hand and strokes", "坏了口村"},
                                     {"digits", "口村4081"},
                                     {"name", "示例欧阳敬亭"}};
  terminal.Do(
      "tap 村口坏了\ntap 手写\nink 180,220 190,500 205,800\n"
      "ink 180,220 500,200 820,190 800,480 780,780\nink 205,780 500,765 785,755\ntap \"口\"\n"
      "tap 笔画\nkeys hspnhsn\ntap \"村\"\ntap 数字\nkeys 4081\ntap 下一步\ntap 留姓名\ntype "
      "示例欧阳敬亭\n");
  CheckThere(terminal, more);
  const std::vector<Planted> phone = {{"phone", "13912345670"}};
  terminal.Do("tap 填电话\ntype 13912345670\n");
  CheckThere(terminal, phone);
  terminal.Do(
      "tap 完成\ntap 下一步\ntap 我知道了，同意\ntap 下一步\ntap 没错，登记\nwait-for 已经记下了 "
      "60\n");
  const std::string slip = terminal.Printed();
  const std::string grouped = Behind("登记号", "\\d{3,} \\d{5} \\d", slip);
  const std::string number = WithoutBlanks(grouped);
  const std::string code = Behind("别告诉旁人）", "\\d{4} \\d{4}", slip);
  const std::vector<Planted> codes = {
      {"code", WithoutBlanks(code)},
      {"code in groups", code},
      // Its digits stand in the feed's rows, which are the folder's.
      {"number in groups", grouped}};
  CheckThere(terminal, codes);
  terminal.Do("wait-for 演示市政协已收到 60\n");
  leave(words);
  CheckGone(terminal, more);
  CheckGone(terminal, phone);
  CheckGone(terminal, codes);

  // What became of it, and the last word on it.
  const std::vector<Planted> answer = {{"unit", "示例养护三队"},
                                       {"reply", "砖已换成整块青石并且灌了浆"}};
  station.Clerk("step", {"--record", number, "--to", "referred", "--unit", answer[0].bytes});
  station.Clerk("reply", {"--record", number, "--text", answer[1].bytes, "--outcome", "solving"});
  terminal.Do("tap 查进度\ntype " + number + "\ntap 下一步\ntype " + WithoutBlanks(code) +
              "\ntap 查一查\nwait-for 灌了浆 60\n");
  CheckThere(terminal, answer);
  CheckThere(terminal, {codes[0]});
  const std::vector<Planted> rating = {{"rating", "踩上去还是会晃得人心慌"}};
  terminal.Do(
      "tap 评一评\ntap 不满意\ntap 没办到位\ntap 说几句、写几句\ntype 踩上去还是会晃得人心慌\n");
  CheckThere(terminal, rating);
  terminal.Do(
      "tap 说好了\ntap 下一步\ntap 没解决，请再办一次\ntap 没错，登记\nwait-for 没解决，要重办 "
      "60\n");
  terminal.Do("tap 回首页\n" + kAtHome);
  CheckGone(terminal, answer);
  CheckGone(terminal, rating);
  CheckGone(terminal, codes);

  // An opinion and a wish.
  const std::vector<Planted> opinion = {{"opinion", "灯杆矮一截再换暖光就不刺眼"}};
  terminal.Do("tap 参与协商\ntap 小广场\ntap 我要说\ntap 提建议\ntap 下一步\ntype " +
              opinion[0].bytes + "\n");
  CheckThere(terminal, opinion);
  terminal.Do("tap 下一步\ntap 群众\ntap 下一步\ntap 没错，登记\nwait-for 用手机接着说 30\n");
  leave(opinion);
  const std::vector<Planted> wish = {{"wish", "盼一台能调高矮的缝纫机"}};
  terminal.Do("tap 微心愿\ntap 我有心愿\ntype " + wish[0].bytes + "\n");
  CheckThere(terminal, wish);
  terminal.Do(
      "tap 下一步\ntap 我自己的\ntap 下一步\ntap 示例村\ntap 下一步\ntap 下一步\n"
      "tap 没错，登记\nwait-for 心愿记下了 60\n");
  leave(wish);

  // Somebody who goes away in the middle.
  const std::vector<Planted> left = {{"left", "院墙外头那口老井没有盖"}};
  terminal.Do("tap 我要反映\ntap 道路桥梁\ntap 示例村\ntap 下一步\ntype " + left[0].bytes + "\n");
  CheckThere(terminal, left);
  terminal.Do("advance 200\n" + kAtHome);
  CheckGone(terminal, left);
}

TEST_CASE("after a manager's visit neither card, PIN nor key are in the terminal's memory") {
  if (!MayLook()) return;
  WatchedStation station;
  LiveTerminal& terminal = *station.terminal;
  const std::vector<Planted> card = {{"card", station.badge.substr(station.badge.size() - 24)}};
  const std::vector<Planted> secret = {{"PIN", kClerkPin}, {"seed", station.Seed(), false}};
  terminal.Do("tap 管理\nscan " + station.badge + "\nwait-for 请输入密码 30\n");
  CheckThere(terminal, card);
  terminal.Do("type " + kClerkPin + "\n");
  CheckThere(terminal, {secret[0]});
  terminal.Do("tap 打开\nwait-for 月度轮值 60\n");
  CheckThere(terminal, {secret[1]});
  terminal.Do("tap 回首页\n" + kAtHome);
  CheckGone(terminal, secret);
  CheckGone(terminal, card);
}

TEST_CASE("after a member's desk neither what was written nor card, PIN or key are in memory") {
  if (!MayLook()) return;
  WatchedStation station;
  LiveTerminal& terminal = *station.terminal;
  const std::vector<Planted> card = {{"card", station.badge.substr(station.badge.size() - 24)}};
  const std::vector<Planted> secret = {{"PIN", kClerkPin}, {"seed", station.Seed(), false}};
  const std::string to_pin = "tap 我的履职\nscan " + station.badge + "\nwait-for 请输入密码 30\n";
  const std::string to_words = "type " + kClerkPin +
                               "\ntap 打开\nwait-for 记一件事 60\ntap 记一件事\ntap 上门入户\n"
                               "tap 在哪里\ntap 示例村\ntap 好了\ntap 说了些什么\n";
  const std::vector<Planted> filed = {{"filed", "后坡两户的腌菜缸冻裂了口"}};
  terminal.Do(to_pin);
  CheckThere(terminal, card);
  terminal.Do(to_words + "type " + filed[0].bytes + "\n");
  CheckThere(terminal, filed);
  CheckThere(terminal, {secret[1]});
  terminal.Do("tap 好了\ntap 记好了\nwait-for 再记一件 30\ntap 回我的履职\nwait-for 今年积分 60\n" +
              ("tap 办完了\n" + kAtHome));
  CheckGone(terminal, filed);
  CheckGone(terminal, secret);
  CheckGone(terminal, card);

  // Somebody who is called away in the middle: kept for them, sealed.
  const std::vector<Planted> begun = {{"begun", "老水车的木轴该换榆木的了"}};
  terminal.Do(to_pin + to_words + "type " + begun[0].bytes + "\n");
  CheckThere(terminal, begun);
  terminal.Do("advance 200\n" + kAtHome);
  CheckGone(terminal, begun);
  CheckGone(terminal, secret);
}

TEST_CASE("after a request was read and answered at the desk, nothing of it is in memory") {
  if (!MayLook()) return;
  WatchedStation station;
  LiveTerminal& terminal = *station.terminal;
  const std::vector<Planted> asked = {{"asked", "磨坊后头的石阶裂了两级"}};
  const std::vector<Planted> said = {{"said", "石匠后天带灰浆来补石阶"}};
  terminal.Do("tap 我要反映\ntap 道路桥梁\ntap 示例村\ntap 下一步\ntype " + asked[0].bytes +
              "\ntap 下一步\ntap 不留姓名\ntap 下一步\ntap 这些也让委员看\ntap "
              "我知道了，同意\n"
              "tap 下一步\ntap 没错，登记\nwait-for 已经记下了 60\ntap 完成\n" +
              kAtHome);
  CheckGone(terminal, asked);
  const std::string to_request = "tap 我的履职\nscan " + station.badge +
                                 "\nwait-for 请输入密码 30\ntype " + kClerkPin +
                                 "\ntap 打开\nwait-for 1 件诉求还没答复 60\ntap 群众诉求\n"
                                 "tap 示例村 · 道路桥梁\nwait-for 磨坊后头 30\n";
  terminal.Do(to_request);
  CheckThere(terminal, asked);
  terminal.Do("tap 答复\ntap 怎么办\ntap 当场答复\ntap 说给乡亲的话\ntype " + said[0].bytes + "\n");
  CheckThere(terminal, said);
  // Called away in the middle: kept for them, sealed.
  terminal.Do("advance 200\n" + kAtHome);
  CheckGone(terminal, asked);
  CheckGone(terminal, said);
  terminal.Do(to_request + "wait-for 上次没写完 30\ntap 接着写\ntap 说给乡亲的话\n");
  CheckThere(terminal, said);
  terminal.Do(
      "tap 好了\ntap 答复好了\nwait-for 答复记下了 30\ntap 看这件事\nwait-for 已答复 30\n"
      "tap 上一步\ntap 上一步\nwait-for 今年积分 60\ntap 办完了\n" +
      kAtHome);
  CheckGone(terminal, asked);
  CheckGone(terminal, said);
}

TEST_CASE("who goes from the desk to fill in for a villager leaves nothing of either in memory") {
  if (!MayLook()) return;
  WatchedStation station;
  LiveTerminal& terminal = *station.terminal;
  const std::vector<Planted> asked = {{"asked", "磨坊后头的石阶裂了两级"}};
  const std::vector<Planted> told = {{"told", "晒场边上的电线杆歪向屋顶"}};
  terminal.Do("tap 我要反映\ntap 道路桥梁\ntap 示例村\ntap 下一步\ntype " + asked[0].bytes +
              "\ntap 下一步\ntap 不留姓名\ntap 下一步\ntap 这些也让委员看\ntap "
              "我知道了，同意\n"
              "tap 下一步\ntap 没错，登记\nwait-for 已经记下了 60\ntap 完成\n" +
              kAtHome + "tap 我的履职\nscan " + station.badge + "\nwait-for 请输入密码 30\ntype " +
              kClerkPin +
              "\ntap 打开\nwait-for 1 件诉求还没答复 60\ntap 群众诉求\n"
              "tap 示例村 · 道路桥梁\nwait-for 磨坊后头 30\n");
  CheckThere(terminal, asked);
  terminal.Do(
      "tap 上一步\ntap 上一步\nwait-for 今年积分 60\ntap 帮群众填\nwait-for 饮水水利 30\n"
      "tap 饮水水利\ntap 示例村\ntap 下一步\ntype " +
      told[0].bytes + "\n");
  CheckGone(terminal, asked);
  CheckThere(terminal, told);
  terminal.Do(
      "tap 下一步\ntap 不留姓名\ntap 下一步\ntap 我知道了，同意\ntap 下一步\n"
      "expect 示例甲\ntap 念给我听过了，没错\ntap 没错，登记\nwait-for 已经记下了 60\ntap 完成\n" +
      kAtHome);
  CheckGone(terminal, told);
}

TEST_CASE("after voice and photo of a request were opened at the desk, neither is in memory") {
  if (!MayLook()) return;
  const std::string picture = std::string(STUDIO_SOURCE_DIR) + "/assets/pictures/home.png";
  WatchedStation station({"--microphone", "test", "--camera", "file:" + picture});
  LiveTerminal& terminal = *station.terminal;
  terminal.Do(
      "tap 我要反映\ntap 道路桥梁\ntap 示例村\ntap 下一步\ntap 拍张照片\nwait-for 对准 30\n"
      "tap 拍照\nwait-for 就用这张 30\ntap 就用这张\ntap 说话\ntap 点一下，开始说\n"
      "wait-for 0:06 60\ntap 说完了，点一下\nwait-for 听一遍 60\ntap 下一步\ntap 不留姓名\n"
      "tap 下一步\ntap 这些也让委员看\ntap 我知道了，同意\ntap 下一步\ntap "
      "没错，登记\n"
      "wait-for 已经记下了 60\ntap 完成\n" +
      kAtHome);
  const auto [voice, photo] = station.Opened("request");
  const std::vector<Planted> heard = {{"voice", voice.substr(voice.size() * 3 / 4, 32), false}};
  CheckGone(terminal, {{"voice's end", voice.substr(voice.size() - 40, 32), false}});
  const std::vector<Planted> seen = {PixelsOf(photo)};
  CheckGone(terminal, heard);
  CheckGone(terminal, seen);
  const std::string to_request = "tap 我的履职\nscan " + station.badge +
                                 "\nwait-for 请输入密码 30\ntype " + kClerkPin +
                                 "\ntap 打开\nwait-for 1 件诉求还没答复 60\ntap 群众诉求\n"
                                 "tap 示例村 · 道路桥梁\nwait-for 听录音 30\n";
  const auto open = [&] {
    terminal.Do(to_request + "tap 照片 1\nwait-for 上一步 30\n");
    CheckThere(terminal, seen);
    terminal.Do("tap 上一步\n");
    std::smatch hear;
    const std::string shown = terminal.Printed();
    REQUIRE_MESSAGE(std::regex_search(shown, hear, std::regex("听录音 \\d:\\d\\d")), shown);
    terminal.Do("tap " + hear.str() + "\nwait-for 不听了 0:01 30\n");
    CheckThere(terminal, heard);
  };
  // Left by its buttons while it sounds, then by the clock with the photo large.
  open();
  terminal.Do("tap 上一步\ntap 上一步\nwait-for 今年积分 60\ntap 办完了\n" + kAtHome);
  CheckGone(terminal, heard);
  CheckGone(terminal, seen);
  open();
  terminal.Do("tap 照片 1\nadvance 200\n" + kAtHome);
  CheckGone(terminal, heard);
  CheckGone(terminal, seen);
}

TEST_CASE("after voice and photo were written up, left and filed, neither is in memory") {
  if (!MayLook()) return;
  const std::string picture = std::string(STUDIO_SOURCE_DIR) + "/assets/pictures/home.png";
  WatchedStation station({"--microphone", "test", "--camera", "file:" + picture});
  LiveTerminal& terminal = *station.terminal;
  const std::string to_desk = "tap 我的履职\nscan " + station.badge +
                              "\nwait-for 请输入密码 30\ntype " + kClerkPin + "\ntap 打开\n";
  const auto to_added = [&] {
    if (terminal.Printed().find("录音和照片") == std::string::npos) terminal.Do("tap 往下翻\n");
    terminal.Do("tap 录音和照片\n");
  };
  terminal.Do(to_desk +
              "wait-for 记一件事 60\ntap 记一件事\ntap 上门入户\ntap 在哪里\ntap 示例村\n"
              "tap 好了\n");
  to_added();
  terminal.Do(
      "tap 点一下，开始说\nwait-for 0:04 60\ntap 说完了，点一下\nwait-for 听一遍 60\ntap 拍照\n"
      "wait-for 对准 30\ntap 拍照\nwait-for 就用这张 30\ntap 就用这张\nadvance 200\n" +
      kAtHome);
  // Kept for them, sealed: opened once more, heard, seen, and filed.
  terminal.Do(to_desk + "wait-for 上次没写完 60\ntap 接着写\n");
  to_added();
  terminal.Do(
      "tap 听一遍\nwait-for 0:01 30\ntap 好了\ntap 记好了\nwait-for 再记一件 30\n"
      "tap 回我的履职\nwait-for 今年积分 60\ntap 办完了\n" +
      kAtHome);
  const auto [voice, photo] = station.Opened("activity");
  CheckGone(terminal, {{"voice", voice.substr(voice.size() * 3 / 4, 32), false}});
  CheckGone(terminal, {{"voice's end", voice.substr(voice.size() - 40, 32), false}});
  CheckGone(terminal, {PixelsOf(photo)});
  CheckGone(terminal, {{"photo", photo.substr(photo.size() / 2, 32), false}});
}

TEST_CASE("after lines of the ledger were read and written from, nothing of it is in memory") {
  if (!MayLook()) return;
  WatchedStation station;
  LiveTerminal& terminal = *station.terminal;
  const std::vector<Planted> asked = {{"line", "磨刀石后头的水闸锈死了"}};
  const std::vector<Planted> heard = {{"heard", "来电说秧田缺了三天水"}, {"caller", "示例上官"}};
  const std::vector<Planted> written = {{"title", "关于检修水闸的信息"},
                                        {"situation", "闸板锈死放不下水"},
                                        {"suggestion", "赶在插秧前换闸板"}};
  terminal.Do("tap 我要反映\ntap 道路桥梁\ntap 示例村\ntap 下一步\ntype " + asked[0].bytes +
              "\ntap 下一步\ntap 不留姓名\ntap 下一步\ntap 这些也让委员看\ntap "
              "我知道了，同意\n"
              "tap 下一步\ntap 没错，登记\nwait-for 已经记下了 60\ntap 完成\n" +
              kAtHome);
  const std::string in = "tap 我的履职\nscan " + station.badge + "\nwait-for 请输入密码 30\ntype " +
                         kClerkPin + "\ntap 打开\nwait-for 今年积分 60\ntap 民意台账\n";
  terminal.Do(in + "wait-for 1 条 30\ntap \"示例村 · 道路桥梁\"\nwait-for 磨刀石后头 30\n");
  CheckThere(terminal, asked);
  terminal.Do("tap 上一步\ntap 记一条来电\ntap 谁说的\ntype " + heard[1].bytes +
              "\ntap 好了\ntap 哪个村\ntap 示例村\ntap 说了什么\ntype " + heard[0].bytes + "\n");
  CheckThere(terminal, heard);
  terminal.Do(
      "tap 好了\ntap 记好了\nwait-for 已经在台账上 30\ntap 回台账\nwait-for 2 条 30\n"
      "tap \"选\"\ntap 写成信息（1 条）\ntap 题目\ntype " +
      written[0].bytes + "\ntap 好了\ntap 情况\ntype " + written[1].bytes +
      "\ntap 好了\ntap 建议\ntype " + written[2].bytes + "\ntap 好了\n");
  CheckThere(terminal, written);
  terminal.Do(
      "tap 写好了，登记\nwait-for 登记好了 30\ntap 回台账\nwait-for 已写成信息 30\ntap 我写的\n"
      "tap 关于检修水闸\nexpect 赶在插秧前\ntap 上一步\ntap 上一步\ntap 上一步\n"
      "wait-for 今年积分 60\ntap 办完了\n" +
      kAtHome);
  CheckGone(terminal, asked);
  CheckGone(terminal, heard);
  CheckGone(terminal, written);

  // Somebody who is called away in the middle: kept for them, sealed.
  const std::vector<Planted> begun = {{"begun", "老油坊的大梁要撑一撑"}};
  terminal.Do(in + "tap 写信息\ntap 分析\ntype " + begun[0].bytes + "\n");
  CheckThere(terminal, begun);
  terminal.Do("advance 200\n" + kAtHome);
  CheckGone(terminal, begun);
}

TEST_CASE("after a handover was written and read, nothing of it is in the terminal's memory") {
  if (!MayLook()) return;
  DutyDay day;
  const std::string leaving = day.TextOf(day.Badge("m01"));
  const std::string coming = day.TextOf(day.Badge("m09", {"--pin", kClerkPin}));
  day.Tell(nlohmann::json::array());  // the key wrapped for that card comes by the feed
  LiveTerminal terminal(day.village, day.terminal);
  const std::vector<Planted> words = {{"handover", "给河湾边的老裁缝回电说布样找着了"}};
  terminal.Do(day.AdvanceTo("08:20") + kAtHome + "scan " + leaving +
              "\nwait-for 今日值班，签到成功 60\ntap 完成\n" + kAtHome + Later(4200) + "scan " +
              leaving +
              "\nwait-for 您要走了吗 60\ntap 签退\nwait-for 有，写下来 60\ntap 有，写下来\n" +
              "type " + words[0].bytes + "\ntap 待回电\n");
  CheckThere(terminal, words);
  terminal.Do("tap 交给下一班\nwait-for 下一班一签到 60\ntap 完成\n" + kAtHome);
  CheckGone(terminal, words);

  terminal.Do("scan " + coming + "\nwait-for 输入密码 60\ntap 输入密码\ntype " + kClerkPin + "\n");
  CheckThere(terminal, {{"PIN", kClerkPin}});
  terminal.Do("tap 看留下的话\nwait-for 老裁缝 60\n");
  CheckThere(terminal, words);
  terminal.Do("tap 看过了\ntap 完成\n" + kAtHome);
  CheckGone(terminal, words);
  CheckGone(terminal, {{"PIN", kClerkPin}});
}

}  // namespace studio::e2e
