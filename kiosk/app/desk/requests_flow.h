// The requests that members may read here, sorted and picked out by village, category, how long
// they wait, or by the name and telephone of who lost a slip. Main thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/base/clock.h"
#include "app/base/visit.h"
#include "app/checkin/key_session.h"
#include "app/desk/desk_request.h"
#include "app/desk/desk_store.h"
#include "app/saying/text_draft.h"
#include "app/station/kiosk_state.h"
#include "shared/base/calendar_date.h"

namespace studio {

enum class RequestsState { kReading, kThere, kFailed };
// How long since it was filed, of those that nobody answered yet.
enum class WaitingFor { kAnyTime, kThreeDays, kWeek, kMonth };
enum class RequestsOrder { kNewest, kLongestWaiting };

struct RequestsChoice {
  std::string id, name;
  int count = 0;
};

class RequestsFlow {
 public:
  // All outlive the flow. Reads at once.
  RequestsFlow(DeskStore& store, const KioskState& state, const Clock& clock, KeySession session);

  const KeySession& session() const { return session_; }
  RequestsState state() const { return state_; }
  void Read();

  // As they are picked and ordered now. Those that a day was promised for which is over come first.
  std::vector<const DeskRequest*> Shown() const;
  int All() const;
  int Unanswered() const;
  const DeskRequest* LongestWaiting() const;  // of those; null: there is none
  bool IsOverdue(const DeskRequest& request) const;
  // nullopt: no longer there, withdrawn meanwhile.
  const DeskRequest* Find(const Uuid& record) const;

  // What they began to answer to that request and did not file.
  void ReadDraft(const Uuid& record);
  // Null: nothing, not read yet, or another request's was asked for since.
  const MemberReplyDraft* DraftOf(const Uuid& record) const;
  void DropDraft(const Uuid& record);

  std::vector<RequestsChoice> Villages() const;
  std::vector<RequestsChoice> Categories() const;
  void PickVillage(const std::string& id) { village_ = id; }  // empty: all, as the next
  void PickCategory(const std::string& id) { category_ = id; }
  void PickWaiting(WaitingFor waiting) { waiting_ = waiting; }
  void PickOrder(RequestsOrder order) { order_ = order; }
  const std::string& village() const { return village_; }
  const std::string& category() const { return category_; }
  WaitingFor waiting() const { return waiting_; }
  RequestsOrder order() const { return order_; }

  // A part of a name, or at least three digits of a telephone or a number; empty: all.
  TextDraft& looked_for() { return looked_for_; }
  const TextDraft& looked_for() const { return looked_for_; }

 private:
  bool IsPicked(const DeskRequest& request) const;
  CalendarDate DayOf(std::int64_t county_ms) const;
  std::vector<RequestsChoice> Choices(std::string RequestBody::*id,
                                      std::string RequestBody::*name) const;

  DeskStore& store_;
  const KioskState& kiosk_;
  const Clock& clock_;
  KeySession session_;
  RequestsState state_ = RequestsState::kReading;
  DeskRequestsPtr requests_;
  Uuid draft_of_;
  std::optional<MemberReplyDraft> draft_;
  std::string village_, category_;
  WaitingFor waiting_ = WaitingFor::kAnyTime;
  RequestsOrder order_ = RequestsOrder::kNewest;
  TextDraft looked_for_{30, TextKind::kLine};
  Visit visit_;  // last: ends before anything its completions touch
};

}  // namespace studio
