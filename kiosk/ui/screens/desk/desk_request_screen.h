// One request at the desk: what was said and shown, by whom, what was answered; its number is
// printed again for who lost the slip, the code never.
#pragma once

#include <memory>

#include "app/base/visit.h"
#include "app/desk/requests_flow.h"
#include "ui/host/screen.h"
#include "ui/screens/desk/desk_request_added.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class DeskRequestScreen : public Screen {
 public:
  DeskRequestScreen(ScreenParts parts, std::shared_ptr<RequestsFlow> flow, const Uuid& record)
      : parts_(parts), flow_(std::move(flow)), record_(record), added_(parts) {}

  std::string_view Tag() const override { return "desk-request"; }
  void OnEnter() override {
    flow_->Read();
    flow_->ReadDraft(record_);
  }
  void OnLeave() override { added_.Stop(); }
  void Draw(Frame& frame) override;
  // Who listens does not touch.
  Patience TimeOut() const override {
    return added_.Busy() ? Patience::kNever : Patience::kWriting;
  }

 private:
  enum class Printing { kNot, kRunning, kDone, kFailed };

  float FactsHeight(const Frame& frame, const DeskRequest& request, float width) const;
  void DrawFacts(Frame& frame, Rect card, const DeskRequest& request);
  // `note`: where what was left unfinished is told of.
  void DrawReply(Frame& frame, const Rect& place, const Rect& note, const DeskRequest& request);
  void Answer(const DeskRequest& request, const MemberReplyDraft* draft);
  void Print(const DeskRequest& request);

  ScreenParts parts_;
  std::shared_ptr<RequestsFlow> flow_;
  Uuid record_;
  DeskRequestAdded added_;
  Printing printing_ = Printing::kNot;
  std::size_t page_ = 0;
  Visit visit_;  // last: ends before anything its completions touch
};

}  // namespace studio
