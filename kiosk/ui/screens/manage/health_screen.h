// 本机状况: the machine and its program; what somebody must see to comes first.
#pragma once

#include <string>

#include "app/station/health.h"
#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class HealthScreen : public Screen {
 public:
  explicit HealthScreen(ScreenParts parts) : parts_(parts) {}

  std::string_view Tag() const override { return "health"; }
  void Draw(Frame& frame) override;

 private:
  void DrawMachine(Frame& frame, Rect& area, int troubles, bool bad);
  void DrawFinding(Frame& frame, Rect row, const HealthFinding& finding);
  float RowHeight(const Frame& frame, float width,
                  const std::vector<HealthFinding>& findings) const;

  ScreenParts parts_;
  ScrollState scroll_;
};

}  // namespace studio
