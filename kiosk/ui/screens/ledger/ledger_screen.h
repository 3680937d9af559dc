// 民意台账: what people said, each a line; some of them are picked to write from. What was left
// unfinished is offered first.
#pragma once

#include <memory>
#include <string>

#include "app/desk/ledger_flow.h"
#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class LedgerScreen : public Screen {
 public:
  LedgerScreen(ScreenParts parts, const KeySession& session);

  std::string_view Tag() const override { return "ledger"; }
  void OnEnter() override { flow_->Read(); }
  void Draw(Frame& frame) override;
  Patience TimeOut() const override { return Patience::kWriting; }

 private:
  void DrawDrafts(Frame& frame, Rect& area);
  void DrawDraft(Frame& frame, Rect& area, const std::string& what, LedgerPiece piece);
  void DrawDoors(Frame& frame, Rect& area);
  void DrawLines(Frame& frame, const Rect& area);
  bool DrawLine(Frame& frame, Rect row, const DeskLine& line);
  std::string WriteLabel() const;
  void Write();
  void NoteHeard();

  ScreenParts parts_;
  std::shared_ptr<LedgerFlow> flow_;
  ScrollState scroll_;
};

}  // namespace studio
