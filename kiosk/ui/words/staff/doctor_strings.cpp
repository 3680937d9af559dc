#include "ui/words/staff/doctor_strings.h"

#include "app/station/health.h"
#include "ui/words/staff/link_strings.h"

namespace studio::say {
namespace {

constexpr std::int64_t kDayS = 24 * 3600, kToldBeforeDays = 60;
constexpr std::int64_t kFirstSaneS = 1'767'225'600;  // 2026-01-01: no program is older

struct Sentence {
  Wellness wellness = Wellness::kGood;
  std::string found, to_do;
};

Sentence FolderOf(const ExaminationFacts& facts) {
  switch (facts.folder) {
    case FolderCondition::kGood:
      return {Wellness::kGood,
              facts.running ? "已经开通，程序正在运行" : "已经开通，程序没有在运行", ""};
    case FolderCondition::kMissing:
      return {Wellness::kBad, "没有这个数据文件夹",
              "请核对 --data 后面写的位置；装好的机器是 /var/lib/studio-kiosk/terminal"};
    case FolderCondition::kNotEnrolled:
      return {Wellness::kBad, "这台机器还没有开通",
              "请向{county}要一个开通码，按安装手册“开通”那一步做"};
    case FolderCondition::kDamagedIdentity:
      return {Wellness::kBad, "密钥和开通资料对不上，或者有一样坏了",
              "请不要删任何东西。用备份里的 terminal.key、identity.json、ca.pem "
              "三个文件换回来；没有备份，请{county}停用这个机号，另发开通码重新开通"};
    case FolderCondition::kNotReadable:
      return {Wellness::kBad, "密钥打不开，当前用户没有权限",
              "请用 studio-kiosk 这个用户来查：runuser -u studio-kiosk -- studio-kiosk doctor …"};
  }
  return {};
}

Sentence DatabaseOf(DatabaseCondition database) {
  switch (database) {
    case DatabaseCondition::kGood:
      return {Wellness::kGood, "数据库完好", ""};
    case DatabaseCondition::kNone:
      return {Wellness::kGood, "还没有数据库，第一次开机时自动建立", ""};
    case DatabaseCondition::kDamaged:
      return {Wellness::kBad, "数据库坏了",
              "请重新开机，程序会把没坏的都救回来，坏的那份留着；再请查磁盘，多半要换"};
    case DatabaseCondition::kNewer:
      return {Wellness::kBad, "数据库是更新的程序写的，没有动它", "请装回新程序"};
  }
  return {};
}

Sentence DiskOf(const StorageState& storage) {
  if (storage.total_bytes == 0) return {Wellness::kBad, "看不了磁盘还有多少地方", "请查磁盘"};
  const std::string room = RoomText(storage);
  switch (ShortageOf(storage)) {
    case Shortage::kNone:
      return {Wellness::kGood, room, ""};
    case Shortage::kNoPhotos:
      return {Wellness::kAttention, room + "，已不收照片", "请腾出地方，或换大一点的盘"};
    case Shortage::kNoVoice:
      return {Wellness::kAttention, room + "，已不收照片和录音", "请腾出地方，或换大一点的盘"};
    case Shortage::kNoRequests:
      break;
  }
  return {Wellness::kBad, room + "，已不收登记", "请马上腾出地方"};
}

Sentence WritingOf(const StorageState& storage) {
  if (storage.canary_good) return {Wellness::kGood, "写进去的读得回来", ""};
  return {Wellness::kBad, "写不进去，或者读回来的不对",
          "磁盘满了就腾地方；没有满，就是磁盘要坏了，请尽快换"};
}

Sentence MissingFiles(const std::vector<std::string>& missing, View whole, View lacking,
                      View to_do) {
  if (missing.empty()) return {Wellness::kGood, std::string(whole), ""};
  return {Wellness::kBad, std::string(lacking) + "：" + missing.front(), std::string(to_do)};
}

Sentence DeviceOf(DeviceCondition device, View name, View option) {
  switch (device) {
    case DeviceCondition::kGood:
      return {Wellness::kGood, "接好了", ""};
    case DeviceCondition::kNotWanted:
      return {Wellness::kAbsent, "没有要用" + std::string(name),
              "要用的话，在 /etc/default/studio-kiosk 里写上 " + std::string(option)};
    case DeviceCondition::kMissing:
      return {Wellness::kBad, "找不到" + std::string(name), "请看线插好没有，换个插口再试"};
    case DeviceCondition::kNoAccess:
      return {Wellness::kBad, std::string(name) + "在，但是程序没有权限用",
              "请用 studio-kiosk 这个用户来查；还不行，请重装 studio-kiosk 包"};
  }
  return {};
}

Sentence LineOf(const LineFacts& line, const std::string& server) {
  const std::string said = line.detail.empty() ? "" : "（" + line.detail + "）";
  switch (line.condition) {
    case LineCondition::kGood:
      return {Wellness::kGood, "连得上 " + server, ""};
    case LineCondition::kUnreachable:
      return {Wellness::kBad, "连不上 " + server + said,
              "请看网线和路由器；都好的话，请{county}看看服务器开着没有。登记照收，网通了自己传"};
    case LineCondition::kNotTheCounty:
      return {Wellness::kBad, server + " 那头答话的不是{county}的服务器" + said,
              "请看路由器是不是要先登录；再请{county}看看，那个端口是不是给别的程序占了"};
    case LineCondition::kOtherCertificate:
      return {Wellness::kBad, server + " 的证书不是{county}发的，或者写的不是这个名字" + said,
              "请{county}查证书：county-stub certificate；端口也可能给别处的服务器占了"};
    case LineCondition::kCertificateDates:
      return {Wellness::kBad, server + " 的证书日期不对" + said,
              "先看本机的日期对不对；日期对，请{county}续证书：county-stub certificate --renew"};
    case LineCondition::kOtherName:
      return {Wellness::kBad, "{county}的服务器不知道自己叫 " + server + said,
              "请{county}在服务器的 /etc/default/county-stub 里写上 --authority 和这个名字"};
    case LineCondition::kRefused:
      return {Wellness::kBad, "{county}的服务器不认这台机器" + said,
              "请问{county}这个机号是不是停用了；停用了，要一个开通码重新开通"};
  }
  return {};
}

Sentence ClockOf(const ExaminationFacts& facts) {
  if (facts.now_s < kFirstSaneS) {
    return {Wellness::kBad, "本机日期早于程序本身，多半是主板电池没电了",
            "请接上网对时，再换主板电池"};
  }
  if (!facts.line || !facts.line->clock_offset_ms) {
    return {Wellness::kAttention, "没有问到{county}的时间，不知道准不准", "连上网后再查一次"};
  }
  LinkState link;
  link.last_exchange_ms = 1;
  link.clock_offset_ms = *facts.line->clock_offset_ms;
  switch (ClockLevel(link)) {
    case HealthLevel::kBad:
      return {Wellness::kBad, ClockLine(link),
              "请校准：timedatectl set-ntp true。登记照收，时间以{county}的为准"};
    case HealthLevel::kAttention:
      return {Wellness::kAttention, ClockLine(link), "请打开自动对时：timedatectl set-ntp true"};
    default:
      return {Wellness::kGood, ClockLine(link), ""};
  }
}

Sentence CertificateOf(const LineFacts& line, std::int64_t now_s) {
  if (!line.certificate_end_s) return {Wellness::kAttention, "没有看到证书", "连上网后再查一次"};
  const std::int64_t days = (*line.certificate_end_s - now_s) / kDayS;
  if (*line.certificate_end_s <= now_s) {
    return {Wellness::kBad, "{county}服务器的证书过期了",
            "请{county}马上续：county-stub certificate --renew"};
  }
  const std::string left = "{county}服务器的证书还有 " + std::to_string(days) + " 天";
  if (days > kToldBeforeDays) return {Wellness::kGood, left, ""};
  return {Wellness::kAttention, left, "请{county}续：county-stub certificate --renew"};
}

}  // namespace

Diagnosis Diagnose(const ExaminationFacts& facts) {
  Diagnosis all;
  const View county = facts.county_name.empty() ? View("政协") : View(facts.county_name);
  const auto add = [&](const char* code, View name, const Sentence& sentence) {
    all.push_back({code, std::string(name), sentence.wellness,
                   Fill(sentence.found, {{"county", county}}),
                   Fill(sentence.to_do, {{"county", county}})});
  };
  add("enrolment", "开通和密钥", FolderOf(facts));
  if (facts.folder != FolderCondition::kMissing) {
    add("database", "数据库", DatabaseOf(facts.database));
    add("disk", "磁盘", DiskOf(facts.storage));
    add("writing", "读写检查", WritingOf(facts.storage));
  }
  add("clock", "时钟", ClockOf(facts));
  if (facts.line) {
    add("line", "线路", LineOf(*facts.line, facts.server));
    add("certificate", "证书", CertificateOf(*facts.line, facts.now_s));
  }
  add("program", "程序",
      facts.annex ? Sentence{Wellness::kGood, "程序齐全", ""}
                  : Sentence{Wellness::kBad, "程序少了一半，不能输入也不能上传",
                             "请重装：apt-get install --reinstall studio-kiosk"});
  add("fonts", "字体",
      MissingFiles(facts.missing_fonts, "字体齐全", "少了字体",
                   "请装上：apt-get install fonts-noto-cjk fonts-material-design-icons-iconfont"));
  add("input", "输入法",
      MissingFiles(
          facts.missing_input, "词库和手写库齐全", "少了文件",
          "请重装：apt-get install --reinstall studio-kiosk tegaki-zinnia-simplified-chinese"));
  add("camera", "摄像头", DeviceOf(facts.camera, "摄像头", "--camera device:auto"));
  add("microphone", "话筒", DeviceOf(facts.microphone, "话筒", "--microphone default"));
  add("printer", "打印机",
      DeviceOf(facts.printer, "打印机", "--printer device:/dev/studio-printer"));
  add("scanner", "扫码枪",
      facts.scanner
          ? Sentence{Wellness::kGood, "接着能打字的 USB 设备（扫码枪或键盘）", ""}
          : Sentence{Wellness::kAbsent, "没有接扫码枪", "要用的话插上就行；摄像头也能扫码"});
  return Sorted(std::move(all));
}

}  // namespace studio::say
