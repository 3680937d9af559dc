// One section of a member's points: a row for each thing that gives or takes some.
#pragma once

#include <string>
#include <vector>

#include "app/desk/desk_store.h"
#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class PointsSectionScreen : public Screen {
 public:
  PointsSectionScreen(ScreenParts parts, AccountPtr account, std::string section);

  std::string_view Tag() const override { return "desk-section"; }
  void Draw(Frame& frame) override;
  Patience TimeOut() const override { return Patience::kWriting; }

 private:
  ScreenParts parts_;
  AccountPtr account_;
  std::string section_;                 // id
  std::vector<const PointsRow*> rows_;  // of the account, the newest first
  ScrollState scroll_;
};

}  // namespace studio
