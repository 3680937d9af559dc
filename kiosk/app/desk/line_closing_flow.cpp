#include "app/desk/line_closing_flow.h"

#include <utility>

namespace studio {
namespace {

ClosingProblem ClosingProblemOf(const Error& error) {
  if (error.kind == ErrorKind::kConflict) return ClosingProblem::kLineGone;
  return error.kind == ErrorKind::kStorage ? ClosingProblem::kFull : ClosingProblem::kFailed;
}

}  // namespace

LineClosingFlow::LineClosingFlow(LedgerStore& store, const KioskState& state, const Clock& clock,
                                 KeySession session, const Uuid& line)
    : store_(store),
      state_(state),
      clock_(clock),
      session_(std::move(session)),
      station_(state.station),
      line_(line) {}

bool LineClosingFlow::StopsAtWords() {
  if (!stop_.Stops(words_.text(), station_->safety)) return false;
  if (stop_.page() != StopPage::kNotOurs) return true;
  stop_.NotThat();
  return false;
}

void LineClosingFlow::File() {
  if (step_ != ClosingStep::kForm || !outcome_ || StopsAtWords()) return;
  problem_.reset();
  step_ = ClosingStep::kSaving;
  LineClosingBody body;
  body.line = line_;
  body.outcome = *outcome_;
  body.words = words_.Finished();
  body.date = LocalTime::At(state_.CountyMs(clock_.Now())).Date();
  body.studio = station_->studio.id;
  body.by = session_.member;
  body.token = session_.token;
  store_.FileLineClosing(session_, std::move(body),
                         visit_.Guard<Result<bool>>([this](const Result<bool>& filed) {
                           step_ = filed ? ClosingStep::kDone : ClosingStep::kForm;
                           if (!filed) problem_ = ClosingProblemOf(filed.error());
                         }));
}

}  // namespace studio
