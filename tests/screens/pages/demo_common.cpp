#include "demo_common.h"

#include "app/base/clock.h"
#include "shared/base/time_units.h"

namespace studio {
namespace {

struct DatesFrom {
  std::int64_t today_ms;
  std::string operator()(int from_today) const {
    return LocalTime::At(today_ms + from_today * kDayMs).Date();
  }
};

Topic Road(const DatesFrom& day) {
  Topic topic;
  topic.id = "road";
  topic.title = "示例村到柳条村的路，先修哪一段";
  topic.summary =
      "两个村之间的路一共五里，今年的钱只够修一半。先修村口到学校这一段，还是先修桥头到卫生室"
      "这一段，想听听大家的。";
  topic.leading = "m01";
  topic.steps = {{"收集议题", day(-40)}, {"确定议题", day(-26)}, {"深入调研", day(-9)}};
  topic.opens = day(-9);
  topic.closes = day(12);
  topic.background = {
      {"两段路各是什么样",
       "村口到学校：两里半，每天有一百多个孩子走，下雨积水，没有路灯。\n桥头到卫生室：两里半，"
       "救护车要绕行，桥面有裂缝，去年封过两次。\n两段路都在今年的道路计划里，钱是县里和乡里各"
       "出一半，不用大家掏钱。修的时候半边通车，大约要两个月。",
       "p1"},
      {"大家已经知道的", "路宽四米不变，不占耕地；路边的树能留的都留。", ""}};
  topic.counts = {{"screen", 18, 7, 4}, {"phone", 42, 11, 9}, {"member", 6, 2, 3}};
  topic.voices = {"孩子上学要紧，先修学校那一段。", "桥上的裂缝更险，先把桥补上再说。"};
  return topic;
}

}  // namespace

void AddCommonMatters(Station& station, std::int64_t today_ms) {
  const DatesFrom day{today_ms};
  station.county.phone_pages = "https://phone.example";
  station.mechanism.topic_method = "六步法";
  station.mechanism.topic_steps = {"收集议题", "确定议题", "深入调研",
                                   "开展协商", "成果报送", "办理反馈"};
  station.topics.push_back(Road(day));
  Topic& bath = station.topics.emplace_back();
  bath.id = "bath";
  bath.title = "乡里的澡堂冬天开到几点合适";
  bath.summary = "现在开到晚上六点，有人想开到八点，也有人担心费煤。";
  bath.leading_name = "乡委员工作室";
  bath.steps = {{"收集议题", day(-12)}};
  bath.opens = day(-2);
  Topic& market = station.topics.emplace_back();
  market.id = "market";
  market.title = "赶集的地方要不要挪到河东的空场上";
  market.summary = "老集在公路边上，车多人多。河东有一块空场，平整一下能用。";
  market.leading = "m02";
  market.steps = {{"收集议题", day(-120)}, {"确定议题", day(-110)}, {"深入调研", day(-90)},
                  {"开展协商", day(-70)},  {"成果报送", day(-60)},  {"办理反馈", day(-20)}};
  market.opens = day(-100);
  market.closes = day(-70);
  market.closed = true;
  market.counts = {{"screen", 31, 12, 8}, {"phone", 55, 20, 6}, {"member", 9, 1, 2}};
  market.voices = {"挪过去可以，要有厕所和自来水。"};
  market.result = "大多数意见赞成挪。先铺平场地、接上水电，再搬；老集留一排摊位给卖早点的。";
  market.follow_up = "场地已经铺好，水接上了。下个月十五第一次在新集赶集。";

  const struct {
    const char *id, *text, *village, *step, *member;
    bool child;
  } wishes[] = {{"w1", "想要一盏看书的台灯，晚上写作业亮堂些。", "示例村", "posted", "", true},
                {"w3", "想请人帮忙修一修窗户，冬天漏风。", "榆树沟村", "claimed", "m02", false},
                {"w2", "想要一副老花镜，看得清药瓶上的字。", "柳条村", "posted", "", false},
                {"w4", "想要几本课外书。", "样板村", "granted", "m03", true},
                {"w5", "想学会用手机跟儿子打视频电话。", "示例村", "confirmed", "m01", false}};
  int ago = 1;
  for (const auto& one : wishes) {
    Wish& wish = station.wishes.emplace_back();
    wish.id = one.id;
    wish.text = one.text;
    wish.village = one.village;
    wish.step = one.step;
    wish.for_child = one.child;
    wish.member = one.member;
    for (const Member& member : station.members) {
      if (member.id == wish.member) wish.member_name = member.name;
    }
    wish.date = day(-2 * ago++);
  }

  station.tallies = {{"2026-10", 1, 46, 41, 28, 5, today_ms - 18 * kDayMs},
                     {"2026-09", 1, 39, 39, 25, 0, today_ms - 49 * kDayMs}};
  station.rules = {
      {"r1", "委员值班制度",
       "一、每天有委员在工作室值班，上午八点半到十一点半，下午两点到五点。\n二、值班委员到岗要签到"
       "，"
       "离岗要签退，有事先请假，请别的委员代班。\n三、来人先让座、倒水，听完再答；当场能答的当场答"
       "，"
       "答不了的记下来，说清什么时候给回话。\n四、值班结束，把没办完的事交给下一班，写清楚、"
       "看明白。\n五、不收礼、不吃请，不替人打招呼，不打听与来访无关的家事。\n六、上门入户算值班，"
       "要写清楚去了哪家、听到了什么、答应了什么。\n七、每个月公布一次：收到多少件，答复了多少件，"
       "解决了多少件，还有多少件没答复。",
       1},
      {"r2", "群众来访接待制度", "每周三是接待日，委员轮流接待。", 2},
      {"r3", "协商议事制度", "每季度至少开一次协商会。", 3}};
  station.honours = {
      {"h1", "m01", "优秀社情民意信息", "关于山村孩子上学路上安全的信息。", "省", day(-30), "p2"},
      {"h2", "m02", "优秀提案", "关于冬季供暖的提案。", "市", day(-60), ""},
      {"h3", "", "先进委员工作室", "", "县", day(-200), ""}};
  station.liaisons = {{"l1", "m01", "双联", "界别里的示例乙、示例丁", 1},
                      {"l2", "m01", "包联", "示例一村和示例二村的农户", 2}};
  station.progress.quotas = {
      {"consultations", "4+X 协商活动", "year", "3", "4", day(-300), day(60)},
      {"information", "社情民意信息", "quarter", "10", "10", day(-40), day(40)},
      {"lectures", "委员讲堂", "half_year", "0", "1", day(-100), day(80)},
      {"over", "上一季度的走访", "quarter", "1", "2", day(-100), day(-1)}};
  if (!station.members.empty()) {
    station.members[0].photo = "p3";
    station.members[0].intro =
        "在乡里开了二十年农机站。关心道路、农机和孩子上学的事，每个月下村两次。";
  }
  if (!station.notices.empty()) station.notices[0].picture = "p4";
}

}  // namespace studio
