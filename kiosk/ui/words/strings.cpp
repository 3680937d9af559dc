#include "ui/words/strings.h"

#include "shared/base/utf8.h"
#include "ui/words/room_strings.h"

namespace studio::say {

std::string Fill(View pattern, std::initializer_list<std::pair<View, View>> values) {
  std::string out(pattern);
  for (const auto& [name, value] : values) {
    const std::string mark = "{" + std::string(name) + "}";
    for (std::size_t at = 0; (at = out.find(mark, at)) != std::string::npos; at += value.size()) {
      out.replace(at, mark.size(), value);
    }
  }
  return out;
}

std::string Number(std::int64_t value) { return std::to_string(value); }

std::string DayOf(const LocalTime& time) {
  static constexpr View kDays[] = {"日", "一", "二", "三", "四", "五", "六"};
  return Number(time.month) + "月" + Number(time.day) + "日 星期" +
         std::string(kDays[time.weekday]);
}

std::string WhenOf(std::int64_t wall_ms, std::int64_t now_ms) {
  const LocalTime then = LocalTime::At(wall_ms);
  const std::string day = then.Date() == LocalTime::At(now_ms).Date()
                              ? std::string(kToday)
                              : Number(then.month) + "月" + Number(then.day) + "日";
  return day + " " + then.HourMin();
}

View CountyName(const Station& station) {
  return station.county.name.empty() ? View("政协") : View(station.county.name);
}

std::string LinkLine(const LinkState& link, const OutboxSummary& outbox, const Station& station) {
  const std::pair<View, View> county{"county", CountyName(station)};
  const std::string waiting = Number(outbox.waiting_requests);
  const bool connected =
      link.condition == LinkCondition::kConnected || link.condition == LinkCondition::kClockWrong;
  if (connected && station.as_of_ms == 0) return Fill("正在接收{county}的资料", {county});
  switch (link.condition) {
    case LinkCondition::kConnected:
    case LinkCondition::kClockWrong:
      return outbox.waiting_requests > 0
                 ? Fill("已连接{county}，正在传 {n} 件事", {county, {"n", waiting}})
                 : Fill("已连接{county}", {county});
    case LinkCondition::kStarting:
      return Fill("正在连接{county}", {county});
    case LinkCondition::kRefused:
    case LinkCondition::kUntrusted:
      return outbox.waiting_requests > 0
                 ? Fill("暂时没连上{county}，{n} 件先存着", {county, {"n", waiting}})
                 : Fill("暂时没连上{county}，照样可以登记", {county});
    case LinkCondition::kOffline:
      break;
  }
  return outbox.waiting_requests > 0 ? Fill("网络不通，{n} 件先存着，通了就传", {{"n", waiting}})
                                     : "网络不通，照样可以登记";
}

View ProblemLine(RequestProblem problem) {
  switch (problem) {
    case RequestProblem::kChooseCategory:
      return "请先点一个最接近的";
    case RequestProblem::kChoosePlace:
      return "请先点一个村";
    case RequestProblem::kSaySomething:
      return "请先点一句话，或者写几个字";
    case RequestProblem::kGiveName:
      return "请先点一种；要留姓名，请写上姓名";
    case RequestProblem::kPhoneDigits:
      return "电话号码不对，应该是 7 到 12 位数字；也可以不填";
    case RequestProblem::kTooManyRepresentatives:
      return "代表写多了：最多五位，也不能比人数多。请去掉几位。";
    case RequestProblem::kAgreeFirst:
      return "同意请打勾；不同意就不登记，可以找委员当面说";
    case RequestProblem::kAgreeSensitive:
      return "请每一样点一下：可以记，或者不要记";
    case RequestProblem::kReadBackFirst:
      return "请委员念一遍，您听了没错再点";
    case RequestProblem::kStorageFull:
      return "没能登记上，内容还在。请再点一次，还不行就找值班委员。";
    case RequestProblem::kStorageFailed:
      return "没能记下来，内容还在。请再点一次。";
  }
  return "";
}

View ModeName(WritingMode mode) {
  switch (mode) {
    case WritingMode::kSentences:
      return "选一句";
    case WritingMode::kVoice:
      return "说话";
    case WritingMode::kInk:
      return "手写";
    case WritingMode::kPinyin:
      return "拼音";
    case WritingMode::kStroke:
      return "笔画";
    case WritingMode::kDigits:
      return "数字";
  }
  return {};
}

View NotWorkingWhy(WritingMode mode) {
  switch (mode) {
    case WritingMode::kVoice:
      return "这台机器没有接话筒，录不了音";
    case WritingMode::kInk:
      return "这台机器还不能手写";
    case WritingMode::kPinyin:
      return "这台机器还不能打拼音";
    case WritingMode::kStroke:
      return "这台机器还不能打笔画";
    case WritingMode::kSentences:
    case WritingMode::kDigits:
      break;
  }
  return {};
}

std::string AddedLine(const RequestFlow& flow) {
  std::string out;
  if (!flow.FilesAttachments()) return out;
  if (flow.voice()) {
    out = Fill("录音 {time}", {{"time", LengthOf(flow.voice()->ref().length_ms)}});
  }
  if (!flow.photos().empty()) {
    if (!out.empty()) out += "，";
    out += Fill("{n} 张照片", {{"n", Number(static_cast<std::int64_t>(flow.photos().size()))}});
  }
  return out;
}

std::string VisibilityName(Visibility visibility, const Station& station) {
  switch (visibility) {
    case Visibility::kNamed:
      return std::string(kNamed);
    case Visibility::kMembersOnly:
      return Fill(kCountyOnly, {{"county", CountyName(station)}});
    case Visibility::kAnonymous:
      return std::string(kAnonymous);
  }
  return {};
}

std::string NumberedNames(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    out += (i == 0 ? "" : "  ") + Number(static_cast<std::int64_t>(i + 1)) + ". " + names[i];
  }
  return out;
}

std::string StateName(ReceiptState state, const Station& station) {
  switch (state) {
    case ReceiptState::kWaiting:
      return "已登记，待上传";
    case ReceiptState::kReceived:
      return std::string(CountyName(station)) + "已收到";
    case ReceiptState::kSetAside:
      return std::string(kStepSetAside);
    case ReceiptState::kWithdrawn:
      return std::string(kWithdrawn);
  }
  return "";
}

std::string SensitiveName(const SensitivePart& part) {
  if (!part.name.empty()) return part.name;
  if (part.kind == "health") return "身体和看病的事";
  if (part.kind == "disability") return "残疾的事";
  if (part.kind == "money") return "家里钱款的事";
  if (part.kind == "children") return "孩子的事";
  return "自家的事";
}

namespace {

constexpr std::size_t kQuoted = 30;  // characters that are enough to know one's own words again

std::string FirstCharacters(const std::string& text, std::size_t most) {
  std::size_t at = 0;
  for (std::size_t n = 0; n < most && at < text.size(); ++n) NextCodePoint(text, at);
  return at < text.size() ? text.substr(0, at) + "……" : text;
}

}  // namespace

std::string SensitiveQuote(const SensitivePart& part, const RequestFlow& flow) {
  std::string out;
  for (const std::string& sentence : part.sentences) out += sentence;
  while (out.ends_with('\n')) out.pop_back();
  if (!out.empty()) out = "“" + FirstCharacters(out, kQuoted) + "”";
  if (!part.spoken) return out;
  const auto add = [&](bool there, View words) {
    if (there) out += (out.empty() ? "" : "；") + std::string(words);
  };
  add(flow.voice() != nullptr, kSaidVoice);
  add(!flow.photos().empty(), kSaidPhotos);
  return out;
}

std::string LeftOutLine(const RequestFlow& flow) {
  if (flow.LeftOut().empty()) return {};
  std::string out;
  const bool nothing = flow.FiledWords().find_first_not_of(" \n") == std::string::npos;
  const bool added = flow.FilesAttachments() && (flow.voice() || !flow.photos().empty());
  if (nothing && !added) return std::string(kLeftOutAll);
  if (flow.FiledWords() != flow.words().Finished()) out = kLeftOutWords;
  if (flow.FilesAttachments()) return out;
  std::string what(flow.voice() ? View("录音") : View());
  if (!flow.photos().empty()) what += (what.empty() ? "" : "、") + std::string("照片");
  return out + (out.empty() ? "" : "；") + Fill(kLeftOutAdded, {{"what", what}});
}

View ProblemLine(VoiceProblem problem) {
  switch (problem) {
    case VoiceProblem::kAbsent:
      return "没有接话筒，这里说不了话。别的办法都能用。";
    case VoiceProblem::kLost:
      return "话筒断开了，刚才的没有留下。请再说一遍，或者换个办法。";
    case VoiceProblem::kLostKept:
      return "话筒断开了，前面说的已经留下";
    case VoiceProblem::kSilent:
      return "没有录到声音，什么也没有记。请靠近些再说一遍，或者改用手写、拼音。";
    case VoiceProblem::kTooShort:
      return "说得太短，没有留下。请再点一下，慢慢说。";
    case VoiceProblem::kFull:
      return "三分钟到了，您说的都已经留下";
    case VoiceProblem::kNotSaved:
      return "机器存不下了，话没有留下。请换个办法说。";
    case VoiceProblem::kNotPlayed:
      return "没有接喇叭，放不出声音。您说的已经留下。";
    case VoiceProblem::kGone:
      return "这段话不在这台机器上了，听不了";
    case VoiceProblem::kNoRoom:
      return kNoRoomForVoice;
  }
  return "";
}

std::string LengthOf(std::int64_t ms) {
  const std::int64_t seconds = (ms + 500) / 1000;
  if (seconds < 60) return Number(seconds) + " 秒";
  std::string out = Number(seconds / 60) + " 分";
  return seconds % 60 == 0 ? out + "钟" : out + " " + Number(seconds % 60) + " 秒";
}

std::string ClockOf(std::int64_t ms) {
  const std::int64_t seconds = (ms + 500) / 1000;
  const std::string rest = std::to_string(seconds % 60);
  return std::to_string(seconds / 60) + (rest.size() < 2 ? ":0" : ":") + rest;
}

const std::vector<Safety::Line>& EmergencyLines(const Station& station) {
  static const std::vector<Safety::Line> everywhere = {{"110", "有人打人、抢东西，有人走丢"},
                                                       {"119", "着火了，有人被困"},
                                                       {"120", "有人受伤、昏倒，急着看病"},
                                                       {"12356", "心里难受，想找人说说话"}};
  const auto& lines = station.safety.Get().lines;
  return lines.empty() ? everywhere : lines;
}

}  // namespace studio::say
