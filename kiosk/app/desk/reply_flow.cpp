#include "app/desk/reply_flow.h"

#include <algorithm>
#include <utility>

namespace studio {

ReplyFlow::ReplyFlow(DeskStore& store, const KioskState& state, const Clock& clock,
                     const KeySession& session, const DeskRequest& request,
                     const MemberReplyDraft* resumed)
    : store_(store), state_(state), clock_(clock), session_(session), request_(request) {
  if (resumed == nullptr) return;
  way_ = resumed->way;
  words_.Set(resumed->words);
  due_ = ParseDate(resumed->due);
  SetCallBack(resumed->call_back);
  kept_ = *resumed;
}

ReplyFlow::~ReplyFlow() { Keep(); }

void ReplyFlow::ChooseWay(ReplyWay way) {
  problem_.reset();
  way_ = way;
}

CalendarDate ReplyFlow::DayIn(int days) const {
  return AddDays(*ParseDate(LocalTime::At(state_.CountyMs(clock_.Now())).Date()), days);
}

bool ReplyFlow::StopsAtWords() {
  if (!stop_.Stops(words_.text(), state_.station->safety)) return false;
  if (stop_.page() != StopPage::kNotOurs) return true;
  stop_.NotThat();
  return false;
}

MemberReplyDraft ReplyFlow::Draft() const {
  return {way_, words_.Finished(), due_ ? ToText(*due_) : std::string(), call_back_};
}

void ReplyFlow::Keep() {
  if (step_ != ReplyStep::kForm) return;
  MemberReplyDraft draft = Draft();
  if (withdrawn_ || draft == MemberReplyDraft{}) {
    if (kept_) store_.DropReplyDraft(session_, request_.record, [](const Result<bool>&) {});
    kept_.reset();
    return;
  }
  if (kept_ && *kept_ == draft && !keep_again_) return;
  keep_again_ = false;
  store_.KeepReplyDraft(
      session_, request_.record, draft,
      visit_.Guard<Result<bool>>([this](const Result<bool>& kept) { keep_again_ = !kept; }));
  kept_ = std::move(draft);
}

MemberReplyBody ReplyFlow::Body() const {
  MemberReplyBody body;
  body.receipt = request_.body.receipt;
  body.request = request_.record;
  body.way = *way_;
  body.words = words_.Finished();
  if (due_) body.due = ToText(*due_);
  body.call_back = call_back_;
  body.studio = state_.station->studio.id;
  body.member = session_.member;
  for (const Member& one : state_.station->members) {
    if (one.id == session_.member) body.member_name = one.name;
  }
  body.token = session_.token;
  body.at_ms = state_.CountyMs(clock_.Now());
  body.danger = stop_.danger();
  return body;
}

void ReplyFlow::File() {
  if (step_ != ReplyStep::kForm) return;
  problem_.reset();
  if (!way_) {
    problem_ = ReplyProblem::kChooseWay;
  } else if (*way_ == ReplyWay::kOnTheSpot && words_.Blank()) {
    problem_ = ReplyProblem::kSaySomething;
  }
  if (problem_ || StopsAtWords()) return;
  Keep();
  step_ = ReplyStep::kSaving;
  store_.FileReply(session_, Body(), visit_.Guard<Result<bool>>([this](const Result<bool>& kept) {
    step_ = kept ? ReplyStep::kDone : ReplyStep::kForm;
    if (kept) return;
    switch (kept.error().kind) {
      case ErrorKind::kConflict:
      case ErrorKind::kNotFound:
        problem_ = ReplyProblem::kWithdrawn;
        withdrawn_ = true;
        return;
      case ErrorKind::kStorage:
        problem_ = ReplyProblem::kFull;
        return;
      default:
        problem_ = ReplyProblem::kFailed;
    }
  }));
}

}  // namespace studio
