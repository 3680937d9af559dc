#include "proposal_pages.h"

#include "desk_pages.h"

namespace studio {

namespace {

Proposal DemoProposal(const char* number, const char* title, const char* unit,
                      std::vector<ProposalMove> course) {
  return {number, title, {"m01", "m03"}, unit, std::move(course)};
}

// Three at different steps, one of them rated by both.
void DemoProposals(ScreenRig& rig) {
  rig.desk.requests.clear();
  rig.desk.proposals = {
      DemoProposal("演示提案第012号", "关于给示例村小学门口装减速带的提案", "示例县交通运输局",
                   {{ProposalStep::kFiled, "2026-06-24"},
                    {ProposalStep::kAssigned, "2026-07-04"},
                    {ProposalStep::kHandling, "2026-08-23"},
                    {ProposalStep::kAnswered, "2026-11-09"}}),
      DemoProposal("演示提案第027号", "关于农产品进城设固定摊位的提案", "示例县商务局",
                   {{ProposalStep::kFiled, "2026-09-02"}, {ProposalStep::kHandling, "2026-10-12"}}),
      DemoProposal("演示提案第005号", "关于柳条村老年食堂配一辆送餐车的提案", "示例县民政局",
                   {{ProposalStep::kFiled, "2026-03-01"},
                    {ProposalStep::kAnswered, "2026-10-20"},
                    {ProposalStep::kReturned, "2026-11-02"}})};
  Proposal& both = rig.desk.proposals[2];
  both.said = {"m01"};
  both.unit_said = true;
  both.both = {{"m01", Satisfaction::kDissatisfied, {"not_done", "slow"}},
               {ProposalQuality::kFair, "老人多少、路程多远都写了，经费没有算。"}};
}
void SaidProposal(ScreenRig& rig) {
  DemoProposals(rig);
  rig.desk.proposals[0].said = {"m01"};
}
void CoAuthorsProposal(ScreenRig& rig) {
  DemoProposals(rig);
  rig.desk.proposals[0].authors = {"m03", "m01"};
}
void ProposalNotKept(ScreenRig& rig) {
  DemoProposals(rig);
  rig.desk.filing_fails = ErrorKind::kStorage;
}

const std::string kToProposals = kToDesk + "tap 我的提案\n";
const std::string kToProposal = kToProposals + "tap 关于给示例村小学门口装减速带的提案\n";
const std::string kToProposalHow = kToProposal + "tap 评一评办理\nexpect 办得怎么样\n";
const std::string kToProposalCheck =
    kToProposalHow + "tap 不满意\ntap 没办到位\ntap 办得慢\ntap 下一步\n";

}  // namespace

std::vector<Page> ProposalPages() {
  return {
      {"desk-proposals", kToDesk + "expect 1 件等您评\n", "办完了", "记一件事", DemoProposals},
      {"desk-proposals-said", kToDesk + "expect 没有等您评的\n", "办完了", "记一件事",
       SaidProposal},
      {"proposals", kToProposals + "expect 等您评\n", "上一步", "", DemoProposals},
      {"proposal", kToProposal, "上一步", "评一评办理", DemoProposals},
      {"proposal-co-author", kToProposal + "expect 第一提案人\n", "上一步", "评一评办理",
       CoAuthorsProposal},
      {"proposal-under-way", kToProposals + "tap 关于农产品进城设固定摊位的提案\n", "上一步", "",
       DemoProposals},
      {"proposal-said", kToProposal + "expect 您评过了\n", "上一步", "", SaidProposal},
      {"proposal-both",
       kToProposals + "tap 关于柳条村老年食堂配一辆送餐车的提案\nexpect 退回再办\n", "上一步", "",
       DemoProposals},
      {"proposal-how", kToProposalHow, "上一步", "", DemoProposals},
      {"proposal-why", kToProposalHow + "tap 不满意\nexpect 哪里办得不够\n", "上一步", "下一步",
       DemoProposals},
      {"proposal-check", kToProposalCheck + "expect 这样评，对吗\n", "上一步", "没错，交了",
       DemoProposals},
      {"proposal-check-happy", kToProposalHow + "tap \"满意\"\nexpect 这样评，对吗\n", "上一步",
       "没错，交了", DemoProposals},
      {"proposal-failed", kToProposalCheck + "tap 没错，交了\nexpect 没有记下来\n", "上一步",
       "没错，交了", ProposalNotKept},
      {"proposal-done", kToProposalCheck + "tap 没错，交了\nexpect 评好了\n", "回我的提案", "",
       DemoProposals},
  };
}

}  // namespace studio
