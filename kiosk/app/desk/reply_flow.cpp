#include "app/desk/reply_flow.h"

#include <algorithm>
#include <utility>

namespace studio {

ReplyFlow::ReplyFlow(DeskStore& store, const KioskState& state, const Clock& clock,
                     const KeySession& session, const DeskRequest& request)
    : store_(store), state_(state), clock_(clock), session_(session), request_(request) {}

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

bool ReplyFlow::HasSomethingToLose() const {
  return step_ == ReplyStep::kForm && !words_.Blank() && problem_ != ReplyProblem::kWithdrawn;
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
  step_ = ReplyStep::kSaving;
  store_.FileReply(session_, Body(), visit_.Guard<Result<bool>>([this](const Result<bool>& kept) {
    step_ = kept ? ReplyStep::kDone : ReplyStep::kForm;
    if (kept) return;
    switch (kept.error().kind) {
      case ErrorKind::kConflict:
      case ErrorKind::kNotFound:
        problem_ = ReplyProblem::kWithdrawn;
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
