// 履职档案: what a member did this year and how it stands, their word on the year, and a sheet of
// it to take home.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/desk/desk_flow.h"
#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class FileScreen : public Screen {
 public:
  FileScreen(ScreenParts parts, std::shared_ptr<DeskFlow> flow)
      : parts_(parts), flow_(std::move(flow)) {}

  std::string_view Tag() const override { return "desk-file"; }
  void OnEnter() override;
  void Draw(Frame& frame) override;
  Patience TimeOut() const override { return Patience::kWriting; }

 private:
  enum class Printing { kNot, kRunning, kDone, kFailed };

  void DrawDeeds(Frame& frame, const Rect& area);
  void Print(const Frame& frame);

  ScreenParts parts_;
  std::shared_ptr<DeskFlow> flow_;
  ScrollState scroll_;
  Printing printing_ = Printing::kNot;
  bool writing_ = false;  // somebody went to write the year's summary
  Visit visit_;           // last: ends before anything its completions touch
};

}  // namespace studio
