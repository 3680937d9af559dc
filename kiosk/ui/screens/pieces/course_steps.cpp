#include "ui/screens/pieces/course_steps.h"

#include "app/tracking/case_replies.h"
#include "ui/words/track_strings.h"

namespace studio {
namespace {

using Mark = CourseStep::Mark;
using Steps = std::vector<CourseStep>;

class CourseWriter {
 public:
  CourseWriter(const Station& station, std::int64_t now_ms, bool wish, std::string unit_reads = {})
      : station_(station), now_ms_(now_ms), wish_(wish), unit_reads_(std::move(unit_reads)) {}

  void Kept(const ReceiptStatus& here) {
    Add(Mark::kDone, say::kStepKept, Timed(say::kStepKeptHint, here.made_at_ms));
  }
  void Elsewhere() { Add(Mark::kDone, say::kStepKept, std::string(say::kStepElsewhere)); }
  void Withdrawn() { Add(Mark::kProblem, say::kWithdrawn, std::string(say::kWithdrawnHint)); }
  void State(const ReceiptStatus& here) {
    if (here.state == ReceiptState::kWaiting) {
      Add(Mark::kGoesUp, say::StateName(here.state, station_), GoesUp());
    } else if (here.state == ReceiptState::kSetAside) {
      Add(Mark::kProblem, say::kStepSetAside, std::string(say::kStepSetAsideHint));
    } else {
      Received(here.received_at_ms);
    }
  }
  void Received(std::int64_t at_ms) {
    Add(Mark::kDone, say::StateName(ReceiptState::kReceived, station_),
        Timed(say::kStepReceivedHint, at_ms));
  }
  void Event(const CaseEvent& event, bool newest);
  void Waits(std::string_view title) { Add(Mark::kGoesUp, title, GoesUp()); }
  void AheadOfRequest(CaseStep step);
  void AheadOfWish(CaseStep step);
  Steps Take() { return std::move(steps_); }

 private:
  void Add(Mark mark, std::string_view title, std::string hint) {
    steps_.push_back({mark, std::string(title), std::move(hint)});
  }
  void Ahead(std::string_view title, std::string_view hint) {
    Add(Mark::kAhead, title, std::string(hint));
  }
  std::string Timed(std::string_view pattern, std::int64_t at_ms) const {
    return say::Fill(pattern, {{"when", say::WhenOf(at_ms, now_ms_)}});
  }
  std::string GoesUp() const {
    return say::Fill(say::kStepGoesUp, {{"county", say::CountyName(station_)}});
  }

  const Station& station_;
  std::int64_t now_ms_;
  bool wish_;
  std::string unit_reads_;
  Steps steps_;
};

// `named` with who it is about, or `unnamed` where nobody is named.
std::string Named(std::string_view named, std::string_view slot, const std::string& who,
                  std::string_view unnamed) {
  return who.empty() ? std::string(unnamed) : say::Fill(named, {{slot, who}});
}

void CourseWriter::Event(const CaseEvent& event, bool newest) {
  const std::string when = say::WhenOf(event.at_ms, now_ms_);
  switch (event.step) {
    case CaseStep::kReceived:
      return Received(event.at_ms);
    case CaseStep::kReplied: {
      const std::string promises = say::MemberPromises(*event.said);
      return Add(Mark::kDone, say::MemberReplied(*event.said, station_),
                 promises.empty() ? when : when + "，" + promises);
    }
    case CaseStep::kReferred:
      return Add(newest ? Mark::kNow : Mark::kDone,
                 Named(newest ? say::kStepReferredTo : say::kStepWasReferred, "unit", event.unit,
                       say::kStepReferredOn),
                 when);
    case CaseStep::kAnswered:
      return Add(Mark::kDone, say::kStepIsAnswered, when);
    case CaseStep::kReturned:
      if (wish_) {
        return Add(newest ? Mark::kNow : Mark::kDone, say::kWishReturned,
                   Timed(say::kWishReturnedHint, event.at_ms));
      }
      return Add(newest ? Mark::kNow : Mark::kDone, say::kStepReturned,
                 Timed(say::kStepReturnedHint, event.at_ms));
    case CaseStep::kRated:
      return Add(Mark::kDone, say::kStepRated, when);
    case CaseStep::kPosted:
      return Add(Mark::kDone, say::kWishPosted,
                 newest ? Timed(say::kWishPostedHint, event.at_ms) : when);
    case CaseStep::kClaimed:
      return Add(Mark::kDone, Named(say::kWishClaimed, "member", event.unit, say::kWishClaimedBy),
                 when);
    case CaseStep::kGranted:
      return Add(Mark::kDone, Named(say::kWishGranted, "member", event.unit, say::kWishGrantedBy),
                 when);
    case CaseStep::kConfirmed:
      return Add(Mark::kDone, say::kWishConfirmed, when);
  }
}

void CourseWriter::AheadOfRequest(CaseStep step) {
  if (step == CaseStep::kRated) return;
  if (step == CaseStep::kReceived || step == CaseStep::kReturned)
    Ahead(say::kStepReferred, unit_reads_.empty() ? say::kStepReferredHint : unit_reads_);
  if (step != CaseStep::kAnswered) Ahead(say::kStepAnswered, say::kStepAnsweredHint);
  Ahead(say::kStepRateAhead, say::kStepRateAheadHint);
}

void CourseWriter::AheadOfWish(CaseStep step) {
  if (step == CaseStep::kReturned) step = CaseStep::kClaimed;
  if (step < CaseStep::kPosted) Ahead(say::kWishAheadPosted, say::kWishAheadPostedHint);
  if (step < CaseStep::kClaimed) Ahead(say::kWishAheadClaimed, say::kWishAheadClaimedHint);
  if (step < CaseStep::kGranted) Ahead(say::kWishAheadGranted, {});
  if (step < CaseStep::kConfirmed) Ahead(say::kWishAheadConfirmed, say::kWishAheadConfirmedHint);
}

}  // namespace

std::vector<CourseStep> CourseOf(const ReceiptStatus& status, const Station& station,
                                 std::int64_t now_ms, const std::string& unit_reads) {
  CourseWriter writer(station, now_ms, false, unit_reads);
  writer.Kept(status);
  if (status.state == ReceiptState::kWithdrawn) {
    writer.Withdrawn();
    return writer.Take();
  }
  writer.State(status);
  writer.AheadOfRequest(CaseStep::kReceived);
  return writer.Take();
}

std::vector<CourseStep> CourseOf(const TrackedCase& found, const Station& station,
                                 std::int64_t now_ms) {
  if (!found.answer && !found.wish && found.here && found.said_at_desk.empty())
    return CourseOf(*found.here, station, now_ms);
  const bool wish = found.wish || (found.answer && found.answer->wish);
  CourseWriter writer(station, now_ms, wish);
  if (found.here) {
    writer.Kept(*found.here);
  } else {
    writer.Elsewhere();
  }
  if (found.here && found.here->state == ReceiptState::kWithdrawn) {
    writer.Withdrawn();
    return writer.Take();
  }
  CaseStep newest = CaseStep::kReceived;
  const CaseAnswer told = ToldOf(found);
  const CaseEvent* standing = NewestStep(told);
  if (standing == nullptr) {
    if (found.here) writer.State(*found.here);
  } else {
    // The ack told so before the county took its first step.
    if (told.course.front().step != CaseStep::kReceived && found.here &&
        found.here->received_at_ms > 0)
      writer.Received(found.here->received_at_ms);
    newest = standing->step;
  }
  const bool said = found.said_here || found.confirmed_here || found.not_yet_here;
  for (const CaseEvent& event : told.course) writer.Event(event, &event == standing && !said);
  if (found.said_here) {
    writer.Waits(say::kStepSaidHere);
  } else if (found.confirmed_here) {
    writer.Waits(say::kWishConfirmed);
  } else if (found.not_yet_here) {
    writer.Waits(say::kWishReturned);
  } else if (wish) {
    writer.AheadOfWish(newest);
  } else {
    writer.AheadOfRequest(newest);
  }
  return writer.Take();
}

}  // namespace studio
