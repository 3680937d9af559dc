#include "demo_requests.h"

#include "app/base/clock.h"
#include "shared/base/time_units.h"

namespace studio {
namespace {

struct DemoWords {
  const char* village;
  const char* group;
  const char* category;
  const char* name;
  const char* phone;
  const char* words;
  int days;
};
constexpr DemoWords kDemoWords[] = {
    {"示例村", "三组", "道路桥梁", "示例庚", "00000000001",
     "村口到学校那段路，下雨就积水，孩子上学要绕一里多地。去年说要修，到现在没有动静。", 0},
    {"样例村", "", "用水用电", "", "", "井台西边的路灯灭了三天，晚上打水看不见。", 2},
    {"示例村", "一组", "养老助残", "示例辛", "00000000002",
     "老人想办高龄补贴，村里说要到镇上，镇上说要到县里，跑了两趟没办成。", 5},
    {"演示村", "", "环境卫生", "示例壬", "00000000003", "沟里的垃圾没人清，夏天味道大。", 9},
    {"样例村", "二组", "道路桥梁", "示例癸", "", "二组东头的小桥栏杆断了一截，孩子爱在那里玩。",
     34},
    {"示例村", "", "用水用电", "示例子", "00000000005", "自来水一到傍晚就没有压力。", 41},
};

std::string IdIn(const std::string& name) { return "demo-" + name; }

}  // namespace

std::vector<DeskRequest> DemoRequests(std::int64_t now_ms) {
  std::vector<DeskRequest> out;
  std::uint32_t number = 48'300;
  for (const DemoWords& one : kDemoWords) {
    DeskRequest request;
    request.record.bytes[15] = static_cast<std::uint8_t>(out.size() + 1);
    RequestBody& body = request.body;
    body.receipt = ReceiptNumber::Make(37, number++).digits();
    body.village = IdIn(one.village);
    body.village_name = one.village;
    body.group = one.group;
    body.category = IdIn(one.category);
    body.category_name = one.category;
    body.words = one.words;
    body.name = one.name;
    body.phone = one.phone;
    body.visibility = body.name.empty() ? Visibility::kAnonymous : Visibility::kNamed;
    body.members_may_read = true;
    request.made_at_ms = now_ms - one.days * kDayMs - 40 * 60'000;
    out.push_back(std::move(request));
  }
  AttachmentRef photo, voice;
  photo.type = "image/jpeg";
  voice.type = "audio/ogg";
  voice.length_ms = 65'000;
  out[0].body.attachments = {voice, photo, photo};
  MemberReplyBody reply;
  reply.receipt = out[3].body.receipt;
  reply.request = out[3].record;
  reply.way = ReplyWay::kVillage;
  reply.words = "和村委说了，先清沟，再放两个垃圾桶。";
  reply.due = LocalTime::At(now_ms - 2 * kDayMs).Date();
  reply.call_back = true;
  reply.member = "m01";
  reply.member_name = "示例甲";
  reply.at_ms = now_ms - 8 * kDayMs;
  out[3].replies = {reply};
  reply.way = ReplyWay::kOnTheSpot;
  reply.words = "水厂这周换泵，换好就正常了。";
  reply.due.clear();
  reply.call_back = false;
  reply.at_ms = now_ms - 40 * kDayMs;
  out[5].replies = {reply};
  return out;
}

}  // namespace studio
