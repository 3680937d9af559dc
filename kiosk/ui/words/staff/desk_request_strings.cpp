#include "ui/words/staff/desk_request_strings.h"

#include <algorithm>

#include "shared/base/time_units.h"
#include "shared/base/utf8.h"
#include "ui/words/track_strings.h"

namespace studio::say {
namespace {

constexpr std::size_t kHintCharacters = 14;

std::string AgeOf(const DeskRequest& request, std::int64_t now_ms) {
  const std::int64_t days = std::max<std::int64_t>(0, now_ms - request.made_at_ms) / kDayMs;
  return days == 0 ? "今天" : Fill("{n} 天前", {{"n", Number(days)}});
}

}  // namespace

std::string Beginning(const std::string& words) {
  std::string out;
  std::size_t characters = 0;
  for (std::size_t at = 0; at < words.size();) {
    std::size_t next = at + 1;
    while (next < words.size() && (words[next] & 0xC0) == 0x80) ++next;
    if (++characters > kHintCharacters) return out + "…";
    const std::string one = words.substr(at, next - at);
    out += one == "\n" ? " " : one;
    at = next;
  }
  return out;
}

std::string RequestsHint(const RequestsFlow& requests) {
  const DeskRequest* oldest = requests.LongestWaiting();
  return oldest == nullptr ? std::string() : "最早的：" + DeskRequestTitle(*oldest);
}

std::string DeskRequestTitle(const DeskRequest& request) {
  std::string out = request.body.village_name;
  if (!request.body.group.empty()) out += " " + request.body.group;
  return out + " · " + request.body.category_name;
}

View DeskRequestState(const DeskRequest& request, bool overdue) {
  if (overdue) return "答应的日子过了";
  return request.Answered() ? "已答复" : "还没答复";
}

std::string DeskRequestHint(const DeskRequest& request, bool overdue, std::int64_t now_ms) {
  std::string out = AgeOf(request, now_ms) + "，" + std::string(DeskRequestState(request, overdue));
  if (!request.body.words.empty()) out += "：" + Beginning(request.body.words);
  return out;
}

std::string DeskRequestWho(const DeskRequest& request, std::int64_t now_ms) {
  std::string out = WhenOf(request.made_at_ms, now_ms);
  const RequestBody& body = request.body;
  if (body.visibility == Visibility::kAnonymous) {
    out += "，" + std::string(kAnonymous);
  } else {
    out += "，" + (body.name.empty() ? std::string(kInkName) : body.name);
    if (!body.phone.empty()) out += "，电话 " + body.phone;
  }
  if (body.head_count > 1) out += Fill("，一共 {n} 人", {{"n", Number(body.head_count)}});
  return out;
}

std::string DeskRequestWords(const DeskRequest& request, const Station& station,
                             std::int64_t now_ms) {
  std::string out = request.body.words;
  if (out.empty()) out = kRequestNoWords;
  const auto add = [&](const std::string& paragraph) {
    if (!paragraph.empty()) out += "\n" + paragraph;
  };
  for (const MemberReplyBody& reply : request.replies) {
    const CaseEvent step = StepOf(request.record, reply);
    add("【" + MemberReplied(*step.said, station) + "，" + WhenOf(reply.at_ms, now_ms) + "】");
    add(reply.words);
    if (const std::string promises = MemberPromises(*step.said); !promises.empty())
      add(promises + "。");
  }
  return out;
}

std::string GoneLine(bool voice, int photos, const Station& station) {
  std::string what = voice ? "录音" : "";
  if (photos > 0) what += (voice ? "和 " : "") + Number(photos) + " 张照片";
  if (what.empty()) return {};
  return Fill("{what}在这台机器上没有了。传到过{county}的，那边还有。",
              {{"what", what}, {"county", CountyName(station)}});
}

View WaitingName(WaitingFor waiting) {
  switch (waiting) {
    case WaitingFor::kAnyTime:
      return "不管多久";
    case WaitingFor::kThreeDays:
      return "3 天没答复";
    case WaitingFor::kWeek:
      return "7 天没答复";
    case WaitingFor::kMonth:
      return "30 天没答复";
  }
  return {};
}

std::string WayName(ReplyWay way, const Station& station) {
  switch (way) {
    case ReplyWay::kOnTheSpot:
      return "当场答复";
    case ReplyWay::kVillage:
      return "交村委";
    case ReplyWay::kGridWorker:
      return "交网格员";
    case ReplyWay::kReport:
      return Fill("报给{county}", {{"county", CountyName(station)}});
  }
  return {};
}

View WayHint(ReplyWay way) {
  switch (way) {
    case ReplyWay::kOnTheSpot:
      return "现在就能说清楚的";
    case ReplyWay::kVillage:
      return "村里能办的";
    case ReplyWay::kGridWorker:
      return "要人上门去看的";
    case ReplyWay::kReport:
      return "这里办不了的";
  }
  return {};
}

std::string ReplyDraftLine(const MemberReplyDraft& draft, const Station& station) {
  std::string out = draft.way ? WayName(*draft.way, station) : std::string(kReplyNow);
  if (!draft.words.empty()) out += "：" + Beginning(draft.words);
  return out;
}

std::string DueName(CalendarDate due, int days) {
  const std::string day = DayFrom(ToText(due));
  return days == 1 ? "明天，" + day : Fill("{n} 天内，{day}", {{"n", Number(days)}, {"day", day}});
}

std::string DueLine(const ReplyFlow& flow) {
  return flow.due() ? DayFrom(ToText(*flow.due())) + "前" : std::string(kReplyNoDay);
}

std::string ReplyProblemLine(const ReplyFlow& flow) {
  if (!flow.problem()) return {};
  switch (*flow.problem()) {
    case ReplyProblem::kChooseWay:
      return "请先说怎么办。";
    case ReplyProblem::kSaySomething:
      return "当场答复要写几句，乡亲才看得到。";
    case ReplyProblem::kWithdrawn:
      return "这件事刚刚被撤回，不用答复了，没有记。写的还在这里。";
    case ReplyProblem::kFull:
      return "机器存满了，没有记下来。写的都还在，请告诉工作室的负责人。";
    case ReplyProblem::kFailed:
      return "没有记下来。写的都还在，请再试一次。";
  }
  return {};
}

}  // namespace studio::say
