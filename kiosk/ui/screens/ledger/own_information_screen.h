// What was handed in, whole, how far it has come, and the lines that it came from.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "app/desk/ledger_flow.h"
#include "ui/host/screen.h"
#include "ui/kit/theme.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

struct CourseLook {
  std::string_view icon;
  Tone tone = Tone::kSand;
};
CourseLook LookOf(const DeskInformation& information);

class OwnInformationScreen : public Screen {
 public:
  OwnInformationScreen(ScreenParts parts, std::shared_ptr<LedgerFlow> flow, std::string id)
      : parts_(parts), flow_(std::move(flow)), id_(std::move(id)) {}

  std::string_view Tag() const override { return "own-information"; }
  void Draw(Frame& frame) override;
  Patience TimeOut() const override { return Patience::kWriting; }

 private:
  ScreenParts parts_;
  std::shared_ptr<LedgerFlow> flow_;
  std::string id_;
  std::size_t page_ = 0;
};

}  // namespace studio
