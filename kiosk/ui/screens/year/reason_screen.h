// Why something is said: one of a few reasons, by a tap, and then it is said.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/year/year_pieces.h"

namespace studio {

struct ReasonLook {
  std::string_view tag, title, question, hint, say;
  std::span<const std::string_view> reasons;
};

class ReasonScreen : public Screen {
 public:
  // `said` is told the reason; then the page leaves.
  ReasonScreen(ScreenParts parts, const ReasonLook& look, std::function<void(std::string)> said)
      : parts_(parts), look_(look), said_(std::move(said)) {}

  std::string_view Tag() const override { return look_.tag; }
  void Draw(Frame& frame) override;
  Patience TimeOut() const override { return Patience::kWriting; }

 private:
  ScreenParts parts_;
  ReasonLook look_;
  std::function<void(std::string)> said_;
  ScrollState scroll_;
  int chosen_ = -1;
};

std::unique_ptr<Screen> MakeSendBackScreen(const ScreenParts& parts, const YearFlowPtr& flow);
std::unique_ptr<Screen> MakeReopenScreen(const ScreenParts& parts, const YearFlowPtr& flow);

}  // namespace studio
