// 记一件事: one page for every kind of activity. Its template says which rows there are; a row
// leads to where it is answered, and numbers are counted up where they stand.
#pragma once

#include <chrono>

#include "app/desk/writeup_flow.h"
#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/desk/writeup_added_page.h"
#include "ui/screens/parts/screen_parts.h"
#include "ui/screens/pieces/words_page.h"

namespace studio {

class WriteupScreen : public Screen {
 public:
  // `resumed`: what was kept of that kind; null: a new one.
  WriteupScreen(ScreenParts parts, const KeySession& session, const ActivityTemplate& asked,
                const ActivityBody* resumed);

  std::string_view Tag() const override { return "writeup"; }
  void OnLeave() override;
  void Draw(Frame& frame) override;
  Patience TimeOut() const override;

 private:
  enum class Editing { kNothing, kDate, kPlace, kWho, kRole, kWords, kAdded, kMet, kAbout };
  struct Row {
    Editing leads = Editing::kNothing;  // kNothing: a figure
    std::size_t index = 0;              // of words or figures
  };

  std::vector<Row> Rows() const;
  void DrawForm(Frame& frame, Rect area);
  void DrawRow(Frame& frame, const Rect& rect, const Row& row);
  void DrawEditor(Frame& frame, Rect area);  // writeup_editors.cpp, as the next
  void DrawDate(Frame& frame, Rect area);
  void DrawDays(Frame& frame, Rect area);
  void DrawPlace(Frame& frame, Rect area);
  void DrawWho(Frame& frame, Rect area);
  void DrawRole(Frame& frame, Rect area);
  void DrawWords(Frame& frame, const Rect& area);
  void DrawMet(Frame& frame, const Rect& area);
  void DrawAbout(Frame& frame, Rect area);
  void DrawDone(Frame& frame, Rect area);
  void Edit(const Row& row);
  void EndEditing();
  void Another();

  ScreenParts parts_;
  WriteupFlow flow_;
  WriteupAddedPage added_;
  Editing editing_ = Editing::kNothing;
  std::size_t words_ = 0;  // which heading is written under
  bool again_ = false;     // once it is filed, the next one
  std::chrono::year_month month_;
  WordsPage words_page_;
  ScrollState form_scroll_, list_scroll_, group_scroll_;
};

}  // namespace studio
