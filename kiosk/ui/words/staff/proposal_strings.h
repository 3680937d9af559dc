// The sentences of 我的提案 and its rating (zh-CN).
#pragma once

#include <string>
#include <vector>

#include "app/desk/proposals_flow.h"
#include "ui/words/strings.h"

namespace studio::say {

View ProposalStepName(ProposalStep step);  // "立案", …
View ProposalStepIcon(ProposalStep step);
View QualityName(ProposalQuality quality);  // "质量高", …
// "已答复，等您评"; "办理，县商务局"
std::string ProposalHint(const ProposalsFlow& flow, const Proposal& proposal);
// "我的提案：1 件等您评"; without what follows where none waits.
std::string ProposalTodoTitle(int waiting);
// Who handed it in and who handles it.
std::vector<std::string> ProposalLines(const Proposal& proposal, const Station& station);
std::string ProposalCourse(const Proposal& proposal);  // a line for each step
// What stands of the two words; of neither, before both are in.
std::string ProposalWordsLine(const ProposalsFlow& flow, const Proposal& proposal);
std::string AuthorsWordLine(const AuthorsWord& word);
std::string UnitsWordLine(const UnitsWord& word);
std::string ReasonsLine(const std::vector<std::string>& reasons);  // "办得慢、没办到位"

inline constexpr View kProposals = "我的提案";
inline constexpr View kProposalsRated = "眼下没有等您评的";
inline constexpr View kProposalsNone = "眼下没有您的提案。";
inline constexpr View kProposalsReading = "正在打开……";
inline constexpr View kProposalsFailed = "没有打开，请回上一步再试一次。";
inline constexpr View kProposalRate = "评一评办理";
inline constexpr View kProposalCourseTitle = "办到哪一步";
inline constexpr View kProposalWordsTitle = "双评";
inline constexpr View kProposalOwnWord = "提案人评办理";
inline constexpr View kProposalUnitsWord = "承办单位评提案";
inline constexpr View kProposalHow = "这件提案办得怎么样？";
inline constexpr View kProposalHowHint = "评的是办理，只评一次";
inline constexpr View kProposalWhy = "哪里办得不够？";
inline constexpr View kProposalWhyHint = "可以点几样，不点也行";
inline constexpr View kProposalCheck = "这样评，对吗？";
inline constexpr View kProposalCheckHow = "办理";
inline constexpr View kProposalCheckWhy = "原因";
inline constexpr View kProposalConfirm = "没错，交了";
inline constexpr View kProposalFailed = "没有记下来，请再试一次。";
inline constexpr View kProposalDone = "评好了";
inline constexpr View kProposalDoneHint = "承办单位也评了以后，两边的评价在这里一起看。";
inline constexpr View kProposalToList = "回我的提案";

}  // namespace studio::say
