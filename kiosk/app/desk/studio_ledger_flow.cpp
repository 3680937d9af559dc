#include "app/desk/studio_ledger_flow.h"

#include <algorithm>
#include <utility>

namespace studio {
namespace {

bool IsAmong(const StudioLine& line, LedgerFilter filter) {
  switch (filter) {
    case LedgerFilter::kAll:
      return true;
    case LedgerFilter::kUnfinished:
      return line.state == LineState::kOpen || line.state == LineState::kOverdue;
    case LedgerFilter::kOverdue:
      return line.state == LineState::kOverdue;
    case LedgerFilter::kToClose:
      return line.state == LineState::kAnswered;
    case LedgerFilter::kClosed:
      return line.state == LineState::kClosed;
  }
  return false;
}

}  // namespace

CalendarDate StudioLedgerFlow::Today() const {
  return *ParseDate(LocalTime::At(kiosk_.CountyMs(clock_.Now())).Date());
}

void StudioLedgerFlow::Read() {
  if (!ledger_) state_ = LedgerState::kReading;
  store_.ReadStudioLedger(
      session_, visit_.Guard<Result<StudioLedgerPtr>>([this](Result<StudioLedgerPtr> read) {
        ledger_ = read ? std::move(*read) : nullptr;
        state_ = ledger_ ? LedgerState::kThere : LedgerState::kFailed;
        lines_ = StudioLinesOf(ledger(), Today());
      }));
}

const StudioLedger& StudioLedgerFlow::ledger() const {
  static const StudioLedger kNothing;
  return ledger_ ? *ledger_ : kNothing;
}

std::vector<const StudioLine*> StudioLedgerFlow::Shown() const {
  std::vector<const StudioLine*> out;
  for (const StudioLine& one : lines_) {
    if (IsAmong(one, filter_)) out.push_back(&one);
  }
  return out;
}

int StudioLedgerFlow::Count(LedgerFilter filter) const {
  return static_cast<int>(std::count_if(
      lines_.begin(), lines_.end(), [&](const StudioLine& one) { return IsAmong(one, filter); }));
}

const StudioLine* StudioLedgerFlow::LineWith(const Uuid& record) const {
  const auto found = std::find_if(lines_.begin(), lines_.end(), [&](const StudioLine& one) {
    return one.line != nullptr && one.line->record == record;
  });
  return found == lines_.end() ? nullptr : &*found;
}

void StudioLedgerFlow::OpenAgain(const Uuid& record) {
  if (saving_) return;
  saving_ = true;
  LineClosingBody body;
  body.line = record;
  body.date = ToText(Today());
  body.studio = kiosk_.station->studio.id;
  body.by = session_.member;
  body.token = session_.token;
  store_.FileLineClosing(session_, std::move(body),
                         visit_.Guard<Result<bool>>([this](const Result<bool>& filed) {
                           saving_ = false;
                           save_failed_ = !filed;
                           if (filed) Read();
                         }));
}

}  // namespace studio
