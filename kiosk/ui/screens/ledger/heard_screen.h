// 记一条来电: what somebody told a member by telephone or by word of mouth.
#pragma once

#include "app/desk/heard_flow.h"
#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/parts/screen_parts.h"
#include "ui/screens/pieces/words_page.h"

namespace studio {

class HeardScreen : public Screen {
 public:
  // `resumed`: what was kept; null: a new one.
  HeardScreen(ScreenParts parts, const KeySession& session, const HeardBody* resumed)
      : parts_(parts),
        flow_(parts.ledger, parts.state, parts.clock, session, resumed),
        name_page_(parts.ways, WrittenThing::kName),
        words_page_(parts.ways) {}

  std::string_view Tag() const override { return "heard"; }
  void OnLeave() override { flow_.Keep(); }
  void Draw(Frame& frame) override;
  Patience TimeOut() const override;

 private:
  enum class Editing { kNothing, kWay, kWho, kVillage, kCategory, kWords };

  void DrawForm(Frame& frame, Rect area);
  void DrawRow(Frame& frame, const Rect& rect, Editing row);
  void DrawEditor(Frame& frame, Rect area);  // heard_editors.cpp, as the next
  void DrawWay(Frame& frame, Rect area);
  void DrawWho(Frame& frame, const Rect& area);
  void DrawVillage(Frame& frame, Rect area);
  void DrawCategory(Frame& frame, Rect area);
  void DrawWords(Frame& frame, const Rect& area);
  void DrawDone(Frame& frame, Rect area);
  void Edit(Editing editing);

  ScreenParts parts_;
  HeardFlow flow_;
  Editing editing_ = Editing::kNothing;
  WordsPage name_page_, words_page_;
  ScrollState form_scroll_, list_scroll_;
};

}  // namespace studio
