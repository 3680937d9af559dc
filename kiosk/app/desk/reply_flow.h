// A member answers a request: on the spot, or who takes it on, by when, and whether the sender is
// called back. What is being written is kept sealed for its writer as it grows, until it is filed
// or given up. Main thread.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "app/base/clock.h"
#include "app/base/visit.h"
#include "app/checkin/key_session.h"
#include "app/desk/desk_request.h"
#include "app/desk/desk_store.h"
#include "app/saying/safety_stop.h"
#include "app/saying/text_draft.h"
#include "app/station/kiosk_state.h"
#include "shared/base/calendar_date.h"

namespace studio {

enum class ReplyStep { kForm, kSaving, kDone };

enum class ReplyProblem {
  kChooseWay,
  kSaySomething,  // on the spot means words
  kWithdrawn,     // the request, meanwhile
  kFull,
  kFailed,
};

inline constexpr std::array kReplyWays = {ReplyWay::kOnTheSpot, ReplyWay::kVillage,
                                          ReplyWay::kGridWorker, ReplyWay::kReport};
inline constexpr std::array kReplyDueDays = {1, 3, 7, 15, 30};

class ReplyFlow {
 public:
  // Store, state and clock outlive the flow. `resumed`: what was kept of it; null: nothing.
  ReplyFlow(DeskStore& store, const KioskState& state, const Clock& clock,
            const KeySession& session, const DeskRequest& request,
            const MemberReplyDraft* resumed = nullptr);
  // What was written and not filed is kept.
  ~ReplyFlow();

  const DeskRequest& request() const { return request_; }
  ReplyStep step() const { return step_; }
  std::optional<ReplyProblem> problem() const { return problem_; }

  std::optional<ReplyWay> way() const { return way_; }
  void ChooseWay(ReplyWay way);
  TextDraft& words() { return words_; }
  const TextDraft& words() const { return words_; }
  void NoteWriting() { problem_.reset(); }
  std::optional<CalendarDate> due() const { return due_; }
  CalendarDate DayIn(int days) const;
  void PromiseBy(std::optional<CalendarDate> due) { due_ = due; }
  // Only whoever left a telephone can be called.
  bool CanCallBack() const { return !request_.body.phone.empty(); }
  bool call_back() const { return call_back_; }
  void SetCallBack(bool call_back) { call_back_ = call_back && CanCallBack(); }

  // Danger alone, as of a write-up.
  SafetyStop& stop() { return stop_; }
  const SafetyStop& stop() const { return stop_; }
  bool StopsAtWords();

  // Keeps what has changed since it was last kept; of a request that was withdrawn, or where
  // nothing is left, nothing.
  void Keep();
  // To kDone, or problem() says why not. While it is being kept, and after, nothing more is filed.
  void File();

 private:
  MemberReplyBody Body() const;
  MemberReplyDraft Draft() const;

  DeskStore& store_;
  const KioskState& state_;
  const Clock& clock_;
  const KeySession session_;
  const DeskRequest request_;
  ReplyStep step_ = ReplyStep::kForm;
  std::optional<ReplyProblem> problem_;
  std::optional<ReplyWay> way_;
  TextDraft words_{kMaxMemberReply};
  std::optional<CalendarDate> due_;
  bool call_back_ = false;
  SafetyStop stop_;
  std::optional<MemberReplyDraft> kept_;
  bool keep_again_ = false;  // it could not be
  bool withdrawn_ = false;
  Visit visit_;  // last: ends before anything its completions touch
};

}  // namespace studio
