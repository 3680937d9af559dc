#include "ui/words/staff/link_strings.h"

#include <algorithm>
#include <cstdlib>

namespace studio::say {
namespace {

std::string Count(View pattern, std::int64_t n) { return Fill(pattern, {{"n", Number(n)}}); }

std::string Phone(const Station& station) {
  const std::string& phone =
      station.county.phone.empty() ? station.studio.phone : station.county.phone;
  return phone.empty() ? std::string() : "（" + phone + "）";
}

std::string WithCounty(View pattern, const Station& station) {
  return Fill(pattern, {{"county", CountyName(station)}, {"phone", Phone(station)}});
}

std::string Grouped(const std::string& receipt) {
  const auto number = ReceiptNumber::Parse(receipt);
  return number ? number->Grouped() : receipt;
}

View KindName(RecordKind kind) {
  switch (kind) {
    case RecordKind::kRequest:
      return "群众诉求";
    case RecordKind::kOpinion:
      return "意见";
    case RecordKind::kInformation:
      return "社情民意信息";
    case RecordKind::kCheckIn:
      return "签到";
    case RecordKind::kHandover:
      return "交接";
    case RecordKind::kActivity:
      return "履职活动";
    case RecordKind::kRating:
      return "满意度";
    case RecordKind::kWish:
      return "微心愿";
    case RecordKind::kRosterChange:
      return "排班改动";
    case RecordKind::kWithdrawal:
      return "撤回";
    case RecordKind::kMemberReply:
      return "委员答复";
    case RecordKind::kCoauthor:
      return "同去确认";
    case RecordKind::kReview:
      return "审核意见";
    case RecordKind::kYearClosing:
      return "年度封账";
    case RecordKind::kProposalRating:
      return "提案评价";
  }
  return "记录";
}

View RefusalWords(Refusal code) {
  switch (code) {
    case Refusal::kPlace:
      return "签名对不上，多半是磁盘出过错";
    case Refusal::kOtherTerminal:
      return "它是另一台机器的";
    case Refusal::kHeader:
      return "开头读不出，多半是磁盘出过错";
    case Refusal::kBodyDigest:
      return "内容和签名对不上，多半是磁盘出过错";
    case Refusal::kBody:
      return "{county}看不懂内容，多半是两边程序版本不同";
    case Refusal::kIdTaken:
      return "{county}已有另一件同号的";
    case Refusal::kOtherStudio:
      return "这个班是别的工作室的，本机改不了";
    case Refusal::kNoRecord:
      return "{county}不知道它属于哪一件";
    case Refusal::kAltered:
      return "传到那边就变了样";
    case Refusal::kFileDamaged:
      return "存在本机的文件坏了";
    case Refusal::kFileGone:
      return "存在本机的文件不见了";
    case Refusal::kFileUnreadable:
      return "存在本机的文件读不出来";
    case Refusal::kRecordRefused:
      return "它那一件没传成功";
    case Refusal::kWordsLost:
      return "本机磁盘坏过，内容没有了";
    case Refusal::kOther:
      break;
  }
  return "";
}

std::string Percent(const StorageState& storage) {
  return Number(static_cast<std::int64_t>(storage.free_bytes / (storage.total_bytes / 100 + 1)));
}

View FaultWords(Fault fault) {
  switch (fault) {
    case Fault::kNone:
      return "数据库好好的";
    case Fault::kStorageFull:
      return "磁盘满了，登记不了。请腾出地方或换块盘，腾好会自动恢复";
    case Fault::kStorageBroken:
      return "磁盘写不进去，登记不了。请查磁盘，多半要换";
    case Fault::kDatabaseSalvaged:
      return "数据库坏过，没坏的都救回来了，坏的那份留着（最近三份和九十天以内的都留）。请联系{"
             "county}{phone}看看磁盘";
    case Fault::kNewerDatabase:
      return "数据库是更新的程序写的，没有动它。请装回新程序";
    case Fault::kNotEnrolled:
      return "这台机器还没有登记到{county}";
    case Fault::kCrashing:
      return "程序接连中断，请把机器重新开关一次。还不行，请联系{county}{phone}";
  }
  return "";
}

std::string DiskWords(const StorageState& storage) {
  if (storage.total_bytes == 0) return "还没有查过";
  const std::string room = RoomText(storage);
  switch (ShortageOf(storage)) {
    case Shortage::kNone:
      return room;
    case Shortage::kNoPhotos:
      return room + "。已不收照片，请腾出地方";
    case Shortage::kNoVoice:
      return room + "。已不收照片和录音，请腾出地方";
    case Shortage::kNoRequests:
      return room + "。已不收登记，请马上腾出地方";
  }
  return room;
}

View DeviceWords(HealthItem item, bool present) {
  if (present) return "接好了";
  switch (item) {
    case HealthItem::kCamera:
      return "没有接：签到用扫码枪，拍不了照片";
    case HealthItem::kMicrophone:
      return "没有接：说不了话，写和点都行";
    default:
      return "没有接：登记单要自己抄或拍";
  }
}

}  // namespace

std::string RotationNow(const KioskState& state) {
  if (state.roster.refused > 0) return Count("{n} 处改动没有办成", state.roster.refused);
  if (state.roster.waiting > 0) return Count("{n} 处改动待确认", state.roster.waiting);
  return "谁来过，缺哪天";
}

std::string UploadNow(const KioskState& state) {
  std::string line;
  if (state.outbox.waiting > 0) line = Count("{n} 件待上传", state.outbox.waiting);
  if (state.outbox.set_aside > 0) {
    line += (line.empty() ? "" : "，") + Count("{n} 件未传成功", state.outbox.set_aside);
  }
  if (!line.empty()) return line;
  return state.link.last_exchange_ms == 0 ? "没有要传的" : "都传上去了";
}

std::string CarryNow(const KioskState& state) {
  if (state.outbox.waiting > 0) return Count("有 {n} 件可以带走", state.outbox.waiting);
  return "不通网，用U盘";
}

std::string HealthNow(int troubles) {
  return troubles == 0 ? std::string(kAllWell) : Count(kTroubles, troubles);
}

std::string LinkTitle(const KioskState& state) {
  const Station& station = *state.station;
  switch (state.link.condition) {
    case LinkCondition::kStarting:
      return WithCounty("正在连{county}", station);
    case LinkCondition::kConnected:
      return WithCounty("连着{county}", station);
    case LinkCondition::kOffline:
      return WithCounty("连不上{county}", station);
    case LinkCondition::kRefused:
      return WithCounty("{county}不认这台机器", station);
    case LinkCondition::kUntrusted:
      return WithCounty("那头不像是{county}", station);
    case LinkCondition::kClockWrong:
      return WithCounty("连着{county}，时钟不对", station);
  }
  return {};
}

std::string LinkAdvice(const KioskState& state) {
  const Station& station = *state.station;
  switch (state.link.condition) {
    case LinkCondition::kStarting:
      return "刚开机，请稍等";
    case LinkCondition::kConnected:
      return "有新的就马上传";
    case LinkCondition::kOffline:
      return "看看网线和路由器。记下的都在，网通了自己传，也可以用U盘送";
    case LinkCondition::kRefused:
      return Fill(
          "这台机器没有得到{county}的认可。请联系{county}{phone}，说是 {n} 号机。每小时自动再试",
          {{"county", CountyName(station)},
           {"phone", Phone(station)},
           {"n", Number(state.machine.terminal)}});
    case LinkCondition::kUntrusted:
      return WithCounty("看看路由器是不是要先登录；还不行，请联系{county}{phone}", station);
    case LinkCondition::kClockWrong:
      return "照常上传，请校准时钟";
  }
  return {};
}

std::string LastingText(std::int64_t ms) {
  const std::int64_t seconds = std::max<std::int64_t>(ms, 0) / 1000, minutes = seconds / 60,
                     hours = minutes / 60;
  if (minutes == 0) return Fill("{s} 秒", {{"s", Number(seconds)}});
  if (hours == 0) return Fill("{m} 分钟", {{"m", Number(minutes)}});
  if (hours < 24) {
    return Fill("{h} 小时 {m} 分", {{"h", Number(hours)}, {"m", Number(minutes % 60)}});
  }
  return Fill("{d} 天 {h} 小时", {{"d", Number(hours / 24)}, {"h", Number(hours % 24)}});
}

std::string ClockLine(const LinkState& link) {
  const HealthLevel level = ClockLevel(link);
  if (level == HealthLevel::kUnknown) return "还没有对过时间";
  if (level == HealthLevel::kGood) return "走得准";
  const View way = link.clock_offset_ms > 0 ? "本机时钟慢 " : "本机时钟快 ";
  return std::string(way) + LastingText(std::llabs(link.clock_offset_ms));
}

std::string ClockAdvice(const KioskState& state) {
  if (ClockLevel(state.link) != HealthLevel::kBad) return {};
  return WithCounty("请联系{county}{phone}校准。登记和签到照常，时间以{county}的为准",
                    *state.station);
}

std::string ItemName(const SetAsideItem& item) {
  // Whoever helps finds it by the end of its id.
  const std::string number = !item.receipt.empty() ? Grouped(item.receipt)
                             : item.record.size() > 8
                                 ? "…" + item.record.substr(item.record.size() - 8)
                                 : item.record;
  if (!item.attachment.empty()) return "照片或录音 " + number;
  return std::string(KindName(item.kind)) + " " + number;
}

std::string ReasonLine(const SetAsideItem& item, const Station& station) {
  const View words = RefusalWords(item.code);
  return words.empty() ? item.reason : WithCounty(words, station);
}

View CarryFaultTitle(CarryFault fault) {
  switch (fault) {
    case CarryFault::kStickGone:
      return "U盘拔掉了";
    case CarryFault::kStickFull:
      return "U盘满了";
    case CarryFault::kStickLocked:
      return "U盘写不进去";
    case CarryFault::kOtherTerminal:
      return "这是别的机器的";
    case CarryFault::kAltered:
      return "这份文件不对";
    case CarryFault::kNewer:
      return "这份文件太新";
    case CarryFault::kDisk:
      return "本机磁盘出错";
    case CarryFault::kFailed:
      return "没办成";
  }
  return "";
}

View CarryFaultAdvice(CarryFault fault) {
  switch (fault) {
    case CarryFault::kStickGone:
      return "没有弄完。插好U盘，再来一次，记下的都还在";
    case CarryFault::kStickFull:
      return "删掉些东西，或换一个U盘，再来一次";
    case CarryFault::kStickLocked:
      return "它有写保护。拨开小开关，或换一个U盘";
    case CarryFault::kOtherTerminal:
      return "请拿到那台机器上去读。这里什么也没有变";
    case CarryFault::kAltered:
      return "它不全、坏了或被改过，不能用。请再要一份，这里什么也没有变";
    case CarryFault::kNewer:
      return "要先升级这台机器的程序。这里什么也没有变";
    case CarryFault::kDisk:
      return "请看“本机状况”；修好后，同一份文件可以再读";
    case CarryFault::kFailed:
      return "请再来一次；还不行，换一个U盘";
  }
  return "";
}

std::string ExportedLine(const CarriedUp& up, const Station& station) {
  std::string line = up.name + "\n";
  if (up.records + up.attachments == 0) {
    line += WithCounty("里面没有登记，送到{county}，能把那边的新内容带回来", station);
  } else {
    line += Fill("{n} 件，照片录音 {m} 份。送到{county}，记得把回执带回来",
                 {{"n", Number(static_cast<std::int64_t>(up.records))},
                  {"m", Number(static_cast<std::int64_t>(up.attachments))},
                  {"county", CountyName(station)}});
  }
  if (up.left > 0) {
    line += Count("。还有 {n} 件没放下，下次再带", static_cast<std::int64_t>(up.left));
  }
  return line;
}

std::string ImportedTitle(const CarriedDown& down) {
  const auto count = static_cast<std::int64_t>(down.records);
  if (down.records > 0) return Count("{n} 件已收到", count);
  if (down.attachments + down.pages > 0) return "读进来了";
  return "这份读过了";
}

std::string ImportedLine(const CarriedDown& down, const Station& station) {
  if (down.records + down.attachments + down.pages == 0) {
    return WithCounty("{county}的话早就到了，什么也没有变", station);
  }
  std::string line = down.records > 0
                         ? WithCounty("{county}答复了这些；没收的在“上传情况”里", station)
                         : std::string();
  const auto add = [&](const std::string& more) { line += (line.empty() ? "" : "。") + more; };
  if (down.attachments > 0) {
    add(Count("照片录音到了 {n} 份", static_cast<std::int64_t>(down.attachments)));
  }
  if (down.pages > 0) add(WithCounty("{county}的新内容也更新了", station));
  return line;
}

View HealthName(HealthItem item) {
  switch (item) {
    case HealthItem::kFault:
      return "数据库";
    case HealthItem::kDisk:
      return "磁盘";
    case HealthItem::kCanary:
      return "读写检查";
    case HealthItem::kClock:
      return "时钟";
    case HealthItem::kLink:
      return "线路";
    case HealthItem::kSetAside:
      return "上传";
    case HealthItem::kCamera:
      return "摄像头";
    case HealthItem::kMicrophone:
      return "话筒";
    case HealthItem::kPrinter:
      return "打印机";
  }
  return "";
}

std::string HealthLine(HealthFinding finding, const KioskState& state) {
  const StorageState& storage = state.storage;
  switch (finding.item) {
    case HealthItem::kFault:
      return WithCounty(FaultWords(state.fault), *state.station);
    case HealthItem::kDisk:
      return DiskWords(storage);
    case HealthItem::kCanary:
      if (storage.checked_ms == 0) return "还没有查过";
      return storage.canary_good ? "写进去的读得回来" : "写进去的读不回来：磁盘要坏了，请尽快换";
    case HealthItem::kClock: {
      const std::string advice = ClockAdvice(state);
      return ClockLine(state.link) + (advice.empty() ? "" : "。" + advice);
    }
    case HealthItem::kLink:
      return LinkTitle(state) + (finding.level == HealthLevel::kGood ? "" : "，详见“上传情况”");
    case HealthItem::kSetAside:
      return finding.level == HealthLevel::kGood
                 ? "没有未传成功的"
                 : Count("{n} 件未传成功，详见“上传情况”", state.outbox.set_aside);
    case HealthItem::kCamera:
    case HealthItem::kMicrophone:
    case HealthItem::kPrinter:
      return std::string(DeviceWords(finding.item, finding.level == HealthLevel::kGood));
  }
  return {};
}

std::string RoomText(const StorageState& storage) {
  constexpr std::uint64_t kGiga = 1'000'000'000;
  const bool large = storage.free_bytes >= kGiga;
  const auto amount = static_cast<std::int64_t>(storage.free_bytes / (large ? kGiga : 1'000'000));
  return Fill("还剩 {n} {unit}（{p}%）",
              {{"n", Number(amount)}, {"unit", large ? "GB" : "MB"}, {"p", Percent(storage)}});
}

}  // namespace studio::say
