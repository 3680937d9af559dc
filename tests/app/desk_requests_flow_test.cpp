// What a member finds among the requests at the desk, and what they answer.
#include <doctest/doctest.h>

#include <memory>

#include "app/desk/reply_flow.h"
#include "app/desk/requests_flow.h"
#include "check_in_rig.h"
#include "fakes/fake_desk_store.h"
#include "shared/base/time_units.h"

using namespace studio;

namespace {

struct AtRequests : CheckInRig {
  AtRequests() {
    auto station = std::make_shared<Station>();
    station->members = store.grounds.members;
    state.station = station;
    Add("v1", "示例村", "roads", "示例甲", "13900000001", 1);
    Add("v2", "榆树村", "water", "示例乙", "", 5);
    Add("v1", "示例村", "water", "示例丙", "13900000003", 40);
  }
  void Add(const std::string& village, const std::string& name, const std::string& category,
           const std::string& who, const std::string& phone, int days) {
    DeskRequest one;
    one.record = Uuid::Random();
    one.body.receipt =
        ReceiptNumber::Make(37, 48'200 + static_cast<std::uint32_t>(desk.requests.size())).digits();
    one.body.village = village;
    one.body.village_name = name;
    one.body.category = category;
    one.body.name = who;
    one.body.phone = phone;
    one.body.words = who + "说的";
    one.made_at_ms = clock.now.wall_ms - days * kDayMs;
    desk.requests.push_back(one);
  }
  std::vector<std::string> Names(const RequestsFlow& of) const {
    std::vector<std::string> names;
    for (const DeskRequest* one : of.Shown()) names.push_back(one->body.name);
    return names;
  }
  FakeDeskStore desk;
  KeySession session{"a", std::make_shared<const BoxKeyPair>(BoxKeyPair::Generate()), "TOKEN"};
};
using RequestNames = std::vector<std::string>;

}  // namespace

TEST_CASE("requests are listed the newest first, and picked by village, category and age") {
  AtRequests at;
  RequestsFlow flow(at.desk, at.state, at.clock, at.session);
  REQUIRE(flow.state() == RequestsState::kThere);
  CHECK(at.Names(flow) == RequestNames{"示例甲", "示例乙", "示例丙"});
  CHECK(flow.Unanswered() == 3);
  flow.PickOrder(RequestsOrder::kLongestWaiting);
  CHECK(at.Names(flow) == RequestNames{"示例丙", "示例乙", "示例甲"});
  REQUIRE(flow.Villages().size() == 2);
  CHECK(flow.Villages()[0].name == "示例村");
  CHECK(flow.Villages()[0].count == 2);
  flow.PickVillage("v1");
  CHECK(at.Names(flow) == RequestNames{"示例丙", "示例甲"});
  flow.PickCategory("water");
  CHECK(at.Names(flow) == RequestNames{"示例丙"});
  flow.PickVillage("");
  flow.PickCategory("");
  flow.PickWaiting(WaitingFor::kThreeDays);
  CHECK(at.Names(flow) == RequestNames{"示例丙", "示例乙"});
  flow.PickWaiting(WaitingFor::kMonth);
  CHECK(at.Names(flow) == RequestNames{"示例丙"});
}

TEST_CASE("what was promised for a day that is over stands first, until the county has answered") {
  AtRequests at;
  MemberReplyBody promised;
  promised.due = LocalTime::At(at.clock.now.wall_ms - kDayMs).Date();
  at.desk.requests[1].replies = {promised};
  RequestsFlow flow(at.desk, at.state, at.clock, at.session);
  CHECK(at.Names(flow).front() == "示例乙");
  CHECK(flow.IsOverdue(*flow.Shown()[0]));
  CHECK(flow.Unanswered() == 2);
  at.desk.requests[1].step = CaseStep::kAnswered;
  flow.Read();
  CHECK(at.Names(flow).front() == "示例甲");
}

TEST_CASE("who lost a slip is found by name, telephone or number, and by nothing shorter") {
  AtRequests at;
  RequestsFlow flow(at.desk, at.state, at.clock, at.session);
  const auto found = [&](const std::string& text) {
    flow.looked_for().Set(text);
    return at.Names(flow);
  };
  CHECK(found("乙") == RequestNames{"示例乙"});
  CHECK(found("0003") == RequestNames{"示例丙"});
  CHECK(found("１３９") == RequestNames{"示例甲", "示例丙"});
  CHECK(found(at.desk.requests[1].body.receipt) == RequestNames{"示例乙"});
  CHECK(found("13").empty());
  CHECK(found("没有这个人").empty());
  CHECK(found(" ").size() == 3);
}

TEST_CASE("an answer says who answers, by when and whether to call, and is filed once") {
  AtRequests at;
  at.desk.holds_replies = true;
  ReplyFlow flow(at.desk, at.state, at.clock, at.session, at.desk.requests[0]);
  flow.File();
  CHECK(flow.problem() == ReplyProblem::kChooseWay);
  flow.ChooseWay(ReplyWay::kOnTheSpot);
  flow.File();
  CHECK(flow.problem() == ReplyProblem::kSaySomething);
  flow.words().Set("明天换灯");
  flow.ChooseWay(ReplyWay::kGridWorker);
  flow.PromiseBy(flow.DayIn(3));
  flow.SetCallBack(true);
  flow.File();
  CHECK(flow.step() == ReplyStep::kSaving);
  flow.File();
  REQUIRE(at.desk.replied.size() == 1);
  const MemberReplyBody& body = at.desk.replied[0];
  CHECK(body.request == at.desk.requests[0].record);
  CHECK(body.receipt == at.desk.requests[0].body.receipt);
  CHECK(body.way == ReplyWay::kGridWorker);
  CHECK(body.words == "明天换灯");
  CHECK(body.due == LocalTime::At(at.clock.now.wall_ms + 3 * kDayMs).Date());
  CHECK(body.call_back);
  CHECK(body.member == "a");
  CHECK(body.token == "TOKEN");
  CHECK(body.at_ms == at.clock.now.wall_ms);
  at.desk.held_reply(true);
  CHECK(flow.step() == ReplyStep::kDone);
  flow.File();
  CHECK(at.desk.replied.size() == 1);
}

TEST_CASE("who left no telephone cannot be called back") {
  AtRequests at;
  ReplyFlow flow(at.desk, at.state, at.clock, at.session, at.desk.requests[1]);
  flow.SetCallBack(true);
  CHECK_FALSE(flow.call_back());
}

TEST_CASE("a request that was withdrawn meanwhile is said to be, and the words stay") {
  AtRequests at;
  at.desk.filing_fails = ErrorKind::kConflict;
  ReplyFlow flow(at.desk, at.state, at.clock, at.session, at.desk.requests[0]);
  flow.ChooseWay(ReplyWay::kVillage);
  flow.words().Set("请村委去看");
  flow.File();
  CHECK(flow.problem() == ReplyProblem::kWithdrawn);
  CHECK(flow.words().text() == "请村委去看");
  at.desk.filing_fails = ErrorKind::kStorage;
  flow.File();
  CHECK(flow.problem() == ReplyProblem::kFull);
  CHECK(flow.words().text() == "请村委去看");
}

TEST_CASE(
    "a half-written answer is kept for its writer and that request, and comes back as it was") {
  AtRequests at;
  const DeskRequest& asked = at.desk.requests[0];
  {
    ReplyFlow flow(at.desk, at.state, at.clock, at.session, asked);
    flow.ChooseWay(ReplyWay::kGridWorker);
    flow.words().Set("请网格员明天");
    flow.PromiseBy(flow.DayIn(3));
    flow.SetCallBack(true);
  }  // the visit ends here
  RequestsFlow list(at.desk, at.state, at.clock, at.session);
  CHECK(list.DraftOf(asked.record) == nullptr);
  list.ReadDraft(asked.record);
  REQUIRE(list.DraftOf(asked.record) != nullptr);
  CHECK(list.DraftOf(at.desk.requests[1].record) == nullptr);
  const MemberReplyDraft kept = *list.DraftOf(asked.record);
  CHECK(MemberReplyDraftFromJson(ToJson(kept)).value() == kept);
  RequestsFlow others(at.desk, at.state, at.clock, {"b", at.session.studio_key, "TOKEN"});
  others.ReadDraft(asked.record);
  CHECK(others.DraftOf(asked.record) == nullptr);
  list.ReadDraft(at.desk.requests[1].record);
  CHECK(list.DraftOf(at.desk.requests[1].record) == nullptr);

  ReplyFlow again(at.desk, at.state, at.clock, at.session, asked, &kept);
  CHECK(again.way() == ReplyWay::kGridWorker);
  CHECK(again.words().text() == "请网格员明天");
  CHECK(again.due() == again.DayIn(3));
  CHECK(again.call_back());
  const int before = at.desk.kept;
  again.Keep();
  CHECK(at.desk.kept == before);  // nothing was changed
  again.words().Set("请网格员明天去看");
  again.File();
  REQUIRE(at.desk.replied.size() == 1);
  CHECK(at.desk.reply_drafts.empty());
}

TEST_CASE("nothing is kept of an empty answer, of a withdrawn request, or of what was given up") {
  AtRequests at;
  const DeskRequest& asked = at.desk.requests[0];
  ReplyFlow(at.desk, at.state, at.clock, at.session, asked).Keep();
  CHECK(at.desk.kept == 0);
  {
    ReplyFlow flow(at.desk, at.state, at.clock, at.session, asked);
    flow.words().Set("写了又删");
    flow.Keep();
    CHECK(at.desk.reply_drafts.size() == 1);
    flow.words().Set("");
  }
  CHECK(at.desk.reply_drafts.empty());
  {
    ReplyFlow flow(at.desk, at.state, at.clock, at.session, asked);
    flow.ChooseWay(ReplyWay::kVillage);
    at.desk.filing_fails = ErrorKind::kConflict;
    flow.File();
    CHECK(flow.problem() == ReplyProblem::kWithdrawn);
    flow.NoteWriting();
  }
  CHECK(at.desk.reply_drafts.empty());
  at.desk.filing_fails.reset();
  {
    ReplyFlow flow(at.desk, at.state, at.clock, at.session, asked);
    flow.words().Set("不说了");
  }
  RequestsFlow list(at.desk, at.state, at.clock, at.session);
  list.ReadDraft(asked.record);
  REQUIRE(list.DraftOf(asked.record) != nullptr);
  list.DropDraft(asked.record);
  CHECK(list.DraftOf(asked.record) == nullptr);
  CHECK(at.desk.reply_drafts.empty());
}

TEST_CASE("an answer that could not be kept is kept with the next try") {
  AtRequests at;
  at.desk.keeping_fails = ErrorKind::kStorage;
  ReplyFlow flow(at.desk, at.state, at.clock, at.session, at.desk.requests[0]);
  flow.words().Set("请村委去看");
  flow.Keep();
  CHECK(at.desk.reply_drafts.empty());
  at.desk.keeping_fails.reset();
  flow.Keep();
  CHECK(at.desk.reply_drafts.size() == 1);
}
