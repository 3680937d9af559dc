// 朗读录音: which of the sentences that pages are read in somebody of the place has said.
#pragma once

#include <optional>

#include "app/manage/recording_flow.h"
#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class RecordingsScreen : public Screen {
 public:
  explicit RecordingsScreen(ScreenParts parts);

  std::string_view Tag() const override { return "recordings"; }
  void OnEnter() override;
  void Draw(Frame& frame) override;
  Patience TimeOut() const override;

 private:
  void DrawList(Frame& frame, Rect area);
  void DrawFilter(Frame& frame, Rect& area);
  void DrawSentence(Frame& frame, Rect area);
  void DrawDone(Frame& frame, Rect& area);

  ScreenParts parts_;
  std::optional<RecordingFlow> flow_;  // none where the machine has no place for recordings
  SentencesShown shown_ = SentencesShown::kMissing;
  ScrollState scroll_;
};

}  // namespace studio
