#include "demo_ledger.h"

#include "app/base/clock.h"
#include "demo_requests.h"
#include "shared/base/time_units.h"

namespace studio {
namespace {

DeskLine LineOf(const DeskRequest& request) {
  DeskLine line;
  line.record = request.record;
  line.date = LocalTime::At(request.made_at_ms).Date();
  line.made_at_ms = request.made_at_ms;
  line.place = request.body.village_name;
  if (!request.body.group.empty()) line.place += " " + request.body.group;
  line.category = request.body.category_name;
  line.who = request.body.name;
  line.words = request.body.words;
  for (const AttachmentRef& one : request.body.attachments)
    line.spoken |= one.type.starts_with("audio/");
  line.receipt = request.body.receipt;
  return line;
}

DeskLine WrittenLine(std::uint8_t id, LineFrom from, std::int64_t made_at_ms) {
  DeskLine line;
  line.record.bytes[15] = id;
  line.from = from;
  line.date = LocalTime::At(made_at_ms).Date();
  line.made_at_ms = made_at_ms;
  line.by = "m01";
  return line;
}

}  // namespace

DeskLedger DemoLedger(std::int64_t now_ms) {
  DeskLedger ledger;
  for (const DeskRequest& one : DemoRequests(now_ms)) ledger.lines.push_back(LineOf(one));
  DeskLine call = WrittenLine(101, LineFrom::kPhone, now_ms - kDayMs);
  call.place = "演示村";
  call.category = "用水用电";
  call.who = "示例丑";
  call.words = "捎话来说，渠里三天没有水，地里的菜快干死了。";
  DeskLine visit = WrittenLine(102, LineFrom::kWriteup, now_ms - 3 * kDayMs);
  visit.place = "样例村 二组";
  visit.category = "上门入户";
  visit.words = "【说了些什么】\n走了四户，都说桥栏杆的事，想赶在上冻以前修好。";
  ledger.lines.insert(ledger.lines.begin() + 2, visit);
  ledger.lines.insert(ledger.lines.begin() + 1, call);

  const auto day = [&](int before) {
    return *ParseDate(LocalTime::At(now_ms - before * kDayMs).Date());
  };
  DeskInformation one;
  one.id = "jam";
  one.state = HandedIn::kWithCounty;
  one.told = true;
  one.body.title = "关于整治村口积水路段的建议";
  one.body.situation = "示例村口到学校的路段，每逢下雨积水半尺，四十多个孩子上学要绕行一里多。";
  one.body.analysis = "排水沟被填，路面比两边低。";
  one.body.suggestion = "由镇里先清沟，明年列入农村道路养护计划。";
  one.body.date = ToText(day(12));
  one.body.members = {{"m01"}, {"m05"}};
  one.body.sources = {ledger.lines[0].receipt};
  one.body.by = "m01";
  one.course = {{"submitted", day(12), {}, "single"},
                {"adopted", day(7), "county", "single"},
                {"adopted", day(2), "province", "digest"},
                {"instructed", day(1), "province", {}}};
  DeskInformation topic = one;
  topic.id = "railing";
  topic.body.title = "把二组小桥的护栏列入议事会";
  topic.body.handed_in_as = HandedInAs::kTopic;
  topic.body.date = ToText(day(0));
  topic.body.members = {{"m01"}};
  topic.body.sources.clear();
  topic.body.lines = {visit.record.ToString()};
  topic.state = HandedIn::kWaiting;
  topic.told = false;
  topic.course.clear();
  DeskInformation joint = one;
  joint.id = "elsewhere";
  joint.here = false;
  joint.unconfirmed = true;
  joint.body = {};
  joint.body.title = "关于冬季供暖补贴发放的信息";
  joint.body.date = ToText(day(20));
  joint.body.members = {{"-"}, {"m01"}};
  joint.course.resize(1);
  ledger.written = {topic, one, joint};
  return ledger;
}

InformationBody DemoInformationDraft(std::int64_t now_ms) {
  InformationBody body;
  body.title = "关于渠里断水的信息";
  body.situation = "演示村的渠三天没有水。";
  body.date = LocalTime::At(now_ms - kDayMs).Date();
  body.members = {{"m01"}, {"m05"}};
  body.form = "single";
  body.by = "m01";
  return body;
}

HeardBody DemoHeardDraft(std::int64_t now_ms) {
  HeardBody body;
  body.words = "说是桥头的灯不亮";
  body.date = LocalTime::At(now_ms).Date();
  body.by = "m01";
  return body;
}

}  // namespace studio
