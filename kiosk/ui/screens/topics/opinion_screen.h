// 我要说: an opinion on one topic, one question a page, from the stance to the thanks. The flow
// holds what is said; this holds where somebody writes.
#pragma once

#include "app/saying/keyboard.h"
#include "app/saying/voice_note.h"
#include "app/topics/topic_flow.h"
#include "ui/host/screen.h"
#include "ui/screens/adding/spoken_row.h"
#include "ui/screens/keys/card_page.h"
#include "ui/screens/parts/answer_rows.h"
#include "ui/screens/parts/leave_asking.h"
#include "ui/screens/parts/screen_parts.h"
#include "ui/writing/keyboard_panel.h"
#include "ui/writing/text_area.h"

namespace studio {

class OpinionScreen : public Screen {
 public:
  // `ballots` are of a page below, which outlives this one.
  OpinionScreen(ScreenParts parts, const Topic& topic, VisitBallots& ballots);

  std::string_view Tag() const override { return "opinion"; }
  void Draw(Frame& frame) override;
  bool ForVillagers() const override { return true; }
  bool OnCode(const ScannedCode& code) override {
    return flow_.step() == OpinionStep::kCard && card_page_.OnCode(code);
  }
  Patience TimeOut() const override;

 private:
  // opinion_words.cpp, opinion_check.cpp, opinion_done.cpp
  bool BeginQuestion(Frame& frame, Rect& area, std::string_view question, std::string_view hint);
  void DrawStance(Frame& frame, Rect area);
  void DrawWords(Frame& frame, Rect area);
  void DrawSaid(Frame& frame, Rect row);  // the voice message, or what stands in the way
  bool MayLeaveWords();
  void DrawWho(Frame& frame, Rect area);
  void DrawCardPage(Frame& frame, Rect area);
  void DrawCheck(Frame& frame, Rect area);
  void DrawDone(Frame& frame, Rect area);
  void DrawByPhone(Frame& frame, Rect card);

  bool DrawStepHeader(Frame& frame, Rect& area);
  void Back();
  void DrawStopPage(Frame& frame, const Rect& area);
  // What stands in the way, or that the topic has closed meanwhile; empty: nothing.
  std::string Problem() const;
  bool HasPhonePage() const { return !parts_.state.station->county.phone_pages.empty(); }

  ScreenParts parts_;
  TopicFlow flow_;
  VoiceNote voice_;
  Keyboard keyboard_;
  KeyboardPanelState panel_;
  TextAreaState words_area_;
  CardPage card_page_;
  AnswerRows answers_;
  bool voice_unfinished_ = false;
  SpokenRow spoken_row_;
  LeaveAsking leave_;
};

}  // namespace studio
