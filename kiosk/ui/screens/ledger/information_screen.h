// 写信息: title, situation, analysis and suggestion, who wrote it with them, what it is handed in
// as, and the lines that it comes from.
#pragma once

#include <memory>

#include "app/desk/information_flow.h"
#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/parts/screen_parts.h"
#include "ui/screens/pieces/words_page.h"

namespace studio {

class InformationScreen : public Screen {
 public:
  // `resumed`: what was kept; null: a new one.
  InformationScreen(ScreenParts parts, std::shared_ptr<LedgerFlow> ledger,
                    const InformationBody* resumed)
      : parts_(parts),
        flow_(parts.ledger, parts.state, parts.clock, std::move(ledger), resumed),
        words_page_(parts.ways) {}

  std::string_view Tag() const override { return "information"; }
  void OnLeave() override { flow_.Keep(); }
  void Draw(Frame& frame) override;
  Patience TimeOut() const override;

 private:
  enum class Editing { kNothing, kWords, kJoint, kAs, kLines };

  void DrawForm(Frame& frame, Rect area);
  void DrawRow(Frame& frame, const Rect& rect, int row);
  void DrawPart(Frame& frame, const Rect& rect, InformationPart part);
  void DrawEditor(Frame& frame, Rect area);  // information_editors.cpp, as the next
  void DrawWords(Frame& frame, const Rect& area);
  void DrawJoint(Frame& frame, Rect area);
  void DrawAs(Frame& frame, Rect area);
  void DrawLines(Frame& frame, Rect area);
  void DrawDone(Frame& frame, Rect area);
  void Edit(Editing editing);

  ScreenParts parts_;
  InformationFlow flow_;
  Editing editing_ = Editing::kNothing;
  InformationPart part_ = InformationPart::kTitle;  // which is written
  WordsPage words_page_;
  ScrollState form_scroll_, list_scroll_;
  std::size_t page_ = 0;
};

}  // namespace studio
